package org.hengjian.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hengjian.law.CrimeAssessment.Applied;
import org.hengjian.law.CrimeAssessment.Other;
import org.hengjian.law.CrimeAssessment.Result;
import org.jspecify.annotations.Nullable;

/** One crime asked of one set of facts: which acts count, which statute and which version of the figures hold. */
final class CrimeQuestion {

    private final Map<String, Crime> crimes;
    private final Interpretations interpretations;
    final Crime crime;
    final CrimeFacts facts;
    final LocalDate decided;
    final List<String> flags = new ArrayList<>();
    final List<CrimeFacts.Act> acts;
    final LocalDate end;
    final LocalDate begin;
    final boolean maker;
    final List<CrimeFacts.Prior> priors;
    final boolean priorsKnown;
    final Set<Crime.Scope> scopes;
    final int bits;
    private final Weighing weighing;
    private final CrimeReport report;

    CrimeQuestion(
            Map<String, Crime> crimes,
            Interpretations interpretations,
            Crime crime,
            CrimeFacts facts,
            LocalDate decided) {
        this.crimes = crimes;
        this.interpretations = interpretations;
        this.crime = crime;
        this.facts = facts;
        this.decided = decided;
        List<CrimeFacts.Act> fitting =
                facts.acts().stream().filter(crime::concerns).toList();
        boolean any = fitting.isEmpty() && !facts.acts().isEmpty();
        if (any) {
            flags.add("acts-of-another-kind");
        }
        List<CrimeFacts.Act> open = new ArrayList<>();
        List<CrimeFacts.Prior> earlier = new ArrayList<>();
        for (CrimeFacts.Act act : facts.acts()) {
            CrimeFacts.Prior punished = act.punished();
            if (punished != null) {
                earlier.add(
                        punished.crimes().isEmpty()
                                ? new CrimeFacts.Prior(punished.criminal(), punished.on(), sameGroup(act))
                                : punished);
            } else if (any || crime.concerns(act)) {
                open.add(act);
            }
        }
        List<CrimeFacts.Prior> told = facts.prior();
        priorsKnown = told != null || !earlier.isEmpty();
        if (told != null) {
            earlier.addAll(told);
        }
        priors = earlier;
        open.sort(Comparator.comparing(CrimeFacts.Act::end));
        acts = prosecutable(open);
        end = acts.isEmpty() ? decided : acts.getLast().end();
        begin = acts.stream()
                .map(CrimeFacts.Act::on)
                .min(Comparator.naturalOrder())
                .orElse(end);
        maker = acts.stream().anyMatch(act -> act.role() != CrimeFacts.Role.SELLER && act.role() != null);
        scopes = EnumSet.of(Crime.Scope.ALL);
        for (CrimeFacts.Act act : acts) {
            scopes.add(act.object() == CrimeFacts.ObjectKind.SERVICES ? Crime.Scope.SERVICES : Crime.Scope.GOODS);
            if (act.object() != CrimeFacts.ObjectKind.NETWORK) {
                scopes.add(Crime.Scope.COPIES);
            }
            if (act.object() == CrimeFacts.ObjectKind.NETWORK || act.object() == null) {
                scopes.add(Crime.Scope.NETWORK);
            }
        }
        if (scopes.contains(Crime.Scope.SERVICES) && scopes.contains(Crime.Scope.GOODS)) {
            scopes.add(Crime.Scope.GOODS_AND_SERVICES);
        }
        int asked = 0;
        for (Crime.Scope scope : scopes) {
            asked |= scope.bit();
        }
        bits = asked;
        weighing = new Weighing(this);
        report = new CrimeReport(this, weighing, interpretations);
    }

    private List<String> sameGroup(CrimeFacts.Act act) {
        List<String> codes = new ArrayList<>();
        for (Crime other : crimes.values()) {
            if (other.intellectualProperty && other.concerns(act)) {
                codes.add(other.code);
            }
        }
        return codes;
    }

    /** Leaves out acts whose limitation had run before the next one, or before the day of decision. */
    private List<CrimeFacts.Act> prosecutable(List<CrimeFacts.Act> open) {
        if (open.size() < 2) {
            return open;
        }
        LocalDate last = open.getLast().end();
        Crime.Statute statute = statute(last);
        if (statute == null) {
            return open;
        }
        int years = interpretations.limitationYears(
                statute.tiers().values().iterator().next().years(), last);
        List<CrimeFacts.Act> kept = new ArrayList<>();
        LocalDate next = decided.isBefore(last) ? last : decided;
        for (int i = open.size() - 1; i >= 0; i--) {
            CrimeFacts.Act act = open.get(i);
            if (i < open.size() - 1 && act.end().plusYears(years).isBefore(next)) {
                flags.add("expired-acts-left-out");
                break;
            }
            kept.addFirst(act);
            next = act.on();
        }
        return kept;
    }

    private Crime.@Nullable Statute statute(LocalDate day) {
        for (Crime.Statute statute : crime.statutes) {
            if (statute.inForceOn(day)) {
                return statute;
            }
        }
        return null;
    }

    Result answer() {
        if (facts.decided() == null) {
            flags.add("decided-assumed");
        }
        if (flags.contains("acts-of-another-kind")) {
            return report.plain(
                    null,
                    List.of("role", "object"),
                    Doubt.NONE.and(
                            "no act of this role and object is this crime (making is 213 and 217, selling 214 and 218)",
                            "没有这种角色和对象的行为属于本罪（制造看第213、217条，销售看第214、218条）"),
                    "所述行为的角色或者对象与本罪不符，须先查明。",
                    "The role or the object of the acts does not fit this crime.");
        }
        if (acts.isEmpty()) {
            return report.plain(
                    false,
                    List.of(),
                    Doubt.NONE,
                    "该类行为均已受过处罚或者没有该类行为，不再累计。",
                    "Every act of this kind was already punished, or there is none; nothing to add up.");
        }
        if (acts.stream().allMatch(act -> act.role() == CrimeFacts.Role.HELPER)) {
            flags.add("accomplice");
        }
        Crime.Statute atAct = statute(end);
        boolean services = crime.code.equals("213") && !scopes.contains(Crime.Scope.GOODS);
        if (atAct == null || services && end.isBefore(servicesSince())) {
            if (crime.code.equals("145")) {
                return report.plain(
                        null,
                        List.of(),
                        Doubt.NONE.and("the article before 2002-12-28 is not in these data", "2002-12-28以前的条文不在本库中"),
                        "行为时的条文不在本库中。",
                        "The article of that time is not in these data.");
            }
            flags.add("not-a-crime-at-act");
            return report.plain(
                    false,
                    List.of(),
                    Doubt.NONE,
                    "行为时刑法未规定为犯罪（刑法第十二条）。",
                    "The criminal code of that time did not make it a crime (art. 12).");
        }
        if ((crime.code.equals("217") || crime.code.equals("218"))
                && acts.stream().allMatch(act -> Boolean.FALSE.equals(act.forProfit()))) {
            return report.plain(
                    false, List.of(), Doubt.NONE, "不以营利为目的，不符合本罪要件。", "Not for profit, which the article requires.");
        }
        if (crime.code.equals("140")
                && !facts.crimes().contains(crime.code)
                && acts.stream().noneMatch(crime::speaksOf)) {
            return report.plain(
                    null,
                    List.of("conduct"),
                    Doubt.NONE.and(
                            "holds only if the goods are fake or substandard, which the facts do not say",
                            "限于伪劣产品，而事实没有说是不是"),
                    "须先查明是否为伪劣产品（刑法第一百四十条、第一百四十九条）。",
                    "Whether the goods are fake or substandard must be known first (arts. 140, 149).");
        }
        List<Crime.Version> versions = variant();
        if (versions == null) {
            return report.plain(
                    null,
                    List.of("conduct"),
                    Doubt.NONE.and("which business it was decides which figures apply", "经营的是什么，决定适用哪些数额"),
                    "须先查明经营的是出版物、烟草还是食品添加物等。",
                    "Which business it was must be known first.");
        }
        Crime.Version first = versionAt(versions, end);
        Applied applied = Applied.AT_ACT;
        if (first == null) {
            for (Crime.Version version : versions) {
                if (version.from().isAfter(end) && !version.from().isAfter(decided) && version.concerns(bits)) {
                    first = version;
                    applied = Applied.LATER_NONE_BEFORE;
                    break;
                }
            }
        }
        if (first == null) {
            flags.add("no-figure");
            return report.plain(
                    null,
                    List.of("circumstances"),
                    Doubt.NONE.and(
                            "no figure was in force; 情节严重 must be judged on the whole case",
                            "当时没有数额标准，是否“情节严重”须看全案"),
                    "行为时及处理时均无数额标准，须综合认定情节。",
                    "No figure was in force at the act or since; the circumstances must be judged.");
        }
        Crime.Statute atDecision = statute(decided);
        Outcome outcome = outcome(first);
        Crime.Version chosen = first;
        List<Other> others = new ArrayList<>();
        Crime.Version later = versionAt(versions, decided);
        Outcome chosenOutcome = outcome;
        if (later != null && later.from().isAfter(first.from()) && decided.isAfter(end)) {
            Outcome byLater = outcome(later);
            if (byLater.rank(later, atAct) < outcome.rank(first, atAct)) {
                chosen = later;
                chosenOutcome = byLater;
                applied = Applied.LATER_LENIENT;
            }
        }
        Set<DatedValue> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(chosen.value());
        for (Crime.Version version : versions) {
            boolean tenable = !version.from().isAfter(decided)
                    && (version.to() == null || !version.to().isBefore(end))
                    && version.concerns(bits);
            if (tenable && seen.add(version.value())) {
                Outcome other = outcome(version);
                others.add(new Other(
                        interpretations.named(version.value()),
                        CrimeReport.yes(other),
                        CrimeReport.tier(version, other)));
            }
        }
        return report.result(chosen, chosenOutcome, applied, others, first, atAct, atDecision);
    }

    private LocalDate servicesSince() {
        return interpretations.since("crime.art213.services.serious").orElse(LocalDate.MIN);
    }

    private Crime.@Nullable Version versionAt(List<Crime.Version> versions, LocalDate day) {
        for (Crime.Version version : versions) {
            if (version.inForceOn(day) && version.concerns(bits)) {
                return version;
            }
        }
        return null;
    }

    private @Nullable List<Crime.Version> variant() {
        if (crime.code.equals("225")) {
            for (CrimeFacts.Act act : acts) {
                String conduct = act.conduct() == null ? "" : act.conduct();
                if (has(conduct, "烟", "tobacco", "cigarette")) {
                    return crime.variants.get("crime.art225.tobacco");
                }
                if (act.object() == CrimeFacts.ObjectKind.COPIES || has(conduct, "出版", "盗版", "publication", "book")) {
                    return crime.variants.get("crime.art225.publications");
                }
                if (act.object() == CrimeFacts.ObjectKind.FOOD || has(conduct, "屠宰", "添加物", "food")) {
                    return crime.variants.get("crime.art225.food");
                }
            }
            return null;
        }
        if (crime.code.equals("140")
                && acts.stream().anyMatch(act -> {
                    String conduct = act.conduct();
                    return conduct != null && has(conduct, "烟草", "卷烟", "tobacco", "cigarette");
                })) {
            return crime.variants.get("tobacco");
        }
        return crime.variants.get("");
    }

    static boolean has(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Units once had a multiple of the individual's standards. */
    long factor(Crime.Version version) {
        return facts.offender() == CrimeFacts.Offender.UNIT ? version.unitFactor() : 1;
    }

    private Outcome outcome(Crime.Version version) {
        return weighing.outcome(version);
    }
}

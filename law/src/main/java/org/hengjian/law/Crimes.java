package org.hengjian.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hengjian.law.CrimeAssessment.Applied;
import org.hengjian.law.CrimeAssessment.Basis;
import org.hengjian.law.CrimeAssessment.Deciding;
import org.hengjian.law.CrimeAssessment.Limitation;
import org.hengjian.law.CrimeAssessment.Other;
import org.hengjian.law.CrimeAssessment.Referral;
import org.hengjian.law.CrimeAssessment.Result;
import org.jspecify.annotations.Nullable;

/**
 * Weighs facts against the criminal thresholds (刑事追诉标准). Every fact is an interval: what is unknown can be anything
 * that the known ones allow, so "not reached" is said only where no value of the unknown could reach it.
 */
final class Crimes {

    /** From this share of a threshold on, the case is shown as near it; a choice of the product, not of the law. */
    private static final double NEAR = 0.8;

    private static final Pattern NUMBER = Pattern.compile("（((?:法释|高检发释字|公通字|法发|高检会)〔\\d+〕\\d+号)）$");
    private static final long UNBOUNDED = Long.MAX_VALUE / 8;
    private static final int METRICS = Metric.values().length;

    private final Map<String, Crime> crimes = new LinkedHashMap<>();
    private final LocalDate asOf;
    private final Map<String, Parameter> parameters;

    Crimes(Node file, Map<String, Parameter> parameters) {
        this.parameters = parameters;
        this.asOf = file.need("as_of").date();
        for (Node node : file.need("crimes").list()) {
            Crime crime = new Crime(node, parameters);
            crimes.put(crime.code, crime);
        }
        prepare();
    }

    Set<String> codes() {
        return crimes.keySet();
    }

    /** The crimes whose figures stand in one of these parameters. */
    Set<String> on(Set<String> ids) {
        Set<String> codes = new LinkedHashSet<>();
        for (Crime crime : crimes.values()) {
            boolean touched = crime.variants.values().stream()
                    .flatMap(List::stream)
                    .flatMap(version -> version.triggers().stream())
                    .flatMap(List::stream)
                    .anyMatch(trigger -> ids.contains(trigger.parameter().id()));
            if (touched) {
                codes.add(crime.code);
            }
        }
        return codes;
    }

    Map<String, Source> statuteSources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        crimes.values()
                .forEach(crime -> crime.statutes.forEach(
                        statute -> sources.put("crimes/" + crime.code + " from " + statute.from(), statute.source())));
        return sources;
    }

    CrimeAssessment assess(CrimeFacts facts) {
        LocalDate last = facts.acts().stream()
                .map(CrimeFacts.Act::end)
                .max(Comparator.naturalOrder())
                .orElse(asOf);
        LocalDate given = facts.decided();
        LocalDate decided = given != null ? given : last.isAfter(asOf) ? last : asOf;
        List<Result> results = new ArrayList<>();
        if (facts.crimes().isEmpty()) {
            for (Crime crime : crimes.values()) {
                if (suggested(crime, facts.acts())) {
                    results.add(new Question(crime, facts, decided).answer());
                }
            }
        } else {
            for (String code : facts.crimes()) {
                Crime crime = crimes.get(code);
                if (crime == null) {
                    throw new UnknownCrime(code);
                }
                results.add(new Question(crime, facts, decided).answer());
            }
        }
        absorb(results, facts);
        Result heaviest = null;
        for (Result result : results) {
            if (Boolean.TRUE.equals(result.reached())
                    && !result.flags().contains("absorbed-by-213")
                    && !result.flags().contains("absorbed-by-217")
                    && (heaviest == null || result.penaltyYears() > heaviest.penaltyYears())) {
                heaviest = result;
            }
        }
        Limitation limitation = heaviest == null ? null : limitation(heaviest, facts, decided);
        return new CrimeAssessment(
                List.copyOf(results),
                heaviest == null ? null : heaviest.crime(),
                referral(results, facts, decided, limitation),
                limitation);
    }

    /** Whether facts that name no crime can concern this one. */
    private static boolean suggested(Crime crime, List<CrimeFacts.Act> acts) {
        for (CrimeFacts.Act act : acts) {
            CrimeFacts.ObjectKind object = act.object();
            if (!crime.concerns(act)) {
                continue;
            }
            boolean ofGoods = object == CrimeFacts.ObjectKind.GOODS || object == CrimeFacts.ObjectKind.SERVICES;
            boolean trademark = crime.code.equals("213") || crime.code.equals("214");
            if (object == null
                    ? !crime.onlyWithWords.isEmpty() && !crime.speaksOf(act)
                    : crime.onlyWithWords.contains(object) && !crime.speaksOf(act)) {
                continue;
            }
            if (object == null && !trademark && !crime.speaksOf(act)) {
                continue;
            }
            if (trademark && object != null && !ofGoods && act.marks().isEmpty() && act.kinds() == null) {
                continue;
            }
            if (crime.code.equals("214") && Boolean.TRUE.equals(act.ownGoods())) {
                continue;
            }
            return true;
        }
        return false;
    }

    /** Who makes and then sells the same goods commits the first crime only; who sells others' commits both. */
    private static void absorb(List<Result> results, CrimeFacts facts) {
        boolean own = facts.acts().stream().anyMatch(act -> Boolean.TRUE.equals(act.ownGoods()));
        absorb(results, own, "213", "214");
        absorb(results, own, "217", "218");
    }

    private static void absorb(List<Result> results, boolean own, String making, String selling) {
        int first = reached(results, making);
        int second = reached(results, selling);
        if (first < 0 || second < 0) {
            return;
        }
        if (own) {
            results.set(second, flagged(results.get(second), "absorbed-by-" + making));
        } else {
            results.set(first, flagged(results.get(first), "several-crimes"));
            results.set(second, flagged(results.get(second), "several-crimes"));
        }
    }

    private static int reached(List<Result> results, String code) {
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).crime().equals(code)
                    && Boolean.TRUE.equals(results.get(i).reached())) {
                return i;
            }
        }
        return -1;
    }

    private static Result flagged(Result r, String flag) {
        List<String> flags = new ArrayList<>(r.flags());
        flags.add(flag);
        return new Result(
                r.crime(),
                r.zh(),
                r.en(),
                r.reached(),
                r.tier(),
                r.ratio(),
                r.attempt(),
                r.trigger(),
                r.version(),
                r.applied(),
                r.others(),
                r.penalty(),
                r.penaltyYears(),
                flags,
                r.missing(),
                r.uncertain(),
                r.sources(),
                r.valuation(),
                r.whyZh(),
                r.whyEn());
    }

    private Referral referral(
            List<Result> results, CrimeFacts facts, LocalDate decided, @Nullable Limitation limitation) {
        boolean expired = limitation != null && limitation.expired();
        Result amount = null;
        Result conduct = null;
        boolean property = false;
        for (Result result : results) {
            if (Boolean.TRUE.equals(result.reached())) {
                Deciding trigger = result.trigger();
                boolean byConduct = trigger != null && trigger.metric().equals("conduct");
                if (byConduct) {
                    conduct = result;
                } else {
                    amount = result;
                }
            }
            Crime crime = crimes.get(result.crime());
            property |= crime != null && crime.intellectualProperty;
        }
        List<Source> duty = sources("referral.no-substitution", decided);
        if (!expired && amount != null) {
            return new Referral(true, Basis.THRESHOLD, duty);
        }
        if (!expired && conduct != null) {
            return new Referral(true, Basis.NO_AMOUNT_NEEDED, duty);
        }
        List<Source> suspicion = sources("referral.ip-reasonable-suspicion", decided);
        if (facts.reasonableSuspicion() && property && !suspicion.isEmpty()) {
            return new Referral(true, Basis.REASONABLE_SUSPICION, suspicion);
        }
        return new Referral(null, Basis.NONE_YET, suspicion);
    }

    private List<Source> sources(String id, LocalDate day) {
        Parameter parameter = parameters.get(id);
        return parameter == null
                ? List.of()
                : parameter.on(day).map(DatedValue::sources).orElse(List.of());
    }

    private Limitation limitation(Result heaviest, CrimeFacts facts, LocalDate decided) {
        Crime crime = crimes.get(heaviest.crime());
        LocalDate end = facts.acts().stream()
                .filter(act -> act.punished() == null && crime != null && crime.concerns(act))
                .map(CrimeFacts.Act::end)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> facts.acts().stream()
                        .map(CrimeFacts.Act::end)
                        .max(Comparator.naturalOrder())
                        .orElse(decided));
        int years = limitationYears(heaviest.penaltyYears(), end);
        LocalDate ends = end.plusYears(years);
        return new Limitation(years, ends, decided.isAfter(ends));
    }

    /** The limitation period for a range whose longest term is {@code longest} years (刑法第八十七条). */
    int limitationYears(int longest, LocalDate day) {
        Parameter parameter = parameters.get("crime.statute-of-limitation");
        if (parameter == null) {
            throw new UnknownParameter("crime.statute-of-limitation");
        }
        DatedValue value = parameter.on(day).orElse(parameter.values().getFirst());
        int[][] bands = limitations.get(value);
        if (bands != null) {
            for (int[] band : bands) {
                if (longest < band[0]) {
                    return band[1];
                }
            }
        }
        throw new Node.Malformed(value.value().path(), "has no band for " + longest);
    }

    /** A short name for an instrument: its number where it has one. */
    static String number(String instrument) {
        Matcher matcher = NUMBER.matcher(instrument);
        return matcher.find() ? matcher.group(1) : instrument;
    }

    static CrimeAssessment.Version version(DatedValue value) {
        return new CrimeAssessment.Version(number(value.instrument()), value.from(), value.to());
    }

    /** What a long-lived value is called, worked out once; by identity, since its content is a whole tree. */
    private final Map<DatedValue, CrimeAssessment.Version> names = new IdentityHashMap<>();

    private final Map<DatedValue, List<String>> valuations = new IdentityHashMap<>();
    private final Map<DatedValue, int[][]> limitations = new IdentityHashMap<>();

    private CrimeAssessment.Version named(DatedValue value) {
        CrimeAssessment.Version version = names.get(value);
        return version == null ? version(value) : version;
    }

    private void prepare() {
        for (Crime crime : crimes.values()) {
            crime.variants.values().stream()
                    .flatMap(List::stream)
                    .map(Crime.Version::value)
                    .forEach(value -> names.put(value, version(value)));
        }
        for (String id : List.of("crime.art140.goods-value", "crime.ip.metric.illegal-turnover")) {
            Parameter parameter = parameters.get(id);
            if (parameter != null) {
                for (DatedValue value : parameter.values()) {
                    List<String> order =
                            new ArrayList<>(value.value().at("sold").texts());
                    order.addAll(value.value().at("unsold_order").texts());
                    order.addAll(value.value().at("order").texts());
                    valuations.put(value, List.copyOf(order));
                }
            }
        }
        Parameter limitation = parameters.get("crime.statute-of-limitation");
        if (limitation != null) {
            for (DatedValue value : limitation.values()) {
                limitations.put(
                        value,
                        value.value().need("bands").list().stream()
                                .map(band -> new int[] {
                                    band.has("longest_below")
                                            ? band.need("longest_below").integer()
                                            : Integer.MAX_VALUE,
                                    band.need("years").integer()
                                })
                                .toArray(int[][]::new));
            }
        }
    }

    private enum State {
        NO,
        MAYBE,
        YES;

        State and(State other) {
            return compareTo(other) <= 0 ? this : other;
        }

        State or(State other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** Lower and upper bounds of every metric over some acts. */
    private static final class Totals {
        final long[] low = new long[METRICS];
        final long[] high = new long[METRICS];
        final List<CrimeFacts.Act> acts;
        final boolean empty;

        Totals(List<CrimeFacts.Act> acts, Set<CrimeFacts.Act> partly, boolean maker) {
            this.acts = acts;
            this.empty = acts.isEmpty();
            long[] l = new long[METRICS];
            long[] h = new long[METRICS];
            for (CrimeFacts.Act act : acts) {
                bounds(act, l, h, maker);
                boolean part = partly.contains(act);
                for (int m = 0; m < METRICS; m++) {
                    low[m] += part ? 0 : l[m];
                    high[m] = Math.min(UNBOUNDED, high[m] + h[m]);
                }
            }
        }

        private static void bounds(CrimeFacts.Act act, long[] low, long[] high, boolean maker) {
            Map<Metric, Long> known = act.amounts();
            for (Metric metric : FACTS) {
                Long value = known.get(metric);
                low[metric.ordinal()] = value == null ? 0 : value;
                high[metric.ordinal()] = value == null ? UNBOUNDED : value;
            }
            int turnover = Metric.ILLEGAL_TURNOVER.ordinal();
            int sales = Metric.SALES.ordinal();
            int unsold = Metric.UNSOLD_VALUE.ordinal();
            int goods = Metric.GOODS_VALUE.ordinal();
            int gain = Metric.ILLEGAL_GAIN.ordinal();
            boolean valued = act.object() != CrimeFacts.ObjectKind.SERVICES
                    && act.object() != CrimeFacts.ObjectKind.NETWORK
                    && act.object() != CrimeFacts.ObjectKind.SECRET;
            if (valued) {
                boolean both = low[sales] == high[sales] && low[unsold] == high[unsold];
                boolean whole = known.containsKey(Metric.GOODS_VALUE);
                if (!known.containsKey(Metric.ILLEGAL_TURNOVER)) {
                    low[turnover] = Math.max(low[sales] + low[unsold], low[goods]);
                    if (both || whole) {
                        high[turnover] = both ? Math.max(low[sales] + low[unsold], low[goods]) : low[turnover];
                    }
                }
                if (!known.containsKey(Metric.SALES)) {
                    high[sales] = Math.max(0, Math.min(high[turnover], high[goods]) - low[unsold]);
                }
                if (!known.containsKey(Metric.UNSOLD_VALUE)) {
                    high[unsold] = Math.max(0, Math.min(high[turnover], high[goods]) - low[sales]);
                    if (whole && known.containsKey(Metric.SALES)) {
                        low[unsold] = Math.min(high[unsold], Math.max(0, low[goods] - low[sales]));
                    }
                }
                if (!known.containsKey(Metric.ILLEGAL_GAIN)) {
                    high[gain] = Math.min(high[sales], high[turnover]);
                }
            }
            sum(Metric.SALES_PLUS_UNSOLD, 1, sales, unsold, low, high);
            sum(Metric.TRIPLE_SALES_PLUS_UNSOLD, 3, sales, unsold, low, high);
            int amount = Metric.AMOUNT.ordinal();
            low[amount] = Math.max(low[sales] + low[unsold], Math.max(low[goods], low[turnover]));
            high[amount] = known.containsKey(Metric.GOODS_VALUE)
                    ? Math.max(low[amount], high[goods])
                    : Math.min(UNBOUNDED, Math.min(high[sales] + high[unsold], high[turnover]));
            high[amount] = Math.max(high[amount], low[amount]);
            pieces(Metric.LABELS, Metric.LABELS_UNSOLD, Metric.LABELS_SUM, maker, known, low, high);
            pieces(Metric.COPIES, Metric.COPIES_UNSOLD, Metric.COPIES_SUM, maker, known, low, high);
        }

        private static void sum(Metric metric, int factor, int a, int b, long[] low, long[] high) {
            low[metric.ordinal()] = factor * low[a] + low[b];
            high[metric.ordinal()] =
                    high[a] == UNBOUNDED || high[b] == UNBOUNDED ? UNBOUNDED : factor * high[a] + high[b];
        }

        /** A seller's first count is what he sold; a maker's is what he made, in which the unsold may be counted or not. */
        private static void pieces(
                Metric sold,
                Metric unsold,
                Metric sum,
                boolean maker,
                Map<Metric, Long> known,
                long[] low,
                long[] high) {
            int s = sold.ordinal();
            int u = unsold.ordinal();
            low[sum.ordinal()] = low[s] + low[u];
            high[sum.ordinal()] = high[s] == UNBOUNDED || high[u] == UNBOUNDED ? UNBOUNDED : high[s] + high[u];
            if (maker && known.containsKey(unsold)) {
                low[s] = Math.max(low[s], low[u]);
                high[s] = known.containsKey(sold) ? high[sum.ordinal()] : high[s];
            }
        }

        private static final List<Metric> FACTS =
                java.util.Arrays.stream(Metric.values()).filter(Metric::isFact).toList();
    }

    /** What one version says. */
    private static final class Outcome {
        State reached = State.NO;
        int tier = -1;
        Crime.@Nullable Trigger trigger;
        long value;
        double ratio = -1;
        final Set<String> missing = new LinkedHashSet<>();
        boolean assumedOneMark;
        boolean assumedNoPrior;

        int rank(Crime.Version version, Crime.@Nullable Statute statute) {
            if (reached == State.NO) {
                return 0;
            }
            if (reached == State.MAYBE) {
                return 1;
            }
            Crime.StatuteTier range =
                    statute == null ? null : statute.tiers().get(version.tiers().get(tier));
            return 2 + tier + (range == null ? 0 : range.years());
        }
    }

    /** One crime asked of one set of facts. */
    private final class Question {
        private final Crime crime;
        private final CrimeFacts facts;
        private final LocalDate decided;
        private final List<String> flags = new ArrayList<>();
        private final List<CrimeFacts.Act> acts;
        private final LocalDate end;
        private final LocalDate begin;
        private final boolean maker;
        private final List<CrimeFacts.Prior> priors;
        private final boolean priorsKnown;
        private final Map<Crime.Scope, Totals> totals = new EnumMap<>(Crime.Scope.class);
        private final Set<Crime.Scope> scopes;
        private final int bits;

        Question(Crime crime, CrimeFacts facts, LocalDate decided) {
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
            int years =
                    limitationYears(statute.tiers().values().iterator().next().years(), last);
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
                return plain(
                        null,
                        List.of("role", "object"),
                        "no act of this role and object is this crime (making is 213 and 217, selling 214 and 218)",
                        "所述行为的角色或者对象与本罪不符，须先查明。",
                        "The role or the object of the acts does not fit this crime.");
            }
            if (acts.isEmpty()) {
                return plain(
                        false,
                        List.of(),
                        null,
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
                    return plain(
                            null,
                            List.of(),
                            "the article before 2002-12-28 is not in these data",
                            "行为时的条文不在本库中。",
                            "The article of that time is not in these data.");
                }
                flags.add("not-a-crime-at-act");
                return plain(
                        false,
                        List.of(),
                        null,
                        "行为时刑法未规定为犯罪（刑法第十二条）。",
                        "The criminal code of that time did not make it a crime (art. 12).");
            }
            if ((crime.code.equals("217") || crime.code.equals("218"))
                    && acts.stream().allMatch(act -> Boolean.FALSE.equals(act.forProfit()))) {
                return plain(false, List.of(), null, "不以营利为目的，不符合本罪要件。", "Not for profit, which the article requires.");
            }
            if (crime.code.equals("140")
                    && !facts.crimes().contains(crime.code)
                    && acts.stream().noneMatch(crime::speaksOf)) {
                return plain(
                        null,
                        List.of("conduct"),
                        "holds only if the goods are fake or substandard, which the facts do not say",
                        "须先查明是否为伪劣产品（刑法第一百四十条、第一百四十九条）。",
                        "Whether the goods are fake or substandard must be known first (arts. 140, 149).");
            }
            List<Crime.Version> versions = variant();
            if (versions == null) {
                return plain(
                        null,
                        List.of("conduct"),
                        "which business it was decides which figures apply",
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
                return plain(
                        null,
                        List.of("circumstances"),
                        "no figure was in force; 情节严重 must be judged on the whole case",
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
                    others.add(new Other(named(version.value()), yes(other), tier(version, other)));
                }
            }
            return result(chosen, chosenOutcome, applied, others, first, atAct, atDecision);
        }

        private LocalDate servicesSince() {
            Parameter services = parameters.get("crime.art213.services.serious");
            return services == null
                    ? LocalDate.MIN
                    : services.values().getFirst().from();
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
                    if (act.object() == CrimeFacts.ObjectKind.COPIES
                            || has(conduct, "出版", "盗版", "publication", "book")) {
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

        private static boolean has(String text, String... words) {
            for (String word : words) {
                if (text.contains(word)) {
                    return true;
                }
            }
            return false;
        }

        /** Units once had a multiple of the individual's standards. */
        private long factor(Crime.Version version) {
            return facts.offender() == CrimeFacts.Offender.UNIT ? version.unitFactor() : 1;
        }

        private Outcome outcome(Crime.Version version) {
            Outcome outcome = new Outcome();
            Set<String> baseMissing = new LinkedHashSet<>();
            Set<String> upperMissing = new LinkedHashSet<>();
            Set<String> missing = new LinkedHashSet<>();
            for (int t = version.tiers().size() - 1; t >= 0; t--) {
                Outcome best = new Outcome();
                for (Crime.Trigger trigger : version.triggers().get(t)) {
                    missing.clear();
                    Weighed weighed = weigh(trigger, factor(version), missing, outcome);
                    if (weighed.state == State.MAYBE) {
                        (t == 0 ? baseMissing : upperMissing).addAll(missing);
                    }
                    boolean better = weighed.state.compareTo(best.reached) > 0
                            || weighed.state == best.reached && weighed.ratio > best.ratio
                            || best.trigger == null;
                    if (better && weighed.state.compareTo(best.reached) >= 0) {
                        best.reached = weighed.state;
                        best.trigger = trigger;
                        best.ratio = weighed.ratio;
                        best.value = weighed.value;
                    }
                }
                if (best.reached == State.YES) {
                    outcome.reached = State.YES;
                    outcome.tier = t;
                    outcome.trigger = best.trigger;
                    outcome.ratio = best.ratio;
                    outcome.value = best.value;
                    outcome.missing.addAll(upperMissing);
                    return outcome;
                }
                if (best.reached == State.MAYBE) {
                    outcome.reached = State.MAYBE;
                }
                if (t == 0) {
                    outcome.trigger = best.trigger;
                    outcome.ratio = best.ratio;
                    outcome.value = best.value;
                }
            }
            if (outcome.reached == State.MAYBE) {
                outcome.missing.addAll(baseMissing.isEmpty() ? upperMissing : baseMissing);
            }
            return outcome;
        }

        private record Weighed(State state, long value, double ratio) {}

        private Weighed weigh(Crime.Trigger trigger, long factor, Set<String> missing, Outcome assumptions) {
            State fixed = State.YES;
            if (trigger.offender() != null && trigger.offender() != facts.offender()) {
                return new Weighed(State.NO, 0, -1);
            }
            if (trigger.role() != null) {
                boolean all = acts.stream().allMatch(act -> act.role() == trigger.role());
                boolean none = acts.stream().noneMatch(act -> act.role() == trigger.role() || act.role() == null);
                if (none) {
                    return new Weighed(State.NO, 0, -1);
                }
                if (!all) {
                    fixed = State.MAYBE;
                    missing.add("role");
                }
            }
            if (!trigger.half().isEmpty()) {
                return half(trigger, factor, missing, assumptions);
            }
            if (trigger.conduct()) {
                boolean asked = facts.crimes().contains(crime.code);
                boolean told = asked || acts.stream().anyMatch(crime::speaksOf);
                if (!told) {
                    missing.add("conduct");
                }
                return new Weighed(told ? State.YES : State.MAYBE, 0, -1);
            }
            if (trigger.bankruptcy()) {
                boolean told = acts.stream()
                        .map(CrimeFacts.Act::conduct)
                        .anyMatch(text -> text != null && has(text, "破产", "倒闭", "bankrupt"));
                return new Weighed(told ? State.YES : State.NO, 0, -1);
            }
            if (trigger.harm() != null) {
                State state = harm(trigger.harm(), missing);
                String condition = trigger.condition();
                if (condition != null && state != State.NO) {
                    missing.add(condition);
                    state = State.MAYBE;
                }
                return new Weighed(state, 0, -1);
            }
            Metric metric = trigger.metric();
            String condition = trigger.condition();
            if (metric == null) {
                if (condition != null) {
                    missing.add(condition);
                }
                return new Weighed(condition == null ? State.NO : State.MAYBE, 0, -1);
            }
            if (!scopes.contains(trigger.scope())) {
                return new Weighed(State.NO, 0, -1);
            }
            if (trigger.priorYears() > 0) {
                return prior(trigger, metric, factor, fixed, missing, assumptions);
            }
            Totals sums = totals(trigger.scope());
            return figure(trigger, metric, factor, sums, fixed, missing, assumptions);
        }

        private Weighed figure(
                Crime.Trigger trigger,
                Metric metric,
                long factor,
                Totals sums,
                State fixed,
                Set<String> missing,
                Outcome assumptions) {
            long threshold = trigger.atLeast() * factor;
            long low = sums.low[metric.ordinal()];
            long high = sums.high[metric.ordinal()];
            State state = low >= threshold ? State.YES : high < threshold ? State.NO : State.MAYBE;
            if (state == State.NO && low == 0 && high == 0 && sums.empty) {
                return new Weighed(State.NO, 0, -1);
            }
            State rest = fixed;
            Metric requires = trigger.requires();
            if (requires != null) {
                long limit = trigger.below() * factor;
                long a = sums.low[requires.ordinal()];
                long b = sums.high[requires.ordinal()];
                State holds = b < limit ? State.YES : a >= limit ? State.NO : State.MAYBE;
                if (holds == State.NO && state == State.YES) {
                    // The letter adds sold and unsold only below the line; more sales must not lead to a lower tier for
                    // certain.
                    holds = State.MAYBE;
                    missing.add("whether sold and unsold are added where the sales alone reach the line");
                }
                rest = rest.and(holds);
            }
            if (trigger.kindsMin() > 0 && rest != State.NO) {
                State kinds = kinds(sums.acts, trigger.kindsMin());
                if (kinds == State.NO && state != State.NO && !kindsTold(sums.acts)) {
                    assumptions.assumedOneMark = true;
                }
                rest = rest.and(kinds);
                if (kinds == State.MAYBE && state != State.NO) {
                    missing.add("kinds");
                }
            }
            String condition = trigger.condition();
            if (condition != null && rest == State.YES) {
                rest = State.MAYBE;
                if (state != State.NO) {
                    missing.add(condition);
                }
            }
            State all = state.and(rest);
            if (all == State.MAYBE && state == State.MAYBE) {
                name(metric, sums.acts, missing);
            }
            boolean counts = rest == State.YES && (low > 0 || high == low);
            return new Weighed(all, low, counts ? (double) low / threshold : -1);
        }

        private Weighed prior(
                Crime.Trigger trigger,
                Metric metric,
                long factor,
                State fixed,
                Set<String> missing,
                Outcome assumptions) {
            Weighed best = new Weighed(State.NO, 0, -1);
            if (!priorsKnown) {
                Weighed supposed =
                        figure(trigger, metric, factor, totals(trigger.scope()), fixed, new HashSet<>(), new Outcome());
                if (supposed.state != State.NO) {
                    assumptions.assumedNoPrior = true;
                }
                return best;
            }
            for (CrimeFacts.Prior prior : priors) {
                State matches = prior.crimes().isEmpty()
                        ? State.MAYBE
                        : prior.crimes().stream().anyMatch(trigger.priorCrimes()::contains) ? State.YES : State.NO;
                if (matches == State.NO) {
                    continue;
                }
                LocalDate window = prior.on().plusYears(trigger.priorYears());
                List<CrimeFacts.Act> after = new ArrayList<>();
                Set<CrimeFacts.Act> partly = Collections.newSetFromMap(new IdentityHashMap<>());
                for (CrimeFacts.Act act : acts) {
                    boolean inScope = inScope(act, trigger.scope());
                    if (inScope && act.end().isAfter(prior.on()) && !act.on().isAfter(window)) {
                        after.add(act);
                        if (!act.on().isAfter(prior.on())) {
                            partly.add(act);
                        }
                    }
                }
                if (after.isEmpty()) {
                    continue;
                }
                Set<String> lacking = new LinkedHashSet<>();
                Weighed weighed = figure(
                        trigger,
                        metric,
                        factor,
                        new Totals(after, partly, maker),
                        fixed.and(matches),
                        lacking,
                        assumptions);
                if (weighed.state != State.NO && matches == State.MAYBE) {
                    lacking.add("prior.crimes");
                }
                if (weighed.state != State.NO && !partly.isEmpty() && weighed.state == State.MAYBE) {
                    lacking.add("acts after the punishment of " + prior.on());
                }
                if (weighed.state == State.MAYBE) {
                    missing.addAll(lacking);
                }
                if (weighed.state.compareTo(best.state) > 0
                        || weighed.state == best.state && weighed.ratio > best.ratio) {
                    best = weighed;
                }
            }
            return best;
        }

        private Weighed half(Crime.Trigger trigger, long factor, Set<String> missing, Outcome assumptions) {
            int certain = 0;
            int possible = 0;
            boolean twice = false;
            Set<String> lacking = new LinkedHashSet<>();
            Outcome quiet = new Outcome();
            for (List<Crime.Trigger> group : trigger.half()) {
                State state = State.NO;
                int met = 0;
                for (Crime.Trigger standard : group) {
                    Weighed weighed = weigh(standard, factor, lacking, quiet);
                    state = state.or(weighed.state);
                    met += weighed.state == State.YES ? 1 : 0;
                }
                certain += state == State.YES ? 1 : 0;
                possible += state == State.NO ? 0 : 1;
                twice |= met > 1;
            }
            assumptions.assumedNoPrior |= quiet.assumedNoPrior && certain + 1 >= 2;
            if (certain >= 2) {
                return new Weighed(State.YES, 0, 1.0);
            }
            if (possible >= 2 || twice) {
                missing.addAll(lacking);
                if (twice && lacking.isEmpty()) {
                    missing.add("whether two figures of the same item are two standards");
                }
                return new Weighed(State.MAYBE, 0, -1);
            }
            return new Weighed(State.NO, 0, -1);
        }

        private State harm(CrimeFacts.Harm needed, Set<String> missing) {
            State state = State.NO;
            boolean unknown = true;
            for (CrimeFacts.Act act : acts) {
                CrimeFacts.Harm harm = act.harm();
                if (harm != null) {
                    unknown = false;
                    if (harm.compareTo(needed) >= 0) {
                        state = State.YES;
                    }
                }
            }
            if (unknown) {
                missing.add("harm");
                return State.MAYBE;
            }
            return state;
        }

        private Totals totals(Crime.Scope scope) {
            Totals known = totals.get(scope);
            if (known == null) {
                List<CrimeFacts.Act> in = scope == Crime.Scope.ALL
                        ? acts
                        : acts.stream().filter(act -> inScope(act, scope)).toList();
                known = new Totals(in, Set.of(), maker);
                totals.put(scope, known);
            }
            return known;
        }

        private static boolean inScope(CrimeFacts.Act act, Crime.Scope scope) {
            CrimeFacts.ObjectKind object = act.object();
            return switch (scope) {
                case ALL, GOODS_AND_SERVICES -> true;
                case GOODS -> object != CrimeFacts.ObjectKind.SERVICES;
                case SERVICES -> object == CrimeFacts.ObjectKind.SERVICES;
                case COPIES -> object != CrimeFacts.ObjectKind.NETWORK;
                case NETWORK -> object == CrimeFacts.ObjectKind.NETWORK || object == null;
            };
        }

        private static boolean kindsTold(List<CrimeFacts.Act> acts) {
            return acts.stream()
                    .anyMatch(act -> act.kinds() != null || !act.marks().isEmpty());
        }

        private static State kinds(List<CrimeFacts.Act> acts, int needed) {
            int told = 0;
            Set<String> sources = new HashSet<>();
            Set<String> unsourced = new HashSet<>();
            for (CrimeFacts.Act act : acts) {
                Integer kinds = act.kinds();
                if (act.marks().isEmpty()) {
                    told = Math.max(told, kinds == null ? 0 : kinds);
                }
                for (CrimeFacts.Mark mark : act.marks()) {
                    String source = mark.source();
                    if (source == null) {
                        unsourced.add(mark.name());
                    } else {
                        sources.add(source);
                    }
                }
            }
            int certain = Math.max(told, Math.max(sources.size(), unsourced.isEmpty() ? 0 : 1));
            if (certain >= needed) {
                return State.YES;
            }
            return sources.size() + unsourced.size() >= needed ? State.MAYBE : State.NO;
        }

        /** Names the facts that the metric needs and that some act lacks. */
        private static void name(Metric metric, List<CrimeFacts.Act> acts, Set<String> missing) {
            List<Metric> facts = switch (metric) {
                case SALES_PLUS_UNSOLD, TRIPLE_SALES_PLUS_UNSOLD -> List.of(Metric.SALES, Metric.UNSOLD_VALUE);
                case AMOUNT -> List.of(Metric.SALES, Metric.UNSOLD_VALUE);
                case LABELS_SUM -> List.of(Metric.LABELS, Metric.LABELS_UNSOLD);
                case COPIES_SUM -> List.of(Metric.COPIES, Metric.COPIES_UNSOLD);
                default -> List.of(metric);
            };
            boolean named = false;
            for (Metric fact : facts) {
                if (acts.stream().anyMatch(act -> !act.amounts().containsKey(fact))) {
                    missing.add(fact.word());
                    named = true;
                }
            }
            if (!named) {
                missing.add("whether " + facts.getFirst().word() + " includes the unsold");
            }
        }

        private Result plain(
                @Nullable Boolean reached, List<String> missing, @Nullable String uncertain, String zh, String en) {
            return new Result(
                    crime.code,
                    crime.zh,
                    crime.en,
                    reached,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    0,
                    List.copyOf(flags),
                    missing,
                    uncertain,
                    List.of(),
                    List.of(),
                    zh,
                    en);
        }

        private static @Nullable Boolean yes(Outcome outcome) {
            return switch (outcome.reached) {
                case YES -> true;
                case NO -> false;
                case MAYBE -> null;
            };
        }

        private static @Nullable String tier(Crime.Version version, Outcome outcome) {
            return outcome.reached == State.YES ? version.tiers().get(outcome.tier) : null;
        }

        private Result result(
                Crime.Version version,
                Outcome outcome,
                Applied applied,
                List<Other> others,
                Crime.Version first,
                Crime.Statute atAct,
                Crime.@Nullable Statute atDecision) {
            String tier = tier(version, outcome);
            Crime.Statute statute = atAct;
            if (tier != null && atDecision != null && atDecision != atAct) {
                Crime.StatuteTier old = atAct.tiers().get(tier);
                Crime.StatuteTier now = atDecision.tiers().get(tier);
                if (old != null && now != null && now.years() < old.years()) {
                    statute = atDecision;
                    flags.add("statute-later-lenient");
                } else if (applied != Applied.AT_ACT) {
                    flags.add("statute-at-act");
                }
            }
            Crime.StatuteTier range = tier == null ? null : statute.tiers().get(tier);
            Crime.Trigger trigger = outcome.trigger;
            boolean attempt = outcome.reached == State.YES && trigger != null && trigger.attempt();
            if (attempt) {
                flags.add("attempt");
            }
            if (first.uncertain() != null) {
                flags.add("transition-period");
            }
            if (begin.isBefore(first.from()) && applied != Applied.LATER_NONE_BEFORE) {
                flags.add("straddles-versions");
            }
            String uncertain = version.uncertain();
            if (outcome.reached == State.NO) {
                if (outcome.ratio >= NEAR) {
                    flags.add("near");
                }
                uncertain = assume(outcome, uncertain);
            }
            if (outcome.reached == State.MAYBE) {
                uncertain = join(uncertain, "the facts do not decide; missing: " + String.join(", ", outcome.missing));
            }
            if (attempt
                    && crime.code.equals("140")
                    && totals(Crime.Scope.ALL).low[Metric.UNSOLD_VALUE.ordinal()] >= upper(version)) {
                uncertain = join(
                        uncertain,
                        "which tier applies to unsold goods of this value is not settled by the interpretation");
            }
            List<Source> sources = new ArrayList<>();
            if (trigger != null) {
                sources.addAll(trigger.value().sources());
            }
            sources.add(
                    range == null
                            ? new Source(
                                    statute.source().instrument(),
                                    statute.source().article(),
                                    List.of(),
                                    statute.source().text(),
                                    false)
                            : new Source(
                                    statute.source().instrument(),
                                    statute.source().article(),
                                    List.of(range.quote()),
                                    statute.source().text(),
                                    false));
            if (applied != Applied.AT_ACT) {
                sources.addAll(Crimes.this.sources("crime.temporal.interpretation", decided));
            }
            String values = crime.code.equals("140") ? "crime.art140.goods-value" : "crime.ip.metric.illegal-turnover";
            List<String> valuation = crime.intellectualProperty || crime.code.equals("140")
                    ? valuation(
                            values,
                            version.from().isBefore(end)
                                    ? (applied == Applied.LATER_LENIENT ? decided : end)
                                    : version.from())
                    : List.of();
            Deciding deciding = trigger == null ? null : deciding(trigger, outcome, factor(version));
            return new Result(
                    crime.code,
                    crime.zh,
                    crime.en,
                    yes(outcome),
                    tier,
                    outcome.ratio < 0 ? null : outcome.ratio,
                    attempt,
                    deciding,
                    named(version.value()),
                    applied,
                    others,
                    range == null ? null : range.quote(),
                    range == null ? 0 : range.years(),
                    List.copyOf(flags),
                    List.copyOf(outcome.missing),
                    uncertain,
                    sources,
                    valuation,
                    why(outcome, deciding, version, true),
                    why(outcome, deciding, version, false));
        }

        private static long upper(Crime.Version version) {
            return version.triggers().size() < 2
                    ? UNBOUNDED
                    : version.triggers().get(1).getFirst().atLeast();
        }

        private @Nullable String assume(Outcome outcome, @Nullable String uncertain) {
            String text = uncertain;
            if (outcome.assumedOneMark) {
                flags.add("assumed-one-mark");
                text = join(text, "assumes one mark: with two of different sources a lower standard applies");
            }
            if (outcome.assumedNoPrior) {
                flags.add("assumed-no-prior");
                text = join(text, "assumes no earlier punishment: with one in the window a lower standard applies");
            }
            return text;
        }

        private List<String> valuation(String id, LocalDate day) {
            Parameter parameter = parameters.get(id);
            if (parameter == null) {
                return List.of();
            }
            return parameter
                    .on(day)
                    .map(value -> valuations.getOrDefault(value, List.of()))
                    .orElse(List.of());
        }

        private Deciding deciding(Crime.Trigger trigger, Outcome outcome, long factor) {
            Metric metric = trigger.metric();
            if (metric == null) {
                String word = trigger.conduct()
                        ? "conduct"
                        : trigger.harm() != null ? "harm" : trigger.half().isEmpty() ? "circumstances" : "half-rule";
                return new Deciding(
                        trigger.parameter().id(),
                        word,
                        null,
                        null,
                        trigger.half().isEmpty() ? trigger.condition() : "two standards, each at least half");
            }
            String formula = switch (metric) {
                case SALES_PLUS_UNSOLD -> "sales + unsoldValue";
                case TRIPLE_SALES_PLUS_UNSOLD -> "3 × sales + unsoldValue";
                case LABELS_SUM -> "labels + labelsUnsold";
                case COPIES_SUM -> "copies + copiesUnsold";
                case ILLEGAL_TURNOVER ->
                    acts.stream().allMatch(act -> act.amounts().containsKey(Metric.ILLEGAL_TURNOVER))
                            ? null
                            : "sales + unsoldValue";
                default -> null;
            };
            return new Deciding(
                    trigger.parameter().id(),
                    metric.word(),
                    plain(metric, trigger.atLeast() * factor),
                    plain(metric, outcome.value),
                    formula);
        }

        private static BigDecimal plain(Metric metric, long value) {
            return metric.isMoney() ? Money.ofFen(value).yuan() : BigDecimal.valueOf(value);
        }

        private String why(Outcome outcome, @Nullable Deciding deciding, Crime.Version version, boolean zh) {
            String instrument = named(version.value()).instrument();
            StringBuilder text = new StringBuilder();
            Crime.Trigger trigger = outcome.trigger;
            Metric metric = trigger == null ? null : trigger.metric();
            if (deciding != null && metric != null && deciding.value() != null && deciding.threshold() != null) {
                String unit = metric.isMoney() ? (zh ? "元" : " yuan") : "";
                if (zh) {
                    text.append(metric.zh())
                            .append(deciding.value().toPlainString())
                            .append(unit);
                    text.append(outcome.reached == State.YES ? "，达到" : "，标准为");
                    text.append(deciding.threshold().toPlainString())
                            .append(unit)
                            .append("以上");
                } else {
                    text.append(metric.en())
                            .append(' ')
                            .append(deciding.value().toPlainString())
                            .append(unit);
                    text.append(outcome.reached == State.YES ? " reaches " : " against the standard of ");
                    text.append(deciding.threshold().toPlainString()).append(unit);
                }
                text.append(zh ? "（" : " (").append(instrument).append(zh ? "）" : ")");
            } else {
                text.append(zh ? "依据" : "by ").append(instrument);
                if (deciding != null) {
                    text.append(zh ? "，看" : ", by ").append(deciding.metric());
                }
            }
            text.append(
                    switch (outcome.reached) {
                        case YES -> zh ? "；已达到。" : "; reached.";
                        case NO -> zh ? "；未达到。未达到不等于不移送。" : "; not reached, which never means: do not refer.";
                        case MAYBE -> zh ? "；现有事实不能判断。" : "; the facts do not decide.";
                    });
            return text.toString();
        }

        private static String join(@Nullable String first, String second) {
            return first == null ? second : first + "; " + second;
        }
    }
}

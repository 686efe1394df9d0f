package org.hengjian.commands.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hengjian.law.CrimeAssessment;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.Law;
import org.hengjian.law.Metric;
import org.hengjian.law.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code crimes}: what the criminal thresholds say of acts, for each crime. */
final class CrimeAnswers {

    private static final Set<String> CRIMES =
            Set.of("id", "decided", "offender", "crimes", "acts", "prior", "suspicion");
    private static final Set<String> ACT = Set.of(
            "on",
            "until",
            "role",
            "object",
            "conduct",
            "illegalTurnover",
            "illegalGain",
            "sales",
            "unsoldValue",
            "goodsValue",
            "loss",
            "directLoss",
            "copies",
            "copiesUnsold",
            "items",
            "downloads",
            "clicks",
            "members",
            "labels",
            "labelsUnsold",
            "kinds",
            "marks",
            "ownGoods",
            "forProfit",
            "harm",
            "punished");

    private final Law law;

    CrimeAnswers(Law law) {
        this.law = law;
    }

    ObjectNode answer(JsonNode json) {
        Fields fields = new Fields("", json, CRIMES);
        List<String> crimes = fields.texts("crimes");
        for (int i = 0; i < crimes.size(); i++) {
            if (!law.crimeCodes().contains(crimes.get(i))) {
                throw new Refused(
                        "/crimes/" + i, "is none of " + String.join(", ", law.crimeCodes()) + ": " + crimes.get(i));
            }
        }
        List<CrimeFacts.Act> acts = new ArrayList<>();
        for (Fields act : fields.objects("acts", ACT)) {
            acts.add(act(act));
        }
        if (acts.isEmpty()) {
            throw new Refused("/acts", "at least one act is required");
        }
        List<CrimeFacts.Prior> prior = null;
        if (fields.has("prior")) {
            prior = new ArrayList<>();
            for (Fields item : fields.objects("prior", Set.of("kind", "on", "crimes"))) {
                prior.add(new CrimeFacts.Prior(kind(item), item.needDate("on"), item.texts("crimes")));
            }
        }
        Optional<Fields> suspicion = fields.object("suspicion", Set.of("reasonable", "grounds"));
        suspicion.ifPresent(s -> s.text("grounds"));
        boolean reasonable = suspicion.flatMap(s -> s.truth("reasonable")).orElse(false);
        LocalDate decided = fields.date("decided").orElse(null);
        if (decided != null && acts.stream().anyMatch(act -> act.on().isAfter(decided))) {
            throw new Refused("/decided", "is before an act");
        }
        CrimeFacts facts = new CrimeFacts(
                decided,
                fields.word("offender", CrimeFacts.Offender.class).orElse(CrimeFacts.Offender.INDIVIDUAL),
                crimes,
                acts,
                prior,
                reasonable);
        CrimeAssessment assessment = law.crimes(facts);
        ObjectNode answer = Written.begin(json);
        ArrayNode results = answer.putArray("results");
        assessment.results().forEach(result -> result(results.addObject(), result));
        answer.put("heaviest", assessment.heaviest());
        CrimeAssessment.Referral referral = assessment.referral();
        ObjectNode refer = answer.putObject("refer");
        refer.put("must", referral.must());
        refer.put("basis", referral.basis().word());
        refer.set("sources", Written.sources(referral.sources()));
        CrimeAssessment.Limitation limitation = assessment.limitation();
        if (limitation == null) {
            answer.putNull("limitation");
        } else {
            answer.putObject("limitation")
                    .put("years", limitation.years())
                    .put("ends", limitation.ends().toString())
                    .put("expired", limitation.expired());
        }
        return answer;
    }

    private static boolean kind(Fields fields) {
        return switch (fields.needText("kind")) {
            case "administrative" -> false;
            case "criminal" -> true;
            default -> throw new Refused(fields.at("kind"), "must be administrative or criminal");
        };
    }

    private static CrimeFacts.Act act(Fields act) {
        LocalDate on = act.needDate("on");
        LocalDate until = act.date("until").orElse(null);
        if (until != null && until.isBefore(on)) {
            throw new Refused(act.at("until"), "is before on");
        }
        Map<Metric, Long> amounts = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (!metric.isFact()) {
                continue;
            }
            Optional<Long> value =
                    metric.isMoney() ? act.money(metric.word()).map(Money::fen) : act.count(metric.word());
            value.ifPresent(v -> amounts.put(metric, v));
        }
        List<CrimeFacts.Mark> marks = new ArrayList<>();
        for (Fields mark : act.objects("marks", Set.of("name", "source"))) {
            marks.add(new CrimeFacts.Mark(
                    mark.needText("name"), mark.text("source").orElse(null)));
        }
        CrimeFacts.Prior punished = act.object("punished", Set.of("on", "kind"))
                .map(p -> {
                    LocalDate day = p.needDate("on");
                    if (day.isBefore(on)) {
                        throw new Refused(p.at("on"), "is before the act");
                    }
                    return new CrimeFacts.Prior(kind(p), day, List.of());
                })
                .orElse(null);
        return new CrimeFacts.Act(
                on,
                until,
                act.word("role", CrimeFacts.Role.class).orElse(null),
                act.word("object", CrimeFacts.ObjectKind.class).orElse(null),
                act.text("conduct").orElse(null),
                amounts,
                act.count("kinds")
                        .map(kinds -> (int) Math.min(kinds, Integer.MAX_VALUE))
                        .orElse(null),
                marks,
                act.truth("ownGoods").orElse(null),
                act.truth("forProfit").orElse(null),
                act.word("harm", CrimeFacts.Harm.class).orElse(null),
                punished);
    }

    private void result(ObjectNode to, CrimeAssessment.Result result) {
        to.put("crime", result.crime());
        to.putObject("name").put("zh", result.zh()).put("en", result.en());
        to.put("reached", result.reached());
        to.put("tier", result.tier());
        Double ratio = result.ratio();
        if (ratio == null) {
            to.putNull("ratio");
        } else {
            to.put("ratio", Math.round(ratio * 1_000_000) / 1_000_000.0);
        }
        CrimeAssessment.Deciding trigger = result.trigger();
        if (trigger == null) {
            to.putNull("trigger");
        } else {
            ObjectNode node = to.putObject("trigger");
            node.put("parameter", trigger.parameter());
            node.put("metric", trigger.metric());
            node.put("threshold", trigger.threshold());
            node.put("value", trigger.value());
            node.put("formula", trigger.formula());
        }
        CrimeAssessment.Version version = result.version();
        if (version == null) {
            to.putNull("version");
        } else {
            Written.version(to.putObject("version"), version);
        }
        to.put("applied", result.applied() == null ? null : result.applied().word());
        ArrayNode others = to.putArray("others");
        for (CrimeAssessment.Other other : result.others()) {
            ObjectNode node = others.addObject();
            node.put("version", other.version().instrument());
            node.put("from", other.version().from().toString());
            node.put("reached", other.reached());
            node.put("tier", other.tier());
        }
        if (result.penalty() == null) {
            to.putNull("penalty");
        } else {
            to.putObject("penalty").put("zh", result.penalty());
        }
        Written.texts(to.putArray("flags"), result.flags());
        Written.texts(to.putArray("missing"), result.missing());
        Written.doubt(to, result.uncertain());
        to.set("sources", Written.sources(result.sources()));
        Written.texts(to.putArray("valuation"), result.valuation());
        to.putObject("why").put("zh", result.whyZh()).put("en", result.whyEn());
    }
}

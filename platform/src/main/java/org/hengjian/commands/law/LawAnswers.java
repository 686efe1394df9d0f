package org.hengjian.commands.law;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hengjian.law.Competence;
import org.hengjian.law.CrimeAssessment;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.DatedValue;
import org.hengjian.law.Deadline;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Difference;
import org.hengjian.law.Duty;
import org.hengjian.law.Exclusion;
import org.hengjian.law.Instruments;
import org.hengjian.law.Law;
import org.hengjian.law.Metric;
import org.hengjian.law.Money;
import org.hengjian.law.Parameter;
import org.hengjian.law.PenaltyQuestion;
import org.hengjian.law.PenaltyRange;
import org.hengjian.law.Period;
import org.hengjian.law.Source;
import org.hengjian.law.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Questions of law in JSON, and their answers: the contract of {@code ./hengjian law VERB} and of
 * {@code POST /api/v1/law/VERB}. Holds no state beyond the law itself.
 */
public final class LawAnswers {

    /** The verbs. */
    public static final Set<String> VERBS = Set.of("deadline", "crimes", "penalty", "competence", "explain");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WITH_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter WITHOUT_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX");

    private static final Set<String> DEADLINE = Set.of("id", "duty", "start", "extensions", "excluded", "on", "party");
    private static final Set<String> EXCLUDED = Set.of("from", "to", "reason", "notified");
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
    private static final Set<String> PENALTY = Set.of(
            "id",
            "basis",
            "actOn",
            "decidedOn",
            "illegalTurnover",
            "illegalGain",
            "goodsValue",
            "illegalIncome",
            "channel",
            "harm",
            "fine",
            "stayed",
            "repeat",
            "serious",
            "receivedOn",
            "paidOn");
    private static final Set<String> COMPETENCE = Set.of("id", "right", "object", "product", "channel", "region", "on");
    private static final Set<String> EXPLAIN = Set.of("id", "parameter", "on", "and");

    private final Law law;
    private final JsonMapper mapper;

    public LawAnswers(Law law) {
        this.law = law;
        this.mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** What came back: the JSON, and whether any question in it was refused. */
    public record Reply(JsonNode body, boolean refused) {}

    /**
     * Answers one question, or a list of them. A refused one becomes {@code {"id", "error": {"pointer", "reason"}}}; the
     * others are answered all the same.
     *
     * @throws IllegalArgumentException if there is no such verb
     */
    public Reply answer(String verb, JsonNode question) {
        if (!VERBS.contains(verb)) {
            throw new IllegalArgumentException("no such question of law: " + verb);
        }
        if (!question.isArray()) {
            return one(verb, question);
        }
        ArrayNode answers = mapper.createArrayNode();
        boolean refused = false;
        for (JsonNode item : question) {
            Reply reply = one(verb, item);
            answers.add(reply.body());
            refused |= reply.refused();
        }
        return new Reply(answers, refused);
    }

    private Reply one(String verb, JsonNode question) {
        try {
            ObjectNode answer = switch (verb) {
                case "deadline" -> deadline(question);
                case "crimes" -> crimes(question);
                case "penalty" -> penalty(question);
                case "competence" -> competence(question);
                default -> explain(question);
            };
            return new Reply(answer, false);
        } catch (Refused refused) {
            ObjectNode answer = mapper.createObjectNode();
            JsonNode id = question.isObject() ? question.get("id") : null;
            answer.set("id", id == null ? mapper.nullNode() : id);
            answer.putObject("error").put("pointer", refused.pointer()).put("reason", refused.reason());
            return new Reply(answer, true);
        }
    }

    private ObjectNode begin(JsonNode question) {
        ObjectNode answer = mapper.createObjectNode();
        JsonNode id = question.get("id");
        if (id != null && !id.isNull()) {
            answer.set("id", id);
        }
        return answer;
    }

    // deadline

    private ObjectNode deadline(JsonNode json) {
        Fields fields = new Fields("", json, DEADLINE);
        String duty = fields.needText("duty");
        if (!law.isDuty(duty)) {
            throw new Refused("/duty", notADuty(duty));
        }
        String start = fields.needText("start");
        OffsetDateTime moment = null;
        LocalDate day;
        if (start.contains("T")) {
            moment = fields.moment("start");
            day = moment.atZoneSameInstant(SHANGHAI).toLocalDate();
        } else {
            day = fields.needDate("start");
        }
        LocalDate on = fields.date("on").orElse(day);
        if (moment == null && law.runsInHours(duty, on)) {
            throw new Refused("/start", "this period runs in hours: give a moment with an offset, not a day");
        }
        List<Exclusion> excluded = new ArrayList<>();
        for (Fields span : fields.objects("excluded", EXCLUDED)) {
            LocalDate from = span.needDate("from");
            LocalDate to = span.needDate("to");
            if (to.isBefore(from)) {
                throw new Refused(span.at("to"), "is before from");
            }
            String word = span.needText("reason");
            Exclusion.Reason reason = Exclusion.Reason.ofWord(word)
                    .orElseThrow(() -> new Refused(
                            span.at("reason"),
                            "must be one of testing, expert-opinion, right-holder-identification, public-notice,"
                                    + " suspension, assistance, hearing, refund, in-transit"));
            excluded.add(new Exclusion(from, to, reason, span.truth("notified").orElse(null)));
        }
        long extensions = fields.count("extensions").orElse(0L);
        if (extensions > 100) {
            throw new Refused("/extensions", "is too large");
        }
        Boolean party = fields.text("party")
                .map(word -> switch (word) {
                    case "party" -> true;
                    case "agency" -> false;
                    default -> throw new Refused("/party", "must be agency or party");
                })
                .orElse(null);
        Deadline deadline =
                law.deadline(new DeadlineQuestion(duty, day, moment, (int) extensions, excluded, on, party));
        ObjectNode answer = begin(json);
        boolean hours = deadline.period() != null && deadline.period().unit() == Period.Unit.HOURS;
        OffsetDateTime due = deadline.dueMoment();
        if (hours && due != null) {
            String text = due.format(start.matches(".*T\\d\\d:\\d\\d(?!:).*") ? WITHOUT_SECONDS : WITH_SECONDS);
            answer.put("due", text).put("nominal", text);
        } else {
            date(answer, "due", deadline.due());
            date(answer, "nominal", deadline.nominal());
        }
        answer.put("rolled", deadline.rolled());
        date(answer, "lastWorkingDayToAct", deadline.lastWorkingDayToAct());
        Period period = deadline.period();
        if (period == null) {
            answer.putNull("unit").putNull("length");
        } else {
            answer.put("unit", period.unit().word());
            answer.put("length", period.amount());
        }
        answer.put("extended", deadline.extended());
        answer.put("provisional", deadline.provisional());
        DatedValue version = deadline.version();
        ObjectNode parameter =
                answer.putObject("parameter").put("id", deadline.parameter().id());
        if (version != null) {
            parameter.put("from", version.from().toString());
            date(parameter, "to", version.to());
            parameter.put("status", version.status().name());
            parameter.set("source", sources(version.sources()));
            if (version.note() != null) {
                parameter.put("note", version.note());
            }
        }
        parameter
                .put("zh", deadline.parameter().zh())
                .put("en", deadline.parameter().en());
        if (period != null && period.runsFrom() != null) {
            parameter.put("runsFrom", period.runsFrom());
        }
        ArrayNode days = answer.putArray("days");
        for (Deadline.Day d : deadline.days()) {
            ObjectNode item = days.addObject().put("date", d.date().toString()).put("counted", d.counted());
            if (d.n() > 0) {
                item.put("n", d.n());
            }
            if (d.why() != null) {
                item.put("why", d.why());
            }
        }
        ArrayNode alternatives = answer.putArray("alternatives");
        for (Deadline.Alternative alternative : deadline.alternatives()) {
            alternatives
                    .addObject()
                    .put("reading", alternative.reading())
                    .put("due", alternative.due().toString())
                    .put("why", alternative.why());
        }
        String effect = period == null ? null : period.effect();
        answer.put(
                "effect",
                effect != null
                        ? effect
                        : law.dutyOf(duty)
                                .map(Duty::consequenceZh)
                                .filter(zh -> !zh.equals("—"))
                                .orElse(null));
        answer.put("uncertain", deadline.uncertain());
        return answer;
    }

    private String notADuty(String duty) {
        List<String> keys = law.duties().stream()
                .filter(id -> id.startsWith(duty.replace('_', '-') + "."))
                .toList();
        if (!keys.isEmpty()) {
            return "holds several periods; name one: " + String.join(", ", keys);
        }
        boolean parameter = law.parameters().stream().anyMatch(p -> p.id().equals(duty));
        return parameter ? "this parameter is not a period: " + duty : "no period has this id: " + duty;
    }

    // crimes

    private ObjectNode crimes(JsonNode json) {
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
        ObjectNode answer = begin(json);
        ArrayNode results = answer.putArray("results");
        assessment.results().forEach(result -> result(results.addObject(), result));
        answer.put("heaviest", assessment.heaviest());
        CrimeAssessment.Referral referral = assessment.referral();
        ObjectNode refer = answer.putObject("refer");
        refer.put("must", referral.must());
        refer.put("basis", referral.basis().word());
        refer.set("sources", sources(referral.sources()));
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
            version(to.putObject("version"), version);
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
        texts(to.putArray("flags"), result.flags());
        texts(to.putArray("missing"), result.missing());
        to.put("uncertain", result.uncertain());
        to.set("sources", sources(result.sources()));
        texts(to.putArray("valuation"), result.valuation());
        to.putObject("why").put("zh", result.whyZh()).put("en", result.whyEn());
    }

    private static void version(ObjectNode to, CrimeAssessment.Version version) {
        to.put("instrument", version.instrument());
        to.put("from", version.from().toString());
        date(to, "to", version.to());
    }

    // penalty

    private ObjectNode penalty(JsonNode json) {
        Fields fields = new Fields("", json, PENALTY);
        String basis = fields.needText("basis");
        if (!law.penaltyBases().contains(basis)) {
            throw new Refused("/basis", "no range of penalty has this id: " + basis);
        }
        Map<PenaltyQuestion.Base, Money> amounts = new EnumMap<>(PenaltyQuestion.Base.class);
        for (PenaltyQuestion.Base base : PenaltyQuestion.Base.values()) {
            fields.money(base.word()).ifPresent(amount -> amounts.put(base, amount));
        }
        List<PenaltyQuestion.Span> stayed = new ArrayList<>();
        for (Fields span : fields.objects("stayed", Set.of("from", "to"))) {
            LocalDate from = span.needDate("from");
            LocalDate to = span.needDate("to");
            if (to.isBefore(from)) {
                throw new Refused(span.at("to"), "is before from");
            }
            stayed.add(new PenaltyQuestion.Span(from, to));
        }
        LocalDate actOn = fields.needDate("actOn");
        LocalDate decidedOn = fields.date("decidedOn").orElse(null);
        if (decidedOn != null && decidedOn.isBefore(actOn)) {
            throw new Refused("/decidedOn", "is before the act");
        }
        LocalDate receivedOn = fields.date("receivedOn").orElse(null);
        LocalDate paidOn = fields.date("paidOn").orElse(null);
        if (paidOn != null && receivedOn == null) {
            throw new Refused("/receivedOn", "is required where paidOn is given");
        }
        if (paidOn != null && paidOn.isBefore(receivedOn)) {
            throw new Refused("/paidOn", "is before receivedOn");
        }
        PenaltyRange range = law.penalty(new PenaltyQuestion(
                basis,
                actOn,
                decidedOn,
                amounts,
                fields.word("channel", PenaltyQuestion.Channel.class).orElse(null),
                fields.word("harm", PenaltyQuestion.Harm.class).orElse(null),
                fields.money("fine").orElse(null),
                stayed,
                fields.truth("repeat").orElse(false),
                fields.truth("serious").orElse(false),
                receivedOn,
                paidOn));
        ObjectNode answer = begin(json);
        money(answer, "min", range.min());
        money(answer, "max", range.max());
        answer.put("optional", range.optional());
        texts(answer.putArray("other"), range.other());
        answer.put("shallBe", range.shallBe());
        answer.put("decides", range.decides());
        answer.put("precondition", range.precondition());
        answer.put("applied", range.applied() == null ? null : range.applied().word());
        if (range.version() == null) {
            answer.putNull("version");
        } else {
            version(answer.putObject("version"), range.version());
        }
        answer.putObject("hearing")
                .put("must", range.hearing().must())
                .put("why", range.hearing().why());
        PenaltyRange.Limitation limitation = range.limitation();
        if (limitation == null) {
            answer.putNull("limitation");
        } else {
            answer.putObject("limitation")
                    .put("years", limitation.years())
                    .put("ends", limitation.ends().toString())
                    .put("expired", limitation.expired());
        }
        PenaltyRange.Payment payment = range.payment();
        if (payment != null) {
            ObjectNode node =
                    answer.putObject("payment").put("due", payment.due().toString());
            if (payment.daysLate() != null) {
                node.put("daysLate", payment.daysLate());
            }
            money(node, "surcharge", payment.surcharge());
        }
        answer.set("sources", sources(range.sources()));
        texts(answer.putArray("missing"), range.missing());
        answer.put("uncertain", range.uncertain());
        return answer;
    }

    // competence

    private ObjectNode competence(JsonNode json) {
        Fields fields = new Fields("", json, COMPETENCE);
        Optional<Fields> region = fields.object("region", Set.of("act", "seller", "platform"));
        Optional<String> right = fields.text("right");
        if (right.isPresent() && !law.competenceWords().rights().contains(right.get())) {
            throw new Refused(
                    "/right",
                    "must be one of "
                            + String.join(
                                    ", ",
                                    law.competenceWords().rights().stream()
                                            .sorted()
                                            .toList()));
        }
        Optional<String> product = fields.text("product");
        Optional<String> channel = fields.text("channel");
        boolean knownProduct =
                product.map(law.competenceWords().products()::contains).orElse(true);
        boolean knownChannel =
                channel.map(law.competenceWords().channels()::contains).orElse(true);
        Competence.Answer found = law.competence(new Competence.Question(
                right.orElse(null),
                fields.text("object").orElse(null),
                knownProduct ? product.orElse(null) : "other",
                knownChannel ? channel.orElse(null) : "other",
                region.flatMap(r -> r.region("act")).orElse(null),
                region.flatMap(r -> r.region("seller")).orElse(null),
                region.flatMap(r -> r.region("platform")).orElse(null),
                fields.needDate("on")));
        ObjectNode answer = begin(json);
        ArrayNode agencies = answer.putArray("agencies");
        for (Competence.Agency agency : found.agencies()) {
            ObjectNode node = agencies.addObject().put("type", agency.type());
            node.putObject("name").put("zh", agency.zh()).put("en", agency.en());
            node.put(
                    "level",
                    agency.level() == null ? null : agency.level().name().toLowerCase(java.util.Locale.ROOT));
            node.put("region", agency.region() == null ? null : agency.region().text());
            node.put("lead", agency.lead());
            if (agency.note() != null) {
                node.put("note", agency.note());
            }
            node.set("sources", sources(agency.sources()));
        }
        Competence.Conflict conflict = found.conflict();
        if (conflict == null) {
            answer.putNull("conflict");
        } else {
            ObjectNode node = answer.putObject("conflict");
            texts(
                    node.putArray("between"),
                    conflict.between().stream().map(Object::toString).toList());
            node.putObject("superior")
                    .put("region", conflict.superior().text())
                    .put("level", conflict.superior().level().name().toLowerCase(java.util.Locale.ROOT));
            node.put("rule", conflict.rule());
            node.set("sources", sources(conflict.sources()));
        }
        String uncertain = found.uncertain();
        if (!knownProduct) {
            uncertain = (uncertain == null ? "" : uncertain + "; ") + "no rule speaks of this product in particular: "
                    + product.orElse("");
        }
        answer.put("uncertain", uncertain);
        return answer;
    }

    // explain

    private ObjectNode explain(JsonNode json) {
        Fields fields = new Fields("", json, EXPLAIN);
        String id = fields.needText("parameter");
        Parameter parameter = law.parameters().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("/parameter", "no parameter has this id: " + id));
        LocalDate on = fields.date("on").orElse(law.asOf());
        Optional<LocalDate> and = fields.date("and");
        ObjectNode answer = begin(json);
        answer.put("parameter", id);
        answer.putObject("name").put("zh", parameter.zh()).put("en", parameter.en());
        answer.put("unit", parameter.unit());
        answer.put("topic", parameter.topic());
        answer.put("on", on.toString());
        Optional<DatedValue> value = parameter.on(on);
        if (value.isEmpty()) {
            answer.putNull("value");
            answer.put("uncertain", "no value on " + on);
        } else {
            value(answer, value.get());
            answer.put("uncertain", value.get().status() == Status.VERIFIED ? null : "not verified");
            articles(answer.putArray("articles"), value.get());
        }
        ArrayNode versions = answer.putArray("versions");
        parameter.values().forEach(version -> value(versions.addObject(), version));
        texts(answer.putArray("notes"), parameter.notes());
        and.ifPresent(other -> {
            ObjectNode node = answer.putObject("and");
            node.put("on", other.toString());
            Optional<DatedValue> second = parameter.on(other);
            if (second.isEmpty()) {
                node.putNull("value");
            } else {
                value(node, second.get());
                articles(node.putArray("articles"), second.get());
            }
            boolean earlier = other.isBefore(on);
            ArrayNode differences = answer.putArray("differences");
            Optional<DatedValue> before = earlier ? second : value;
            Optional<DatedValue> after = earlier ? value : second;
            answer.put("same", before.equals(after));
            if (before.isPresent() && after.isPresent() && before.get() != after.get()) {
                for (Difference difference :
                        Difference.between(before.get().value(), after.get().value())) {
                    differences
                            .addObject()
                            .put("path", difference.path())
                            .put("before", difference.before())
                            .put("after", difference.after());
                }
            }
        });
        return answer;
    }

    private void value(ObjectNode to, DatedValue value) {
        to.put("from", value.from().toString());
        date(to, "to", value.to());
        to.set("value", mapper.valueToTree(value.value().raw()));
        to.put("status", value.status().name());
        to.put("checkedOn", value.checkedOn().toString());
        if (value.note() != null) {
            to.put("note", value.note());
        }
        to.set("sources", sources(value.sources()));
    }

    private void articles(ArrayNode to, DatedValue value) {
        for (Source source : value.sources()) {
            for (Instruments.Article article : law.instruments().cited(source)) {
                to.addObject()
                        .put("instrument", source.instrument())
                        .put("article", article.heading())
                        .put("text", article.text());
            }
        }
    }

    // common

    private ArrayNode sources(List<Source> sources) {
        ArrayNode array = mapper.createArrayNode();
        for (Source source : sources) {
            ObjectNode node = array.addObject();
            node.put("instrument", source.instrument());
            node.put("article", source.article());
            node.put("quote", source.quotes().isEmpty() ? null : source.quote());
            node.put("text", source.text());
            if (source.excerpt()) {
                node.put("textCompleteness", "excerpt");
            }
        }
        return array;
    }

    private static void texts(ArrayNode to, List<String> texts) {
        texts.forEach(to::add);
    }

    private static void date(ObjectNode to, String name, @Nullable LocalDate day) {
        to.put(name, day == null ? null : day.toString());
    }

    private static void money(ObjectNode to, String name, @Nullable Money money) {
        to.put(name, money == null ? null : money.yuan());
    }
}

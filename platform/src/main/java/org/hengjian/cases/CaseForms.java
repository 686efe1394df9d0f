package org.hengjian.cases;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hengjian.law.Said;
import org.hengjian.leads.Lead;
import org.hengjian.shell.Masked;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The fields of each step, and the step taken from what was typed: one way for the pages and the interface. */
@Component
class CaseForms {

    static final int LINE = 200;
    static final int BLOCK = 8_000; // five pages of a document
    private static final String[] REFUSAL_KINDS = {"MINOR", "FIRST_MINOR", "NO_FAULT", "OTHER"};

    private final Cases cases;
    private final Clocks clocks;
    private final MeasureForms measures;
    private final Kinds kinds;
    private final VenueProposals venues;
    private final Map<Verb, StepForms> others = new EnumMap<>(Verb.class);

    CaseForms(Cases cases, Clocks clocks, MeasureForms measures, Kinds kinds, VenueProposals venues, List<StepForms> groups) {
        this.cases = cases;
        this.clocks = clocks;
        this.measures = measures;
        this.kinds = kinds;
        this.venues = venues;
        groups.forEach(group -> group.steps().forEach(verb -> others.put(verb, group)));
    }

    /** Ticked where the figures of the law call for a hearing; a person may tick it elsewhere too. */
    private String owed(CaseFile file, Penalty penalty, String today) {
        return clocks.hearingRight(file.docket().party().kind(), LocalDate.parse(today))
                .map(right -> Boolean.toString(right.isOwedFor(penalty)))
                .orElse("");
    }

    private StepForms other(Verb verb) {
        var group = others.get(verb);
        if (group == null) {
            throw new IllegalStateException("a step without a form: " + verb);
        }
        return group;
    }

    /** How a field is typed. */
    enum Kind {
        LINE,
        BLOCK,
        DAY,
        MOMENT,
        /** An agency by its name, with suggestions. */
        AGENCY,
        MONEY,
        CHOICE,
        /** Any number of the options; those of {@code start}, parted by commas, are ticked at first. */
        MANY,
        CHECK
    }

    /**
     * One field; its label is the message {@code cases.field.<name>}.
     *
     * @param options values to choose from, their words {@code cases.<name>.<value>}
     * @param words   words of the options where the law has them and no message; empty else
     * @param start   what stands there at first
     */
    record Field(
            String name, Kind kind, boolean required, List<String> options, Map<String, Said> words, String start) {

        static Field of(String name, Kind kind, boolean required) {
            return new Field(name, kind, required, List.of(), Map.of(), "");
        }

        Field optional() {
            return new Field(name, kind, false, options, words, start);
        }

        Field from(String start) {
            return new Field(name, kind, required, options, words, start);
        }
    }

    List<Field> fields(Verb verb, CaseFile file, String today) {
        var findings = file.docket().paper(Paper.Findings.class);
        var penalty = file.docket().paper(Paper.Notice.class).map(Paper.Notice::penalty)
                .or(() -> findings.map(Paper.Findings::penalty)).orElse(Penalty.NONE);
        var weighed = file.docket().paper(Paper.Weighed.class).map(Paper.Weighed::discretion);
        return switch (verb) {
            case APPROVE -> List.of();
            case REFUSE -> List.of(choice("refusal", REFUSAL_KINDS), Field.of("ground", Kind.BLOCK, true));
            case EXTEND -> file instanceof CaseFile.Pending pending && clocks.isExtendedByDiscussion(pending)
                    ? List.of(
                            Field.of("ground", Kind.BLOCK, true),
                            Field.of("extensionDays", Kind.LINE, true),
                            Field.of("members", Kind.LINE, true),
                            Field.of("discussion", Kind.BLOCK, true))
                    : List.of(Field.of("ground", Kind.BLOCK, true));
            case RECORD -> List.of(
                    choice("record", Arrays.stream(Paper.RecordKind.values())
                            .filter(kind -> kind != Paper.RecordKind.IDENTIFICATION) // a record of its own, with who gave it
                            .map(Enum::name)
                            .toArray(String[]::new)),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("place", Kind.LINE, false).from(file.docket().matter().place()),
                    Field.of("text", Kind.BLOCK, true),
                    Field.of("witness", Kind.LINE, false));
            case FINISH -> List.of(
                    Field.of("facts", Kind.BLOCK, true),
                    Field.of("opinion", Kind.BLOCK, true),
                    Field.of("fine", Kind.MONEY, false).from(weighed.map(one -> plain(one.fine())).orElse("")),
                    Field.of("confiscation", Kind.MONEY, false),
                    Field.of("others", Kind.BLOCK, false),
                    Field.of("basis", Kind.LINE, false).from(weighed
                            .map(one -> one.provision().instrument() + one.provision().article())
                            .orElse("")));
            case REVIEW -> List.of(
                    choice("reviewKind", names(Paper.ReviewKind.values())).from(clocks.reviewOwed(file.docket(), LocalDate.parse(today)).name()),
                    choice("review", names(Paper.Advice.values())),
                    new Field("doubts", Kind.MANY, false, List.of(names(Paper.ReviewPoint.values())), Map.of(), ""),
                    Field.of("opinion", Kind.BLOCK, true));
            case INFORM -> List.of(Field.of("hearing", Kind.CHECK, false).from(owed(file, penalty, today)));
            case SERVE_NOTICE, SERVE -> delivery(today);
            case DEFENCE -> List.of(
                    choice("defence", "STATEMENT", "WAIVER"),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("text", Kind.BLOCK, true),
                    Field.of("answer", Kind.BLOCK, false));
            case ASK_HEARING -> List.of(Field.of("on", Kind.DAY, true).from(today));
            case DECIDE -> List.of(
                    choice("result", names(Paper.Result.values())),
                    Field.of("fine", Kind.MONEY, false).from(plain(penalty.fine())),
                    Field.of("confiscation", Kind.MONEY, false).from(plain(penalty.confiscation())),
                    Field.of("others", Kind.BLOCK, false).from(penalty.others()),
                    Field.of("basis", Kind.LINE, false).from(penalty.basis()),
                    choice("exemption", names(Disposal.Exemption.values())).optional(),
                    Field.of("receiver", Kind.LINE, false),
                    Field.of("reasons", Kind.BLOCK, true));
            case PAY -> List.of(
                    Field.of("amount", Kind.MONEY, true)
                            .from(file instanceof CaseFile.Concluded concluded ? plain(concluded.owed()) : ""),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("receipt", Kind.LINE, true));
            case PROPOSE_CLOSING -> List.of(Field.of("outcome", Kind.BLOCK, true));
            case CLOSE -> List.of(Field.of("ground", Kind.BLOCK, false));
            case ASK_MEASURE, IMPOSE_MEASURE, REFUSE_MEASURE, TAKE_MEASURE, CONFIRM_MEASURE, EXTEND_MEASURE,
                    SETTLE_REGISTRATION, LIFT_MEASURE, COMMISSION_TESTING, PROLONG_TESTING, END_TESTING, SUSPEND, RESUME ->
                measures.fields(verb, file, today);
            default -> other(verb).fields(verb, file, today);
        };
    }

    /** Takes the step; empty, with the errors in {@code in}, when something typed cannot be read. */
    Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        return switch (verb) {
            case APPROVE -> taken(in, () -> cases.approve(step));
            case REFUSE -> {
                String kind = in.text("refusal", LINE);
                if (!Arrays.asList(REFUSAL_KINDS).contains(kind)) {
                    in.bad("refusal", "choice");
                }
                String ground = in.text("ground", BLOCK);
                yield taken(in, () -> cases.refuse(step, kind, ground));
            }
            case EXTEND -> {
                String ground = in.text("ground", BLOCK);
                if (in.raw("extensionDays").isEmpty() && in.raw("members").isEmpty() && in.raw("discussion").isEmpty()) {
                    yield taken(in, () -> cases.extend(step, ground));
                }
                String days = in.text("extensionDays", LINE);
                if (!days.isEmpty() && !days.matches("[1-9]\\d{0,2}")) {
                    in.bad("extensionDays", "days");
                }
                String members = EndingForms.members(in);
                String record = in.text("discussion", BLOCK);
                yield taken(in, () -> cases.extend(
                        step, ground, new Paper.FixedExtension(Integer.parseInt(days), members, record)));
            }
            case RECORD -> {
                var kind = in.one("record", Paper.RecordKind.class);
                var on = in.day("on");
                String place = in.optional("place", LINE);
                String text = in.text("text", BLOCK);
                String witness = in.optional("witness", LINE);
                yield taken(in, () -> cases.record(step, kind, on, place, text, witness));
            }
            case FINISH -> {
                String facts = in.text("facts", BLOCK);
                String opinion = in.text("opinion", BLOCK);
                var penalty = penalty(in);
                yield taken(in, () -> cases.finish(step, facts, opinion, penalty));
            }
            case REVIEW -> {
                var kind = in.raw("reviewKind").isEmpty()
                        ? Optional.<Paper.ReviewKind>empty()
                        : Optional.of(in.one("reviewKind", Paper.ReviewKind.class));
                var advice = in.one("review", Paper.Advice.class);
                var doubts = in.many("doubts", Paper.ReviewPoint.class);
                String opinion = in.text("opinion", BLOCK);
                yield taken(in, () -> cases.review(step, kind, advice, doubts, opinion));
            }
            case INFORM -> taken(in, () -> cases.inform(step, in.raw("hearing").equals("true")));
            case SERVE_NOTICE -> {
                var way = in.one("way", Paper.Way.class);
                var on = in.day("on");
                String recipient = in.text("recipient", LINE);
                String note = in.optional("note", BLOCK);
                yield taken(in, () -> cases.serveNotice(step, way, on, recipient, note));
            }
            case SERVE -> {
                var way = in.one("way", Paper.Way.class);
                var on = in.day("on");
                String recipient = in.text("recipient", LINE);
                String note = in.optional("note", BLOCK);
                yield taken(in, () -> cases.serve(step, way, on, recipient, note));
            }
            case DEFENCE -> {
                String kind = in.text("defence", LINE);
                var on = in.day("on");
                String text = in.text("text", BLOCK);
                String answer = "WAIVER".equals(kind) ? in.optional("answer", BLOCK) : in.text("answer", BLOCK);
                yield taken(in, () -> cases.defend(step, new Paper.Defence("WAIVER".equals(kind), on, text, answer)));
            }
            case ASK_HEARING -> {
                var on = in.day("on");
                yield taken(in, () -> cases.askHearing(step, on));
            }
            case DECIDE -> {
                var result = in.one("result", Paper.Result.class);
                var penalty = result == Paper.Result.PENALTY ? penalty(in) : Penalty.NONE;
                var exemption = in.raw("exemption").isEmpty()
                        ? Disposal.Exemption.NONE
                        : in.one("exemption", Disposal.Exemption.class);
                var disposal = new Disposal(exemption, in.optional("receiver", LINE));
                String reasons = in.text("reasons", BLOCK);
                yield taken(in, () -> cases.decide(step, result, penalty, reasons, disposal));
            }
            case PAY -> {
                var amount = in.money("amount");
                if (amount.fen() == 0) {
                    in.bad("amount", "empty");
                }
                var on = in.day("on");
                String receipt = in.text("receipt", LINE);
                yield taken(in, () -> cases.pay(step, amount, on, receipt));
            }
            case PROPOSE_CLOSING -> {
                String outcome = in.text("outcome", BLOCK);
                yield taken(in, () -> cases.proposeClosing(step, outcome));
            }
            case CLOSE -> {
                String ground = in.optional("ground", BLOCK);
                yield taken(in, () -> cases.close(step, ground));
            }
            case ASK_MEASURE, IMPOSE_MEASURE, REFUSE_MEASURE, TAKE_MEASURE, CONFIRM_MEASURE, EXTEND_MEASURE,
                    SETTLE_REGISTRATION, LIFT_MEASURE, COMMISSION_TESTING, PROLONG_TESTING, END_TESTING, SUSPEND, RESUME ->
                measures.take(verb, step, in);
            default -> other(verb).take(verb, step, in);
        };
    }

    /** The fields of a delivery (送达). */
    static List<Field> delivery(String today) {
        return List.of(
                choice("way", names(Paper.Way.values())),
                Field.of("on", Kind.DAY, true).from(today),
                Field.of("recipient", Kind.LINE, true),
                Field.of("note", Kind.BLOCK, false));
    }

    /** A delivery as typed; from when on it has effect is asked of the law where it is put on file. */
    static Paper.Delivery delivery(Inputs in) {
        var way = in.one("way", Paper.Way.class);
        var on = in.day("on");
        return new Paper.Delivery(way, on, on, in.text("recipient", LINE), in.optional("note", BLOCK));
    }

    /** 案件类型: those that hold today. */
    Field kinds() {
        var words = new LinkedHashMap<String, Said>();
        words.put("", new Said("no kind", "不选"));
        kinds.current().forEach(kind -> words.put(kind.ref().kind(), kind.name()));
        return new Field("kind", Kind.CHOICE, false, List.copyOf(words.keySet()), words, "");
    }

    private Optional<KindOfCase.Ref> kind(Inputs in) {
        String wanted = in.raw("kind");
        var found = kinds.current().stream().map(KindOfCase::ref).filter(ref -> ref.kind().equals(wanted)).findFirst();
        if (!wanted.isEmpty() && found.isEmpty()) {
            in.bad("kind", "choice");
        }
        return found;
    }

    /** The fields of a proposal. */
    static List<Field> proposal(String lead, String today) {
        return List.of(
                choice("source", names(Docket.Source.values())).from(lead.isEmpty() ? "" : "LEAD"),
                Field.of("sourceNumber", Kind.LINE, false).from(lead),
                Field.of("foundOn", Kind.DAY, true).from(today),
                choice("partyKind", names(Party.Kind.values())),
                Field.of("partyName", Kind.LINE, true),
                Field.of("partyCode", Kind.LINE, false),
                Field.of("partyAddress", Kind.LINE, true),
                Field.of("personName", Kind.LINE, false),
                Field.of("personIdentity", Kind.LINE, false),
                Field.of("personPhone", Kind.LINE, false),
                Field.of("cause", Kind.LINE, true),
                Field.of("act", Kind.BLOCK, true),
                Field.of("rightName", Kind.LINE, false),
                Field.of("place", Kind.LINE, true),
                Field.of("actFrom", Kind.DAY, true),
                Field.of("actTo", Kind.DAY, false),
                Field.of("turnover", Kind.MONEY, false),
                VenueForms.ground(Optional.empty()),
                Field.of("venueText", Kind.LINE, true),
                Field.of("ground", Kind.BLOCK, true));
    }

    private static List<Field> with(Optional<Paper.VenueStated> proposed, List<Field> fields) {
        return fields.stream()
                .map(field -> switch (field.name()) {
                    case "venueGround" -> VenueForms.ground(proposed);
                    case "venueText" -> field.from(proposed.map(Paper.VenueStated::text).orElse(""));
                    default -> field;
                })
                .toList();
    }

    /** The same of a case that was handed over to this agency; who the party is in person is typed from the papers. */
    Optional<List<Field>> proposal(CaseFile file, String today) {
        var docket = file.docket();
        var matter = docket.matter();
        boolean firm = docket.party().kind() == Party.Kind.FIRM;
        return docket.paper(Paper.HandedOver.class).map(handed -> with(venues.of(docket), proposal("", today)).stream()
                .map(field -> switch (field.name()) {
                    case "source" -> field.from(Docket.Source.TRANSFER.name());
                    case "sourceNumber" -> field.from(handed.number().text());
                    case "foundOn" -> field.from(docket.last(Paper.HandedOver.class).orElseThrow().by().on().toString());
                    case "partyKind" -> field.from(docket.party().kind().name());
                    case "partyName" -> field.from(firm ? docket.party().name() : "");
                    case "partyCode" -> field.from(docket.party().code());
                    case "partyAddress" -> field.from(docket.party().address());
                    case "cause" -> field.from(matter.cause());
                    case "act" -> field.from(matter.act());
                    case "rightName" -> field.from(matter.rightName());
                    case "place" -> field.from(matter.place());
                    case "actFrom" -> field.from(matter.span().from().toString());
                    case "actTo" -> field.from(matter.span().to().map(LocalDate::toString).orElse(""));
                    default -> field;
                })
                .toList());
    }

    /** The same with what the lead says: nothing is typed twice. */
    List<Field> proposal(Lead lead, String today) {
        return with(venues.of(lead), proposal(lead.number(), today)).stream()
                .map(field -> switch (field.name()) {
                    case "foundOn", "actFrom" -> field.from(lead.receivedOn().toString());
                    case "partyKind" -> field.from(Party.Kind.FIRM.name());
                    case "partyName" -> field.from(lead.subject().seller());
                    case "partyCode" -> field.from(lead.subject().creditCode());
                    case "act" -> field.from(lead.goods().title());
                    case "place" -> field.from(lead.subject().platform());
                    case "rightName" -> field.from(lead.right().name());
                    default -> field;
                })
                .toList();
    }

    /** Proposes; empty, with the errors in {@code in}, when something typed cannot be read. */
    Optional<Outcome> propose(Inputs in) {
        var source = in.one("source", Docket.Source.class);
        String number = in.optional("sourceNumber", LINE);
        var foundOn = in.day("foundOn");
        var kind = in.one("partyKind", Party.Kind.class);
        String name = in.text("partyName", LINE);
        String code = kind == Party.Kind.FIRM ? in.optional("partyCode", LINE).toUpperCase(java.util.Locale.ROOT) : "";
        if (!code.isEmpty() && !UnifiedSocialCreditCode.isValid(code)) {
            in.bad("partyCode", "code");
        }
        String address = in.text("partyAddress", LINE);
        var personal = new Party.Personal(
                kind == Party.Kind.PERSON ? name : in.optional("personName", LINE),
                in.optional("personIdentity", LINE),
                in.optional("personPhone", LINE));
        String cause = in.text("cause", LINE);
        String act = in.text("act", BLOCK);
        String right = in.optional("rightName", LINE);
        String place = in.text("place", LINE);
        var from = in.day("actFrom");
        var to = in.optionalDay("actTo");
        if (to.filter(last -> last.isBefore(from)).isPresent()) {
            in.bad("actTo", "before");
        }
        if (from.isAfter(foundOn)) {
            in.bad("actFrom", "afterFound");
        }
        var turnover = in.optionalMoney("turnover");
        var venue = VenueForms.proposed(in);
        String ground = in.text("ground", BLOCK);
        var officers = in.all("officers").stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
        String shown = kind == Party.Kind.PERSON ? Masked.name(name) : name;
        var ofKind = kind(in);
        return taken(in, () -> cases.propose(new FilingRequest(
                new Docket.Matter(
                        shown + "涉嫌" + cause + "案", cause, act, place, new Docket.Span(from, to), right, source, number, foundOn),
                new Party(kind, shown, code, address),
                personal,
                officers,
                turnover,
                ground,
                venue,
                ofKind.map(KindOfCase.Ref::kind).orElse(""),
                ofKind.map(KindOfCase.Ref::version).orElse(0))));
    }

    private static Penalty penalty(Inputs in) {
        return new Penalty(
                in.money("fine"), in.money("confiscation"), in.optional("others", BLOCK), in.optional("basis", LINE));
    }

    static Optional<Outcome> taken(Inputs in, java.util.function.Supplier<Outcome> step) {
        return in.isGood() ? Optional.of(step.get()) : Optional.empty();
    }

    static Field choice(String name, String... options) {
        return new Field(name, Kind.CHOICE, true, List.of(options), Map.of(), "");
    }

    /** @param words by what is sent for them, in their order */
    static Field choice(String name, Map<String, Said> words) {
        return new Field(name, Kind.CHOICE, true, List.copyOf(words.keySet()), words, "");
    }

    /** @param typed by a person, the same in each language */
    static Said said(MessageSource messages, String key, String typed) {
        return new Said(
                messages.getMessage(key, null, Locale.ENGLISH) + typed, messages.getMessage(key, null, Locale.CHINA) + typed);
    }

    static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private static String plain(org.hengjian.law.Money amount) {
        return amount.fen() == 0 ? "" : Amounts.plain(amount);
    }
}

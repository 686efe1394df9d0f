package org.hengjian.cases;

import static org.hengjian.cases.CaseForms.BLOCK;
import static org.hengjian.cases.CaseForms.LINE;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hengjian.cases.CaseForms.Field;
import org.hengjian.cases.CaseForms.Kind;
import org.hengjian.law.Said;
import org.hengjian.time.PlatformTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The fields of the steps beside the main line, and the step taken from what was typed. */
@Component
class MeasureForms {

    private static final int THINGS = 500; // a list longer than twenty pages is several lists
    private static final BigDecimal MOST = new BigDecimal("1000000000");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Measures measures;
    private final Kinds kinds;
    private final Clock clock;
    private final MessageSource messages;

    MeasureForms(Measures measures, Kinds kinds, Clock clock, MessageSource messages) {
        this.measures = measures;
        this.kinds = kinds;
        this.clock = clock;
        this.messages = messages;
    }

    List<Field> fields(Verb verb, CaseFile file, String today) {
        var docket = file.docket();
        return switch (verb) {
            case ASK_MEASURE -> taking(file);
            case TAKE_MEASURE -> {
                var fields = new ArrayList<>(taking(file));
                fields.add(1, Field.of("at", Kind.MOMENT, true).from(now()));
                yield fields;
            }
            case IMPOSE_MEASURE -> List.of(measure(docket, Measure.Asked.class::isInstance));
            case REFUSE_MEASURE -> List.of(measure(docket, Measure.Asked.class::isInstance), Field.of("ground", Kind.BLOCK, true));
            case CONFIRM_MEASURE -> List.of(measure(docket, Measure.Urgent.class::isInstance));
            case EXTEND_MEASURE -> List.of(
                    measure(docket, one -> one instanceof Measure.Running && one.kind().isCompulsory()),
                    Field.of("ground", Kind.BLOCK, true));
            case SETTLE_REGISTRATION -> List.of(
                    measure(docket, one -> one instanceof Measure.Running && !one.kind().isCompulsory()),
                    CaseForms.choice("settling", CaseForms.names(Measure.Settling.values())),
                    Field.of("text", Kind.BLOCK, true));
            case LIFT_MEASURE -> List.of(
                    measure(docket, Measure.Standing.class::isInstance),
                    CaseForms.choice("lifting", CaseForms.names(Measure.Lifting.values())),
                    Field.of("text", Kind.BLOCK, false));
            case COMMISSION_TESTING -> {
                var goods = measure(docket, Measure.Running.class::isInstance);
                var words = new LinkedHashMap<String, Said>();
                words.put("0", CaseForms.said(messages, "cases.measure.none", ""));
                words.putAll(goods.words());
                yield List.of(
                        CaseForms.choice("testing", CaseForms.names(Testing.Kind.values())),
                        CaseForms.choice("measure", words),
                        Field.of("institution", Kind.LINE, true),
                        Field.of("subject", Kind.BLOCK, true),
                        Field.of("question", Kind.BLOCK, true),
                        Field.of("until", Kind.DAY, true));
            }
            case PROLONG_TESTING -> List.of(
                    openTesting(docket, _ -> true), Field.of("until", Kind.DAY, true), Field.of("ground", Kind.BLOCK, true));
            case END_TESTING -> List.of(
                    openTesting(docket, testing -> testing.kind() == Testing.Kind.TESTING),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("outcome", Kind.BLOCK, true));
            case SUSPEND -> List.of(
                    CaseForms.choice("suspension", CaseForms.names(Paper.SuspensionGround.values())),
                    Field.of("ground", Kind.BLOCK, true));
            case RESUME -> List.of(Field.of("ground", Kind.BLOCK, true));
            default -> throw new IllegalArgumentException("not beside the main line: " + verb);
        };
    }

    /** Takes the step; empty, with the errors in {@code in}, when something typed cannot be read. */
    Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        return switch (verb) {
            case ASK_MEASURE -> {
                var kind = in.one("measureKind", Measure.Kind.class);
                var taking = taking(in);
                yield CaseForms.taken(in, () -> measures.ask(step, kind, taking));
            }
            case TAKE_MEASURE -> {
                var kind = in.one("measureKind", Measure.Kind.class);
                var at = moment(in, "at");
                var taking = taking(in);
                yield CaseForms.taken(in, () -> measures.take(step, kind, taking, at));
            }
            case IMPOSE_MEASURE -> about(in, measure -> measures.impose(step, measure));
            case REFUSE_MEASURE -> {
                String ground = in.text("ground", BLOCK);
                yield about(in, measure -> measures.refuse(step, measure, ground));
            }
            case CONFIRM_MEASURE -> about(in, measure -> measures.confirm(step, measure));
            case EXTEND_MEASURE -> {
                String ground = in.text("ground", BLOCK);
                yield about(in, measure -> measures.extend(step, measure, ground));
            }
            case SETTLE_REGISTRATION -> {
                var way = in.one("settling", Measure.Settling.class);
                String text = in.text("text", BLOCK);
                yield about(in, measure -> measures.settle(step, measure, way, text));
            }
            case LIFT_MEASURE -> {
                var ground = in.one("lifting", Measure.Lifting.class);
                String text = in.optional("text", BLOCK);
                yield about(in, measure -> measures.lift(step, measure, ground, text));
            }
            case COMMISSION_TESTING -> {
                var kind = in.one("testing", Testing.Kind.class);
                int measure = in.paper("measure");
                String institution = in.text("institution", LINE);
                String subject = in.text("subject", BLOCK);
                String question = in.text("question", BLOCK);
                var until = coming(in, "until");
                yield CaseForms.taken(
                        in, () -> measures.commission(step, kind, measure, institution, subject, question, until));
            }
            case PROLONG_TESTING -> {
                int testing = in.paper("openTesting");
                var until = coming(in, "until");
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> measures.prolong(step, testing, until, ground));
            }
            case END_TESTING -> {
                int testing = in.paper("openTesting");
                var on = in.day("on");
                String result = in.text("outcome", BLOCK);
                yield CaseForms.taken(in, () -> measures.end(step, testing, on, result));
            }
            case SUSPEND -> {
                var ground = in.one("suspension", Paper.SuspensionGround.class);
                String text = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> measures.suspend(step, ground, text));
            }
            case RESUME -> {
                String text = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> measures.resume(step, text));
            }
            default -> throw new IllegalArgumentException("not beside the main line: " + verb);
        };
    }

    private List<Field> taking(CaseFile file) {
        var kind = kinds.ofCase(file.docket().id());
        return List.of(
                CaseForms.choice("measureKind", kind.map(KindOfCase::measures)
                        .map(allowed -> allowed.stream().sorted().map(Enum::name).toArray(String[]::new))
                        .orElse(CaseForms.names(Measure.Kind.values()))),
                Field.of("place", Kind.LINE, true).from(file.docket().matter().place()),
                Field.of("goods", Kind.BLOCK, true),
                Field.of("ground", Kind.BLOCK, true),
                Field.of("measureBasis", Kind.LINE, true).from(kind.map(KindOfCase::measureBasis)
                        .map(basis -> "《" + basis.instrument() + "》" + basis.article())
                        .orElse("")));
    }

    private static Measure.Taking taking(Inputs in) {
        String place = in.text("place", LINE);
        var goods = things(in);
        String ground = in.text("ground", BLOCK);
        String basis = in.text("measureBasis", LINE);
        return new Measure.Taking(place, ground, basis, goods);
    }

    /** One thing a line: name, model, quantity, unit; the model may be left out. The error names the first bad line. */
    private static List<Measure.Thing> things(Inputs in) {
        var things = new ArrayList<Measure.Thing>();
        int line = 0;
        for (String typed : in.text("goods", BLOCK * 4).split("\\R")) {
            line++;
            if (typed.isBlank()) {
                continue;
            }
            var parts = typed.split("[,，;；|\\t]", -1);
            var thing = parts.length == 4
                    ? thing(parts[0], parts[1], parts[2], parts[3])
                    : parts.length == 3 ? thing(parts[0], "", parts[1], parts[2]) : Optional.<Measure.Thing>empty();
            if (thing.isEmpty()) {
                in.bad("goods", "goods", line);
                return things;
            }
            things.add(thing.get());
        }
        if (things.size() > THINGS) {
            in.bad("goods", "long");
        }
        return things;
    }

    private static Optional<Measure.Thing> thing(String name, String model, String quantity, String unit) {
        String figure = Normalizer.normalize(quantity, Normalizer.Form.NFKC).strip();
        if (name.isBlank() || unit.isBlank() || unit.strip().length() > 10 || name.strip().length() > LINE
                || !figure.matches("\\d{1,10}(\\.\\d{1,3})?")) {
            return Optional.empty();
        }
        var amount = new BigDecimal(figure);
        return amount.signum() == 0 || amount.compareTo(MOST) > 0
                ? Optional.empty()
                : Optional.of(new Measure.Thing(name.strip(), model.strip(), amount, unit.strip()));
    }

    private Optional<Outcome> about(Inputs in, Function<Integer, Outcome> step) {
        int measure = in.paper("measure");
        return CaseForms.taken(in, () -> step.apply(measure));
    }

    private Instant moment(Inputs in, String field) {
        try {
            var moment = LocalDateTime.parse(in.text(field, LINE)).atZone(PlatformTime.ZONE).toInstant();
            if (moment.isAfter(Instant.now(clock))) {
                in.bad(field, "future");
            }
            return moment;
        } catch (DateTimeParseException e) {
            in.bad(field, "moment");
            return Instant.now(clock);
        }
    }

    /** A day from today on. */
    private LocalDate coming(Inputs in, String field) {
        var today = LocalDate.now(clock);
        try {
            var day = LocalDate.parse(in.text(field, LINE));
            if (day.isBefore(today)) {
                in.bad(field, "past");
            } else if (day.isAfter(today.plusYears(1))) {
                in.bad(field, "day");
            }
            return day;
        } catch (DateTimeParseException e) {
            in.bad(field, "day");
            return today;
        }
    }

    private String now() {
        return MOMENT.format(Instant.now(clock).truncatedTo(ChronoUnit.MINUTES).atZone(PlatformTime.ZONE));
    }

    private Field measure(Docket docket, Predicate<Measure> which) {
        var words = new LinkedHashMap<String, Said>();
        Measure.of(docket).stream().filter(which).forEach(measure -> words.put(
                Integer.toString(measure.n()),
                CaseForms.said(messages, "cases.measureKind." + measure.kind(), " · " + measure.begun().taking().place() + " · "
                        + String.join("、", measure.begun().taking().goods().stream().map(Measure.Thing::name).toList()))));
        return CaseForms.choice("measure", words);
    }

    private Field openTesting(Docket docket, Predicate<Testing> which) {
        var words = new LinkedHashMap<String, Said>();
        Testing.of(docket).stream().filter(Testing::isOpen).filter(which).forEach(testing -> words.put(
                Integer.toString(testing.n()),
                CaseForms.said(messages, "cases.testing." + testing.kind(), " · " + testing.institution() + " · " + testing.until())));
        return CaseForms.choice("openTesting", words);
    }
}

package org.hengjian.cases;

import static org.hengjian.cases.CaseForms.BLOCK;
import static org.hengjian.cases.CaseForms.LINE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hengjian.cases.CaseForms.Field;
import org.hengjian.cases.CaseForms.Kind;
import org.springframework.stereotype.Component;

/** The forms of collective discussion, termination and what the reporter is told. */
@Component
class EndingForms implements StepForms {

    private static final int RECORD = 60_000; // a long meeting written down

    private final Endings endings;

    EndingForms(Endings endings) {
        this.endings = endings;
    }

    @Override
    public Set<Verb> steps() {
        return EnumSet.of(
                Verb.MARK_GRAVE, Verb.DISCUSS, Verb.PROPOSE_TERMINATION, Verb.TERMINATE, Verb.REFUSE_TERMINATION,
                Verb.TELL_REPORTER);
    }

    @Override
    public List<Field> fields(Verb verb, CaseFile file, String today) {
        return switch (verb) {
            case MARK_GRAVE -> List.of(
                    CaseForms.choice("gravity", CaseForms.names(Paper.Gravity.values())), Field.of("text", Kind.BLOCK, true));
            case DISCUSS -> List.of(
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("members", Kind.LINE, true),
                    Field.of("discussion", Kind.BLOCK, true),
                    Field.of("conclusion", Kind.BLOCK, true));
            case PROPOSE_TERMINATION -> List.of(
                    CaseForms.choice("termination", CaseForms.names(Paper.Termination.values())),
                    Field.of("text", Kind.BLOCK, true));
            case TERMINATE -> List.of(Field.of("ground", Kind.BLOCK, false));
            case REFUSE_TERMINATION -> List.of(Field.of("ground", Kind.BLOCK, true));
            case TELL_REPORTER -> List.of(
                    Field.of("reporter", Kind.LINE, false),
                    CaseForms.choice("reporterWay", CaseForms.names(Paper.ReporterWay.values())),
                    Field.of("on", Kind.DAY, true).from(today));
            default -> throw new IllegalArgumentException("no such ending: " + verb);
        };
    }

    @Override
    public Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        return switch (verb) {
            case MARK_GRAVE -> {
                var gravity = in.one("gravity", Paper.Gravity.class);
                String text = in.text("text", BLOCK);
                yield CaseForms.taken(in, () -> endings.markGrave(step, gravity, text));
            }
            case DISCUSS -> {
                var on = in.day("on");
                String members = members(in);
                String record = in.text("discussion", RECORD);
                String conclusion = in.text("conclusion", BLOCK);
                yield CaseForms.taken(in, () -> endings.discuss(step, on, members, record, conclusion));
            }
            case PROPOSE_TERMINATION -> {
                var kind = in.one("termination", Paper.Termination.class);
                String text = in.text("text", BLOCK);
                yield CaseForms.taken(in, () -> endings.proposeTermination(step, kind, text));
            }
            case TERMINATE -> {
                String ground = in.optional("ground", BLOCK);
                yield CaseForms.taken(in, () -> endings.terminate(step, ground));
            }
            case REFUSE_TERMINATION -> {
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> endings.refuseTermination(step, ground));
            }
            case TELL_REPORTER -> {
                var way = in.one("reporterWay", Paper.ReporterWay.class);
                String reporter = way == Paper.ReporterWay.ANONYMOUS ? "" : in.text("reporter", LINE);
                var on = in.day("on");
                yield CaseForms.taken(in, () -> endings.tellReporter(step, on, way, reporter));
            }
            default -> throw new IllegalArgumentException("no such ending: " + verb);
        };
    }

    /** Those who discussed together: two at least. */
    static String members(Inputs in) {
        String members = in.text("members", LINE);
        if (members.split("[、，,;；\\s]+").length == 1 && !members.isEmpty()) {
            in.bad("members", "alone");
        }
        return members;
    }
}

package org.hengjian.cases;

import static org.hengjian.cases.CaseForms.BLOCK;
import static org.hengjian.cases.CaseForms.LINE;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hengjian.access.Role;
import org.hengjian.agencies.People;
import org.hengjian.cases.CaseForms.Field;
import org.hengjian.cases.CaseForms.Kind;
import org.hengjian.law.Said;
import org.springframework.stereotype.Component;

/** The forms of the hearing. */
@Component
class HearingForms implements StepForms {

    private static final int RECORD = 60_000; // a day's hearing written down

    private final Hearings hearings;
    private final People people;

    HearingForms(Hearings hearings, People people) {
        this.hearings = hearings;
        this.people = people;
    }

    @Override
    public Set<Verb> steps() {
        return EnumSet.of(
                Verb.CALL_HEARING, Verb.SERVE_HEARING, Verb.HOLD_HEARING, Verb.HEAR, Verb.END_HEARING, Verb.WITHDRAW_HEARING);
    }

    @Override
    public List<Field> fields(Verb verb, CaseFile file, String today) {
        return switch (verb) {
            case CALL_HEARING -> List.of(
                    Field.of("hearingAt", Kind.MOMENT, true),
                    Field.of("place", Kind.LINE, true),
                    presiding(file),
                    Field.of("recorder", Kind.LINE, false),
                    Field.of("closed", Kind.BLOCK, false));
            case SERVE_HEARING -> CaseForms.delivery(today);
            case HOLD_HEARING -> List.of(
                    Field.of("present", Kind.BLOCK, true),
                    Field.of("hearingRecord", Kind.BLOCK, true),
                    CaseForms.choice("signed", "YES", "NO"),
                    Field.of("unsigned", Kind.LINE, false));
            case HEAR -> List.of(Field.of("report", Kind.BLOCK, true));
            case END_HEARING -> List.of(
                    CaseForms.choice("ending", "ABSENT", "LEFT"), Field.of("text", Kind.BLOCK, true));
            case WITHDRAW_HEARING -> List.of(
                    Field.of("on", Kind.DAY, true).from(today), Field.of("text", Kind.BLOCK, true));
            default -> throw new IllegalArgumentException("no step of the hearing: " + verb);
        };
    }

    @Override
    public Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        return switch (verb) {
            case CALL_HEARING -> {
                var at = in.comingMoment("hearingAt");
                String place = in.text("place", LINE);
                long presiding = in.number("presiding");
                String recorder = in.optional("recorder", LINE);
                String closed = in.optional("closed", BLOCK);
                yield CaseForms.taken(in, () -> hearings.call(step, at, place, presiding, recorder, closed));
            }
            case SERVE_HEARING -> {
                var delivery = CaseForms.delivery(in);
                yield CaseForms.taken(in, () -> hearings.serve(step, delivery));
            }
            case HOLD_HEARING -> {
                String present = in.text("present", BLOCK);
                String record = in.text("hearingRecord", RECORD);
                boolean signed = "YES".equals(in.choice("signed", "YES", "NO"));
                String note = signed ? in.optional("unsigned", LINE) : in.text("unsigned", LINE);
                yield CaseForms.taken(in, () -> hearings.hold(step, present, record, signed, note));
            }
            case HEAR -> {
                String report = in.text("report", BLOCK);
                yield CaseForms.taken(in, () -> hearings.report(step, report));
            }
            case END_HEARING -> {
                var ending = Paper.HearingEnding.valueOf(in.choice("ending", "ABSENT", "LEFT"));
                String text = in.text("text", BLOCK);
                yield CaseForms.taken(in, () -> hearings.end(step, ending, text));
            }
            case WITHDRAW_HEARING -> {
                var on = in.day("on");
                String text = in.text("text", BLOCK);
                yield CaseForms.taken(in, () -> hearings.withdraw(step, on, text));
            }
            default -> throw new IllegalArgumentException("no step of the hearing: " + verb);
        };
    }

    /** Those who may preside: reviewers of the agency who do not handle the case. */
    private Field presiding(CaseFile file) {
        var words = new LinkedHashMap<String, Said>();
        people.of(file.docket().agency(), Role.REVIEWER).stream()
                .filter(person -> !file.docket().isHandledBy(person.id()))
                .forEach(person -> words.put(
                        Long.toString(person.id()), new Said(person.nameLatin() + " " + person.name(), person.name())));
        return CaseForms.choice("presiding", words);
    }
}

package org.hengjian.cases;

import static org.hengjian.cases.CaseForms.BLOCK;
import static org.hengjian.cases.CaseForms.LINE;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hengjian.cases.CaseForms.Field;
import org.hengjian.cases.CaseForms.Kind;
import org.hengjian.law.Said;
import org.springframework.stereotype.Component;

/** The forms of orders, letters and the address of service. */
@Component
class LetterForms implements StepForms {

    private final Letters letters;
    private final Clocks clocks;

    LetterForms(Letters letters, Clocks clocks) {
        this.letters = letters;
        this.clocks = clocks;
    }

    @Override
    public Set<Verb> steps() {
        return Verb.LETTERS;
    }

    @Override
    public List<Field> fields(Verb verb, CaseFile file, String today) {
        return switch (verb) {
            case ORDER_CORRECTION -> List.of(
                    Field.of("correctionAct", Kind.BLOCK, true).from(file.docket().matter().act()),
                    Field.of("requirement", Kind.BLOCK, true),
                    Field.of("correctionBasis", Kind.LINE, true).from(clocks.correctionBasis(LocalDate.parse(today))),
                    Field.of("correctUntil", Kind.DAY, false));
            case SERVE_CORRECTION -> Stream.concat(
                            Stream.of(order(file, CorrectionOrder::isUnserved)), CaseForms.delivery(today).stream())
                    .toList();
            case CHECK_CORRECTION -> List.of(
                    order(file, CorrectionOrder::isUnchecked),
                    Field.of("on", Kind.DAY, true).from(today),
                    CaseForms.choice("corrected", CaseForms.names(Paper.Corrected.values())),
                    Field.of("text", Kind.BLOCK, true));
            case ASK_ASSISTANCE -> List.of(
                    CaseForms.choice("assistant", CaseForms.names(Paper.Assistant.values())),
                    Field.of("addressee", Kind.LINE, true),
                    Field.of("assistanceSubject", Kind.BLOCK, true),
                    Field.of("needed", Kind.BLOCK, false),
                    Field.of("answerUntil", Kind.DAY, false));
            case RECORD_ASSISTANCE -> List.of(
                    letter(file),
                    CaseForms.choice("assistanceNote", CaseForms.names(Paper.AssistanceNote.values())),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("prolongedTo", Kind.DAY, false),
                    Field.of("answerText", Kind.BLOCK, false));
            case SUMMON -> List.of(
                    Field.of("questioned", Kind.LINE, true),
                    Field.of("questionAt", Kind.MOMENT, true),
                    Field.of("place", Kind.LINE, true),
                    Field.of("bring", Kind.BLOCK, false));
            case CONFIRM_ADDRESS -> List.of(
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("serviceAddress", Kind.LINE, true).from(file.docket().party().address()),
                    Field.of("addressReceiver", Kind.LINE, false),
                    CaseForms.choice("electronic", CaseForms.names(Paper.Electronic.values())),
                    Field.of("electronicAddress", Kind.LINE, false));
            default -> throw new IllegalArgumentException("no order and no letter: " + verb);
        };
    }

    @Override
    public Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        return switch (verb) {
            case ORDER_CORRECTION -> {
                String act = in.text("correctionAct", BLOCK);
                String requirement = in.text("requirement", BLOCK);
                String basis = in.text("correctionBasis", LINE);
                var until = coming(in, "correctUntil");
                yield CaseForms.taken(in, () -> letters.order(step, act, requirement, basis, until));
            }
            case SERVE_CORRECTION -> {
                int order = in.paper("whichOrder");
                var delivery = CaseForms.delivery(in);
                yield CaseForms.taken(in, () -> letters.serve(step, order, delivery));
            }
            case CHECK_CORRECTION -> {
                int order = in.paper("whichOrder");
                var on = in.day("on");
                var corrected = in.one("corrected", Paper.Corrected.class);
                String text = in.text("text", BLOCK);
                yield CaseForms.taken(in, () -> letters.check(step, order, on, corrected, text));
            }
            case ASK_ASSISTANCE -> {
                var assistant = in.one("assistant", Paper.Assistant.class);
                String addressee = in.text("addressee", LINE);
                String subject = in.text("assistanceSubject", BLOCK);
                String needed = in.optional("needed", BLOCK);
                var until = coming(in, "answerUntil");
                // Among market regulators the rules set the term; of other agencies one asks for an answer by a day.
                if (assistant == Paper.Assistant.MARKET && until.isPresent()) {
                    in.bad("answerUntil", "byLaw");
                } else if (assistant == Paper.Assistant.OTHER && until.isEmpty()) {
                    in.bad("answerUntil", "empty");
                }
                yield CaseForms.taken(in, () -> letters.ask(step, assistant, addressee, subject, needed, until));
            }
            case RECORD_ASSISTANCE -> {
                int letter = in.paper("whichLetter");
                var note = in.one("assistanceNote", Paper.AssistanceNote.class);
                var on = in.day("on");
                boolean prolonged = note == Paper.AssistanceNote.PROLONGED;
                var until = prolonged ? Optional.of(in.comingDay("prolongedTo")) : Optional.<LocalDate>empty();
                boolean ends = note == Paper.AssistanceNote.ANSWERED || note == Paper.AssistanceNote.DECLINED;
                String text = ends ? in.text("answerText", BLOCK) : in.optional("answerText", BLOCK);
                yield CaseForms.taken(in, () -> letters.note(step, letter, note, on, until, text));
            }
            case SUMMON -> {
                String person = in.text("questioned", LINE);
                var at = in.comingMoment("questionAt");
                String place = in.text("place", LINE);
                String bring = in.optional("bring", BLOCK);
                yield CaseForms.taken(in, () -> letters.summon(step, person, at, place, bring));
            }
            case CONFIRM_ADDRESS -> {
                var on = in.day("on");
                String address = in.text("serviceAddress", LINE);
                String receiver = in.optional("addressReceiver", LINE);
                var electronic = in.one("electronic", Paper.Electronic.class);
                String account = electronic == Paper.Electronic.NONE ? "" : in.text("electronicAddress", LINE);
                yield CaseForms.taken(in, () -> letters.confirm(step, on, address, receiver, electronic, account));
            }
            default -> throw new IllegalArgumentException("no order and no letter: " + verb);
        };
    }

    private static Optional<LocalDate> coming(Inputs in, String field) {
        return in.raw(field).isEmpty() ? Optional.empty() : Optional.of(in.comingDay(field));
    }

    private static Field order(CaseFile file, Predicate<CorrectionOrder> which) {
        var shown = new LinkedHashMap<Integer, String>();
        CorrectionOrder.of(file.docket()).stream()
                .filter(which)
                .forEach(one -> shown.put(one.n(), one.ordered().number().text() + " · " + one.due()));
        return choice("whichOrder", shown);
    }

    private static Field letter(CaseFile file) {
        var shown = new LinkedHashMap<Integer, String>();
        Assistance.of(file.docket()).stream()
                .filter(Assistance::isOpen)
                .forEach(one -> shown.put(one.n(), one.asked().addressee() + " · " + one.asked().number().text()));
        return choice("whichLetter", shown);
    }

    private static Field choice(String name, Map<Integer, String> shown) {
        Map<String, Said> words = new LinkedHashMap<>();
        shown.forEach((n, text) -> words.put(Integer.toString(n), new Said(text, text)));
        return CaseForms.choice(name, words);
    }
}

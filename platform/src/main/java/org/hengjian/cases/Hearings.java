package org.hengjian.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hengjian.access.Role;
import org.hengjian.access.Seal;
import org.hengjian.agencies.People;
import org.hengjian.documents.Numbers;
import org.hengjian.shell.Masked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The hearing (听证) from its notice to the report: who presides, who was there, what was said. One verb a step, each one
 * transaction, as in {@link Cases}.
 */
@Service
@Transactional
public class Hearings {

    private static final String NOTICE_WORD = "听通";

    private final Steps steps;
    private final Procedure procedure;
    private final LetterRules letters;
    private final Clocks clocks;
    private final HearingDocuments documents;
    private final Numbers numbers;
    private final People people;
    private final Seal seal;

    Hearings(
            Steps steps,
            Procedure procedure,
            LetterRules letters,
            Clocks clocks,
            HearingDocuments documents,
            Numbers numbers,
            People people,
            Seal seal) {
        this.steps = steps;
        this.procedure = procedure;
        this.letters = letters;
        this.clocks = clocks;
        this.documents = documents;
        this.numbers = numbers;
        this.people = people;
        this.seal = seal;
    }

    /**
     * 指定听证主持人，签发听证通知书; called again it takes the place of the earlier call (延期).
     *
     * @param presiding person of the agency who does not handle the case
     * @param recorder  记录员; may be empty
     * @param closed    why it is not public; empty for a public hearing
     */
    public Outcome call(Step step, Instant at, String place, long presiding, String recorder, String closed) {
        return steps.take(step, Verb.CALL_HEARING, closed, CaseFile.HearingAsked.class, (file, by) -> {
            var person = people.of(file.docket().agency(), Role.REVIEWER).stream()
                    .filter(one -> one.id() == presiding)
                    .findFirst();
            var grounds = procedure.againstCalling(file, presiding, person.isPresent(), Hearing.day(at), by.on());
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var called = new Paper.HearingCalled(
                    numbers.draw(NOTICE_WORD), at, Hearing.day(at), place, presiding, person.orElseThrow().name(), recorder, closed);
            var after = file.put(by, called);
            documents.issueCall(after, called, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 送达听证通知书. */
    public Outcome serve(Step step, Paper.Delivery delivery) {
        return steps.take(step, Verb.SERVE_HEARING, delivery.on(), "", CaseFile.HearingAsked.class, (file, by) -> {
            var reached = new Paper.Delivery(
                    delivery.way(),
                    delivery.on(),
                    clocks.effective(delivery.way(), delivery.on()),
                    Masked.name(delivery.recipient()),
                    delivery.note());
            var grounds = new ArrayList<>(procedure.againstServingCall(file, reached));
            grounds.addAll(letters.againstWay(file.docket(), delivery.way()));
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var after = file.put(by, new Paper.HearingCallServed(reached));
            documents.issueReceipt(after, reached, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /**
     * 举行听证，制作笔录.
     *
     * @param present who took part, name by name; masked on file, in full under seal and in the document
     * @param signed  whether the party signed the record; otherwise {@code note} says why not
     */
    public Outcome hold(Step step, String present, String record, boolean signed, String note) {
        return steps.take(step, Verb.HOLD_HEARING, "", CaseFile.HearingAsked.class, (file, by) -> {
            if (!signed && note.isEmpty()) {
                return new Outcome.Refused(List.of(procedure.ground("RECORD_UNSIGNED")));
            }
            var on = Hearing.of(file.docket()).flatMap(Hearing::day).orElseThrow();
            var after = file.put(by, new Paper.HearingHeld(
                    on, String.join("、", names(present).stream().map(Masked::name).toList()), seal.seal(present), record, signed, note));
            documents.issueRecord(after, present, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 听证报告: the hearing is over. */
    public Outcome report(Step step, String report) {
        return steps.take(step, Verb.HEAR, "", CaseFile.HearingAsked.class, (file, by) -> {
            var on = Hearing.of(file.docket()).flatMap(Hearing::lastDay).orElseThrow();
            var after = file.hear(by, new Paper.Heard(on, report));
            documents.issueReport(after, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 终止听证: the party stayed away, or left. */
    public Outcome end(Step step, Paper.HearingEnding ending, String text) {
        return steps.take(step, Verb.END_HEARING, text, CaseFile.HearingAsked.class, (file, by) -> {
            if (ending == Paper.HearingEnding.WITHDRAWN) {
                throw new IllegalArgumentException("who withdraws does not stay away: " + step);
            }
            var after = file.end(by, new Paper.HearingEnded(ending, by.on(), text));
            documents.issueRecord(after, "", steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 撤回听证要求. */
    public Outcome withdraw(Step step, java.time.LocalDate on, String text) {
        return steps.take(step, Verb.WITHDRAW_HEARING, on, text, CaseFile.HearingAsked.class, (file, by) ->
                new Outcome.Done(file.end(by, new Paper.HearingEnded(Paper.HearingEnding.WITHDRAWN, on, text))));
    }

    private static List<String> names(String typed) {
        return java.util.Arrays.stream(typed.split("[、，,;；\\s]+")).filter(name -> !name.isEmpty()).toList();
    }
}

package org.hengjian.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.hengjian.access.Seal;
import org.hengjian.documents.Numbers;
import org.hengjian.shell.Masked;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders and letters beside the main line: 责令改正, 协助调查, 询问通知, and the address at which the party takes documents
 * (送达地址确认). One verb a step, each one transaction, as in {@link Cases}; the state of the case stays.
 */
@Service
@Transactional
public class Letters {

    private static final String CORRECTION_WORD = "责改";
    private static final String ASSISTANCE_WORD = "协查";
    private static final String SUMMONS_WORD = "询通";

    private final Steps steps;
    private final LetterRules rules;
    private final Clocks clocks;
    private final LetterDocuments documents;
    private final ServiceAddresses addresses;
    private final Numbers numbers;
    private final Seal seal;

    Letters(
            Steps steps,
            LetterRules rules,
            Clocks clocks,
            LetterDocuments documents,
            ServiceAddresses addresses,
            Numbers numbers,
            Seal seal) {
        this.steps = steps;
        this.rules = rules;
        this.clocks = clocks;
        this.documents = documents;
        this.addresses = addresses;
        this.numbers = numbers;
        this.seal = seal;
    }

    /**
     * 责令改正.
     *
     * @param act   what is against the law
     * @param until last day of the term; empty where it is to be done at once
     */
    public Outcome order(Step step, String act, String requirement, String basis, Optional<LocalDate> until) {
        return steps.take(step, Verb.ORDER_CORRECTION, requirement, CaseFile.class, (file, by) -> {
            var ordered = new Paper.CorrectionOrdered(numbers.draw(CORRECTION_WORD), act, requirement, basis, until);
            var after = file.put(by, ordered);
            documents.issueOrder(after, ordered, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 送达责令改正通知书. @param order place of the order among the papers, here and below */
    public Outcome serve(Step step, int order, Paper.Delivery delivery) {
        return steps.take(step, Verb.SERVE_CORRECTION, "", CaseFile.class, (file, by) -> {
            var grounds = new ArrayList<>(rules.againstServing(file.docket(), order, delivery.on()));
            grounds.addAll(rules.againstWay(file.docket(), delivery.way()));
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var reached = new Paper.Delivery(
                    delivery.way(), delivery.on(), clocks.effective(delivery.way(), delivery.on()),
                    Masked.name(delivery.recipient()), delivery.note());
            var after = file.put(by, new Paper.CorrectionServed(order, reached));
            documents.issueReceipt(after, order, reached, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 复查改正情况. */
    public Outcome check(Step step, int order, LocalDate on, Paper.Corrected corrected, String text) {
        return steps.take(step, Verb.CHECK_CORRECTION, "", CaseFile.class, (file, by) -> {
            var grounds = rules.againstChecking(file.docket(), order, on, corrected);
            return grounds.isEmpty()
                    ? new Outcome.Done(file.put(by, new Paper.CorrectionChecked(order, on, corrected, text)))
                    : new Outcome.Refused(grounds);
        });
    }

    /** 请求协助调查. @param until day by which an answer is asked for; empty where the law sets the term */
    public Outcome ask(
            Step step, Paper.Assistant assistant, String addressee, String subject, String needed, Optional<LocalDate> until) {
        return steps.take(step, Verb.ASK_ASSISTANCE, "", CaseFile.class, (file, by) -> {
            var asked = new Paper.AssistanceAsked(
                    numbers.draw(ASSISTANCE_WORD), assistant, addressee, subject, needed, until);
            var after = file.put(by, asked);
            documents.issueLetter(after, asked, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 登记协助调查的收函、延期、复函. @param until for {@link Paper.AssistanceNote#PROLONGED} */
    public Outcome note(
            Step step, int letter, Paper.AssistanceNote note, LocalDate on, Optional<LocalDate> until, String text) {
        return steps.take(step, Verb.RECORD_ASSISTANCE, "", CaseFile.class, (file, by) -> {
            var grounds = rules.againstNoting(file.docket(), letter, on, until);
            return grounds.isEmpty()
                    ? new Outcome.Done(file.put(by, new Paper.AssistanceNoted(letter, note, on, until, text)))
                    : new Outcome.Refused(grounds);
        });
    }

    /** 通知询问. @param person who is asked, in full; sealed on file */
    public Outcome summon(Step step, String person, Instant at, String place, String bring) {
        return steps.take(step, Verb.SUMMON, "", CaseFile.class, (file, by) -> {
            var summoned = new Paper.Summoned(
                    numbers.draw(SUMMONS_WORD), Masked.name(person), seal.seal(person), at,
                    LocalDate.ofInstant(at, PlatformTime.ZONE), place, bring);
            var after = file.put(by, summoned);
            documents.issueSummons(after, summoned, person, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 确认送达地址: the newest counts. @param receiver who takes documents for the party, in full; sealed on file */
    public Outcome confirm(
            Step step, LocalDate on, String address, String receiver, Paper.Electronic electronic, String electronicAddress) {
        return steps.take(step, Verb.CONFIRM_ADDRESS, "", CaseFile.class, (file, by) -> {
            var reach = new ServiceAddresses.Reach(receiver, electronicAddress);
            var confirmed = addresses.confirmed(on, address, electronic, reach);
            var after = file.put(by, confirmed);
            documents.issueAddress(after, confirmed, reach, steps.personal(after));
            return new Outcome.Done(after);
        });
    }
}

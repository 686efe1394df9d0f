package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import org.hengjian.access.Seal;
import org.hengjian.documents.Numbers;
import org.hengjian.shell.Masked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opinions of experts (鉴定意见) and identifications by right holders (辨认、鉴别意见): put on file, told to the party, and what
 * becomes of its request for another one (重新鉴定). One verb a step, each one transaction, as in {@link Cases}; the state of
 * the case stays.
 */
@Service
@Transactional
public class Opinions {

    private static final String NOTICE_WORD = "鉴告";
    private static final String RENEWAL_WORD = "重鉴";

    private final Steps steps;
    private final OpinionRules rules;
    private final LetterRules letters;
    private final Clocks clocks;
    private final OpinionDocuments documents;
    private final Numbers numbers;
    private final Seal seal;

    Opinions(
            Steps steps, OpinionRules rules, LetterRules letters, Clocks clocks, OpinionDocuments documents, Numbers numbers, Seal seal) {
        this.steps = steps;
        this.rules = rules;
        this.letters = letters;
        this.clocks = clocks;
        this.documents = documents;
        this.numbers = numbers;
        this.seal = seal;
    }

    /**
     * 登记鉴定意见、辨认（鉴别）意见. With its commission named, the days of the commission end.
     *
     * @param signers who signed it, in full; sealed on file
     */
    public Outcome receive(Step step, Given given, String signers) {
        return steps.take(step, Verb.RECORD_OPINION, "", CaseFile.class, (file, by) -> {
            var opinion = new Paper.OpinionReceived(
                    given.kind(), given.testing(), given.giver(), given.standing(), given.qualification(),
                    Masked.name(signers), signers.isEmpty() ? new byte[0] : seal.seal(signers),
                    given.question(), given.method(), given.conclusion(), given.on());
            var grounds = rules.againstReceiving(file.docket(), opinion);
            return grounds.isEmpty() ? new Outcome.Done(file.put(by, opinion)) : new Outcome.Refused(grounds);
        });
    }

    /**
     * What an opinion says.
     *
     * @param testing place of its commission among the papers; 0 for one that nobody commissioned here
     * @param on      the day on which it came
     */
    public record Given(
            Testing.Kind kind,
            int testing,
            String giver,
            Paper.Standing standing,
            String qualification,
            String question,
            String method,
            String conclusion,
            LocalDate on) {}

    /** 告知当事人. @param recipient of the delivery in full */
    public Outcome tell(Step step, int opinion, Paper.Delivery delivery) {
        return steps.take(step, Verb.TELL_OPINION, "", CaseFile.class, (file, by) -> {
            var grounds = new ArrayList<>(rules.againstTelling(file.docket(), opinion, delivery.on()));
            grounds.addAll(letters.againstWay(file.docket(), delivery.way()));
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var reached = new Paper.Delivery(
                    delivery.way(), delivery.on(), clocks.effective(delivery.way(), delivery.on()),
                    Masked.name(delivery.recipient()), delivery.note());
            var told = new Paper.OpinionTold(opinion, numbers.draw(NOTICE_WORD), reached);
            var after = file.put(by, told);
            documents.issueNotice(after, opinion(after, opinion), told, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 登记重新鉴定申请. @param on the day on which the party asked */
    public Outcome ask(Step step, int opinion, LocalDate on, String ground) {
        return steps.take(step, Verb.ASK_NEW_OPINION, ground, CaseFile.class, (file, by) -> {
            var grounds = rules.againstAsking(file.docket(), opinion, on);
            return grounds.isEmpty()
                    ? new Outcome.Done(file.put(by, new Paper.NewOpinionAsked(opinion, on, ground)))
                    : new Outcome.Refused(grounds);
        });
    }

    /** 决定是否重新鉴定. Another expert is commissioned afterwards, by those who handle the case. */
    public Outcome decide(Step step, int request, boolean granted, String ground) {
        return steps.take(step, Verb.DECIDE_NEW_OPINION, ground, CaseFile.class, (file, by) -> {
            var grounds = rules.againstDeciding(file.docket(), request);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var asked = Opinion.pending(file.docket()).stream()
                    .filter(renewal -> renewal.n() == request)
                    .findFirst()
                    .orElseThrow()
                    .asked();
            var decided = new Paper.NewOpinionDecided(request, granted, ground, numbers.draw(RENEWAL_WORD));
            var after = file.put(by, decided);
            documents.issueDecision(after, opinion(after, asked.opinion()), asked, decided, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    private static Opinion opinion(CaseFile file, int n) {
        return Opinion.of(file.docket()).stream().filter(one -> one.n() == n).findFirst().orElseThrow();
    }
}

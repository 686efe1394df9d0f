package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hengjian.documents.Numbers;
import org.hengjian.shell.Masked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows a served decision: remedies, instalments, what delay adds, the demand and the court (执行). One verb a step,
 * each one transaction, as in {@link Cases}.
 */
@Service
@Transactional
public class Executions {

    private static final String INSTALMENTS_WORD = "缓缴";
    private static final String SURCHARGE_WORD = "加罚";
    private static final String DEMAND_WORD = "催";
    private static final String ENFORCEMENT_WORD = "强执";

    private final Steps steps;
    private final Procedure procedure;
    private final LetterRules letters;
    private final Clocks clocks;
    private final ExecutionDocuments documents;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;

    Executions(
            Steps steps,
            Procedure procedure,
            LetterRules letters,
            Clocks clocks,
            ExecutionDocuments documents,
            Numbers numbers,
            ApplicationEventPublisher events) {
        this.steps = steps;
        this.procedure = procedure;
        this.letters = letters;
        this.clocks = clocks;
        this.documents = documents;
        this.numbers = numbers;
        this.events = events;
    }

    /** 登记行政复议、行政诉讼. */
    public Outcome markRemedy(Step step, Paper.RemedyKind kind, LocalDate on, String body, String number) {
        return put(step, Verb.MARK_REMEDY, on, (_, _) -> new Paper.RemedyBegun(kind, on, body, number));
    }

    /**
     * 登记复议、诉讼结果; also while the case is investigated anew, since the remedy goes on meanwhile.
     *
     * @param penalty what is left of it, when it was changed
     */
    public Outcome endRemedy(
            Step step, Paper.RemedyOutcome outcome, LocalDate on, String text, Optional<Penalty> penalty) {
        return steps.take(step, Verb.END_REMEDY, text, CaseFile.class, (file, by) -> {
            var open = Remedy.of(file.docket()).stream().filter(Remedy::isOpen).findFirst().orElseThrow();
            if (on.isBefore(open.begun().on())) {
                return new Outcome.Refused(List.of(procedure.ground("REMEDY_BACKWARDS", open.begun().on())));
            }
            var decision = open.decision(file.docket());
            var standing = file instanceof CaseFile.Concluded concluded && concluded.decision().equals(decision)
                    ? concluded.penalty()
                    : decision.penalty();
            if (penalty.filter(left -> left.heavierThan(standing)).isPresent()) {
                return new Outcome.Refused(List.of(procedure.ground("REMEDY_HEAVIER")));
            }
            var after = file.put(by, new Paper.RemedyEnded(open.n(), outcome, on, text, penalty));
            events.publishEvent(new RemedyConcluded(
                    after.docket().id(), after.number().orElseThrow(), after.docket().agency(),
                    decision.number().text(), outcome, on));
            return new Outcome.Done(after);
        });
    }

    /** 登记延期、分期缴纳申请. */
    public Outcome askInstalments(Step step, LocalDate on, String ground) {
        return put(step, Verb.ASK_INSTALMENTS, on, (_, _) -> new Paper.InstalmentsAsked(on, ground));
    }

    /** 同意延期、分期缴纳. */
    public Outcome grantInstalments(Step step, List<Paper.Instalment> schedule, String ground) {
        return steps.take(step, Verb.GRANT_INSTALMENTS, ground, CaseFile.Concluded.class, (file, by) -> {
            var grounds = procedure.againstInstalments(file, schedule, by.on());
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var after = file.put(by, new Paper.InstalmentsGranted(numbers.draw(INSTALMENTS_WORD), schedule, ground));
            documents.issueInstalments(after, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 不同意延期、分期缴纳. */
    public Outcome refuseInstalments(Step step, String ground) {
        return steps.take(step, Verb.REFUSE_INSTALMENTS, ground, CaseFile.Concluded.class, (file, by) -> {
            var after = file.put(by, new Paper.InstalmentsRefused(numbers.draw(INSTALMENTS_WORD), ground));
            documents.issueInstalments(after, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 加处罚款 for the days up to today. */
    public Outcome surcharge(Step step) {
        return steps.take(step, Verb.IMPOSE_SURCHARGE, "", CaseFile.Concluded.class, (file, by) -> {
            var execution = clocks.execution(file).orElseThrow();
            var added = execution.surcharge(by.on());
            var after = file.put(by, new Paper.Surcharged(
                    numbers.draw(SURCHARGE_WORD), added.amount(), added.days(), by.on()));
            documents.issueSurcharge(after, execution, added, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 签发催告书. */
    public Outcome demand(Step step) {
        return steps.take(step, Verb.DEMAND, "", CaseFile.Concluded.class, (file, by) -> {
            var added = clocks.execution(file).orElseThrow().surcharge(by.on());
            var after = file.put(by, new Paper.Demanded(numbers.draw(DEMAND_WORD), file.owed(), added.amount()));
            documents.issueDemand(after, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 送达催告书. */
    public Outcome serveDemand(Step step, Paper.Delivery delivery) {
        return steps.take(step, Verb.SERVE_DEMAND, delivery.on(), "", CaseFile.Concluded.class, (file, by) -> {
            var grounds = letters.againstWay(file.docket(), delivery.way());
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var reached = new Paper.Delivery(
                    delivery.way(),
                    delivery.on(),
                    clocks.effective(delivery.way(), delivery.on()),
                    Masked.name(delivery.recipient()),
                    delivery.note());
            var after = file.put(by, new Paper.DemandServed(reached));
            documents.issueDemandReceipt(after, reached, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 申请人民法院强制执行. */
    public Outcome apply(Step step, String court) {
        return steps.take(step, Verb.APPLY_ENFORCEMENT, "", CaseFile.Concluded.class, (file, by) -> {
            var after = file.put(by, new Paper.EnforcementApplied(numbers.draw(ENFORCEMENT_WORD), court, file.owed()));
            documents.issueApplication(after, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 登记人民法院裁定. */
    public Outcome rule(Step step, Paper.Ruling ruling, LocalDate on, String number, String text) {
        return put(step, Verb.RECORD_RULING, on, (_, _) -> new Paper.CourtRuled(ruling, on, number, text));
    }

    private Outcome put(Step step, Verb verb, LocalDate on, BiFunction<CaseFile, Signature, Paper> paper) {
        return steps.take(step, verb, on, "", CaseFile.class, (file, by) ->
                new Outcome.Done(file.put(by, paper.apply(file, by))));
    }
}

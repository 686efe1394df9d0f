package org.hengjian.adjudications;

import java.time.LocalDate;
import java.util.List;
import org.hengjian.documents.Numbers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ruling (裁决) and what follows it: service on both, lawsuit, judgment, demand, enforcement, closing. One verb a step,
 * each one transaction, as in {@link Adjudications}.
 */
@Service
@Transactional
public class Rulings {

    private final Adjudications adjudications;
    private final Examinations examinations;
    private final Steps steps;
    private final Procedure procedure;
    private final AdjudicationDocuments documents;
    private final Numbers numbers;

    Rulings(
            Adjudications adjudications,
            Examinations examinations,
            Steps steps,
            Procedure procedure,
            AdjudicationDocuments documents,
            Numbers numbers) {
        this.adjudications = adjudications;
        this.examinations = examinations;
        this.steps = steps;
        this.procedure = procedure;
        this.documents = documents;
        this.numbers = numbers;
    }

    /** 作出裁决, as the panel deliberated. @param orders what the infringer must do; only where infringement is found */
    public Outcome rule(Step step, Paper.Conclusion conclusion, String facts, String reasons, String orders) {
        return steps.take(step, Verb.RULE, conclusion + facts + orders, reasons, Adjudication.Examining.class, (examining, by) -> {
            if (examining.dossier().need(Paper.Deliberated.class).conclusion() != conclusion) {
                return refused("NOT_AS_DELIBERATED");
            }
            if (orders.isEmpty() == (conclusion == Paper.Conclusion.INFRINGEMENT)) {
                return refused("ORDERS");
            }
            var ruled = examining.rule(by, new Paper.Ruled(numbers.draw("专裁"), conclusion, facts, reasons, orders));
            documents.ruling(ruled, adjudications.personal(ruled));
            return Adjudications.done(ruled);
        });
    }

    /** 送达裁决书 to one of the two. */
    public Outcome serve(Step step, Party.Side to, Paper.Delivery delivery) {
        return steps.take(step, Verb.SERVE_RULING, delivery.on(), to + delivery.toString(), "", Adjudication.Ruled.class, (ruled, by) -> {
            var dossier = ruled.dossier();
            if (dossier.served(to).isPresent()) {
                return refused("ALREADY_SERVED");
            }
            var served = ruled.serve(by, new Paper.RulingServed(to, examinations.reached(delivery)));
            documents.receipt(
                    served, to, "专利侵权纠纷行政裁决书", dossier.need(Paper.Ruled.class).number().text(), delivery,
                    adjudications.personal(served));
            return Adjudications.done(served);
        });
    }

    /** 登记起诉. */
    public Outcome sue(Step step, Party.Side side, LocalDate on, String court, String reference) {
        return steps.take(step, Verb.SUE, on, side + " " + on + reference, "", Adjudication.RulingServed.class, (served, by) -> {
            var grounds = procedure.againstSuing(served.dossier(), side, on);
            return grounds.isEmpty()
                    ? Adjudications.done(served.sue(by, new Paper.Sued(side, on, court, reference)))
                    : new Outcome.Refused(grounds);
        });
    }

    /** 登记判决. */
    public Outcome judge(Step step, Paper.Judgment result, LocalDate on, String reference, String text) {
        return steps.take(step, Verb.JUDGE, on, result + " " + on + reference, "", Adjudication.Sued.class, (sued, by) ->
                Adjudications.done(sued.judge(by, new Paper.Judged(result, on, reference, text))));
    }

    /** 催告. */
    public Outcome demand(Step step, String text) {
        return adjudications.noted(
                step, Verb.DEMAND, text, Adjudication.RulingServed.class, Notice.DEMAND, text, (served, letter) ->
                        served.put(letter.by(), new Paper.Demanded(letter.number(), text)));
    }

    /** 申请人民法院强制执行. */
    public Outcome applyEnforcement(Step step, String court, String text) {
        return adjudications.noted(
                step, Verb.APPLY_ENFORCEMENT, court, Adjudication.RulingServed.class, Notice.ENFORCEMENT, text,
                (served, letter) -> served.apply(letter.by(), new Paper.EnforcementApplied(letter.number(), court, text)));
    }

    /** 登记司法确认. */
    public Outcome confirm(Step step, LocalDate on, String court, String reference) {
        return steps.take(step, Verb.CONFIRM, on, on + court + reference, "", Adjudication.Mediated.class, (mediated, by) ->
                Adjudications.done(mediated.put(by, new Paper.Confirmed(on, court, reference))));
    }

    /** 结案. */
    public Outcome close(Step step, String text) {
        return steps.take(step, Verb.CLOSE, "", text, Adjudication.class, (adjudication, by) ->
                Adjudications.done(switch (adjudication) {
                    case Adjudication.Mediated mediated -> mediated.close(by, text);
                    case Adjudication.RulingServed served -> served.close(by, text);
                    case Adjudication.EnforcementApplied applied -> applied.close(by, text);
                    default -> throw new IllegalStateException("no closing in " + adjudication.stage());
                }));
    }

    private Outcome refused(String code, Object... arguments) {
        return new Outcome.Refused(List.of(procedure.ground(code, arguments)));
    }
}

package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hengjian.access.Viewer;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;
import org.springframework.stereotype.Component;

/** What may be decided and taken on the spot, and by when the papers are handed in: all from the law library. */
@Component
class SpotRules {

    static final String HAND_IN = "procedure.spot-filing";
    static final String HAND_OVER = "procedure.spot-handover";
    private static final String CEILING = "procedure.summary-procedure";
    private static final String COLLECTION = "procedure.spot-collection";

    private final Law law;
    private final Procedure procedure;

    SpotRules(Law law, Procedure procedure) {
        this.law = law;
        this.procedure = procedure;
    }

    /** The largest fine on the spot, itself included. */
    Money ceiling(Party.Kind kind, LocalDate day) {
        return Money.ofYuan(law.parameter(CEILING, day)
                .value()
                .need(kind == Party.Kind.PERSON ? "natural_person" : "organisation")
                .number());
    }

    private Money collectable(LocalDate day) {
        return Money.ofYuan(law.parameter(COLLECTION, day).value().need("at_most").number());
    }

    /** The last day for handing in the papers. */
    LocalDate handIn(LocalDate on) {
        return law.deadline(DeadlineQuestion.of(HAND_IN, on)).dueDay().orElseThrow();
    }

    /** The last day for handing over what was taken on the spot. */
    LocalDate handOver(LocalDate on) {
        return law.deadline(DeadlineQuestion.of(HAND_OVER, on)).dueDay().orElseThrow();
    }

    LocalDate payment(LocalDate on) {
        return law.deadline(DeadlineQuestion.of(Clocks.PAYMENT, on).forParty(true)).dueDay().orElseThrow();
    }

    List<Ground> against(SpotPenalty.Request request, LocalDate today) {
        var grounds = new ArrayList<Ground>();
        var ceiling = ceiling(request.party().kind(), today);
        if (request.fine().compareTo(ceiling) > 0) {
            grounds.add(procedure.ground("SPOT_TOO_MUCH", Amounts.plain(ceiling)));
        }
        boolean fines = request.sanction() != SpotPenalty.Sanction.WARNING;
        if (fines == (request.fine().fen() == 0)) {
            grounds.add(procedure.ground(fines ? "SPOT_NO_FINE" : "SPOT_WARNING_FINED"));
        }
        if (!request.told()) {
            grounds.add(procedure.ground("SPOT_NOT_TOLD"));
        }
        var collectable = collectable(today);
        boolean taken = request.collected() != SpotPenalty.Collection.NO;
        if (taken && (!fines || request.collected() == SpotPenalty.Collection.SMALL && request.fine().compareTo(collectable) > 0)) {
            grounds.add(procedure.ground("SPOT_COLLECTION", Amounts.plain(collectable)));
        }
        if (taken && request.receipt().isEmpty()) {
            grounds.add(procedure.ground("SPOT_NO_RECEIPT"));
        }
        return grounds;
    }

    /** What stands against this person's going on with it. */
    List<Ground> againstPerson(SpotPenalty penalty, Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        if (penalty.agency() != viewer.agency()) {
            grounds.add(procedure.ground("ELSEWHERE"));
        }
        if (!penalty.isHandledBy(viewer.person())) {
            grounds.add(procedure.ground(
                    "NOT_HANDLING", String.join("、", penalty.officers().stream().map(Officer::name).toList())));
        }
        return grounds;
    }

    List<Ground> againstPaying(SpotPenalty penalty, LocalDate on) {
        if (!penalty.isOwed()) {
            return List.of(procedure.ground("SPOT_PAID"));
        }
        return on.isBefore(penalty.on()) ? List.of(procedure.ground("PAID_BEFORE", penalty.on())) : List.of();
    }

    List<Ground> againstHandingIn(SpotPenalty penalty) {
        return penalty.handedInOn().isEmpty() ? List.of() : List.of(procedure.ground("SPOT_HANDED_IN"));
    }

    Ground twice(String number) {
        return procedure.ground("SPOT_TWICE", number);
    }
}

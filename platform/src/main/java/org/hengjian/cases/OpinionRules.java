package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hengjian.statutes.Earliest;
import org.hengjian.statutes.Ground;
import org.hengjian.statutes.Provisions;
import org.springframework.stereotype.Component;

/** What stands against putting an opinion on file, telling the party of it, asking for another one; who does so is asked of {@link Procedure}. */
@Component
class OpinionRules {

    private static final Set<Paper.Standing> OF_RIGHT_HOLDERS =
            EnumSet.of(Paper.Standing.RIGHT_HOLDER, Paper.Standing.AUTHORISED);

    private final Provisions provisions = Provisions.of("cases");

    /** Experts are institutions, right holders identify their own goods; neither stands in for the other. */
    List<Ground> againstReceiving(Docket docket, Paper.OpinionReceived opinion) {
        var grounds = new ArrayList<Ground>();
        boolean ofRightHolder = OF_RIGHT_HOLDERS.contains(opinion.standing());
        if (opinion.kind() == Testing.Kind.EXPERT_OPINION && ofRightHolder) {
            grounds.add(provisions.ground("OPINION_BY_RIGHT_HOLDER"));
        }
        if (opinion.kind() == Testing.Kind.IDENTIFICATION && !ofRightHolder) {
            grounds.add(provisions.ground("IDENTIFIED_BY_OTHERS"));
        }
        if (opinion.testing() != 0) {
            Testing.of(docket).stream()
                    .filter(one -> one.n() == opinion.testing() && one.isOpen() && one.kind() == opinion.kind())
                    .findFirst()
                    .ifPresentOrElse(
                            one -> grounds.addAll(new Earliest("TESTED_BEFORE", one.from()).against(opinion.on(), provisions)),
                            () -> grounds.add(provisions.ground("NO_SUCH_TESTING")));
        }
        return grounds;
    }

    /** What an officer writes down is neither another's opinion nor a sample for a test whose result is there. */
    List<Ground> againstRecording(Docket docket, Paper.RecordKind kind, LocalDate on) {
        return switch (kind) {
            case IDENTIFICATION -> List.of(provisions.ground("OPINION_OWED"));
            case SAMPLING -> againstSampling(docket, on);
            case INSPECTION, QUESTIONING, EVIDENCE_LIST, OTHER -> List.of();
        };
    }

    /**
     * A result stands on the samples that were taken before it: others are for another test, which is commissioned first. A
     * right holder looks at the goods themselves and needs none.
     */
    private List<Ground> againstSampling(Docket docket, LocalDate on) {
        var tests = Testing.of(docket).stream().filter(one -> one.kind() != Testing.Kind.IDENTIFICATION).toList();
        boolean another = tests.stream().anyMatch(Testing::isOpen)
                || Opinion.pending(docket).stream().anyMatch(Opinion.Renewal::isGranted);
        return another
                ? List.of()
                : tests.stream()
                        .flatMap(one -> one.ended().stream())
                        .max(Comparator.naturalOrder())
                        .filter(result -> !on.isBefore(result))
                        .map(result -> List.of(provisions.ground("SAMPLED_AFTER_RESULT", result)))
                        .orElse(List.of());
    }

    List<Ground> againstTelling(Docket docket, int opinion, LocalDate on) {
        return Opinion.of(docket).stream()
                .filter(one -> one.n() == opinion && one.told().isEmpty())
                .findFirst()
                .map(one -> new Earliest("SERVED_BEFORE", one.received().on()).against(on, provisions))
                .orElseGet(() -> List.of(provisions.ground("NO_SUCH_OPINION")));
    }

    /** Another opinion is asked for once the party knows the first, and not while it is being got. */
    List<Ground> againstAsking(Docket docket, int opinion, LocalDate on) {
        var told = Opinion.of(docket).stream()
                .filter(one -> one.n() == opinion && one.isExpert())
                .findFirst()
                .flatMap(Opinion::told);
        if (told.isEmpty()) {
            return List.of(provisions.ground("NO_SUCH_OPINION"));
        }
        return Opinion.pending(docket).stream().anyMatch(renewal -> renewal.asked().opinion() == opinion)
                ? List.of(provisions.ground("REOPINION_ASKED"))
                : new Earliest("REOPINION_BEFORE", told.get().delivery().on()).against(on, provisions);
    }

    List<Ground> againstDeciding(Docket docket, int request) {
        return Opinion.pending(docket).stream().anyMatch(renewal -> renewal.n() == request)
                ? List.of()
                : List.of(provisions.ground("NO_SUCH_REOPINION"));
    }

    /** The conclusion of an expert is a record of its own, with who gave it and by what right. */
    List<Ground> againstEnding(Testing testing) {
        return testing.kind() == Testing.Kind.TESTING ? List.of() : List.of(provisions.ground("OPINION_OWED"));
    }

    /** What stands against going on with the case: an opinion that the party does not know, a request that nobody answered. */
    static List<Ground> againstGoingOn(Docket docket, Provisions provisions) {
        var grounds = new ArrayList<Ground>();
        Opinion.of(docket).stream()
                .filter(Opinion::isUntold)
                .forEach(one -> grounds.add(provisions.ground("OPINION_UNTOLD", one.received().giver())));
        Opinion.pending(docket).forEach(renewal -> grounds.add(provisions.ground(
                renewal.decided().isEmpty() ? "REOPINION_OPEN" : "REOPINION_OWED", renewal.asked().on())));
        return grounds;
    }
}

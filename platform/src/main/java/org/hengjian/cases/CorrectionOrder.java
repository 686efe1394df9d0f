package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An order to put right what is against the law (责令改正), as the papers tell it.
 *
 * @param n       its place among the papers of the case
 * @param on      the day of the order
 * @param served  how it reached the party; empty before
 * @param checked what was found when somebody looked; empty before
 */
record CorrectionOrder(
        int n,
        LocalDate on,
        Paper.CorrectionOrdered ordered,
        Optional<Paper.Delivery> served,
        Optional<Paper.CorrectionChecked> checked) {

    boolean isUnserved() {
        return served.isEmpty();
    }

    boolean isUnchecked() {
        return checked.isEmpty();
    }

    /** The last day on which the party is in time; that of the order where it says at once. */
    LocalDate due() {
        return ordered.until().orElse(on);
    }

    /** All of the case in their order. */
    static List<CorrectionOrder> of(Docket docket) {
        var orders = new TreeMap<Integer, CorrectionOrder>();
        for (var entry : docket.entries()) {
            switch (entry.paper()) {
                case Paper.CorrectionOrdered paper -> orders.put(
                        entry.n(), new CorrectionOrder(entry.n(), entry.by().on(), paper, Optional.empty(), Optional.empty()));
                case Paper.CorrectionServed paper -> orders.computeIfPresent(
                        paper.order(), (n, was) -> new CorrectionOrder(n, was.on, was.ordered, Optional.of(paper.delivery()), was.checked));
                case Paper.CorrectionChecked paper -> orders.computeIfPresent(
                        paper.order(), (n, was) -> new CorrectionOrder(n, was.on, was.ordered, was.served, Optional.of(paper)));
                default -> {}
            }
        }
        return List.copyOf(orders.values());
    }
}

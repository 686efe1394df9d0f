package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A reconsideration or a lawsuit about the decision (行政复议、行政诉讼), as the papers tell it. Neither stops the execution
 * (行政处罚法 art. 73), but no surcharge runs meanwhile, and no court is asked to enforce.
 */
record Remedy(int n, Paper.RemedyBegun begun, Optional<Paper.RemedyEnded> ended) {

    boolean isOpen() {
        return ended.isEmpty();
    }

    /** The decision that it is about: the newest one when it began. */
    Paper.Decided decision(Docket docket) {
        return docket.all(Paper.Decided.class).stream()
                .filter(entry -> entry.n() < n)
                .map(entry -> (Paper.Decided) entry.paper())
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IllegalStateException("case file " + docket.id() + ": a remedy without a decision"));
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(begun.on())
                && ended.filter(end -> day.isAfter(end.on())).isEmpty();
    }

    /** All of the case in their order. */
    static List<Remedy> of(Docket docket) {
        var remedies = new TreeMap<Integer, Remedy>();
        for (var entry : docket.entries()) {
            switch (entry.paper()) {
                case Paper.RemedyBegun paper -> remedies.put(entry.n(), new Remedy(entry.n(), paper, Optional.empty()));
                case Paper.RemedyEnded paper ->
                    remedies.computeIfPresent(paper.remedy(), (n, was) -> new Remedy(n, was.begun, Optional.of(paper)));
                default -> {}
            }
        }
        return List.copyOf(remedies.values());
    }
}

package org.hengjian.cases;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that somebody keep out of the case (回避), as the papers tell it.
 *
 * @param n       its place among the papers of the case
 * @param decided what came of it; empty while it waits. Until then the case goes on
 */
record Recusal(int n, Paper.RecusalAsked asked, Optional<Paper.RecusalDecided> decided) {

    boolean isOpen() {
        return decided.isEmpty();
    }

    /** All requests of the case in their order. */
    static List<Recusal> of(Docket docket) {
        var requests = new TreeMap<Integer, Recusal>();
        for (var entry : docket.entries()) {
            switch (entry.paper()) {
                case Paper.RecusalAsked paper -> requests.put(entry.n(), new Recusal(entry.n(), paper, Optional.empty()));
                case Paper.RecusalDecided paper ->
                    requests.computeIfPresent(paper.request(), (n, was) -> new Recusal(n, was.asked, Optional.of(paper)));
                default -> {}
            }
        }
        return List.copyOf(requests.values());
    }

    /** Whether that person has to keep out of the case. */
    static boolean isRecused(Docket docket, long person) {
        return of(docket).stream()
                .anyMatch(one -> one.asked.person() == person
                        && one.decided.filter(Paper.RecusalDecided::granted).isPresent());
    }
}

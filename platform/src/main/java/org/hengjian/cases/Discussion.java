package org.hengjian.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.hengjian.law.Law;

/**
 * Whether the heads must decide on a penalty together (集体讨论), by the situations that the law library lists.
 *
 * @param owed why they must, a word of {@code cases.discussion.<word>}; empty when they need not
 * @param held the entry of their discussion since the case was last reviewed; empty while there is none
 */
record Discussion(Optional<String> owed, Optional<Entry> held) {

    private static final String PARAMETER = "procedure.collective-discussion";
    private static final String HEARING = "HEARING";

    static Discussion of(Docket docket, Law law, LocalDate day) {
        var situations = law.parameter(PARAMETER)
                .on(day)
                .map(value -> value.value().need("situations").texts())
                .orElse(java.util.List.of());
        var marked = docket.paper(Paper.GraveMarked.class)
                .map(paper -> paper.gravity().name())
                .filter(situations::contains);
        var heard = Hearing.of(docket).flatMap(Hearing::report).map(_ -> HEARING).filter(situations::contains);
        int reviewed = docket.last(Paper.Review.class).map(Entry::n).orElse(0);
        int informed = docket.last(Paper.NoticeServed.class).map(Entry::n).orElse(0);
        return new Discussion(
                marked.or(() -> heard),
                docket.last(Paper.Discussed.class).filter(entry -> entry.n() > Math.max(reviewed, informed)));
    }

    /** It must be held before a penalty is decided. */
    boolean isMissing() {
        return owed.isPresent() && held.isEmpty();
    }
}

package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A letter that asks another agency to help with the investigation (协助调查函), as the papers tell it.
 *
 * @param n         its place among the papers of the case
 * @param sent      the day of the letter
 * @param received  the day on which it arrived, as far as it was told
 * @param prolonged until when the other agency said that it needs
 * @param end       the answer, or that none will be given; empty while it is waited for
 */
record Assistance(
        int n,
        LocalDate sent,
        Paper.AssistanceAsked asked,
        Optional<LocalDate> received,
        Optional<LocalDate> prolonged,
        Optional<Paper.AssistanceNoted> end) {

    boolean isOpen() {
        return end.isEmpty();
    }

    /** From when its term runs: the law counts from the arrival; until that is told, from the letter. */
    LocalDate start() {
        return received.orElse(sent);
    }

    /** All of the case in their order. */
    static List<Assistance> of(Docket docket) {
        var letters = new TreeMap<Integer, Assistance>();
        for (var entry : docket.entries()) {
            switch (entry.paper()) {
                case Paper.AssistanceAsked paper -> letters.put(entry.n(), new Assistance(
                        entry.n(), entry.by().on(), paper, Optional.empty(), Optional.empty(), Optional.empty()));
                case Paper.AssistanceNoted paper ->
                    letters.computeIfPresent(paper.letter(), (_, was) -> was.with(paper));
                default -> {}
            }
        }
        return List.copyOf(letters.values());
    }

    private Assistance with(Paper.AssistanceNoted noted) {
        return switch (noted.note()) {
            case RECEIVED -> new Assistance(n, sent, asked, Optional.of(noted.on()), prolonged, end);
            case PROLONGED -> new Assistance(n, sent, asked, received, noted.until(), end);
            case ANSWERED, DECLINED -> new Assistance(n, sent, asked, received, prolonged, Optional.of(noted));
        };
    }
}

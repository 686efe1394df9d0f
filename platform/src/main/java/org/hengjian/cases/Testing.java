package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hengjian.law.Exclusion;

/**
 * A test, inspection or expert opinion that others make (检测、检验、检疫、鉴定): told to the party with its period, it stops
 * the clocks that the law stops for it.
 *
 * @param n       place of its commission among the papers of the case
 * @param measure the measure whose goods are tested; 0 for what is under none
 * @param until   last day of the period that the party was told of
 * @param ended   the day on which the result came; empty while it is waited for
 */
public record Testing(
        int n,
        Kind kind,
        int measure,
        String institution,
        String subject,
        LocalDate from,
        LocalDate until,
        Optional<LocalDate> ended) {

    /** What is asked of others; each stops other clocks. */
    public enum Kind {
        /** 检测、检验、检疫. */
        TESTING(Exclusion.Reason.TESTING),
        /** 鉴定. */
        EXPERT_OPINION(Exclusion.Reason.EXPERT_OPINION),
        /** 权利人辨认或者鉴别. */
        IDENTIFICATION(Exclusion.Reason.RIGHT_HOLDER_IDENTIFICATION);

        private final Exclusion.Reason reason;

        Kind(Exclusion.Reason reason) {
            this.reason = reason;
        }

        Exclusion.Reason reason() {
            return reason;
        }
    }

    public boolean isOpen() {
        return ended.isEmpty();
    }

    /** The days that do not count: never more than the party was told. */
    Exclusion excluded() {
        var last = ended.filter(day -> day.isBefore(until)).orElse(until);
        return new Exclusion(from, last.isBefore(from) ? from : last, kind.reason, true);
    }

    private Testing with(LocalDate until, Optional<LocalDate> ended) {
        return new Testing(n, kind, measure, institution, subject, from, until, ended);
    }

    /** All that were commissioned in the case, in their order. */
    static List<Testing> of(Docket docket) {
        var testings = new TreeMap<Integer, Testing>();
        for (var entry : docket.entries()) {
            switch (entry.paper()) {
                case Paper.TestingCommissioned paper -> testings.put(entry.n(), new Testing(
                        entry.n(),
                        paper.kind(),
                        paper.measure(),
                        paper.institution(),
                        paper.subject(),
                        entry.by().on(),
                        paper.until(),
                        Optional.empty()));
                case Paper.TestingProlonged paper ->
                    testings.computeIfPresent(paper.testing(), (_, was) -> was.with(paper.until(), was.ended));
                case Paper.TestingEnded paper ->
                    testings.computeIfPresent(paper.testing(), (_, was) -> was.with(was.until, Optional.of(paper.on())));
                case Paper.OpinionReceived paper ->
                    testings.computeIfPresent(paper.testing(), (_, was) -> was.with(was.until, Optional.of(paper.on())));
                default -> {}
            }
        }
        return List.copyOf(testings.values());
    }
}

package org.hengjian.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The range of a penalty (处罚幅度) on a legal basis.
 *
 * @param min the least, none where the facts do not tell
 * @param max the most, none where the facts do not tell
 * @param optional whether the fine may be left out (可以)
 * @param shallBe heavier, lighter, none; absent where nothing in the facts calls for it
 * @param narrowedBy whose local rules narrowed the range, the widest region first
 * @param decides the kind of agency that decides
 */
public record PenaltyRange(
        @Nullable Money min,
        @Nullable Money max,
        boolean optional,
        List<String> other,
        @Nullable String shallBe,
        @Nullable String decides,
        @Nullable String precondition,
        CrimeAssessment.@Nullable Applied applied,
        CrimeAssessment.@Nullable Version version,
        Hearing hearing,
        @Nullable Limitation limitation,
        @Nullable Payment payment,
        List<Source> sources,
        List<String> missing,
        Doubt uncertain,
        List<String> narrowedBy) {

    /** Whether the party must be told of a right to a hearing (听证). */
    public record Hearing(@Nullable Boolean must, Said why) {}

    /** Until when the act may be punished (行政处罚时效). */
    public record Limitation(int years, LocalDate ends, boolean expired) {}

    /** When the fine is to be paid and what lateness costs (加处罚款). */
    public record Payment(
            LocalDate due,
            @Nullable Integer daysLate,
            @Nullable Money surcharge) {}
}

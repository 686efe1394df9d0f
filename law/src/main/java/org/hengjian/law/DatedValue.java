package org.hengjian.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter's value in one span of days, both ends included.
 *
 * @param to the last day, or none while it is in force
 * @param value the value as it stands in the file
 * @param note what a reader must know beyond the sentence, in Chinese as in the file
 */
public record DatedValue(
        LocalDate from,
        @Nullable LocalDate to,
        Node value,
        List<Source> sources,
        Status status,
        LocalDate checkedOn,
        @Nullable String note) {

    public DatedValue {
        sources = List.copyOf(sources);
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** The instrument that set this value: the last one named, being the most particular. */
    public String instrument() {
        return sources.isEmpty() ? "" : sources.getLast().instrument();
    }
}

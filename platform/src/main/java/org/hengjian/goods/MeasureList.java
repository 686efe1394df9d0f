package org.hengjian.goods;

import java.time.LocalDate;
import java.util.List;

/**
 * The list of a measure that is in force: what was sealed, seized or preserved by one decision.
 *
 * @param measure its place among the papers of the case
 */
record MeasureList(
        int measure, Item.Measure kind, String number, LocalDate since, String place, List<ListLine> lines) {

    MeasureList {
        lines = List.copyOf(lines);
    }

    public long open() {
        return lines.stream().filter(ListLine::isOpen).count();
    }
}

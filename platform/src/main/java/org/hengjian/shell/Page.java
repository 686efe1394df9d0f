package org.hengjian.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param next where the following page begins; empty on the last one
 */
public record Page<T>(List<T> rows, Optional<Cursor> next) {

    public Page {
        rows = List.copyOf(rows);
    }

    /** Makes a page of rows that were asked for with {@code size + 1}: the extra one only tells that more follow. */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, Cursor> cursor) {
        if (rows.size() <= size) {
            return new Page<>(rows, Optional.empty());
        }
        return new Page<>(rows.subList(0, size), Optional.of(cursor.apply(rows.get(size - 1))));
    }
}

package org.hengjian.tables;

import java.util.Iterator;
import java.util.List;

/**
 * The rows of one file in their order, one at a time. Blank rows are passed over (but counted in the numbers).
 *
 * <p>{@code hasNext} and {@code next} throw {@link Unreadable} when the file turns out to be over a limit or cut off.
 */
public interface TableReader extends Iterator<Row>, AutoCloseable {

    TableFormat format();

    /** Trimmed, in the order of the columns; a column without a heading has an empty one. */
    List<String> headings();

    /** Number of the row that holds the headings; 0 for JSON, where every object brings its own. */
    long headingRow();

    @Override
    void close();
}

package org.hengjian.tables;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every row of a file as it stands there, title lines and blank lines included: what the formats have in common. */
interface Records {

    TableFormat format();

    /** Headings that the format itself brings (JSON: its keys); empty when they are a row. */
    List<String> ownHeadings();

    /** The next row, or null at the end. */
    @Nullable
    Row next() throws IOException;

    /** Cells that stand for several rows; only a workbook has such. */
    default Merges merges() {
        return Merges.NONE;
    }

    void close() throws IOException;
}

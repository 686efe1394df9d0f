package org.hengjian.tracing.schema;

import java.util.List;

/** One record as it came: its id and its cells, in the order of the schema's columns; an empty cell says nothing. */
public record Entry(String id, List<String> cells) {

    public Entry {
        cells = List.copyOf(cells);
    }

    /** Cells are personal data: logs see only the id. */
    @Override
    public String toString() {
        return "Entry[" + id + "]";
    }
}

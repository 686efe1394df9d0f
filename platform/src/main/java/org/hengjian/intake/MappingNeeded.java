package org.hengjian.intake;

import java.util.List;

/** It cannot be told which column means a required field, and nobody is there to be asked. */
public final class MappingNeeded extends RuntimeException {

    private final List<String> headings;
    private final List<String> missing;

    MappingNeeded(List<String> headings, List<String> missing) {
        super("no column for " + missing + " among " + headings);
        this.headings = List.copyOf(headings);
        this.missing = List.copyOf(missing);
    }

    public List<String> headings() {
        return headings;
    }

    /** Names of the required fields without a column. */
    public List<String> missing() {
        return missing;
    }
}

package org.hengjian.tables;

import java.util.List;
import java.util.Locale;

/** One row below the headings, with its number as a person counts it. */
public sealed interface Row {

    /**
     * As the row heads of a spreadsheet show it, the heading line included and blank lines counted; in a JSON Lines
     * file the number of the line, in the list of a JSON document that of the value. Starts at 1.
     */
    long number();

    /** The cells as they came, not trimmed; of a broken row what could be split, at least one. */
    List<String> cells();

    /** The row as it stood in the file; for a workbook its cells as one line of CSV. */
    String raw();

    /**
     * A row that could be read. Has as many cells as there are headings.
     *
     * @param rounded columns (from 0) whose number is longer than the 15 digits a spreadsheet keeps: the rest is lost
     */
    record Read(long number, List<String> cells, String raw, List<Integer> rounded) implements Row {
        public Read {
            cells = List.copyOf(cells);
            rounded = List.copyOf(rounded);
        }
    }

    /**
     * A row that could not be read as one.
     *
     * @param column where (from 0), or -1 for the row as a whole
     */
    record Broken(long number, List<String> cells, String raw, Fault fault, int column) implements Row {
        public Broken {
            cells = List.copyOf(cells);
        }
    }

    /** Why a row could not be read. */
    enum Fault {
        QUOTE_NOT_CLOSED,
        STRAY_QUOTE,
        TOO_MANY_CELLS,
        CELL_TOO_LONG,
        ROW_TOO_LONG,
        UNREADABLE_CHARACTERS,
        FORMULA_NOT_COMPUTED,
        MERGED_FIGURE,
        NOT_JSON,
        NOT_AN_OBJECT;

        public String reason(Locale locale) {
            return Words.of(locale, key() + ".reason");
        }

        /** What the sender can do about it. */
        public String remedy(Locale locale) {
            return Words.of(locale, key() + ".remedy");
        }

        private String key() {
            return "tables.row." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

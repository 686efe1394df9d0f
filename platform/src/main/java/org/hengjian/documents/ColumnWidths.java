package org.hengjian.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How wide the columns of a table are: what {@code official.css} and {@code case-book.css} fix, fixed; what they leave open
 * by how much the columns hold, as in print.
 */
final class ColumnWidths {

    private static final double SIDES = 2 * 2.5; // millimetres of padding, which the widths of official.css leave out
    private static final double HEADING = 24;
    private static final double HEADING_OF_POINTS = 62;
    private static final double HEADING_OF_SMALL = 20;
    private static final double COUNT = 12; // of a row's number, and of an amount's column
    private static final Map<String, Double> NAMED = Map.of(
            "number-of", 45.0, "day", 28.0, "page-of", 9.0, "model", 26.0, "amount", 14.0, "unit", 9.0, "remark", 10.0);
    private static final int LEAST = 4; // characters; a column narrower than a word is no column
    private static final int MOST = 24; // from here on a cell has several lines anyway

    private final double[] fixed;
    private final int[] held;

    ColumnWidths(int columns) {
        this.fixed = new double[columns];
        this.held = new int[columns];
    }

    /**
     * A cell that lies in one column.
     *
     * @param of         classes of the table
     * @param isHeading  whether it is a {@code th}
     * @param classes    of the cell
     * @param characters of its longest line
     */
    void holds(int column, Set<String> of, boolean isHeading, Set<String> classes, int characters) {
        held[column] = Math.max(held[column], Math.clamp(characters, LEAST, MOST));
        fixed[column] = Math.max(fixed[column], fixed(column, of, isHeading, classes));
    }

    private static double fixed(int column, Set<String> of, boolean isHeading, Set<String> classes) {
        for (String one : classes) {
            if (isHeading && NAMED.containsKey(one)) {
                return NAMED.get(one) + SIDES;
            }
        }
        if (of.contains("list")) {
            return column == 0 && (isHeading || classes.contains("n")) ? COUNT + SIDES : 0;
        }
        if (!isHeading) {
            return 0;
        }
        return SIDES + (of.contains("points") ? HEADING_OF_POINTS : of.contains("small") ? HEADING_OF_SMALL : HEADING);
    }

    /** @param whole width of the table; returns one width a column, which together are that */
    int[] shared(int whole, double unitsAMillimetre) {
        double taken = Arrays.stream(fixed).sum() * unitsAMillimetre;
        boolean hasOpen = Arrays.stream(fixed).anyMatch(width -> width == 0);
        // Too much for the page, or nothing open to take up the rest: in proportion.
        double scale = taken > whole * 0.8 || !hasOpen && taken > 0 ? (hasOpen ? 0.8 : 1) * whole / taken : 1;
        double left = whole - taken * scale;
        int open = 0;
        for (int i = 0; i < fixed.length; i++) {
            open += fixed[i] == 0 ? Math.max(LEAST, held[i]) : 0;
        }
        var widths = new int[fixed.length];
        for (int i = 0; i < fixed.length; i++) {
            widths[i] = (int) (fixed[i] > 0 ? fixed[i] * unitsAMillimetre * scale : left * Math.max(LEAST, held[i]) / open);
        }
        widths[fixed.length - 1] += whole - Arrays.stream(widths).sum();
        return widths;
    }

    static Set<String> classes(String attribute) {
        return Set.copyOf(List.of(attribute.strip().split("\\s+")));
    }
}

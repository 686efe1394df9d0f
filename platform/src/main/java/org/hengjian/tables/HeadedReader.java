package org.hengjian.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the headings, then hands out the rows below them, each as wide as the headings. */
final class HeadedReader implements TableReader {

    /** A register has a title, a unit and the filters above its headings; nobody puts more than this. */
    private static final int LOOKED_AT_ROWS = 20;

    private final Records records;
    private final long rowsMax;
    private final ArrayDeque<Row> ahead = new ArrayDeque<>();
    private final List<String> headings;
    private final long headingRow;
    private long handedOut;
    private @Nullable Row next;
    private boolean ended;

    HeadedReader(Records records, Reading reading) throws IOException {
        this.records = records;
        this.rowsMax = reading.limits().rowsMax();
        if (!records.ownHeadings().isEmpty()) {
            this.headings = records.ownHeadings();
            this.headingRow = 0;
            return;
        }
        var heading = findHeading(reading.headingRow());
        Row before = null;
        while (!ahead.isEmpty() && ahead.peek().number() <= heading.number()) {
            var passed = ahead.poll();
            before = passed.number() == heading.number() - 1 ? passed : before;
        }
        var names = new ArrayList<>(names(heading));
        if (before != null) {
            spanning(names, names(before));
        }
        long last = heading.number();
        if (ahead.peek() instanceof Row.Read below && below.number() == last + 1 && isSecondLine(names, names(below))) {
            under(names, names(below));
            last = below.number();
            ahead.poll();
        }
        if (names.size() > reading.limits().columnsMax()) {
            throw new Unreadable(
                    Unreadable.Reason.TOO_MANY_COLUMNS,
                    names.size(),
                    reading.limits().columnsMax());
        }
        this.headings = List.copyOf(names);
        this.headingRow = last;
    }

    private static List<String> names(Row row) {
        var names = new ArrayList<String>();
        row.cells().forEach(name -> names.add(name.strip()));
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        return names;
    }

    private static String at(List<String> names, int column) {
        return column < names.size() ? names.get(column) : "";
    }

    /** A heading merged over two lines stands in the upper one only: it belongs to every column that has none below. */
    private static void spanning(List<String> names, List<String> above) {
        if (above.stream().filter(name -> !name.isEmpty()).count() < 2) {
            return; // the title of the register
        }
        for (int column = 0; column < names.size(); column++) {
            if (names.get(column).isEmpty()) {
                names.set(column, at(above, column));
            }
        }
    }

    /**
     * Whether these are the lower half of headings in two lines: between them every column has a name, some stand only
     * above (merged downwards) and some only below (under a group), and nothing in them is a figure as rows have.
     */
    private static boolean isSecondLine(List<String> names, List<String> below) {
        int width = Math.max(names.size(), below.size());
        boolean onlyAbove = false;
        boolean onlyBelow = false;
        for (int column = 0; column < width; column++) {
            var upper = at(names, column);
            var lower = at(below, column);
            if (upper.isEmpty() && lower.isEmpty() || lower.chars().anyMatch(Character::isDigit)) {
                return false;
            }
            onlyAbove |= lower.isEmpty();
            onlyBelow |= upper.isEmpty();
        }
        return onlyAbove && onlyBelow;
    }

    private static void under(List<String> names, List<String> below) {
        for (int column = 0; column < below.size(); column++) {
            if (column == names.size()) {
                names.add("");
            }
            if (!below.get(column).isEmpty()) {
                names.set(column, below.get(column));
            }
        }
    }

    private Row findHeading(long asked) throws IOException {
        var candidates = new ArrayList<Row>();
        long look = Math.max(asked, LOOKED_AT_ROWS);
        for (Row row = records.next(); row != null; row = records.next()) {
            ahead.add(row);
            if (filled(row) > 0) {
                candidates.add(row);
            }
            if (row.number() >= look) {
                break;
            }
        }
        if (asked > 0) {
            return candidates.stream()
                    .filter(row -> row.number() == asked)
                    .findFirst()
                    .orElseThrow(() -> new Unreadable(Unreadable.Reason.NO_HEADINGS));
        }
        var widths = candidates.stream().mapToInt(HeadedReader::filled).sorted().toArray();
        if (widths.length == 0) {
            throw new Unreadable(Unreadable.Reason.NO_HEADINGS);
        }
        // The median, not the widest: one row torn into thirty cells must not make the headings look like a title.
        double usual = widths[widths.length / 2];
        return candidates.stream()
                .filter(row -> filled(row) >= 0.6 * usual)
                .findFirst()
                .orElseThrow(() -> new Unreadable(Unreadable.Reason.NO_HEADINGS));
    }

    private static int filled(Row row) {
        return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    @Override
    public TableFormat format() {
        return records.format();
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public long headingRow() {
        return headingRow;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = read();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = Objects.requireNonNull(next);
        next = null;
        return row;
    }

    private @Nullable Row read() throws IOException {
        while (true) {
            var came = ahead.isEmpty() ? records.next() : ahead.poll();
            if (came == null) {
                return null;
            }
            var row = records.merges().shared(came);
            if (row instanceof Row.Read && filled(row) == 0) {
                continue;
            }
            if (++handedOut > rowsMax) {
                throw new Unreadable(Unreadable.Reason.TOO_MANY_ROWS, rowsMax);
            }
            return fitted(row);
        }
    }

    private Row fitted(Row row) {
        if (!(row instanceof Row.Read read) || read.cells().size() == headings.size()) {
            return row;
        }
        var cells = new ArrayList<>(read.cells());
        while (cells.size() > headings.size() && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        if (cells.size() > headings.size()) {
            return new Row.Broken(row.number(), cells, row.raw(), Row.Fault.TOO_MANY_CELLS, headings.size());
        }
        while (cells.size() < headings.size()) {
            cells.add("");
        }
        return new Row.Read(row.number(), cells, row.raw(), read.rounded());
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

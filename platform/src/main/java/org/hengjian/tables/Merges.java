package org.hengjian.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cells of a sheet that are merged over several rows (ECMA-376, 18.3.1.55). The value stands in the first row only and is meant
 * for all of them: a shop, a day, a sender. A figure may be their sum, and nobody but the sender knows: such rows are refused.
 * Rows are told in their order.
 */
final class Merges {

    static final Merges NONE = new Merges(List.of());

    /** What a sheet says after its cells is short but for its merges; so much is a hundred thousand of them. */
    private static final int TAIL_BYTES_MAX = 8 << 20;

    private static final byte[] END_OF_CELLS = "sheetData>".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern MERGE =
            Pattern.compile("<(?:\\w+:)?mergeCell\\s[^>]*?\\bref\\s*=\\s*[\"']\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?[A-Z]{1,3}\\$?(\\d{1,7})[\"']");

    /** An amount, a number of pieces, a weight; a phone or a bar code is longer, and an id may begin with zeros. */
    private static final Pattern FIGURE =
            Pattern.compile("[-−+]?[¥$€£]?\\s*(?:[1-9]\\d{0,8}|0|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?\\s*\\p{IsHan}{0,2}(?:kg|g)?", Pattern.CASE_INSENSITIVE);

    private record Merge(int column, long first, long last) {}

    /** A merge that rows have been told of. */
    private record Open(Merge merge, String value) {

        boolean isFigure() {
            return FIGURE.matcher(Normalizer.normalize(value.strip(), Normalizer.Form.NFKC)).matches();
        }
    }

    private final ArrayDeque<Merge> coming;
    private final List<Open> open = new ArrayList<>();

    private Merges(List<Merge> merges) {
        this.coming = new ArrayDeque<>(
                merges.stream().sorted(Comparator.comparingLong(Merge::first)).toList());
    }

    /**
     * Of what stands behind the cells of the sheet. In an encoding without ASCII bytes there are none.
     *
     * @throws Unreadable if that is longer than any sheet's
     */
    static Merges in(InputStream sheet) throws IOException {
        var tail = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        int matched = 0;
        byte before = 0;
        boolean closes = false;
        boolean behind = false;
        for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
            int from = 0;
            for (int i = 0; i < read && !behind; i++) {
                closes = before == '<' ? buffer[i] == '/' : closes; // </sheetData>, with whatever prefix
                before = buffer[i];
                matched = buffer[i] == END_OF_CELLS[matched] ? matched + 1 : buffer[i] == END_OF_CELLS[0] ? 1 : 0;
                if (matched == END_OF_CELLS.length) {
                    matched = 0;
                    behind = closes;
                    from = i + 1;
                }
            }
            if (behind) {
                tail.write(buffer, from, read - from);
            }
            if (behind && tail.size() > TAIL_BYTES_MAX) {
                throw new Unreadable(Unreadable.Reason.TOO_MUCH_TEXT, TAIL_BYTES_MAX >> 20);
            }
        }
        return of(tail.toString(StandardCharsets.ISO_8859_1));
    }

    private static Merges of(String tail) {
        var merges = new ArrayList<Merge>();
        var found = MERGE.matcher(tail);
        while (found.find()) {
            long first = Long.parseLong(found.group(2));
            long last = Long.parseLong(found.group(3));
            if (last > first) {
                merges.add(new Merge(WorkbookRecords.column(found.group(1)), first, last));
            }
        }
        return merges.isEmpty() ? NONE : new Merges(merges);
    }

    /** The row with the values that it shares with rows above it; broken where a figure is shared. Blank rows stay blank. */
    Row shared(Row row) {
        if (coming.isEmpty() && open.isEmpty() || row.cells().stream().allMatch(String::isBlank)) {
            return row;
        }
        open.removeIf(one -> one.merge().last() < row.number());
        while (!coming.isEmpty() && coming.peek().first() <= row.number()) {
            var merge = coming.poll();
            if (merge.first() == row.number() && merge.column() < row.cells().size()) {
                open.add(new Open(merge, row.cells().get(merge.column())));
            }
        }
        if (!(row instanceof Row.Read) || open.isEmpty()) {
            return row;
        }
        var cells = new ArrayList<>(row.cells());
        for (var one : open) {
            int column = one.merge().column();
            if (one.value().isBlank()) {
                continue;
            }
            if (one.isFigure()) {
                return new Row.Broken(row.number(), row.cells(), row.raw(), Row.Fault.MERGED_FIGURE, column);
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            if (cells.get(column).isBlank()) {
                cells.set(column, one.value());
            }
        }
        return new Row.Read(row.number(), cells, CsvWriter.line(cells), ((Row.Read) row).rounded());
    }
}

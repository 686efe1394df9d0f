package org.hengjian.tables;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Separated values as offices send them: RFC 4180, and what deviates from it row by row. commons-csv gives the whole
 * file up at the first quotation mark in the wrong place; here that row is broken and the next one is read. A quote
 * that is never closed costs its own line, not the rest of the file.
 */
final class CsvRecords implements Records {

    private static final char[] SEPARATORS = {',', '\t', ';', '|'};
    private static final int SAMPLE_ROWS = 50;

    private final CharSource source;
    private final char separator;
    private final TableFormat format;
    private final Limits limits;
    private long number;

    private CsvRecords(CharSource source, char separator, TableFormat format, Limits limits) {
        this.source = source;
        this.separator = separator;
        this.format = format;
        this.limits = limits;
    }

    static CsvRecords open(Path file, Charset charset, int bomBytes, Limits limits) throws IOException {
        var told = toldSeparator(file, charset, bomBytes);
        char separator = told == 0 ? likeliestSeparator(file, charset, bomBytes, limits) : told;
        var name = charset.equals(Content.GB18030) ? "GBK" : charset.name();
        var bom = bomBytes > 0 && charset.equals(StandardCharsets.UTF_8) ? " BOM" : "";
        var detail = name + bom + " (" + (separator == '\t' ? "Tab" : String.valueOf(separator)) + ")";
        var records = new CsvRecords(
                CharSource.of(file, charset, bomBytes),
                separator,
                new TableFormat(TableFormat.Kind.CSV, detail),
                limits);
        if (told != 0) {
            records.passLine();
        }
        return records;
    }

    /** Excel's own mark: a first line {@code sep=;}. 0 when there is none. */
    private static char toldSeparator(Path file, Charset charset, int bomBytes) throws IOException {
        var source = CharSource.of(file, charset, bomBytes);
        try {
            boolean told = source.at(0) == 's' && source.at(1) == 'e' && source.at(2) == 'p' && source.at(3) == '=';
            int after = source.at(5);
            return told && (after == '\r' || after == '\n') ? (char) source.at(4) : 0;
        } finally {
            source.close();
        }
    }

    /**
     * How the first rows look by one separator.
     *
     * @param separator tried
     * @param alike     rows of the usual number of cells, which is more than one
     * @param first     the first of them, from 0
     * @param rows      all that were looked at
     */
    private record Split(char separator, int usual, long alike, int first, int rows) {

        /** So many of the rows from the first one on are alike where this is the separator of a table. */
        private static final double ALIKE_LEAST = 0.8;

        boolean isTable() {
            return alike >= ALIKE_LEAST * (rows - first);
        }

        double score() {
            return alike * Math.log(usual + 1.0);
        }
    }

    /**
     * The separator by which most of the first rows have the same number of cells, and more of them. A sign that stands in
     * the rows and not in the headings above them separates what is in a cell: {@code a.jpg;b.jpg;c.jpg}.
     */
    private static char likeliestSeparator(Path file, Charset charset, int bomBytes, Limits limits) throws IOException {
        var splits = new ArrayList<Split>();
        for (char candidate : SEPARATORS) {
            split(candidate, file, charset, bomBytes, limits).ifPresent(splits::add);
        }
        int headings = splits.stream()
                .filter(Split::isTable)
                .mapToInt(Split::first)
                .min()
                .orElse(Integer.MAX_VALUE);
        Split best = null;
        for (Split split : splits) {
            if (split.first() <= headings && (best == null || split.score() > best.score())) {
                best = split;
            }
        }
        return best == null ? ',' : best.separator();
    }

    private static Optional<Split> split(char separator, Path file, Charset charset, int bomBytes, Limits limits)
            throws IOException {
        var records = new CsvRecords(
                CharSource.of(file, charset, bomBytes), separator, new TableFormat(TableFormat.Kind.CSV, ""), limits);
        var widths = new ArrayList<Integer>();
        try {
            for (int i = 0; i < SAMPLE_ROWS; i++) {
                var row = records.next();
                if (row == null) {
                    break;
                }
                widths.add(row instanceof Row.Read ? row.cells().size() : 1);
            }
        } finally {
            records.close();
        }
        var several = widths.stream().filter(width -> width > 1).sorted().toList();
        if (several.isEmpty()) {
            return Optional.empty();
        }
        int usual = several.get(several.size() / 2);
        long alike = several.stream().filter(width -> width == usual).count();
        return Optional.of(new Split(separator, usual, alike, widths.indexOf(usual), widths.size()));
    }

    private void passLine() throws IOException {
        int i = 0;
        while (source.at(i) != CharSource.END && source.at(i) != '\n') {
            i++;
        }
        source.advance(i + 1);
        number++;
    }

    @Override
    public TableFormat format() {
        return format;
    }

    @Override
    public List<String> ownHeadings() {
        return List.of();
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (source.at(0) == CharSource.END) {
            return null;
        }
        number++;
        var cells = new ArrayList<String>();
        int i = 0;
        while (true) {
            int from = i;
            if (source.at(i) == '"') {
                int close = closingQuote(i);
                if (close < 0) {
                    return brokenAt(i, cells, -close);
                }
                cells.add(source.text(from + 1, close).replace("\"\"", "\""));
                i = afterBlanks(close + 1);
            } else {
                while (!isEndOfCell(source.at(i))) {
                    i++;
                    if (i - from > limits.rowCharsMax()) {
                        return overlong();
                    }
                }
                cells.add(source.text(from, i));
            }
            int c = source.at(i);
            if (c == separator) {
                i++;
                continue;
            }
            int rawEnd = i;
            i = afterLineEnd(i);
            var row = row(cells, source.text(0, rawEnd));
            source.advance(i);
            return row;
        }
    }

    private Row row(List<String> cells, String raw) {
        for (int column = 0; column < cells.size(); column++) {
            if (!Characters.areSound(cells.get(column))) {
                return broken(cells, raw, Row.Fault.UNREADABLE_CHARACTERS, column);
            }
            if (cells.get(column).length() > limits.cellCharsMax()) {
                return broken(cells, raw, Row.Fault.CELL_TOO_LONG, column);
            }
        }
        return new Row.Read(number, cells, raw, List.of());
    }

    private Row broken(List<String> cells, String raw, Row.Fault fault, int column) {
        return new Row.Broken(
                number, cells.stream().map(Characters::mended).toList(), Characters.mended(raw), fault, column);
    }

    /**
     * Offset of the quote that closes the one at {@code open}; negative when there is none that can be believed: minus
     * the offset of the quote that stands in the way, or minus {@link Integer#MAX_VALUE} when there is no other.
     */
    private int closingQuote(int open) throws IOException {
        for (int i = open + 1; ; i++) {
            int c = source.at(i);
            if (c == CharSource.END || i - open > 2 * limits.cellCharsMax()) {
                return -Integer.MAX_VALUE;
            }
            if (c != '"') {
                continue;
            }
            if (source.at(i + 1) == '"') {
                i++;
                continue;
            }
            return isEndOfCell(source.at(afterBlanks(i + 1))) ? i : -i;
        }
    }

    /** A broken quote: the row ends where a reader would see it end. */
    private Row brokenAt(int open, List<String> before, int stray) throws IOException {
        boolean closed = stray != Integer.MAX_VALUE;
        // A quote right after a separator or a line end opens a cell: so it was ours that was never closed.
        boolean opensAnother =
                closed && (source.at(stray - 1) == separator || source.at(stray - 1) == '\n') && stray > open + 1;
        boolean neverClosed = !closed || opensAnother;
        int end = neverClosed ? open : stray;
        while (source.at(end) != CharSource.END && source.at(end) != '\n' && source.at(end) != '\r') {
            end++;
            if (end > limits.rowCharsMax()) {
                return overlong();
            }
        }
        var cells = new ArrayList<>(before);
        cells.add(source.text(open, end));
        var fault = neverClosed ? Row.Fault.QUOTE_NOT_CLOSED : Row.Fault.STRAY_QUOTE;
        var row = broken(cells, source.text(0, end), fault, before.size());
        source.advance(afterLineEnd(end));
        return row;
    }

    /** A line without end is passed over, so that it need not be held; its beginning is kept. */
    private Row overlong() throws IOException {
        var start = source.text(0, Math.min(limits.cellCharsMax(), limits.rowCharsMax()));
        while (true) {
            int step = 1 << 15;
            for (int i = 0; i < step; i++) {
                int c = source.at(i);
                if (c == CharSource.END || c == '\n' || c == '\r') {
                    source.advance(afterLineEnd(i));
                    return broken(List.of(start), start, Row.Fault.ROW_TOO_LONG, -1);
                }
            }
            source.advance(step);
        }
    }

    private boolean isEndOfCell(int c) {
        return c == separator || c == '\n' || c == '\r' || c == CharSource.END;
    }

    private int afterBlanks(int i) throws IOException {
        int at = i;
        while (source.at(at) == ' ' || (source.at(at) == '\t' && separator != '\t')) {
            at++;
        }
        return at;
    }

    private int afterLineEnd(int i) throws IOException {
        if (source.at(i) == '\r') {
            return source.at(i + 1) == '\n' ? i + 2 : i + 1;
        }
        return source.at(i) == '\n' ? i + 1 : i;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

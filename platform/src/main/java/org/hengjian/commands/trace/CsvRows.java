package org.hengjian.commands.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CSV after RFC 4180. One bad row does not spoil those after it: a quote that never closes ends at {@link #ROW_MAX}
 * characters, and the row is refused.
 */
final class CsvRows implements Rows {

    /** Longer than any honest row; without it one stray quote would swallow the file. */
    private static final int ROW_MAX = 1 << 20;

    private final BufferedReader reader;
    private final char separator;
    private final List<String> headings;
    private long number;
    private boolean tooLong;

    CsvRows(Path file, Charset charset) throws IOException {
        separator = separator(file, charset);
        reader = Rows.reader(file, charset);
        headings = read().stream().map(String::strip).toList();
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public Optional<Row> next() throws IOException {
        List<String> cells = read();
        while (cells.size() == 1 && cells.get(0).isBlank() && headings.size() > 1) {
            cells = read();
        }
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        number++;
        if (tooLong) {
            return Optional.of(new Row.Bad(number, "", "a quote opens and does not close"));
        }
        if (cells.size() != headings.size()) {
            return Optional.of(new Row.Bad(
                    number, "", "%d cells where the headings are %d".formatted(cells.size(), headings.size())));
        }
        return Optional.of(new Row.Good(number, cells));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Cells of the next row, none at the end of the file. */
    private List<String> read() throws IOException {
        tooLong = false;
        int c = reader.read();
        if (c < 0) {
            return List.of();
        }
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        int length = 0;
        for (; ; c = reader.read()) {
            if (c < 0 || length++ > ROW_MAX) {
                tooLong = quoted;
                break;
            }
            if (quoted) {
                if (c != '"') {
                    cell.append((char) c);
                } else if (peek() == '"') {
                    cell.append((char) reader.read());
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                break;
            } else if (c != '\r' || peek() != '\n') {
                cell.append((char) c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private int peek() throws IOException {
        reader.mark(1);
        int next = reader.read();
        if (next >= 0) {
            reader.reset();
        }
        return next;
    }

    /** The one of comma, tab, semicolon that the first line has most of. */
    private static char separator(Path file, Charset charset) throws IOException {
        try (var first = Rows.reader(file, charset)) {
            String line = first.readLine();
            char best = ',';
            for (char candidate : new char[] {'\t', ';'}) {
                best = line != null && count(line, candidate) > count(line, best) ? candidate : best;
            }
            return best;
        }
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}

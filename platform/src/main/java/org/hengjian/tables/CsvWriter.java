package org.hengjian.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV that a double click opens rightly in Excel and WPS: UTF-8 with a byte-order mark, lines ended by CR LF, no cell
 * that runs as a formula.
 */
public final class CsvWriter implements AutoCloseable {

    private final Writer out;

    /** Writes the mark at once; {@link #close()} closes {@code out} as well. */
    public CsvWriter(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.out.write('\uFEFF');
    }

    public void write(List<String> cells) throws IOException {
        out.write(line(cells.stream().map(Formulas::disarmed).toList()));
        out.write("\r\n");
    }

    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** One line without its end, quoted where needed, formulas left as they are. */
    static String line(List<String> cells) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (column > 0) {
                line.append(',');
            }
            boolean quoted = false;
            for (int i = 0; i < cell.length() && !quoted; i++) {
                char c = cell.charAt(i);
                quoted = c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t' || c == ';';
            }
            if (quoted) {
                line.append('"').append(cell.replace("\"", "\"\"")).append('"');
            } else {
                line.append(cell);
            }
        }
        return line.toString();
    }
}

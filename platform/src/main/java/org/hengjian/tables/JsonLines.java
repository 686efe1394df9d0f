package org.hengjian.tables;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a JSON Lines file that hold something, each with the number that an editor shows. */
final class JsonLines implements JsonRecords.Pieces {

    private final CharSource source;
    private final Limits limits;
    private long number;

    JsonLines(CharSource source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    @Override
    public @Nullable Piece next() throws IOException {
        while (source.at(0) != CharSource.END) {
            number++;
            var line = line();
            if (line.text() == null || !line.text().isBlank()) {
                return line;
            }
        }
        return null;
    }

    /** One line, without its end. */
    private Piece line() throws IOException {
        int i = 0;
        while (source.at(i) != CharSource.END && source.at(i) != '\n') {
            if (++i > limits.rowCharsMax()) {
                return overlong();
            }
        }
        int end = i > 0 && source.at(i - 1) == '\r' ? i - 1 : i;
        var text = source.text(0, end);
        source.advance(source.at(i) == '\n' ? i + 1 : i);
        return new Piece(number, text, text);
    }

    private Piece overlong() throws IOException {
        var start = Characters.mended(source.text(0, limits.cellCharsMax()));
        int step = 1 << 15;
        while (true) {
            for (int i = 0; i < step; i++) {
                int c = source.at(i);
                if (c == CharSource.END || c == '\n') {
                    source.advance(c == '\n' ? i + 1 : i);
                    return new Piece(number, null, start);
                }
            }
            source.advance(step);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

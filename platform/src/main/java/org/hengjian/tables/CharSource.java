package org.hengjian.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A window over the characters of a text file: they are addressed from the start of the row that is being read, so a
 * row that turns out to be broken can be read again. Holds one row at a time.
 */
final class CharSource {

    static final int END = -1;

    private final Reader in;
    private char[] window = new char[1 << 16];
    private int start;
    private int end;
    private boolean ended;

    CharSource(Reader in) {
        this.in = in;
    }

    static CharSource of(Path file, Charset charset, int bomBytes) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        bytes.skipNBytes(bomBytes);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(Characters.DAMAGED));
        return new CharSource(new InputStreamReader(bytes, decoder));
    }

    /** The character {@code offset} places after the start of the row, or {@link #END}. */
    int at(int offset) throws IOException {
        int place = start + offset;
        return place < end ? window[place] : fetched(offset);
    }

    private int fetched(int offset) throws IOException {
        while (start + offset >= end) {
            if (ended) {
                return END;
            }
            makeRoom();
            int read = in.read(window, end, window.length - end);
            if (read < 0) {
                ended = true;
            } else {
                end += read;
            }
        }
        return window[start + offset];
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(window, start, window, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == window.length) {
            var wider = new char[window.length * 2];
            System.arraycopy(window, 0, wider, 0, end);
            window = wider;
        }
    }

    /** What stands between two offsets that have been read. */
    String text(int from, int to) {
        return new String(window, start + from, to - from);
    }

    /** The next row starts {@code offset} places further on. */
    void advance(int offset) {
        start += offset;
    }

    void close() throws IOException {
        in.close();
    }
}

package org.hengjian.tables;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of the list that a JSON document is, or that stands in it where interfaces put theirs:
 * {@code {"code":0,"data":{"records":[…]}}}. Numbered from 1. One value is held at a time, and a value that is no JSON costs
 * no other; a list that does not end is refused as a whole, since nobody knows what was in the rest.
 */
final class JsonList implements JsonRecords.Pieces {

    private static final Set<String> NAMES = Set.of(
            "data", "records", "record", "rows", "items", "list", "result", "results", "content", "listings", "parcels",
            "declarations", "waybills", "数据", "记录", "明细", "列表", "清单");

    /** How many objects deep interfaces wrap their list. */
    private static final int WRAPPED_MAX = 3;

    private final CharSource source;
    private final Limits limits;
    private int wrapped;
    private boolean entered;
    private boolean ended;
    private long number;

    JsonList(CharSource source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** Whether the file is one document with a list, and nothing stands behind it. */
    static boolean isOne(Path file, Charset charset, int bomBytes) throws IOException {
        var list = new JsonList(CharSource.of(file, charset, bomBytes), Limits.STANDARD);
        try {
            if (list.peek() == '[') {
                return true;
            }
            list.entered = list.enter() && list.peek() == '{'; // a list of numbers is a cell of one line
            while (list.entered && list.peek() != ']' && list.peek() != CharSource.END) {
                list.pass();
            }
            return list.entered && list.leave();
        } catch (Unreadable cutOff) {
            return list.entered; // of one line with a quote too few the next one knows nothing
        } finally {
            list.close();
        }
    }

    @Override
    public @Nullable Piece next() throws IOException {
        if (!entered) {
            entered = enter();
            ended = !entered;
        }
        if (!ended && peek() == CharSource.END) {
            throw new Unreadable(Unreadable.Reason.CUT_OFF);
        }
        ended |= peek() == ']';
        if (ended) {
            return null;
        }
        number++;
        return piece();
    }

    private Piece piece() throws IOException {
        int i = 0;
        for (var scan = new Scan(); scan.goesOn(source.at(i)); i++) {
            if (i == limits.rowCharsMax()) {
                var start = Characters.mended(source.text(0, limits.cellCharsMax()));
                pass(i + 1, scan);
                return new Piece(number, null, start);
            }
        }
        i = Math.max(i, 1); // a bracket that closes nothing
        var text = source.text(0, i).strip();
        source.advance(i);
        return new Piece(number, text, text);
    }

    /** Passes over a value without keeping it. */
    private void pass() throws IOException {
        var scan = new Scan();
        scan.goesOn(source.at(0));
        pass(1, scan);
    }

    private void pass(int from, Scan begun) throws IOException {
        source.advance(from);
        while (begun.goesOn(source.at(0))) {
            source.advance(1);
        }
    }

    /** The next character that says something, or {@link CharSource#END}; before it commas and blanks are passed over. */
    private int peek() throws IOException {
        while (Character.isWhitespace(source.at(0)) || source.at(0) == ',') {
            source.advance(1);
        }
        return source.at(0);
    }

    /** Goes to the first value of the list; false where there is none. */
    private boolean enter() throws IOException {
        if (peek() == '[') {
            source.advance(1);
            return true;
        }
        if (peek() != '{' || wrapped == WRAPPED_MAX) {
            return false;
        }
        wrapped++;
        source.advance(1);
        while (peek() == '"') {
            var name = name();
            if (peek() != ':') {
                return false;
            }
            source.advance(1);
            if (NAMES.contains(name) && (peek() == '[' || peek() == '{')) {
                return enter();
            }
            pass();
        }
        return false;
    }

    /** From the end of the list to the end of the file: what else the objects around it hold, and then nothing. */
    private boolean leave() throws IOException {
        if (peek() == CharSource.END) {
            return true; // cut off, which is said when it is read
        }
        source.advance(1);
        for (; wrapped > 0; wrapped--) {
            while (peek() == '"') {
                name();
                if (peek() == ':') {
                    source.advance(1);
                }
                pass();
            }
            if (peek() != '}') {
                return peek() == CharSource.END;
            }
            source.advance(1);
        }
        return peek() == CharSource.END;
    }

    private String name() throws IOException {
        int i = 1;
        while (source.at(i) != '"' && source.at(i) != CharSource.END && i < limits.cellCharsMax()) {
            i += source.at(i) == '\\' && source.at(i + 1) != CharSource.END ? 2 : 1;
        }
        var name = source.text(1, i).toLowerCase(Locale.ROOT);
        source.advance(source.at(i) == '"' ? i + 1 : i);
        return name;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Where a value ends: with the bracket that closes it, or before the comma or bracket that belongs to what is around. */
    private static final class Scan {

        private int depth;
        private boolean inString;
        private boolean escaped;
        private boolean closed;

        /**
         * Whether the next character is one of the value.
         *
         * @throws Unreadable at the end of the file, where no value of a list ends
         */
        boolean goesOn(int c) {
            if (closed) {
                return false;
            }
            if (c == CharSource.END) {
                throw new Unreadable(Unreadable.Reason.CUT_OFF);
            }
            if (inString) {
                inString = escaped || c != '"';
                escaped = !escaped && c == '\\';
                return true;
            }
            switch (c) {
                case '"' -> inString = true;
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (depth == 0) {
                        return false;
                    }
                    closed = --depth == 0;
                }
                default -> {}
            }
            return depth > 0 || c != ',';
        }
    }
}

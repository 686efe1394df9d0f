package org.hengjian.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a file is, by its bytes. The name is never asked: offices send workbooks called .csv and web pages called .xls. */
sealed interface Content {

    /** A zip that holds a workbook. */
    record Workbook() implements Content {}

    /**
     * Text in a character set.
     *
     * @param bomBytes bytes to pass over at the start
     */
    record Text(Charset charset, int bomBytes, boolean looksLikeJson) implements Content {}

    /** GB18030 contains GBK and GB2312, and decodes every file that they can write. */
    Charset GB18030 = Charset.forName("GB18030");

    int HEAD_BYTES = 64 * 1024;

    static Content of(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return new Workbook();
        }
        refuseOthers(head);
        return text(file, head);
    }

    private static void refuseOthers(byte[] head) {
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Unreadable(Unreadable.Reason.OLD_EXCEL);
        }
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            throw new Unreadable(Unreadable.Reason.PDF);
        }
        if (startsWith(head, 0x89, 'P', 'N', 'G')
                || startsWith(head, 0xFF, 0xD8, 0xFF)
                || startsWith(head, 'G', 'I', 'F', '8')) {
            throw new Unreadable(Unreadable.Reason.PICTURE);
        }
        if (startsWith(head, 0x1F, 0x8B)
                || startsWith(head, 'R', 'a', 'r', '!')
                || startsWith(head, '7', 'z', 0xBC, 0xAF)
                || startsWith(head, 'P', 'K', 5, 6)) {
            throw new Unreadable(Unreadable.Reason.PACKED);
        }
    }

    private static Content text(Path file, byte[] head) throws IOException {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return text(head, StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return text(head, StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return text(head, StandardCharsets.UTF_16BE, 2);
        }
        int evenNuls = 0;
        int oddNuls = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    evenNuls++;
                } else {
                    oddNuls++;
                }
            }
        }
        // Separators and line ends are ASCII, so UTF-16 without a mark shows zeros on one side; a character such as
        // 一 (U+4E00) puts a few on the other.
        if (oddNuls > head.length / 20 && oddNuls > 2 * evenNuls) {
            return text(head, StandardCharsets.UTF_16LE, 0);
        }
        if (evenNuls > head.length / 20 && evenNuls > 2 * oddNuls) {
            return text(head, StandardCharsets.UTF_16BE, 0);
        }
        int controls = 0;
        for (byte b : head) {
            if (b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r') {
                controls++;
            }
        }
        if (controls > head.length / 50) {
            throw new Unreadable(Unreadable.Reason.NOT_TEXT);
        }
        return text(head, charset(file), 0);
    }

    private static Content text(byte[] head, Charset charset, int bomBytes) {
        var start = new String(head, bomBytes, head.length - bomBytes, charset).stripLeading();
        if (start.isEmpty()) {
            throw new Unreadable(Unreadable.Reason.EMPTY_FILE);
        }
        var lower = start.substring(0, Math.min(start.length(), 1000)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html")
                || lower.startsWith("<html")
                || lower.startsWith("<table")
                || lower.startsWith("<?xml")) {
            throw new Unreadable(Unreadable.Reason.WEB_PAGE);
        }
        return new Text(charset, bomBytes, start.startsWith("{") || start.startsWith("["));
    }

    /**
     * UTF-8 or GB18030, by the whole file: the first Chinese character may stand in the last row. A file that is UTF-8
     * but for a few damaged places stays UTF-8; its damaged rows are shown as such.
     */
    private static Charset charset(Path file) throws IOException {
        var asUtf8 = tally(file, StandardCharsets.UTF_8);
        if (asUtf8.damaged == 0) {
            return StandardCharsets.UTF_8;
        }
        var asGb18030 = tally(file, GB18030);
        // What is GBK falls apart as UTF-8 at nearly every character: a third that holds together is no accident.
        if (asUtf8.damaged * 3 <= asUtf8.wide && asUtf8.damaged <= asGb18030.damaged + Math.max(1, asUtf8.wide / 20)) {
            return StandardCharsets.UTF_8;
        }
        if (asGb18030.damaged * 20 <= asGb18030.wide + 20) {
            return GB18030;
        }
        throw new Unreadable(Unreadable.Reason.UNKNOWN_CHARACTERS);
    }

    /** Characters outside ASCII, and places that the character set does not know. */
    record Tally(long wide, long damaged) {}

    private static Tally tally(Path file, Charset charset) throws IOException {
        long wide = 0;
        long damaged = 0;
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var bytes = ByteBuffer.allocate(1 << 16);
        var chars = CharBuffer.allocate(1 << 16);
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            boolean ended = false;
            while (!ended) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
                decoder.decode(bytes, chars, ended);
                bytes.compact();
                chars.flip();
                for (int i = 0; i < chars.limit(); i++) {
                    char c = chars.get(i);
                    if (c == '\uFFFD') {
                        damaged++;
                    } else if (c > 0x7F) {
                        wide++;
                    }
                }
                chars.clear();
            }
        }
        return new Tally(wide, damaged);
    }

    private static boolean startsWith(byte[] head, int... start) {
        if (head.length < start.length) {
            return false;
        }
        return Arrays.equals(Arrays.copyOf(head, start.length), toBytes(start));
    }

    private static byte[] toBytes(int[] values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}

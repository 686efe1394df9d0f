package org.hengjian.tracing.schema;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A record ready for comparison: for each feature of the schema its canonical values, none if nothing was said. */
public record Profile(String id, List<List<String>> values) {

    /** Bytes, in which {@link #decode} finds the same profile. */
    public byte[] encode() {
        var bytes = new ByteArrayOutputStream(160);
        write(bytes, id);
        for (List<String> some : values) {
            length(bytes, some.size());
            some.forEach(value -> write(bytes, value));
        }
        return bytes.toByteArray();
    }

    public static Profile decode(byte[] bytes, int features) {
        var reader = new Reader(bytes);
        String id = reader.text();
        @SuppressWarnings("unchecked")
        List<String>[] values = new List[features];
        for (int f = 0; f < features; f++) {
            int count = reader.length();
            values[f] = switch (count) {
                case 0 -> List.of();
                case 1 -> List.of(reader.text());
                default -> reader.texts(count);
            };
        }
        return new Profile(id, Arrays.asList(values));
    }

    /** Values are personal data: logs see only the id. */
    @Override
    public String toString() {
        return "Profile[" + id + "]";
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        length(bytes, utf8.length);
        bytes.write(utf8, 0, utf8.length);
    }

    /** Seven bits a byte, the highest bit says that more follow. */
    private static void length(ByteArrayOutputStream bytes, int length) {
        int rest = length;
        while (rest >= 0x80) {
            bytes.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        int length() {
            int length = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                length |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return length;
                }
            }
        }

        String text() {
            int length = length();
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }

        List<String> texts(int count) {
            String[] texts = new String[count];
            for (int i = 0; i < count; i++) {
                texts[i] = text();
            }
            return List.of(texts);
        }
    }
}

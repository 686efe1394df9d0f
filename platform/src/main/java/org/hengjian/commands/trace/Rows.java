package org.hengjian.commands.trace;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of a file, one after the other; reading the same file again gives the same rows. */
interface Rows extends Closeable {

    /** What one line, or one quoted run of lines, turned out to be. */
    sealed interface Row {
        /** Number of the row, 1 for the first after the headings. */
        long number();

        record Good(long number, List<String> cells) implements Row {}

        record Bad(long number, String field, String reason) implements Row {}
    }

    List<String> headings();

    Optional<Row> next() throws IOException;

    /** JSONL if the name or the first character says so, else CSV with comma, semicolon or tab. */
    static Rows open(Path file) throws IOException {
        Charset charset = charset(file);
        return isJson(file, charset) ? new JsonRows(file, charset) : new CsvRows(file, charset);
    }

    static boolean isJson(Path file, Charset charset) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
            return true;
        }
        try (var reader = reader(file, charset)) {
            return !name.endsWith(".csv") && reader.read() == '{';
        }
    }

    static BufferedReader reader(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    /** UTF-8 if the beginning is well formed, else GB 18030, as Chinese spreadsheets save. */
    static Charset charset(Path file) throws IOException {
        byte[] head;
        try (var stream = Files.newInputStream(file)) {
            head = stream.readNBytes(1 << 20);
        }
        if (head.length >= 2 && (head[0] == (byte) 0xff && head[1] == (byte) 0xfe
                || head[0] == (byte) 0xfe && head[1] == (byte) 0xff)) {
            return StandardCharsets.UTF_16;
        }
        int whole = head.length;
        // The last character may be cut in the middle.
        while (head.length == 1 << 20 && whole > 0 && (head[whole - 1] & 0x80) != 0 && head.length - whole < 4) {
            whole--;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, whole));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return Charset.forName("GB18030");
        }
    }
}

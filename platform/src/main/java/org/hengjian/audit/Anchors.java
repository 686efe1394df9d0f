package org.hengjian.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * The chain's head after each sealing, appended to a file outside the database: whoever rewrites the whole chain, or
 * cuts its end, must also rewrite this file and every copy of it. One line: sequence, hash in hex, moment.
 */
final class Anchors {

    private final Path file;

    Anchors(Path file) {
        this.file = file;
    }

    record Anchor(long sequence, String hash) {}

    void append(long sequence, byte[] hash, Instant at) {
        String line = sequence + " " + HexFormat.of().formatHex(hash) + " " + at + "\n";
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the audit anchor " + file, e);
        }
    }

    List<Anchor> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.endsWith("Z")) // a line cut by a crash has no end
                    .map(line -> line.split(" "))
                    .map(parts -> new Anchor(Long.parseLong(parts[0]), parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.hengjian.tracing.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of 64 bits, gathered into parts that are small enough to be sorted one after the other. What does not fit into
 * the buffers goes to files, which are deleted on closing. Any thread may add.
 */
public final class Spill implements AutoCloseable {

    /** 128 kB a part: 256 parts stay below the heap of the smallest machine. */
    private static final int BUFFER_MAX = 1 << 14;

    private final Part[] parts;

    /** @param parts how many; the caller chooses the part of each number */
    public Spill(Path folder, int parts) {
        this.parts = IntStream.range(0, parts).mapToObj(p -> new Part(folder)).toArray(Part[]::new);
    }

    public int parts() {
        return parts.length;
    }

    public void add(int part, long number) {
        parts[part].add(number);
    }

    /** All numbers of a part, ascending. */
    public long[] sorted(int part) {
        return parts[part].sorted();
    }

    public long count() {
        return Stream.of(parts).mapToLong(Part::count).sum();
    }

    @Override
    public void close() {
        Stream.of(parts).forEach(Part::close);
    }

    private static final class Part {

        private final Path folder;
        private long[] buffer = new long[16];
        private int filled;
        private long spilled;
        private @Nullable Path file;

        Part(Path folder) {
            this.folder = folder;
        }

        synchronized void add(long number) {
            if (filled == BUFFER_MAX) {
                spill();
            } else if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, filled * 2);
            }
            buffer[filled++] = number;
        }

        synchronized long count() {
            return spilled + filled;
        }

        synchronized long[] sorted() {
            long[] all = new long[Math.toIntExact(spilled + filled)];
            System.arraycopy(buffer, 0, all, (int) spilled, filled);
            if (file != null) {
                read(file, all);
            }
            Arrays.sort(all);
            return all;
        }

        synchronized void close() {
            try {
                if (file != null) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        private void spill() {
            try {
                if (file == null) {
                    file = Files.createTempFile(folder, "part", ".bin");
                }
                try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
                    var bytes = ByteBuffer.allocate(filled * Long.BYTES);
                    bytes.asLongBuffer().put(buffer, 0, filled);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }
            } catch (IOException noRoom) {
                throw new UncheckedIOException(noRoom);
            }
            spilled += filled;
            filled = 0;
        }

        private void read(Path from, long[] all) {
            try (var channel = FileChannel.open(from, StandardOpenOption.READ)) {
                var bytes = ByteBuffer.allocate(BUFFER_MAX * Long.BYTES);
                for (int at = 0; at < spilled; ) {
                    bytes.clear();
                    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                        continue;
                    }
                    bytes.flip();
                    int numbers = bytes.remaining() / Long.BYTES;
                    bytes.asLongBuffer().get(all, at, numbers);
                    at += numbers;
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}

package org.hengjian.tracing.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Profiles by their number, 0 for the first that was added, in a file mapped into memory: the heap holds eight bytes a
 * profile. One thread adds; then many may read.
 */
public final class ProfileStore implements AutoCloseable {

    /** Small enough that a short run maps little, large enough that ten million profiles need few. */
    private static final int CHUNK = 1 << 28;

    private final Path file;
    private final FileChannel channel;
    private final int features;
    private final List<MappedByteBuffer> chunks = new ArrayList<>();
    private long[] starts = new long[1 << 10];
    private int size;
    private long end;

    /** @param folder where the file is made; it is deleted on closing */
    public ProfileStore(Path folder, int features) {
        try {
            file = Files.createTempFile(folder, "profiles", ".bin");
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
        this.features = features;
    }

    public int size() {
        return size;
    }

    public void add(byte[] encoded) {
        // A profile never lies across two chunks.
        if (end / CHUNK != (end + encoded.length + 4) / CHUNK) {
            end = (end / CHUNK + 1) * CHUNK;
        }
        MappedByteBuffer chunk = chunk((int) (end / CHUNK));
        int at = (int) (end % CHUNK);
        chunk.putInt(at, encoded.length);
        chunk.put(at + 4, encoded);
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = end;
        end += encoded.length + 4L;
    }

    public Profile get(int number) {
        long start = starts[number];
        MappedByteBuffer chunk = chunks.get((int) (start / CHUNK));
        int at = (int) (start % CHUNK);
        byte[] encoded = new byte[chunk.getInt(at)];
        chunk.get(at + 4, encoded);
        return Profile.decode(encoded, features);
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private MappedByteBuffer chunk(int index) {
        while (chunks.size() <= index) {
            try {
                chunks.add(channel.map(FileChannel.MapMode.READ_WRITE, (long) chunks.size() * CHUNK, CHUNK));
            } catch (IOException noRoom) {
                throw new UncheckedIOException(noRoom);
            }
        }
        return chunks.get(index);
    }
}

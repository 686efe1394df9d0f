package org.hengjian.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The zip around a workbook, opened with suspicion: parts, size and ratio are counted while they unpack. */
final class WorkbookArchive {

    /** Smaller parts may be as regular as they like: a kilobyte of style sheets can unpack to a hundred. */
    private static final long RATIO_COUNTS_FROM_BYTES = 10L << 20;

    private static final int END_RECORD_BYTES = 22;

    private final ZipFile zip;
    private final Limits limits;
    private long unpackedBytes;

    private WorkbookArchive(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static WorkbookArchive open(Path file, Limits limits) throws IOException {
        int parts = partsSaid(file);
        if (parts > limits.zipEntriesMax()) {
            throw new Unreadable(Unreadable.Reason.ZIP_TOO_MANY_PARTS, parts, limits.zipEntriesMax());
        }
        try {
            return new WorkbookArchive(new ZipFile(file.toFile()), limits);
        } catch (ZipException damaged) {
            throw new Unreadable(Unreadable.Reason.CUT_OFF);
        }
    }

    /** Read from the end record by hand: opening the zip would already build a table of all its parts. */
    private static int partsSaid(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), END_RECORD_BYTES + 65_535);
            var tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            for (int i = length - END_RECORD_BYTES; i >= 0; i--) {
                if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                    return (tail[i + 10] & 0xFF) | (tail[i + 11] & 0xFF) << 8;
                }
            }
        }
        throw new Unreadable(Unreadable.Reason.CUT_OFF);
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** The part unpacked, as long as it stays within the limits. */
    InputStream part(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new Unreadable(Unreadable.Reason.DAMAGED_WORKBOOK);
        }
        return new Counted(zip.getInputStream(entry), entry);
    }

    /** What was looked through is read once more: it counts once. */
    void countAnew() {
        unpackedBytes = 0;
    }

    void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {

        private final long packedBytes;
        private long bytes;

        Counted(InputStream in, ZipEntry entry) {
            super(in);
            this.packedBytes = Math.max(1, entry.getCompressedSize());
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int read) {
            bytes += read;
            unpackedBytes += read;
            if (unpackedBytes > limits.zipBytesMax()) {
                throw new Unreadable(Unreadable.Reason.ZIP_TOO_LARGE, limits.zipBytesMax() >> 20);
            }
            if (bytes > RATIO_COUNTS_FROM_BYTES && bytes / packedBytes > limits.zipRatioMax()) {
                throw new Unreadable(Unreadable.Reason.ZIP_RATIO, limits.zipRatioMax());
            }
        }
    }
}

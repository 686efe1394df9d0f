package org.hengjian.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.hengjian.access.SealedFile;

/**
 * The bytes of evidence in a folder, encrypted, each under its SHA-256 and so once. A file comes in three steps: staged
 * (complete and forced to the disk, but under no name), placed (under its hash), and then its row is committed. Killed
 * between any two of them, what is left is a file without a row, which {@link #sweep} removes; never a row without a file.
 */
final class Vault {

    private static final String INCOMING = "incoming";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 1 << 16;
    /** A file that was staged so long ago is nobody's any more: no upload takes that long. */
    private static final Duration STAGED_MOST = Duration.ofDays(1);

    private final Path folder;
    private final byte[] secret;
    private final long reserve;
    /** Held by those who place files until their rows are committed; the sweep waits for them, and they for it. */
    private final ReentrantReadWriteLock placing = new ReentrantReadWriteLock();

    /** @param reserve bytes that are left free on the disk, for the database that lies there too */
    Vault(Path folder, byte[] secret, long reserve) {
        this.folder = folder;
        this.secret = secret.clone();
        this.reserve = reserve;
    }

    /** More bytes came than a file may have. */
    static final class TooLarge extends RuntimeException {}

    /** There is no room for it on the disk. */
    static final class NoRoom extends RuntimeException {}

    /** The sender stopped before the end. */
    static final class BrokenOff extends RuntimeException {
        BrokenOff(IOException cause) {
            super(cause);
        }
    }

    /** A complete file without a name. Closing it removes it, unless it was placed. */
    record Staged(Path file, long bytes, String sha256, String sm3, byte[] head) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads all of it and forces it to the disk. */
    Staged stage(InputStream content, long most) {
        roomFor(1);
        var incoming = folder.resolve(INCOMING);
        var file = incoming.resolve(UUID.randomUUID().toString());
        boolean complete = false;
        try {
            Files.createDirectories(incoming);
            var digests = new Digests();
            long bytes = 0;
            var head = new byte[MediaType.HEAD_BYTES];
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var out = new SealedFile.Writer(channel, secret);
                var buffer = new byte[BUFFER];
                for (int read = next(content, buffer); read >= 0; read = next(content, buffer)) {
                    if (bytes < head.length) {
                        System.arraycopy(buffer, 0, head, (int) bytes, (int) Math.min(read, head.length - bytes));
                    }
                    bytes += read;
                    if (bytes > most) {
                        throw new TooLarge();
                    }
                    roomFor(read);
                    digests.update(buffer, read);
                    out.write(buffer, 0, read);
                }
                out.finish();
            }
            complete = true;
            return new Staged(
                    file, bytes, digests.sha256(), digests.sm3(), Arrays.copyOf(head, (int) Math.min(bytes, head.length)));
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() < BUFFER * 2L) {
                throw new NoRoom();
            }
            throw new UncheckedIOException("the file could not be kept", e);
        } finally {
            if (!complete) {
                discard(file);
            }
        }
    }

    /** Held from {@link #place} until the row is committed or given up. */
    Lock placing() {
        return placing.readLock();
    }

    /** Gives it its name. The same bytes that lie there sound are left as they are; damaged ones are made good. */
    void place(Staged staged) {
        var place = place(staged.sha256());
        try {
            if (Files.exists(place) && Files.size(place) == Files.size(staged.file()) && isSound(staged.sha256())) {
                return;
            }
            var parent = Files.createDirectories(place.getParent());
            Files.move(staged.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(parent);
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be kept", e);
        }
    }

    /**
     * @throws Lost if it is gone
     * @throws SealedFile.Altered if it is no such file, or a piece that is read was changed
     */
    SealedFile.Reader open(String sha256) throws IOException {
        try {
            return new SealedFile.Reader(place(sha256), secret);
        } catch (NoSuchFileException e) {
            throw new Lost(sha256);
        }
    }

    /** The staged bytes, before they have a name. */
    InputStream open(Staged staged) throws IOException {
        return new SealedFile.Reader(staged.file(), secret);
    }

    /** The file of these bytes is gone. */
    static final class Lost extends IOException {
        Lost(String sha256) {
            super("no file " + sha256);
        }
    }

    /** Both hashes of the bytes that lie there. */
    record Hashes(String sha256, String sm3) {}

    Hashes hashes(String sha256) throws IOException {
        try (var in = open(sha256)) {
            var digests = new Digests();
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer, 0, BUFFER); read >= 0; read = in.read(buffer, 0, BUFFER)) {
                digests.update(buffer, read);
            }
            return new Hashes(digests.sha256(), digests.sm3());
        }
    }

    private boolean isSound(String sha256) {
        try {
            return hashes(sha256).sha256().equals(sha256);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Removes what has no row: left behind by a crash or a transaction that was rolled back.
     *
     * @param known of these hashes, those that some row has
     * @return how many files were removed
     */
    int sweep(Instant now, Function<Collection<String>, Set<String>> known) {
        int removed = 0;
        try {
            for (Path staged : list(folder.resolve(INCOMING))) {
                if (Files.getLastModifiedTime(staged).toInstant().isBefore(now.minus(STAGED_MOST))) {
                    discard(staged);
                    removed++;
                }
            }
            for (Path shelf : list(folder)) {
                placing.writeLock().lock();
                try {
                    var names = names(shelf);
                    var orphans = new ArrayList<>(names);
                    orphans.removeAll(names.isEmpty() ? Set.of() : known.apply(names));
                    orphans.forEach(name -> discard(place(name)));
                    removed += orphans.size();
                } finally {
                    placing.writeLock().unlock();
                }
            }
            return removed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process that was killed had not finished; to be called before any upload begins. */
    void sweepIncoming() {
        try {
            list(folder.resolve(INCOMING)).forEach(Vault::discard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hashes of all files that lie there. */
    Set<String> names() throws IOException {
        var all = new java.util.HashSet<String>();
        for (Path shelf : list(folder)) {
            all.addAll(names(shelf));
        }
        return all;
    }

    private static List<String> names(Path shelf) throws IOException {
        return list(shelf).stream()
                .map(file -> file.getFileName().toString())
                .filter(NAME.asMatchPredicate())
                .toList();
    }

    Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private void roomFor(long bytes) {
        if (folder.toFile().getUsableSpace() - bytes < reserve) {
            throw new NoRoom();
        }
    }

    private static int next(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name is on the disk only when its folder is. */
    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** SHA-256 and SM3 in one pass. */
    private static final class Digests {

        private final MessageDigest sha256;
        private final SM3Digest sm3 = new SM3Digest();

        Digests() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        void update(byte[] bytes, int length) {
            sha256.update(bytes, 0, length);
            sm3.update(bytes, 0, length);
        }

        String sha256() {
            return HexFormat.of().formatHex(sha256.digest());
        }

        String sm3() {
            var hash = new byte[sm3.getDigestSize()];
            sm3.doFinal(hash, 0);
            return HexFormat.of().formatHex(hash);
        }
    }
}

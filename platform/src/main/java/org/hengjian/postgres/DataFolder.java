package org.hengjian.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all that must survive: the database, uploaded files, audit anchors, secrets. One process at a
 * time: the lock is held until {@link #close()} or the end of the process, and falls by itself after a kill.
 */
public final class DataFolder implements AutoCloseable {

    private static final int SECRET_BYTES = 24;
    private static final String LOCK = "lock";
    private static final String SECRETS = "secrets";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws DataFolderInUse if another process holds it */
    public static DataFolder open(Path path) {
        try {
            Path folder = path.toAbsolutePath().normalize();
            if (!Files.isDirectory(folder)) {
                // For its owner alone: the files of cases lie here, and the programs of the database.
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var channel = FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            @Nullable FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DataFolderInUse(folder, holder(folder));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
            return new DataFolder(folder, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use data folder " + path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** A subfolder, made when absent. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes everything in the folder, and ends the database server that a killed process may have left on it.
     *
     * @throws NotADataFolder if what lies there was not made by Hengjian
     */
    public void clear() {
        try (var tree = Files.walk(path)) {
            var found = tree.filter(each -> !each.equals(path) && !each.equals(path.resolve(LOCK)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            if (!found.isEmpty() && !Files.exists(path.resolve(SECRETS))) {
                throw new NotADataFolder(path);
            }
            EmbeddedServer.endOrphanOf(path.resolve(EmbeddedServer.FOLDER));
            for (Path each : found) {
                Files.deleteIfExists(each); // the server that was just ended took some along
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty data folder " + path, e);
        }
    }

    /** One secret of this folder, drawn at random at the first call and the same for ever after. */
    public synchronized String secret(String name) {
        return java.util.Objects.requireNonNull(secrets(name).get(name));
    }

    /** A secret of a folder that another process may be using; empty where none was drawn. */
    public static Optional<String> secretOf(Path folder, String name) {
        var file = folder.resolve(SECRETS);
        var secrets = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                secrets.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.ofNullable(secrets.getProperty(name));
    }

    /** The secrets under these names, drawn at random and kept in a file that only the owner can read. */
    Map<String, String> secrets(String... names) {
        var file = path.resolve(SECRETS);
        var secrets = new Properties();
        try {
            if (Files.exists(file)) {
                try (var in = Files.newInputStream(file)) {
                    secrets.load(in);
                }
            }
            boolean added = false;
            for (String name : names) {
                if (!secrets.containsKey(name)) {
                    secrets.setProperty(name, drawn());
                    added = true;
                }
            }
            if (added) {
                write(file, secrets);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var result = new java.util.HashMap<String, String>();
        for (String name : names) {
            result.put(name, secrets.getProperty(name));
        }
        return Map.copyOf(result);
    }

    private static void write(Path file, Properties secrets) throws IOException {
        // Complete beside the old one, then moved over it: a crash leaves the one or the other, never half a file.
        var fresh = file.resolveSibling("secrets.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            var text = new java.io.StringWriter();
            secrets.store(text, "Passwords of this folder's database roles");
            out.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1)));
            out.force(true);
        }
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static String drawn() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null; // held by this very process
        }
    }

    private static String holder(Path folder) {
        try {
            String text = Files.readString(folder.resolve(LOCK)).strip();
            return text.isEmpty() ? "unknown" : text;
        } catch (IOException e) {
            return "unknown";
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

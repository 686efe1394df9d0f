package org.hengjian.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.hengjian.access.SealedFile;
import org.hengjian.postgres.DataFolder;
import org.springframework.stereotype.Component;

/**
 * Keeps every file as it came, under its SHA-256: what is acknowledged is on the disk, and the same file is kept once. A file
 * whose rows name persons is encrypted; to be read it is opened beside, for its owner's eyes, and gone again afterwards.
 */
@Component
class FileStore {

    private static final String SEALED = ".sealed";
    private static final String OPENED = ".opened-";

    private final Path folder;
    private final byte[] secret;

    FileStore(DataFolder data) {
        this.folder = data.folder("intake");
        this.secret = data.secret("intake").getBytes(StandardCharsets.US_ASCII);
        discardLeftOpen();
    }

    /** What a kill left open is closed before anything else is read. */
    private void discardLeftOpen() {
        try (var left = Files.newDirectoryStream(folder, OPENED + "*")) {
            left.forEach(FileStore::discard);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param hash SHA-256 in hex */
    record Kept(String hash, long bytes) {}

    /**
     * Writes the content and forces it to the disk before it returns.
     *
     * @param sealed whether it is encrypted
     * @throws FileTooLarge as soon as more than {@code bytesMax} have come
     */
    Kept keep(InputStream content, long bytesMax, boolean sealed) {
        var fresh = folder.resolve("." + UUID.randomUUID());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            long bytes = 0;
            try (var in = new DigestInputStream(content, digest);
                    var channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    var writer = sealed ? new SealedFile.Writer(channel, secret) : null;
                    var out = writer == null ? Channels.newOutputStream(channel) : writer) {
                var buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes += read;
                    if (bytes > bytesMax) {
                        throw new FileTooLarge(bytesMax);
                    }
                    out.write(buffer, 0, read);
                }
                if (writer == null) {
                    channel.force(true);
                } else {
                    writer.finish();
                }
            }
            var hash = HexFormat.of().formatHex(digest.digest());
            Files.move(fresh, place(hash, sealed), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
            return new Kept(hash, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException("the file could not be kept", failure);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        } finally {
            discard(fresh);
        }
    }

    private Path place(String hash, boolean sealed) {
        return folder.resolve(sealed ? hash + SEALED : hash);
    }

    /**
     * A kept file for as long as it is read.
     *
     * @param path to be read and not changed
     */
    record Opened(Path path, boolean passing) implements AutoCloseable {

        @Override
        public void close() {
            if (passing) {
                discard(path);
            }
        }
    }

    Opened open(String hash, boolean sealed) {
        if (!sealed) {
            return new Opened(place(hash, false), false);
        }
        var opened = folder.resolve(OPENED + UUID.randomUUID());
        try (var in = new SealedFile.Reader(place(hash, true), secret);
                var out = Files.newOutputStream(opened, StandardOpenOption.CREATE_NEW)) {
            in.transferTo(out);
            return new Opened(opened, true);
        } catch (IOException failure) {
            discard(opened);
            throw new UncheckedIOException("the file could not be opened", failure);
        }
    }

    private static void discard(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The name is on the disk only when its folder is. */
    private void forceFolder() throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

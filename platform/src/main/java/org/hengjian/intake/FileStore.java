package org.hengjian.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.hengjian.postgres.DataFolder;
import org.springframework.stereotype.Component;

/** Keeps every file as it came, under its SHA-256: what is acknowledged is on the disk, and the same file is kept once. */
@Component
class FileStore {

    private final Path folder;

    FileStore(DataFolder data) {
        this.folder = data.folder("intake");
    }

    /** @param hash SHA-256 in hex */
    record Kept(String hash, long bytes) {}

    /**
     * Writes the content and forces it to the disk before it returns.
     *
     * @throws FileTooLarge as soon as more than {@code bytesMax} have come
     */
    Kept keep(InputStream content, long bytesMax) {
        var fresh = folder.resolve("." + UUID.randomUUID());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            long bytes = 0;
            try (var in = new DigestInputStream(content, digest);
                    var out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes += read;
                    if (bytes > bytesMax) {
                        throw new FileTooLarge(bytesMax);
                    }
                    var part = ByteBuffer.wrap(buffer, 0, read);
                    while (part.hasRemaining()) {
                        out.write(part);
                    }
                }
                out.force(true);
            }
            var hash = HexFormat.of().formatHex(digest.digest());
            Files.move(fresh, path(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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

    Path path(String hash) {
        return folder.resolve(hash);
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

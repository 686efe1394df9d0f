package org.hengjian.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.hengjian.postgres.DataFolder;
import org.springframework.stereotype.Component;

/**
 * The bytes of issued documents in the data folder, named by their SHA-256: the same bytes lie there once, and a changed
 * file is found when it is read. What was kept survives a loss of power.
 */
@Component
class Vault {

    private final Path folder;

    Vault(DataFolder folder) {
        this.folder = folder.folder("documents");
    }

    /** Keeps the bytes; returns their SHA-256. */
    byte[] keep(byte[] bytes) {
        byte[] hash = sha256(bytes);
        Path file = place(hash);
        try {
            if (!Files.exists(file)) {
                Path parent = Files.createDirectories(file.getParent());
                // Complete beside its place, then moved there: no reader ever sees half a document.
                Path fresh = Files.createTempFile(parent, "fresh", ".pdf");
                try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    var left = ByteBuffer.wrap(bytes);
                    while (left.hasRemaining()) {
                        out.write(left);
                    }
                    out.force(true);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                force(parent);
                force(folder);
            }
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws DocumentDamaged if the file is gone or its bytes are not those that were kept */
    byte[] read(byte[] hash) {
        Path file = place(hash);
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!Arrays.equals(hash, sha256(bytes))) {
                throw new DocumentDamaged(HexFormat.of().formatHex(hash));
            }
            return bytes;
        } catch (IOException e) {
            throw new DocumentDamaged(HexFormat.of().formatHex(hash), e);
        }
    }

    Path place(byte[] hash) {
        String name = HexFormat.of().formatHex(hash);
        return folder.resolve(name.substring(0, 2)).resolve(name + ".pdf");
    }

    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

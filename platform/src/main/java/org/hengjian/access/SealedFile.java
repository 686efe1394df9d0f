package org.hengjian.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file encrypted in pieces (AES-256-GCM), so that one can begin to read anywhere: eight letters, a salt of 16 bytes,
 * then pieces of 64 KiB with their tags. Each file has a key of its own, derived from the folder's secret and its salt;
 * the nonce is the piece's number, and whether it is the last: pieces can neither be moved, cut off nor added unnoticed.
 */
public final class SealedFile {

    private static final byte[] LETTERS = "HJSEAL01".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int HEAD = 8 + SALT;
    private static final int PIECE = 1 << 16;
    private static final int TAG = 16;
    private static final int NONCE = 12;

    private SealedFile() {}

    /** The bytes are not those that were written with this key. */
    public static final class Altered extends IOException {
        public Altered(String what) {
            super(what);
        }
    }

    /** Encrypts what is written to it. */
    public static final class Writer extends OutputStream {

        private final FileChannel out;
        private final SecretKeySpec key;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private long number;

        public Writer(FileChannel out, byte[] secret) throws IOException {
            this.out = out;
            var salt = new byte[SALT];
            new SecureRandom().nextBytes(salt);
            this.key = key(secret, salt);
            write(ByteBuffer.wrap(LETTERS));
            write(ByteBuffer.wrap(salt));
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            int left = length;
            while (left > 0) {
                if (filled == PIECE) {
                    seal(false);
                }
                int taken = Math.min(left, PIECE - filled);
                System.arraycopy(bytes, at, piece, filled, taken);
                filled += taken;
                at += taken;
                left -= taken;
            }
        }

        /** Writes the last piece and forces all of it to the disk. */
        public void finish() throws IOException {
            seal(true);
            out.force(true);
        }

        private void seal(boolean last) throws IOException {
            try {
                write(ByteBuffer.wrap(
                        cipher(Cipher.ENCRYPT_MODE, key, number++, last).doFinal(piece, 0, filled)));
                filled = 0;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    /** Decrypts; skipping costs nothing. */
    public static final class Reader extends InputStream {

        private final FileChannel in;
        private final SecretKeySpec key;
        private final long pieces;
        private final long length;
        private long number = -1;
        private byte[] piece = new byte[0];
        private long at;

        /** @throws Altered if it is no file of this form */
        public Reader(Path file, byte[] secret) throws IOException {
            this.in = FileChannel.open(file, StandardOpenOption.READ);
            var head = ByteBuffer.allocate(HEAD);
            long sealed = in.size() - HEAD;
            if (sealed < TAG || !read(head, 0) || !Arrays.equals(LETTERS, Arrays.copyOf(head.array(), LETTERS.length))) {
                in.close();
                throw new Altered("no sealed file");
            }
            this.key = key(secret, Arrays.copyOfRange(head.array(), LETTERS.length, HEAD));
            this.pieces = (sealed + PIECE + TAG - 1) / (PIECE + TAG);
            this.length = sealed - pieces * TAG;
        }

        /** Of what was written. */
        public long length() {
            return length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int wanted) throws IOException {
            if (wanted == 0) {
                return 0;
            }
            if (at >= length) {
                return -1;
            }
            load(at / PIECE);
            int within = (int) (at % PIECE);
            int taken = Math.min(wanted, piece.length - within);
            System.arraycopy(piece, within, bytes, from, taken);
            at += taken;
            return taken;
        }

        @Override
        public long skip(long wanted) {
            long skipped = Math.max(0, Math.min(wanted, length - at));
            at += skipped;
            return skipped;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private void load(long wanted) throws IOException {
            if (wanted == number) {
                return;
            }
            long from = HEAD + wanted * (PIECE + TAG);
            var sealed = ByteBuffer.allocate((int) Math.min(PIECE + TAG, in.size() - from));
            if (!read(sealed, from)) {
                throw new Altered("cut off");
            }
            try {
                piece = cipher(Cipher.DECRYPT_MODE, key, wanted, wanted == pieces - 1).doFinal(sealed.array());
                number = wanted;
            } catch (GeneralSecurityException e) {
                throw new Altered("piece " + wanted);
            }
        }

        private boolean read(ByteBuffer bytes, long from) throws IOException {
            while (bytes.hasRemaining()) {
                if (in.read(bytes, from + bytes.position()) < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, long number, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE).putLong(number).put((byte) (last ? 1 : 0)).array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        return cipher;
    }

    private static SecretKeySpec key(byte[] secret, byte[] salt) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(salt), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

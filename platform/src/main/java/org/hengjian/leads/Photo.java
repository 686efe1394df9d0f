package org.hengjian.leads;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A picture taken on the spot (现场照片): JPEG, PNG or HEIC by its own first bytes, whatever its name says. Hashed as it
 * came, so that it can be shown to be unchanged.
 */
record Photo(String fileName, String mediaType, byte[] content, String sha256) {

    /** A phone's picture has some 4 MB; more is a mistake, or a film. */
    static final int BYTES_MAX = 15 * 1024 * 1024;

    static final int IN_ONE_RECORD_MAX = 9;
    private static final int NAME_CHARS_MAX = 120;

    /** Empty where the bytes are no picture of the three kinds. */
    static Optional<Photo> of(String name, byte[] content) {
        return mediaType(content).map(type -> new Photo(
                name.length() > NAME_CHARS_MAX ? name.substring(name.length() - NAME_CHARS_MAX) : name,
                type,
                content,
                hash(content)));
    }

    private static Optional<String> mediaType(byte[] content) {
        if (starts(content, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        if (starts(content, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of("image/png");
        }
        // ISO base media: size, "ftyp", then the brand.
        if (content.length >= 12 && starts(content, 4, 'f', 't', 'y', 'p')) {
            String brand = new String(content, 8, 4, StandardCharsets.US_ASCII);
            if (brand.startsWith("hei") || brand.startsWith("hev") || brand.equals("mif1") || brand.equals("msf1")) {
                return Optional.of("image/heic");
            }
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] content, int at, int... bytes) {
        if (content.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

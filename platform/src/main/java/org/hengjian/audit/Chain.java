package org.hengjian.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash of a link: SHA-256 over the hash before, its sequence number and every field of the entry, each with its
 * length in front so that no two entries read the same.
 */
final class Chain {

    static final byte[] BEGINNING = new byte[32];

    private Chain() {}

    static byte[] hash(byte[] before, long sequence, Entry entry) {
        MessageDigest digest = sha256();
        digest.update(before);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
        for (String field : fields(entry)) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static String[] fields(Entry entry) {
        return new String[] {
            Long.toString(entry.id()),
            Long.toString(entry.writtenIn()),
            entry.at().toString(),
            entry.day().toString(),
            Long.toString(entry.personId()),
            entry.person(),
            Long.toString(entry.agencyId()),
            entry.line(),
            Integer.toString(entry.region()),
            entry.deed(),
            entry.object(),
            entry.objectId(),
            entry.reason(),
            entry.facts()
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

package org.hengjian.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * One piece of evidence as it was received.
 *
 * @param n        its number in the case, from 1 without gaps
 * @param type     told by its bytes, not by its name
 * @param sha256   of its bytes, in hex
 * @param sm3      the same by the national algorithm (GB/T 32905)
 * @param metadata what the file says of itself
 */
public record Item(
        long id,
        Receipt receipt,
        int n,
        MediaType type,
        long bytes,
        String sha256,
        String sm3,
        Metadata metadata,
        Instant receivedAt,
        long receivedBy,
        String receiver,
        Optional<Stamp> stamp,
        Optional<Withdrawal> withdrawal) {

    /** 时间戳. @param authority who vouches for the moment */
    public record Stamp(byte[] token, Instant at, String authority) {
        public Stamp {
            token = token.clone();
        }

        @Override
        public byte[] token() {
            return token.clone();
        }
    }

    /** 撤回: it stays where it is and is not relied on any more. */
    public record Withdrawal(Instant at, String person, String ground) {}

    public boolean isWithdrawn() {
        return withdrawal.isPresent();
    }

    /** 1.4 MB. */
    public String size() {
        return size(bytes);
    }

    static String size(long bytes) {
        double kilo = 1024.0;
        if (bytes < kilo) {
            return bytes + " B";
        }
        double mega = bytes / kilo / kilo;
        return mega < 1
                ? String.format(Locale.ROOT, "%.1f KB", bytes / kilo)
                : mega < kilo
                        ? String.format(Locale.ROOT, "%.1f MB", mega)
                        : String.format(Locale.ROOT, "%.1f GB", mega / kilo);
    }

    byte[] hash() {
        return HexFormat.of().parseHex(sha256);
    }
}

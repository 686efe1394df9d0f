package org.hengjian.networks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided of two shops. It is never deleted: a later one stands before it, or it is taken back by name.
 *
 * @param source the lower of the two ids
 * @param same   false: not the same
 */
public record Decision(
        long id,
        long source,
        long target,
        boolean same,
        String reason,
        Instant decidedAt,
        String decidedBy,
        @Nullable Instant takenBackAt,
        @Nullable String takenBackBy) {

    boolean stands() {
        return takenBackAt == null;
    }

    long other(long shop) {
        return shop == source ? target : source;
    }
}

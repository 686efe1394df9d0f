package org.hengjian.networks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided of two sellers. It is never deleted: a later one stands before it, or it is taken back by name.
 *
 * @param source key of the lower of the two
 * @param same   false: not the same
 */
public record Decision(
        long id,
        String source,
        String target,
        boolean same,
        String reason,
        Instant decidedAt,
        String decidedBy,
        @Nullable Instant takenBackAt,
        @Nullable String takenBackBy) {

    boolean stands() {
        return takenBackAt == null;
    }

    public String other(String key) {
        return key.equals(source) ? target : source;
    }
}

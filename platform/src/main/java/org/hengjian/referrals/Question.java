package org.hengjian.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question in writing and its answer (问询). @param subject what it is about, as people call it */
record Question(
        long id,
        String subject,
        String text,
        String asker,
        Instant askedAt,
        long addresseeId,
        String addressee,
        String answer,
        String answerer,
        @Nullable Instant answeredAt) {

    public boolean isOpen() {
        return answeredAt == null;
    }
}

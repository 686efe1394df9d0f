package org.hengjian.audit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the log as it stands in the database.
 *
 * @param writtenIn number of the transaction that wrote it; the chain follows these
 * @param facts     JSON object
 */
public record Entry(
        long id,
        long writtenIn,
        Instant at,
        LocalDate day,
        long personId,
        String person,
        long agencyId,
        String line,
        int region,
        String deed,
        String object,
        String objectId,
        String reason,
        String facts) {}

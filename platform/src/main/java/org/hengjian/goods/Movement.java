package org.hengjian.goods;

import java.time.Instant;
import java.time.LocalDate;

/** A line of the ledger: what left one account and entered the other, who did it, and on what paper. */
public record Movement(
        int n,
        Move kind,
        Quantity quantity,
        LocalDate onDay,
        String counterpart,
        String document,
        String note,
        Instant at,
        String person) {}

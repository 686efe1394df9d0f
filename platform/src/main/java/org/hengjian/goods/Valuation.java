package org.hengjian.goods;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hengjian.law.Money;

/**
 * A price of an item as somebody established it. Never changed: a later one of the same kind takes its place.
 *
 * @param price    of one unit; empty where it was established that there is none or that it cannot be found out
 * @param basis    how it was established, or why it could not be
 * @param evidence where that is proved
 */
public record Valuation(
        int n,
        Price kind,
        Optional<Money> price,
        LocalDate on,
        String basis,
        String evidence,
        Instant at,
        String person) {}

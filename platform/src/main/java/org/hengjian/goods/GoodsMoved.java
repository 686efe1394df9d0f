package org.hengjian.goods;

import java.time.LocalDate;

/**
 * A quantity of an item changed its account; its registration too.
 *
 * @param steps in the smallest step of the item's unit
 */
public record GoodsMoved(long itemId, String code, long caseId, long agency, Move kind, long steps, LocalDate on) {}

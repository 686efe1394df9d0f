package org.hengjian.goods;

import java.time.LocalDate;

/** A price of an item was established, or that it cannot be: what the case's goods are worth may have changed. */
public record GoodsValued(long itemId, String code, long caseId, long agency, Price kind, LocalDate on) {}

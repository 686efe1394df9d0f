package org.hengjian.goods;

import java.time.LocalDate;

/** Goods of a case were destroyed, before witnesses. @param grams weight of what was brought */
public record GoodsDestroyed(long id, String number, long caseId, long agency, long grams, LocalDate on) {}

package org.hengjian.goods;

import java.time.LocalDate;
import java.util.Optional;
import org.hengjian.law.Money;

/** A valuation as it is asked for. @param price of one unit; empty: it cannot be established */
public record Valuing(Price kind, Optional<Money> price, LocalDate on, String basis, String evidence) {}

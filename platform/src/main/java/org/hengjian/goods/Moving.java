package org.hengjian.goods;

import java.time.LocalDate;

/**
 * A movement as it is asked for.
 *
 * @param counterpart who receives it: the laboratory, the party (masked), the police
 * @param document    number of the receipt, letter or decision
 */
public record Moving(
        Move kind, Quantity quantity, LocalDate on, String counterpart, String document, String note) {}

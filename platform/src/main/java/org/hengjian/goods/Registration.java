package org.hengjian.goods;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An item as it is entered on the list of goods.
 *
 * @param line of the list of a measure that it is registered from
 */
public record Registration(
        long caseId,
        String lot,
        String name,
        String brand,
        String model,
        Unit unit,
        Quantity quantity,
        Item.Measure measure,
        String measureNumber,
        LocalDate takenOn,
        String takenAtPlace,
        Item.Custody custody,
        String note,
        Optional<Line> line) {

    /**
     * Where it stands on the list of a measure.
     *
     * @param measure place of the measure among the papers of the case
     * @param line    on its list, from one
     */
    public record Line(int measure, int line) {}

    public Registration {
        if (quantity.scale() != unit.scale() || quantity.isNothing()) {
            throw new IllegalArgumentException("not a quantity of " + unit.code() + ": " + quantity);
        }
    }
}

package org.hengjian.goods;

import java.time.LocalDate;

/** An item as it is entered on the list of goods. */
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
        String note) {

    public Registration {
        if (quantity.scale() != unit.scale() || quantity.isNothing()) {
            throw new IllegalArgumentException("not a quantity of " + unit.code() + ": " + quantity);
        }
    }
}

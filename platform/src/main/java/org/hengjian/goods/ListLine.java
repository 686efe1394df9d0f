package org.hengjian.goods;

import java.util.Optional;
import org.hengjian.cases.Measure;

/**
 * A line of the list of a measure (财物清单), and what became of it in the register of goods.
 *
 * @param line     on the list, from one
 * @param unit     as far as the list's word for it is known here
 * @param quantity in that unit; empty where it is finer than the unit's smallest step
 * @param item     the item that was registered from it
 * @param alike    an item that was registered by hand under the same document and name
 */
record ListLine(
        int line,
        Measure.Thing thing,
        Optional<Unit> unit,
        Optional<Quantity> quantity,
        Optional<Item> item,
        Optional<Item> alike) {

    public boolean isOpen() {
        return item.isEmpty();
    }
}

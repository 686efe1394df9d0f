package org.hengjian.goods;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hengjian.law.Money;
import org.hengjian.shell.TypedForm;

/** A form about goods: units, quantities and prices too. */
final class Typed extends TypedForm {

    private static final int YUAN_DIGITS_MOST = 10; // what one unit of anything costs, times any store, stays countable

    Typed(Map<String, String> typed, LocalDate today) {
        super(once(typed), today, "goods.fault.");
    }

    Optional<Unit> unit(String field) {
        var unit = Unit.of(raw(field));
        if (unit.isEmpty()) {
            bad(field, "choice");
        }
        return unit;
    }

    Optional<Quantity> quantity(String field, Unit unit) {
        var quantity = Quantity.parse(raw(field), unit.scale());
        if (quantity.isEmpty()) {
            bad(field, raw(field).isEmpty() ? "empty" : unit.scale() == 0 ? "whole" : "quantity");
        }
        return quantity;
    }

    /** An amount of more than nothing, in yuan with at most two decimals. */
    Optional<Money> money(String field) {
        String plain = raw(field).replace(",", "").replace("，", "");
        if (plain.matches("\\d{1," + YUAN_DIGITS_MOST + "}(\\.\\d{1,2})?")) {
            var money = Money.parseYuan(plain);
            if (!money.equals(Money.ZERO)) {
                return Optional.of(money);
            }
        }
        bad(field, raw(field).isEmpty() ? "empty" : "money");
        return Optional.empty();
    }

    boolean ticked(String field) {
        return !raw(field).isEmpty();
    }
}

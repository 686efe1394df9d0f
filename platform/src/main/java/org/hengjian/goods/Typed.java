package org.hengjian.goods;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hengjian.law.Money;

/** What was typed into a form, read field by field; faults are message keys at their field. */
final class Typed {

    private static final int YEAR_LEAST = 2000; // nothing in a store of goods is older

    private static final int YUAN_DIGITS_MOST = 10; // what one unit of anything costs, times any store, stays countable

    private final Map<String, String> typed;
    private final LocalDate today;
    private final Map<String, String> faults = new LinkedHashMap<>();

    Typed(Map<String, String> typed, LocalDate today) {
        this.typed = Map.copyOf(typed);
        this.today = today;
    }

    /** Field → message key, in the order of reading. */
    Map<String, String> faults() {
        return faults;
    }

    boolean isGood() {
        return faults.isEmpty();
    }

    void bad(String field, String fault) {
        faults.putIfAbsent(field, "goods.fault." + fault);
    }

    String raw(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    String optional(String field, int most) {
        if (raw(field).length() > most) {
            bad(field, "long");
        }
        return raw(field);
    }

    String text(String field, int most) {
        if (raw(field).isEmpty()) {
            bad(field, "empty");
        }
        return optional(field, most);
    }

    long number(String field) {
        return raw(field).matches("\\d{1,18}") ? Long.parseLong(raw(field)) : 0;
    }

    /** A day not after today. */
    LocalDate day(String field) {
        try {
            var day = LocalDate.parse(raw(field));
            if (day.isAfter(today)) {
                bad(field, "future");
            } else if (day.getYear() < YEAR_LEAST) {
                bad(field, "day");
            }
            return day;
        } catch (DateTimeException e) {
            bad(field, raw(field).isEmpty() ? "empty" : "day");
            return today;
        }
    }

    Optional<Unit> unit(String field) {
        var unit = Unit.of(raw(field));
        if (unit.isEmpty()) {
            bad(field, "choose");
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

    <E extends Enum<E>> E one(String field, Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(raw(field))) {
                return value;
            }
        }
        bad(field, "choose");
        return type.getEnumConstants()[0];
    }
}

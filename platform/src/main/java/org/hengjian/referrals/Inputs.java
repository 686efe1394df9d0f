package org.hengjian.referrals;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed into a form, or sent to the interface, read field by field; errors stand at their field. */
final class Inputs {

    private static final int YEAR_LEAST = 1990; // nothing that is referred today is older

    private final Map<String, List<String>> typed;
    private final LocalDate today;
    private final Map<String, String> errors = new LinkedHashMap<>();

    Inputs(Map<String, List<String>> typed, LocalDate today) {
        this.typed = typed;
        this.today = today;
    }

    /** Field → message key, in the order of reading. */
    Map<String, String> errors() {
        return errors;
    }

    boolean good() {
        return errors.isEmpty();
    }

    void bad(String field, String error) {
        errors.putIfAbsent(field, "referrals.error." + error);
    }

    String raw(String field) {
        var values = typed.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /** The numbers among the values of a field that may be ticked several times. */
    List<Long> numbers(String field) {
        return typed.getOrDefault(field, List.of()).stream()
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }

    String optional(String field, int most) {
        String text = raw(field);
        if (text.length() > most) {
            bad(field, "long");
        }
        return text;
    }

    String text(String field, int most) {
        if (raw(field).isEmpty()) {
            bad(field, "empty");
        }
        return optional(field, most);
    }

    long number(String field) {
        if (!raw(field).matches("\\d{1,18}")) {
            bad(field, raw(field).isEmpty() ? "empty" : "choice");
            return 0;
        }
        return Long.parseLong(raw(field));
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
        } catch (DateTimeParseException e) {
            bad(field, raw(field).isEmpty() ? "empty" : "day");
            return today;
        }
    }

    <E extends Enum<E>> E one(String field, Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(raw(field))) {
                return value;
            }
        }
        bad(field, raw(field).isEmpty() ? "empty" : "choice");
        return type.getEnumConstants()[0];
    }
}

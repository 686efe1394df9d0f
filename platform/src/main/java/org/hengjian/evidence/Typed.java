package org.hengjian.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was typed into a form, read field by field; faults are message keys at their field. */
final class Typed {

    private static final int YEAR_LEAST = 1990; // older than any digital trace of goods

    private final Map<String, String> typed;
    private final Map<String, String> faults = new LinkedHashMap<>();

    Typed(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /** Field → message key, in the order of reading. */
    Map<String, String> faults() {
        return faults;
    }

    boolean isGood() {
        return faults.isEmpty();
    }

    void bad(String field, String fault) {
        faults.putIfAbsent(field, "evidence.fault." + fault);
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

    /** A day not after today. */
    LocalDate day(String field, LocalDate today) {
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

    Kind kind(String field) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(raw(field))) {
                return kind;
            }
        }
        bad(field, "choose");
        return Kind.ELECTRONIC;
    }
}

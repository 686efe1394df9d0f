package org.hengjian.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.time.PlatformTime;

/**
 * What was typed into a form, or sent to an interface, read field by field; errors stand at their field as message keys.
 * A room that reads more than this, such as quantities, extends it by that.
 */
public class TypedForm {

    private static final int YEAR_LEAST = 1985; // nothing that people enter today is older

    private final Map<String, List<String>> typed;
    private final LocalDate today;
    private final String keys;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Map<String, String> arguments = new HashMap<>();

    /** Its errors are {@code form.error.<what>}. */
    public TypedForm(Map<String, List<String>> typed, LocalDate today) {
        this(typed, today, "form.error.");
    }

    /** @param keys what the keys of its errors begin with, where a room has its own words for them */
    public TypedForm(Map<String, List<String>> typed, LocalDate today, String keys) {
        this.typed = typed;
        this.today = today;
        this.keys = keys;
    }

    /** For forms in which no field comes twice. */
    public static Map<String, List<String>> once(Map<String, String> typed) {
        var lists = new LinkedHashMap<String, List<String>>();
        typed.forEach((field, value) -> lists.put(field, List.of(value)));
        return lists;
    }

    /** Field → message key, in the order of reading. */
    public final Map<String, String> errors() {
        return errors;
    }

    /** What the message of a field's error names, such as a line; empty for most. */
    public final String argument(String field) {
        return arguments.getOrDefault(field, "");
    }

    public final boolean isGood() {
        return errors.isEmpty();
    }

    /** The first error of a field stays. @param error end of the key */
    public final void bad(String field, String error) {
        bad(field, error, "");
    }

    /** @param argument of the message */
    public final void bad(String field, String error, String argument) {
        if (errors.putIfAbsent(field, keys + error) == null) {
            arguments.put(field, argument);
        }
    }

    public final String raw(String field) {
        var values = all(field);
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /** The values of a field that may be ticked several times, as they came. */
    public final List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /** The numbers among the values of a field that may be ticked several times. */
    public final List<Long> numbers(String field) {
        return all(field).stream()
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }

    /** @param most characters */
    public final String optional(String field, int most) {
        String text = raw(field);
        if (text.length() > most) {
            bad(field, "long");
        }
        return text;
    }

    public final String text(String field, int most) {
        if (raw(field).isEmpty()) {
            bad(field, "empty");
        }
        return optional(field, most);
    }

    /** A number chosen from a list. */
    public final long number(String field) {
        if (!raw(field).matches("\\d{1,18}")) {
            bad(field, raw(field).isEmpty() ? "empty" : "choice");
            return 0;
        }
        return Long.parseLong(raw(field));
    }

    public final boolean yes(String field) {
        String answer = text(field, 3);
        if (!answer.equals("YES") && !answer.equals("NO")) {
            bad(field, "choice");
        }
        return answer.equals("YES");
    }

    /** A day not after today. */
    public final LocalDate day(String field) {
        return day(field, LocalDate.of(YEAR_LEAST, 1, 1), today, "future");
    }

    /** The same, or nothing where nothing is typed. */
    public final Optional<LocalDate> optionalDay(String field) {
        return raw(field).isEmpty() ? Optional.empty() : Optional.of(day(field));
    }

    /** A day from today on, within a year. */
    public final LocalDate comingDay(String field) {
        return day(field, today, today.plusYears(1), "day");
    }

    private LocalDate day(String field, LocalDate least, LocalDate most, String late) {
        try {
            var day = LocalDate.parse(raw(field));
            if (day.isAfter(most)) {
                bad(field, late);
            } else if (day.isBefore(least)) {
                bad(field, least.equals(today) ? "past" : "day");
            }
            return day;
        } catch (DateTimeParseException e) {
            bad(field, raw(field).isEmpty() ? "empty" : "day");
            return today;
        }
    }

    /** A moment from today on, within a year; the seconds are not typed. */
    public final Instant comingMoment(String field) {
        try {
            var moment = LocalDateTime.parse(raw(field));
            if (moment.toLocalDate().isBefore(today)) {
                bad(field, "past");
            } else if (moment.toLocalDate().isAfter(today.plusYears(1))) {
                bad(field, "moment");
            }
            return moment.atZone(PlatformTime.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            bad(field, raw(field).isEmpty() ? "empty" : "moment");
            return Instant.EPOCH;
        }
    }

    public final <E extends Enum<E>> E one(String field, Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(raw(field))) {
                return value;
            }
        }
        bad(field, raw(field).isEmpty() ? "empty" : "choice");
        return type.getEnumConstants()[0];
    }

    /** Those ticked, in the order of their type; what is none of them is an error. */
    public final <E extends Enum<E>> List<E> many(String field, Class<E> type) {
        var known = List.of(type.getEnumConstants());
        if (!known.stream().map(Enum::name).toList().containsAll(all(field))) {
            bad(field, "choice");
        }
        return known.stream().filter(value -> all(field).contains(value.name())).toList();
    }
}

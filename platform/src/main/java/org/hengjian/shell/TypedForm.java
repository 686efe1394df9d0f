package org.hengjian.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.time.PlatformTime;

/** What was typed into a form, read field by field; errors stand at their field as keys {@code form.error.<what>}. */
public final class TypedForm {

    private static final int YEAR_LEAST = 1985; // nothing that people enter today is older

    private final Map<String, List<String>> typed;
    private final LocalDate today;
    private final Map<String, String> errors = new LinkedHashMap<>();

    public TypedForm(Map<String, List<String>> typed, LocalDate today) {
        this.typed = typed;
        this.today = today;
    }

    /** Field → message key, in the order of reading. */
    public Map<String, String> errors() {
        return errors;
    }

    public boolean isGood() {
        return errors.isEmpty();
    }

    /** @param error end of the key {@code form.error.<error>} */
    public void bad(String field, String error) {
        errors.putIfAbsent(field, "form.error." + error);
    }

    public String raw(String field) {
        var values = typed.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /** The numbers among the values of a field that may be ticked several times. */
    public List<Long> numbers(String field) {
        return typed.getOrDefault(field, List.of()).stream()
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }

    /** @param most characters */
    public String optional(String field, int most) {
        String text = raw(field);
        if (text.length() > most) {
            bad(field, "long");
        }
        return text;
    }

    public String text(String field, int most) {
        if (raw(field).isEmpty()) {
            bad(field, "empty");
        }
        return optional(field, most);
    }

    /** A number chosen from a list. */
    public long number(String field) {
        if (!raw(field).matches("\\d{1,18}")) {
            bad(field, raw(field).isEmpty() ? "empty" : "choice");
            return 0;
        }
        return Long.parseLong(raw(field));
    }

    public boolean yes(String field) {
        String answer = text(field, 3);
        if (!answer.equals("YES") && !answer.equals("NO")) {
            bad(field, "choice");
        }
        return answer.equals("YES");
    }

    /** A day not after today. */
    public LocalDate day(String field) {
        return day(field, LocalDate.of(YEAR_LEAST, 1, 1), today, "future");
    }

    /** A day from today on, within a year. */
    public LocalDate comingDay(String field) {
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
    public Instant comingMoment(String field) {
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

    public <E extends Enum<E>> E one(String field, Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(raw(field))) {
                return value;
            }
        }
        bad(field, raw(field).isEmpty() ? "empty" : "choice");
        return type.getEnumConstants()[0];
    }
}

package org.hengjian.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.law.Money;
import org.hengjian.time.PlatformTime;

/** What was typed into a form, or sent to the interface, read field by field; errors stand at their field. */
final class Inputs {

    private final Map<String, List<String>> typed;
    private final LocalDate today;
    private final Map<String, Fault> errors = new LinkedHashMap<>();

    Inputs(Map<String, List<String>> typed, LocalDate today) {
        this.typed = typed;
        this.today = today;
    }

    /** What is wrong with a field. @param argument of the message, such as the line; may be empty */
    record Fault(String key, String argument) {}

    /** By field, in the order of reading. */
    Map<String, Fault> errors() {
        return errors;
    }

    boolean good() {
        return errors.isEmpty();
    }

    void bad(String field, String error) {
        errors.putIfAbsent(field, new Fault("cases.error." + error, ""));
    }

    /** @param line of the text typed, from 1 */
    void bad(String field, String error, int line) {
        errors.putIfAbsent(field, new Fault("cases.error." + error, Integer.toString(line)));
    }

    String raw(String field) {
        var values = typed.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
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

    /** A day not after today. */
    LocalDate day(String field) {
        return optionalDay(field).orElseGet(() -> {
            bad(field, "empty");
            return today;
        });
    }

    Optional<LocalDate> optionalDay(String field) {
        if (raw(field).isEmpty()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(raw(field));
            if (day.isAfter(today)) {
                bad(field, "future");
            } else if (day.getYear() < 1990) {
                bad(field, "day");
            }
            return Optional.of(day);
        } catch (DateTimeParseException e) {
            bad(field, "day");
            return Optional.empty();
        }
    }

    /** A moment from now on, within a year; the seconds are not typed. */
    Instant comingMoment(String field) {
        try {
            var moment = java.time.LocalDateTime.parse(text(field, 40));
            if (moment.toLocalDate().isBefore(today)) {
                bad(field, "past");
            } else if (moment.toLocalDate().isAfter(today.plusYears(1))) {
                bad(field, "moment");
            }
            return moment.atZone(PlatformTime.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            bad(field, "moment");
            return Instant.EPOCH;
        }
    }

    /** The id of a person chosen from a list. */
    long person(String field) {
        if (raw(field).matches("\\d{1,18}")) {
            return Long.parseLong(raw(field));
        }
        bad(field, raw(field).isEmpty() ? "empty" : "choice");
        return 0;
    }

    /** The ids of those ticked in a list. */
    List<Long> people(String field) {
        return all(field).stream().filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf).toList();
    }

    /** One of the words offered; the first one, with an error, when it is none of them. */
    String choice(String field, String... options) {
        if (List.of(options).contains(raw(field))) {
            return raw(field);
        }
        bad(field, raw(field).isEmpty() ? "empty" : "choice");
        return options[0];
    }

    /** An amount in yuan; nothing typed is nothing. */
    Money money(String field) {
        return optionalMoney(field).orElse(Money.ZERO);
    }

    Optional<Money> optionalMoney(String field) {
        if (raw(field).isEmpty()) {
            return Optional.empty();
        }
        var amount = Amounts.read(raw(field));
        if (amount.isEmpty()) {
            bad(field, "money");
        }
        return amount;
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

    /** Those ticked; what is none of them is an error. */
    <E extends Enum<E>> List<E> many(String field, Class<E> type) {
        var known = List.of(type.getEnumConstants());
        if (!known.stream().map(Enum::name).toList().containsAll(all(field))) {
            bad(field, "choice");
        }
        return known.stream().filter(value -> all(field).contains(value.name())).toList();
    }
}

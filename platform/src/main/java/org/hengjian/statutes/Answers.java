package org.hengjian.statutes;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hengjian.law.Money;
import org.hengjian.law.RegionCode;

/** Reads what was typed into a calculator; whatever is wrong is kept by field, as the key of its message. */
final class Answers {

    private static final int FIRST_YEAR = 1996;
    private static final int LAST_YEAR = 2049;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private final Map<String, String> typed;
    private final Map<String, String> faults = new LinkedHashMap<>();

    Answers(Map<String, String> typed) {
        this.typed = typed;
    }

    Map<String, String> faults() {
        return faults;
    }

    boolean holds() {
        return faults.isEmpty();
    }

    void fault(String field, String key) {
        faults.putIfAbsent(field, key);
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(typed.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    boolean ticked(String field) {
        return text(field).isPresent();
    }

    Optional<LocalDate> day(String field) {
        return text(field).flatMap(text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return Optional.of(day);
                }
            } catch (DateTimeException e) {
                // told below, with what is asked for
            }
            fault(field, "statutes.fault.day");
            return Optional.empty();
        });
    }

    LocalDate needDay(String field) {
        return day(field).orElseGet(() -> {
            fault(field, "statutes.fault.missing");
            return LocalDate.of(FIRST_YEAR, 1, 1);
        });
    }

    Optional<Money> money(String field) {
        return number(field, 2).map(Money::ofYuan);
    }

    Optional<Long> count(String field) {
        return number(field, 0).map(BigDecimal::longValueExact);
    }

    private Optional<BigDecimal> number(String field, int decimals) {
        return text(field).flatMap(text -> {
            try {
                BigDecimal number = new BigDecimal(text.replace(",", "").replace("，", ""));
                if (number.signum() >= 0
                        && number.stripTrailingZeros().scale() <= decimals
                        && number.compareTo(MOST) <= 0) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException e) {
                // told below, with what is asked for
            }
            fault(field, decimals == 0 ? "statutes.fault.count" : "statutes.fault.money");
            return Optional.empty();
        });
    }

    Optional<RegionCode> region(String field) {
        return text(field).flatMap(text -> {
            if (RegionCode.isValid(text)) {
                return Optional.of(RegionCode.of(text));
            }
            fault(field, "statutes.fault.region");
            return Optional.empty();
        });
    }

    <E extends Enum<E>> Optional<E> word(String field, Class<E> type) {
        return text(field).flatMap(text -> {
            for (E each : type.getEnumConstants()) {
                if (each.name().equals(text.toUpperCase(Locale.ROOT))) {
                    return Optional.of(each);
                }
            }
            fault(field, "statutes.fault.word");
            return Optional.empty();
        });
    }
}

package org.hengjian.commands.law;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hengjian.law.Money;
import org.hengjian.law.RegionCode;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one JSON object; whatever is wrong is refused with its pointer. */
final class Fields {

    /** What the calendar of working days reaches, with room for the longest period. */
    private static final int YEAR_MIN = 1996;

    private static final int YEAR_MAX = 2049;

    private final String pointer;
    private final JsonNode node;

    Fields(String pointer, JsonNode node, Set<String> known) {
        this.pointer = pointer;
        this.node = node;
        if (!node.isObject()) {
            throw new Refused(pointer, "must be an object");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw new Refused(
                        at(field.getKey()),
                        "unknown field; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private Optional<JsonNode> get(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    boolean has(String name) {
        return get(name).isPresent();
    }

    Optional<String> text(String name) {
        return get(name).map(value -> {
            if (!value.isString()) {
                throw new Refused(at(name), "must be a text");
            }
            return value.stringValue();
        });
    }

    String needText(String name) {
        return text(name).orElseThrow(() -> new Refused(at(name), "is required"));
    }

    Optional<LocalDate> date(String name) {
        return text(name).map(text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
                    throw new Refused(at(name), "is outside the years " + YEAR_MIN + " to " + YEAR_MAX + ": " + text);
                }
                return day;
            } catch (DateTimeException e) {
                throw new Refused(at(name), "is not a date (YYYY-MM-DD) that exists: " + text);
            }
        });
    }

    LocalDate needDate(String name) {
        return date(name).orElseThrow(() -> new Refused(at(name), "is required"));
    }

    OffsetDateTime moment(String name) {
        String text = needText(name);
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            if (moment.getYear() < YEAR_MIN || moment.getYear() > YEAR_MAX) {
                throw new Refused(at(name), "is outside the years " + YEAR_MIN + " to " + YEAR_MAX + ": " + text);
            }
            return moment;
        } catch (DateTimeException e) {
            throw new Refused(at(name), "is not a moment with an offset (2025-01-20T17:00:00+08:00): " + text);
        }
    }

    Optional<Boolean> truth(String name) {
        return get(name).map(value -> {
            if (!value.isBoolean()) {
                throw new Refused(at(name), "must be true or false");
            }
            return value.booleanValue();
        });
    }

    /** An amount in yuan: not negative, at most two decimals. */
    Optional<Money> money(String name) {
        return get(name).map(value -> {
            if (!value.isNumber()) {
                throw new Refused(at(name), "must be a number of yuan");
            }
            BigDecimal yuan = value.decimalValue();
            if (yuan.signum() < 0) {
                throw new Refused(at(name), "must not be negative");
            }
            if (yuan.stripTrailingZeros().scale() > 2) {
                throw new Refused(at(name), "has more than two decimals");
            }
            if (yuan.compareTo(BigDecimal.valueOf(1_000_000_000_000L)) > 0) {
                throw new Refused(at(name), "is beyond a million million yuan");
            }
            return Money.ofYuan(yuan);
        });
    }

    /** A count: a whole number, not negative. */
    Optional<Long> count(String name) {
        return get(name).map(value -> {
            if (!value.isNumber() || value.decimalValue().stripTrailingZeros().scale() > 0) {
                throw new Refused(at(name), "must be a whole number");
            }
            BigDecimal number = value.decimalValue();
            if (number.signum() < 0) {
                throw new Refused(at(name), "must not be negative");
            }
            if (number.compareTo(BigDecimal.valueOf(1_000_000_000_000L)) > 0) {
                throw new Refused(at(name), "is too large");
            }
            return number.longValueExact();
        });
    }

    Optional<RegionCode> region(String name) {
        return text(name).map(text -> {
            if (!RegionCode.isValid(text)) {
                throw new Refused(at(name), "is not a region code of six digits: " + text);
            }
            return RegionCode.of(text);
        });
    }

    <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
        return text(name).map(text -> {
            List<String> words = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                String word = constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                if (word.equals(text)) {
                    return constant;
                }
                words.add(word);
            }
            throw new Refused(at(name), "must be one of " + String.join(", ", words));
        });
    }

    Optional<Fields> object(String name, Set<String> known) {
        return get(name).map(value -> new Fields(at(name), value, known));
    }

    List<Fields> objects(String name, Set<String> known) {
        Optional<JsonNode> list = get(name);
        if (list.isEmpty()) {
            return List.of();
        }
        if (!list.get().isArray()) {
            throw new Refused(at(name), "must be a list");
        }
        List<Fields> all = new ArrayList<>();
        int i = 0;
        for (JsonNode item : list.get()) {
            all.add(new Fields(at(name) + "/" + i++, item, known));
        }
        return all;
    }

    List<String> texts(String name) {
        Optional<JsonNode> list = get(name);
        if (list.isEmpty()) {
            return List.of();
        }
        if (!list.get().isArray()) {
            throw new Refused(at(name), "must be a list of texts");
        }
        List<String> all = new ArrayList<>();
        for (JsonNode item : list.get()) {
            if (!item.isString()) {
                throw new Refused(at(name) + "/" + all.size(), "must be a text");
            }
            all.add(item.stringValue());
        }
        return all;
    }
}

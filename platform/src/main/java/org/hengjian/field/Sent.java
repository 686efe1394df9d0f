package org.hengjian.field;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hengjian.time.PlatformTime;
import tools.jackson.databind.JsonNode;

/**
 * One entry as a phone sent it, read field by field; what is wrong is noted at its field.
 *
 * @param text    the entry as it stood on the phone, to the letter: its hash is what signatures are given for
 * @param content the same, taken apart
 */
record Sent(UUID key, String text, JsonNode content, Instant now, List<Problem> faults) {

    /** A phone's clock may be before ours by this much without telling the future. */
    private static final long SECONDS_AHEAD_MOST = 300;

    Sent(UUID key, String text, JsonNode content, Instant now) {
        this(key, text, content, now, new ArrayList<>());
    }

    /** What an entry is. */
    enum Kind {
        VISIT,
        CALL_OFF,
        RECORD,
        PHOTO,
        SIGNATURE,
        ITEM
    }

    Optional<Kind> kind() {
        String word = raw("kind");
        return java.util.Arrays.stream(Kind.values()).filter(kind -> kind.name().equals(word)).findFirst();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isGood() {
        return faults.isEmpty();
    }

    void bad(String field, String fault) {
        if (faults.stream().noneMatch(one -> one.field().equals(field))) {
            faults.add(Problem.at(field, fault));
        }
    }

    String raw(String field) {
        var value = content.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString().replace("\0", "").strip() : "";
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

    boolean ticked(String field) {
        return raw(field).equals("true");
    }

    long number(String field) {
        return raw(field).matches("\\d{1,18}") ? Long.parseLong(raw(field)) : 0;
    }

    List<Long> numbers(String field) {
        var numbers = new ArrayList<Long>();
        for (JsonNode one : content.path(field)) {
            if (one.asString().matches("\\d{1,18}")) {
                numbers.add(Long.parseLong(one.asString()));
            }
        }
        return numbers.stream().distinct().toList();
    }

    Optional<UUID> reference(String field) {
        return uuid(raw(field));
    }

    /** Local date and time as a form gives them: {@code 2026-10-12T14:06}. */
    Instant moment(String field) {
        try {
            String[] parts = raw(field).split("T", 2);
            return LocalDate.parse(parts[0])
                    .atTime(parts.length > 1 ? LocalTime.parse(parts[1]) : LocalTime.MIDNIGHT)
                    .atZone(PlatformTime.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            bad(field, raw(field).isEmpty() ? "empty" : "moment");
            return now;
        }
    }

    /** The same, of something that has happened. */
    Instant past(String field) {
        var at = moment(field);
        if (at.isAfter(now.plusSeconds(SECONDS_AHEAD_MOST))) {
            bad(field, "future");
        }
        return at;
    }

    LocalDate day(Instant at) {
        return at.isAfter(now) ? now.atZone(PlatformTime.ZONE).toLocalDate() : at.atZone(PlatformTime.ZONE).toLocalDate();
    }

    static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}

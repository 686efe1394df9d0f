package org.hengjian.law;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When does this duty fall due?
 *
 * @param duty a parameter's id, or {@code id.key} where the parameter holds several periods
 * @param start the day that sets the period running; it is not counted
 * @param moment the moment, for periods in hours
 * @param extensions how many lawful extensions were approved
 * @param on the day whose law applies
 * @param fixed days that a decision set for an extension of which the rule gives no figure; 0 for none
 * @param party whether the asker holds it to be a party's period; none to let the rule say
 */
public record DeadlineQuestion(
        String duty,
        LocalDate start,
        @Nullable OffsetDateTime moment,
        int extensions,
        int fixed,
        List<Exclusion> excluded,
        LocalDate on,
        @Nullable Boolean party) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public DeadlineQuestion {
        excluded = List.copyOf(excluded);
        if (extensions < 0 || fixed < 0) {
            throw new IllegalArgumentException("extensions must not be negative: " + extensions + ", " + fixed);
        }
    }

    public DeadlineQuestion(
            String duty,
            LocalDate start,
            @Nullable OffsetDateTime moment,
            int extensions,
            List<Exclusion> excluded,
            LocalDate on,
            @Nullable Boolean party) {
        this(duty, start, moment, extensions, 0, excluded, on, party);
    }

    public static DeadlineQuestion of(String duty, LocalDate start) {
        return new DeadlineQuestion(duty, start, null, 0, List.of(), start, null);
    }

    public static DeadlineQuestion of(String duty, OffsetDateTime start) {
        LocalDate day = start.atZoneSameInstant(SHANGHAI).toLocalDate();
        return new DeadlineQuestion(duty, day, start, 0, List.of(), day, null);
    }

    public DeadlineQuestion extended(int times) {
        return new DeadlineQuestion(duty, start, moment, times, fixed, excluded, on, party);
    }

    /** @param days of the extensions for which the rule leaves the figure to a decision */
    public DeadlineQuestion fixing(int days) {
        return new DeadlineQuestion(duty, start, moment, extensions, days, excluded, on, party);
    }

    public DeadlineQuestion excluding(List<Exclusion> spans) {
        return new DeadlineQuestion(duty, start, moment, extensions, fixed, spans, on, party);
    }

    public DeadlineQuestion underTheLawOf(LocalDate day) {
        return new DeadlineQuestion(duty, start, moment, extensions, fixed, excluded, day, party);
    }

    public DeadlineQuestion forParty(boolean isParty) {
        return new DeadlineQuestion(duty, start, moment, extensions, fixed, excluded, on, isParty);
    }

    Optional<LocalTime> time() {
        return Optional.ofNullable(moment).map(OffsetDateTime::toLocalTime);
    }
}

package org.hengjian.law;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a duty falls due (届满日), and why. The days are listed only when asked for.
 *
 * @param due the last day on which the act is in time; none where no figure can be given
 * @param nominal the last day before rolling
 * @param dueMoment the moment, for periods in hours
 * @param lastWorkingDayToAct the last working day on or before {@code due}
 * @param extended by how much the lawful extensions lengthened the period
 * @param uncertain what is not certain about this answer
 */
public record Deadline(
        DeadlineQuestion question,
        Parameter parameter,
        @Nullable DatedValue version,
        @Nullable Period period,
        @Nullable LocalDate due,
        @Nullable LocalDate nominal,
        @Nullable OffsetDateTime dueMoment,
        @Nullable LocalDate lastWorkingDayToAct,
        int extended,
        boolean provisional,
        List<Alternative> alternatives,
        Doubt uncertain,
        WorkingDays calendar,
        List<Exclusion> counting) {

    /** Another tenable reading. */
    public record Alternative(boolean strict, LocalDate due, String why, String whyZh) {
        public String reading() {
            return strict ? "strict" : "lenient";
        }
    }

    /** A day on the ruler: whether it was counted, as which one, and why or why not. */
    public record Day(
            LocalDate date,
            boolean counted,
            int n,
            @Nullable String why) {}

    public Deadline {
        alternatives = List.copyOf(alternatives);
        counting = List.copyOf(counting);
    }

    public boolean rolled() {
        return due != null && nominal != null && !due.equals(nominal);
    }

    public Optional<LocalDate> dueDay() {
        return Optional.ofNullable(due);
    }

    /** Every day from the one after the start to the due one (for a period counted back: from the due one), with why. */
    public List<Day> days() {
        if (due == null || nominal == null || period == null) {
            return List.of();
        }
        List<Day> days = new ArrayList<>();
        if (period.before()) {
            int n = 0;
            for (LocalDate day = question.start().minusDays(1); !day.isBefore(due); day = day.minusDays(1)) {
                boolean counted = period.unit() != Period.Unit.WORKING_DAYS || calendar.works(day.toEpochDay());
                days.add(new Day(day, counted, counted ? ++n : 0, calendar.why(day)));
            }
            return days;
        }
        if (period.unit() == Period.Unit.HOURS && dueMoment != null && question.moment() != null) {
            LocalDate last = dueMoment.toLocalDate();
            int left = period.amount();
            int n = 0;
            for (LocalDate day = question.moment().toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
                n = day.equals(last) ? left : n + 1;
                days.add(new Day(day, true, 0, "clock hours run through weekends and holidays"));
            }
            return days;
        }
        int n = 0;
        for (LocalDate day = question.start().plusDays(1); !day.isAfter(due); day = day.plusDays(1)) {
            if (day.isAfter(nominal)) {
                boolean last = day.equals(due);
                days.add(new Day(
                        day, false, 0, last ? "rolled: first working day after" : "rolled: " + calendar.why(day)));
                continue;
            }
            Exclusion out = excludedOn(day, counting);
            String kind = calendar.why(day);
            boolean works = calendar.works(day.toEpochDay());
            if (period.unit() == Period.Unit.WORKING_DAYS && !works) {
                days.add(new Day(day, false, 0, kind));
            } else if (out != null) {
                days.add(new Day(day, false, 0, "excluded: " + out.reason().word()));
            } else {
                days.add(new Day(day, true, ++n, whyCounted(day, kind)));
            }
        }
        return days;
    }

    private @Nullable String whyCounted(LocalDate day, @Nullable String kind) {
        Exclusion refused = excludedOn(day, question.excluded());
        if (refused != null && period != null) {
            return period.noticeRequired() && period.excluded().contains(refused.reason())
                    ? "counted: " + refused.reason().word() + " stops this period only after written notice of its time"
                    : "counted: " + refused.reason().word() + " does not stop this period";
        }
        return period != null && period.unit() == Period.Unit.WORKING_DAYS ? kind : null;
    }

    private static @Nullable Exclusion excludedOn(LocalDate day, List<Exclusion> spans) {
        for (Exclusion span : spans) {
            if (!day.isBefore(span.from()) && !day.isAfter(span.to())) {
                return span;
            }
        }
        return null;
    }
}

package org.hengjian.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The working-day calendar (工作日): Monday to Friday, without the holidays and with the worked weekends (调休) of the
 * State Council's yearly notices. Where no notice is known the statutory holidays alone are taken, and whoever asks is
 * told that the answer is provisional. Immutable; counting is by table, so its cost does not grow with the span.
 */
public final class WorkingDays {

    static final LocalDate FIRST = LocalDate.of(1995, 1, 1);
    static final LocalDate LAST = LocalDate.of(2060, 12, 31);

    private final long base = FIRST.toEpochDay();
    private final int size = Math.toIntExact(LAST.toEpochDay() - base + 1);
    private final @Nullable String[] names = new @Nullable String[size];
    private final boolean[] working = new boolean[size];
    /** counted[i]: working days among the first i days of the table. */
    private final int[] counted = new int[size + 1];
    /** nth[k]: place of the working day number k, from 1. */
    private final int[] nth;

    private final BitSet publishedYears = new BitSet();

    private WorkingDays(Node calendar) {
        for (int i = 0; i < size; i++) {
            DayOfWeek day = LocalDate.ofEpochDay(base + i).getDayOfWeek();
            working[i] = day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
        }
        for (Node year : calendar.at("statutory").list()) {
            year.need("off").list().forEach(day -> mark(day.date(), false, "statutory holiday"));
        }
        for (Node notice : calendar.need("notices").list()) {
            publishedYears.set(notice.need("year").integer());
            for (Node span : notice.need("days").list()) {
                String name = span.need("name").text();
                span.at("off").list().forEach(day -> mark(day.date(), false, name));
                span.at("work").list().forEach(day -> mark(day.date(), true, name));
            }
        }
        int[] places = new int[size + 1];
        int sum = 0;
        for (int i = 0; i < size; i++) {
            if (working[i]) {
                places[++sum] = i;
            }
            counted[i + 1] = sum;
        }
        nth = Arrays.copyOf(places, sum + 1);
    }

    static WorkingDays of(Node calendar) {
        return new WorkingDays(calendar);
    }

    private void mark(LocalDate day, boolean works, String name) {
        int i = place(day);
        working[i] = works;
        names[i] = name;
    }

    private int place(LocalDate day) {
        return place(day.toEpochDay());
    }

    private int place(long epochDay) {
        long i = epochDay - base;
        if (i < 0 || i >= size) {
            throw new IllegalArgumentException(
                    "outside the calendar " + FIRST + " to " + LAST + ": " + LocalDate.ofEpochDay(epochDay));
        }
        return (int) i;
    }

    /** Whether the notice for that year is known. */
    public boolean isPublished(int year) {
        return publishedYears.get(year);
    }

    /** Whether every year from the one of {@code from} to the one of {@code to} has its notice. */
    public boolean isPublished(LocalDate from, LocalDate to) {
        return publishedYears.nextClearBit(from.getYear()) > to.getYear();
    }

    /** @throws CalendarNotPublished if the year has no notice */
    public boolean isWorkingDay(LocalDate day) {
        requirePublished(day);
        return working[place(day)];
    }

    /** The same, by the statutory days where there is no notice. */
    public boolean isWorkingDayProvisionally(LocalDate day) {
        return working[place(day)];
    }

    /**
     * The working day number {@code n} after {@code start}, which is not counted itself.
     *
     * @throws CalendarNotPublished if a year between lacks its notice
     */
    public LocalDate after(LocalDate start, int n) {
        LocalDate day = LocalDate.ofEpochDay(afterProvisionally(start.toEpochDay(), n));
        if (!isPublished(start.plusDays(1), day)) {
            throw new CalendarNotPublished(firstUnpublished(start.plusDays(1)));
        }
        return day;
    }

    /** The first working day on or after {@code day}. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = LocalDate.ofEpochDay(onOrAfterProvisionally(day.toEpochDay()));
        requirePublished(day);
        requirePublished(found);
        return found;
    }

    LocalDate firstUnpublished(LocalDate from) {
        int year = publishedYears.nextClearBit(from.getYear());
        return year == from.getYear() ? from : LocalDate.of(year, 1, 1);
    }

    private void requirePublished(LocalDate day) {
        if (!isPublished(day.getYear())) {
            throw new CalendarNotPublished(day);
        }
    }

    /** Working days from {@code from} to {@code to}, both included; none if the span is empty. */
    int count(long from, long to) {
        return to < from ? 0 : counted[place(to) + 1] - counted[place(from)];
    }

    long afterProvisionally(long start, int n) {
        int k = counted[place(start) + 1] + n;
        if (k >= nth.length) {
            throw new IllegalArgumentException("beyond the calendar's last day " + LAST);
        }
        return base + nth[k];
    }

    long beforeProvisionally(long end, int n) {
        int k = counted[place(end)] - n + 1;
        if (k < 1) {
            throw new IllegalArgumentException("before the calendar's first day " + FIRST);
        }
        return base + nth[k];
    }

    long onOrAfterProvisionally(long day) {
        int k = counted[place(day)] + 1;
        return base + nth[k];
    }

    long onOrBeforeProvisionally(long day) {
        int k = counted[place(day) + 1];
        return base + nth[k];
    }

    boolean works(long day) {
        return working[place(day)];
    }

    /** Why a day is not an ordinary one: "holiday: 春节", "make-up working day", "weekend"; none for a weekday. */
    public @Nullable String why(LocalDate day) {
        int i = place(day);
        String name = names[i];
        boolean weekend = day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
        if (working[i]) {
            return weekend ? "make-up working day" : null;
        }
        if (name != null) {
            return "holiday: " + name;
        }
        return "weekend";
    }

    /** Whether the day is one off by a holiday, not by the week alone. */
    boolean isNamedHoliday(long day) {
        int i = place(day);
        return !working[i] && names[i] != null;
    }
}

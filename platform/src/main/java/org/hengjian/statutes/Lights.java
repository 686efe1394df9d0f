package org.hengjian.statutes;

import java.time.Clock;
import java.time.LocalDate;
import org.hengjian.law.Law;
import org.hengjian.shell.Light;
import org.springframework.stereotype.Component;

/** The light of a term: how many days are left, or over, on the calendar that the law counts with. */
@Component
public class Lights {

    private final Law law;
    private final Clock clock;

    Lights(Law law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    /** Working days from today to the last day; weekends and holidays between do not count, made-up days do. */
    public Light inWorkingDays(LocalDate due) {
        LocalDate today = LocalDate.now(clock);
        return Light.of(due.isBefore(today) ? -between(due, today) : between(today, due), Light.Unit.WORKING_DAYS);
    }

    public Light inCalendarDays(LocalDate due) {
        return Light.of(due.toEpochDay() - LocalDate.now(clock).toEpochDay(), Light.Unit.CALENDAR_DAYS);
    }

    /** Over by a weekend only, a term is still over: at least one. */
    private long between(LocalDate from, LocalDate to) {
        long days = from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(law.workingDays()::isWorkingDayProvisionally)
                .count();
        return days == 0 && !from.equals(to) ? 1 : days;
    }
}

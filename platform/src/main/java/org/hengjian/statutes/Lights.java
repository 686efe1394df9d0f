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
        return of(law, due, Light.Unit.WORKING_DAYS, LocalDate.now(clock));
    }

    public Light inCalendarDays(LocalDate due) {
        return of(law, due, Light.Unit.CALENDAR_DAYS, LocalDate.now(clock));
    }

    /** The same as seen on a day. Over by a weekend only, a term is still over: at least one. */
    public static Light of(Law law, LocalDate due, Light.Unit unit, LocalDate today) {
        long days = due.toEpochDay() - today.toEpochDay();
        if (unit == Light.Unit.CALENDAR_DAYS || days == 0) {
            return Light.of(days, unit);
        }
        long between = Math.max(1, days < 0 ? working(law, due, today) : working(law, today, due));
        return Light.of(days < 0 ? -between : between, unit);
    }

    private static long working(Law law, LocalDate from, LocalDate to) {
        return from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(law.workingDays()::isWorkingDayProvisionally)
                .count();
    }
}

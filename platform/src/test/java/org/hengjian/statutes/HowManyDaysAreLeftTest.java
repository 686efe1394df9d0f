package org.hengjian.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.hengjian.law.Law;
import org.hengjian.shell.Light;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The light of a term on the days around its last: over is over, on whatever day one looks. */
class HowManyDaysAreLeftTest {

    private static final Law LAW = Law.load();

    @ParameterizedTest
    @CsvSource(textBlock =
            """
            # last day,  unit,          today,      colour, days
            2026-11-27, WORKING_DAYS,  2026-11-23, GREEN,  4
            2026-11-27, WORKING_DAYS,  2026-11-24, AMBER,  3
            2026-11-27, WORKING_DAYS,  2026-11-27, AMBER,  0
            # a Saturday and a Sunday after it
            2026-11-27, WORKING_DAYS,  2026-11-28, RED,    1
            2026-11-27, WORKING_DAYS,  2026-11-29, RED,    1
            2026-11-27, WORKING_DAYS,  2026-11-30, RED,    1
            2026-11-27, WORKING_DAYS,  2026-12-01, RED,    2
            # no working day between a Saturday and the Sunday that somebody set
            2026-11-29, WORKING_DAYS,  2026-11-28, AMBER,  1
            # the seven days from 1 October 2026 are holidays, and 10 October is made up
            2026-09-30, WORKING_DAYS,  2026-10-07, RED,    1
            2026-09-30, WORKING_DAYS,  2026-10-10, RED,    3
            2026-11-27, CALENDAR_DAYS, 2026-11-28, RED,    1
            2026-11-27, CALENDAR_DAYS, 2026-11-30, RED,    3
            2026-11-27, CALENDAR_DAYS, 2026-11-27, AMBER,  0
            2026-11-27, CALENDAR_DAYS, 2026-10-27, GREEN,  31
            """)
    void counts_on_the_calendar_that_the_law_counts_with(
            LocalDate due, Light.Unit unit, LocalDate today, Light.Colour colour, long days) {
        assertThat(Lights.of(LAW, due, unit, today)).isEqualTo(new Light(colour, days, unit));
    }
}

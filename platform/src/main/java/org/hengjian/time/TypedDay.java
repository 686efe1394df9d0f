package org.hengjian.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A day as it is typed into a form or stands in an address. What Java takes for a day but no calendar of an office and no
 * database does ({@code +999999999-01-01}) is no day.
 */
public final class TypedDay {

    private static final int YEAR_LEAST = 1900;
    private static final int YEAR_MOST = 9999;

    private TypedDay() {}

    /** @throws DateTimeParseException if it is none */
    public static LocalDate parse(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < YEAR_LEAST || day.getYear() > YEAR_MOST) {
            throw new DateTimeParseException("no day of an office", text, 0);
        }
        return day;
    }
}

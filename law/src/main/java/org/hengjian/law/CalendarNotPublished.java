package org.hengjian.law;

import java.time.LocalDate;

/** The State Council's holiday notice (国务院办公厅放假通知) of that year is not known, so a working day cannot be told. */
public final class CalendarNotPublished extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int year;

    public CalendarNotPublished(LocalDate day) {
        super("calendar not published: no State Council holiday notice for " + day.getYear() + " (asked for " + day
                + ")");
        this.year = day.getYear();
    }

    public int year() {
        return year;
    }
}

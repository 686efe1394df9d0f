package org.hengjian.leads;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as people read it. */
final class Moments {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Moments() {}

    static String text(Instant moment, Clock clock) {
        return TEXT.withZone(clock.getZone()).format(moment);
    }
}

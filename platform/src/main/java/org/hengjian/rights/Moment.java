package org.hengjian.rights;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A moment as shown to people: Shanghai time to the minute. */
final class Moment {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Moment() {}

    static String of(Instant moment) {
        return MINUTE.format(moment);
    }
}

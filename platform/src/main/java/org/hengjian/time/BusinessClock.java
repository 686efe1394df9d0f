package org.hengjian.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of all work: real time, shifted in the demonstration. Its zone is Asia/Shanghai, always. */
final class BusinessClock extends Clock {

    private final Clock real;
    private volatile Duration shift = Duration.ZERO;

    BusinessClock(Clock real) {
        this.real = real.withZone(PlatformTime.ZONE);
    }

    void shiftBy(Duration shift) {
        this.shift = shift;
    }

    Duration shift() {
        return shift;
    }

    Instant realInstant() {
        return real.instant();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return PlatformTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("legal days are days in " + PlatformTime.ZONE);
    }
}

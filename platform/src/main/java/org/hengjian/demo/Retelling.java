package org.hengjian.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Supplier;
import org.hengjian.access.SignedIn;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.time.Days;
import org.hengjian.time.PlatformTime;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/** How the past of the demonstration is told: by one of its people at a time, each step on a morning of its day. */
@Component
@Profile("demo")
class Retelling {

    static final LocalTime MORNING = LocalTime.of(9, 30);

    private final Days days;
    private final UserDetailsService people;
    private final Viewers viewers;

    Retelling(Days days, UserDetailsService people, Viewers viewers) {
        this.days = days;
        this.people = people;
        this.viewers = viewers;
    }

    /** Whether somebody has moved the clock: then this is no first start. */
    boolean isOver() {
        return days.isSimulated();
    }

    void travelTo(LocalDate day) {
        days.travelTo(day.atTime(MORNING).atZone(PlatformTime.ZONE));
    }

    void end() {
        days.returnToReality();
    }

    Viewer viewer(String signIn) {
        return ((SignedIn) people.loadUserByUsername(signIn)).viewer();
    }

    <T> T as(String signIn, Supplier<T> work) {
        return viewers.as(viewer(signIn), work);
    }
}

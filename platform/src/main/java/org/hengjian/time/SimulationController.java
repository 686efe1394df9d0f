package org.hengjian.time;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The time machine of the demonstration and the tests; absent in production. */
@RestController
@RequestMapping("/api/sim/clock")
@Profile({"demo", "test"})
class SimulationController {

    private final Days days;
    private final Viewers viewers;

    SimulationController(Days days, Viewers viewers) {
        this.days = days;
        this.viewers = viewers;
    }

    /** @param now ISO 8601 with offset, for example {@code 2020-09-28T09:00:00+08:00} */
    record Setting(OffsetDateTime now) {}

    record Standing(OffsetDateTime now, boolean simulated) {}

    @GetMapping
    Standing read() {
        return new Standing(days.now().toOffsetDateTime(), days.isSimulated());
    }

    @PostMapping
    Standing set(@RequestBody Setting setting) {
        viewers.require("time.set", Role.ADMINISTRATOR);
        days.travelTo(ZonedDateTime.ofInstant(setting.now().toInstant(), PlatformTime.ZONE));
        return read();
    }
}

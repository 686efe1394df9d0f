package org.hengjian.facilities;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door: who can destroy what. Read by everybody, signed in or not; changed by administrators. */
@Service
@Transactional
public class Facilities {

    /** More stand on no region's list. */
    static final int MOST = 500;

    private final FacilityTable table;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    Facilities(FacilityTable table, Viewers viewers, Audit audit, Clock clock) {
        this.table = table;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of entering a unit. */
    public enum Entered {
        ADDED,
        CHANGED,
        /** The list says all that already. */
        UNCHANGED
    }

    @Transactional(readOnly = true)
    public Optional<Facility> find(long id) {
        return table.find(id);
    }

    /** Those that can do it on that day, in the order of regions. */
    @Transactional(readOnly = true)
    public List<Facility> able(Method method, LocalDate on) {
        return table.listed("", method.code(), Optional.of(on), MOST);
    }

    @Transactional(readOnly = true)
    List<Facility> listed(String words, String ability) {
        return table.listed(words, ability, Optional.empty(), MOST);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Facility> history(long id) {
        return table.history(id);
    }

    /** Adds a unit, or changes the one of the same credit code. */
    public Entered enter(Facility.Facts facts, String reason) {
        viewers.require("facilities.enter", Role.ADMINISTRATOR);
        table.lock();
        var there = table.byCode(facts.code());
        if (there.isEmpty()) {
            long id = table.add(facts.code());
            keep(id, 1, facts, reason);
            return Entered.ADDED;
        }
        if (there.get().facts().equals(facts)) {
            return Entered.UNCHANGED;
        }
        keep(there.get().id(), there.get().version() + 1, facts, reason);
        return Entered.CHANGED;
    }

    /**
     * Changes a unit; its code stays.
     *
     * @throws Conflict if somebody else has changed it since
     */
    public Facility change(long id, int version, Facility.Facts facts, String reason) {
        viewers.require("facilities.change", Role.ADMINISTRATOR);
        table.lock();
        var there = table.find(id).orElseThrow(() -> new NotFound("facility " + id));
        if (there.version() != version) {
            throw new Conflict(there.facts().name(), there.person(), there.at());
        }
        if (!there.facts().code().equals(facts.code())) {
            throw new IllegalArgumentException("another unit: " + facts.code().text());
        }
        if (!there.facts().equals(facts)) {
            keep(id, version + 1, facts, reason);
        }
        return table.find(id).orElseThrow();
    }

    private void keep(long id, int version, Facility.Facts facts, String reason) {
        table.addVersion(id, version, facts, reason, viewers.require(), Instant.now(clock));
        audit.enter(Deed.of("facilities.enter", "facility", facts.code().text())
                .because(reason)
                .with(Map.of("version", version, "until", facts.until())));
    }
}

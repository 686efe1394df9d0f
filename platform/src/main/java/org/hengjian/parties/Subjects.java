package org.hengjian.parties;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Page;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The market subjects (市场主体). */
@Service
@Transactional
public class Subjects {

    private static final int PAGE = 50;

    private final SubjectTable table;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Subjects(SubjectTable table, Viewers viewers, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Subject> find(long id) {
        return table.find(id);
    }

    /** Those of the ids that there are. */
    @Transactional(readOnly = true)
    public Map<Long, Subject> find(List<Long> ids) {
        return table.find(ids);
    }

    @Transactional(readOnly = true)
    public Optional<Subject> byCode(UnifiedSocialCreditCode code) {
        return table.byCode(code.text());
    }

    /**
     * The subject of that credit code, recorded as unconfirmed where it is new; empty where the code is not right. Recorded in a
     * transaction of its own, so that a shop that is seen next finds it there.
     *
     * @throws Forbidden for anybody but the machine
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Subject> seen(String name, String creditCode, @Nullable Integer region) {
        var viewer = viewers.require();
        if (!viewer.isMachine()) {
            throw new Forbidden("parties.seen");
        }
        return UnifiedSocialCreditCode.read(creditCode).flatMap(code -> {
            if (table.byCode(code.text()).isEmpty()) {
                var ids = table.told(
                        new String[] {name.strip()},
                        new String[] {code.text()},
                        new Integer[] {region},
                        new String[] {SearchText.of(name, code.text())},
                        LocalDate.now(clock),
                        Instant.now(clock),
                        viewer.name());
                events.publishEvent(new PartiesNoted(List.copyOf(ids.values()), List.of(), List.of()));
            }
            return table.byCode(code.text());
        });
    }

    @Transactional(readOnly = true)
    Page<Subject> list(SubjectTable.Filter filter, Optional<Cursor> after) {
        var rows = table.list(
                filter,
                after.map(cursor -> cursor.key(0)).orElse(""),
                after.map(cursor -> Long.parseLong(cursor.key(1))).orElse(0L),
                PAGE + 1);
        return Page.of(rows, PAGE, subject -> Cursor.of(subject.name(), subject.id()));
    }

    /** Empty where a subject with that credit code is here already. */
    Optional<Subject> register(SubjectTable.Entry entry) {
        var viewer = viewers.require("parties.register", Shops.KEEPERS);
        return table.add(entry, LocalDate.now(clock), Instant.now(clock), viewer.name()).map(id -> {
            audit.enter(Deed.of("parties.register", "subject", Long.toString(id))
                    .with(Map.of("name", entry.name(), "creditCode", entry.creditCode() == null ? "" : entry.creditCode())));
            events.publishEvent(new PartiesNoted(List.of(id), List.of(), List.of()));
            return table.find(id).orElseThrow();
        });
    }

    /** @throws Conflict if another changed it since {@code version} */
    void change(long id, int version, SubjectTable.Entry entry, String reason) {
        var viewer = viewers.require("parties.change", Shops.KEEPERS);
        var before = table.find(id).orElseThrow(() -> new NotFound("subject " + id));
        if (!table.change(id, version, entry, Instant.now(clock), viewer.name())) {
            throw new Conflict(before.name(), before.changedBy(), before.changedAt());
        }
        audit.enter(Deed.of("parties.change", "subject", Long.toString(id))
                .because(reason)
                .with(differences(before, entry)));
        events.publishEvent(new PartiesNoted(List.of(id), List.of(), List.of()));
    }

    private static Map<String, String> differences(Subject before, SubjectTable.Entry entry) {
        var changed = new HashMap<String, String>();
        Shops.note(changed, "name", before.name(), entry.name());
        Shops.note(changed, "creditCode", before.creditCode(), entry.creditCode());
        Shops.note(changed, "kind", before.kind(), entry.kind());
        Shops.note(changed, "status", before.status(), entry.status());
        Shops.note(changed, "region", before.region(), entry.region());
        Shops.note(changed, "address", before.address(), entry.address());
        if (entry.representative() != null) {
            changed.put("representative", "•"); // that it changed, never to what
        }
        return changed;
    }
}

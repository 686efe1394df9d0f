package org.hengjian.leads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.duties.Duties;
import org.hengjian.duties.Duty;
import org.hengjian.law.Deadline;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the duties' room by when each open lead must be verified (核查期限), and by whom. */
@Component
class LeadDuties {

    static final String OBJECT = "lead";

    private static final int AT_ONCE = 500;
    private static final String COLUMNS =
            """
            select id, number, state in ('RECEIVED', 'SCREENED', 'ASSIGNED', 'VERIFYING', 'VERIFIED', 'TRANSFERRED') as open,
                   title, clock_from, extensions, assignee, assignee_name,
                   (select e.reason from leads.extension e
                     where e.lead_id = lead.id and e.answer = 'APPROVED'
                     order by e.id desc limit 1) as extended_for,
                   agency_id as agency, line, region
              from leads.lead
            """;
    private static final String OF_NUMBERS = COLUMNS + " where number = any (:numbers) order by id";
    private static final String OPEN = COLUMNS
            + """
             where id > :after
               and state in ('RECEIVED', 'SCREENED', 'ASSIGNED', 'VERIFYING', 'VERIFIED', 'TRANSFERRED')
             order by id
             limit :most
            """;

    private final Duties duties;
    private final VerificationClock verification;
    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final TransactionTemplate transaction;

    LeadDuties(
            Duties duties,
            VerificationClock verification,
            JdbcClient jdbc,
            Viewers viewers,
            TransactionTemplate transaction) {
        this.duties = duties;
        this.verification = verification;
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.transaction = transaction;
    }

    /** What of a lead its term depends on; the rest of a lead is long. */
    record Row(
            long id,
            String number,
            boolean open,
            String title,
            LocalDate clockFrom,
            int extensions,
            @Nullable Long assignee,
            String assigneeName,
            @Nullable String extendedFor,
            long agency,
            String line,
            int region) {}

    @ApplicationModuleListener
    void on(LeadsMoved event) {
        duties.alone(OBJECT);
        keep(jdbc.sql(OF_NUMBERS)
                .param("numbers", event.numbers().toArray(String[]::new))
                .query(Row.class)
                .list());
    }

    private void keep(List<Row> leads) {
        var deadlines = new HashMap<List<Object>, Deadline>();
        var kept = new LinkedHashMap<Duties.Subject, List<Duty>>();
        for (var lead : leads) {
            var deadline = deadlines.computeIfAbsent(
                    List.of(lead.clockFrom(), lead.extensions()),
                    _ -> verification.deadline(lead.clockFrom(), lead.extensions()));
            kept.put(subject(lead), lead.open() && deadline.dueDay().isPresent() ? List.of(duty(lead, deadline)) : List.of());
        }
        duties.keep(kept);
    }

    private static Duties.Subject subject(Row lead) {
        return new Duties.Subject(
                OBJECT, lead.id(), lead.number(), lead.title(), "/leads/" + lead.number(), lead.agency(), lead.line(),
                lead.region());
    }

    /** An agency that it was transferred to has a term of its own. */
    private static Duty duty(Row lead, Deadline deadline) {
        var owners = new ArrayList<Duty.Owner>();
        if (lead.assignee() != null) {
            owners.add(new Duty.Owner(lead.assignee(), lead.assigneeName()));
        }
        return new Duty(
                        "%s %s %d".formatted(VerificationClock.DUTY, lead.clockFrom(), lead.agency()),
                        "leads.duty." + VerificationClock.DUTY,
                        deadline,
                        Optional.empty(),
                        Optional.empty(),
                        owners)
                .because(Optional.ofNullable(lead.extendedFor()).map(reason -> new Duty.Cause("延长核查期限：" + reason, "")));
    }

    /** Leads of before there was such a list. */
    @EventListener
    void on(ApplicationReadyEvent ready) {
        viewers.as(Viewer.machine(), () -> {
            if (Boolean.TRUE.equals(transaction.execute(_ -> duties.knows(OBJECT)))) {
                return;
            }
            long last = 0;
            for (var open = keepOpen(last); !open.isEmpty(); open = keepOpen(last)) {
                last = open.getLast().id();
            }
        });
    }

    private List<Row> keepOpen(long after) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            duties.alone(OBJECT);
            var open = jdbc.sql(OPEN).params(Map.of("after", after, "most", AT_ONCE)).query(Row.class).list();
            keep(open);
            return open;
        }));
    }
}

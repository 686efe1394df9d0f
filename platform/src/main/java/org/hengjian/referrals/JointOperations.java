package org.hengjian.referrals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Page;
import org.hengjian.shell.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Several referrals that a police office works on as one (并案侦办): known to the office and to those above it. */
@Service
@Transactional
class JointOperations {

    static final int NAME_MOST = 60;
    static final int TEXT_MOST = 2_000;
    static final int AT_ONCE = 100; // ticked on one page

    private static final int SIZE = 50;
    private static final String SELECT =
            """
            select o.id, o.name, o.goal, o.opened_on, o.opened_by, o.ended_on, o.result, o.agency_name, o.agency_id as agency,
                   (select count(*) from referrals.operation_referral m where m.operation_id = o.id) as referrals
              from referrals.operation o
            """;
    private static final String BY_ID = SELECT + " where o.id = :id";
    private static final String LOCK = "select id from referrals.operation where id = :id and ended_on is null for update";
    private static final String NEWEST = SELECT + " where o.id < :before order by o.id desc limit :most";
    private static final String OF_REFERRAL = SELECT
            + " where o.id = (select operation_id from referrals.operation_referral where referral_id = :referral)";
    private static final String MEMBERS =
            """
            select r.id, r.state, coalesce(r.letter_number, r.report_number) as number, r.title, r.party_name, r.crime,
                   r.agency_name, r.sent_on
              from referrals.referral r
              join referrals.operation_referral m on m.referral_id = r.id
             where m.operation_id = :id
             order by r.id
            """;
    // What the office has received and is in no operation yet.
    private static final String CANDIDATES =
            """
            select r.id, r.state, coalesce(r.letter_number, r.report_number) as number, r.title, r.party_name, r.crime,
                   r.agency_name, r.sent_on
              from referrals.referral r
             where r.police_id = :agency
               and r.state not in ('SENT', 'RETURNED', 'NOT_FILED', 'PUNISHED', 'REPLIED')
               and not exists (select from referrals.operation_referral m where m.referral_id = r.id)
             order by r.id desc
             limit :most
            """;
    private static final String OPEN =
            """
            insert into referrals.operation (name, goal, opened_on, opened_by, opener, agency_name, agency_id, line, region)
            values (:name, :goal, :on, :by, :opener, :agencyName, :agency, :line, :region)
            returning id
            """;
    private static final String JOIN =
            """
            insert into referrals.operation_referral (referral_id, operation_id, joined_on, joined_by)
            select id, :operation, :on, :by from unnest(cast(:referrals as bigint[])) id
                on conflict (referral_id) do nothing
            """;
    private static final String END =
            "update referrals.operation set ended_on = :on, result = :result where id = :id and ended_on is null";

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    JointOperations(JdbcClient jdbc, Viewers viewers, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param result what came of it; empty while it runs @param referrals how many are worked on in it */
    record Operation(
            long id,
            String name,
            String goal,
            LocalDate openedOn,
            String openedBy,
            @Nullable LocalDate endedOn,
            String result,
            String agencyName,
            long agency,
            long referrals) {

        boolean isOpen() {
            return endedOn == null;
        }
    }

    /** A referral as an operation shows it. */
    record Member(
            long id, String state, String number, String title, String partyName, String crime, String agencyName, LocalDate sentOn) {}

    /** What stands against it, by field and message: nothing when it was done. */
    record Done(long id, Map<String, String> faults) {

        static Done bad(String field, String fault) {
            return new Done(0, Map.of(field, "referrals.error." + fault));
        }
    }

    /** 并案: one operation of two referrals or more that the office has. */
    Done open(String name, String goal, Collection<Long> referrals) {
        var viewer = viewers.require("referrals.open-operation", Role.POLICE);
        if (name.isBlank() || goal.isBlank()) {
            return Done.bad(name.isBlank() ? "name" : "goal", "empty");
        }
        if (name.length() > NAME_MOST || goal.length() > TEXT_MOST) {
            return Done.bad(name.length() > NAME_MOST ? "name" : "goal", "long");
        }
        var chosen = chosen(referrals);
        if (chosen.size() < 2 || chosen.size() != new TreeSet<>(referrals).size()) {
            return Done.bad("referrals", chosen.size() < 2 ? "two" : "taken");
        }
        long id = jdbc.sql(OPEN)
                .param("name", name)
                .param("goal", goal)
                .param("on", today())
                .param("by", viewer.name())
                .param("opener", viewer.person())
                .param("agencyName", viewer.agencyName())
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .query(Long.class)
                .single();
        join(id, chosen);
        audit.enter(Deed.of("referrals.open-operation", "operation", name(id)).with(Map.of("referrals", chosen)));
        return new Done(id, Map.of());
    }

    /** Takes more referrals into one that runs. */
    Done add(long id, Collection<Long> referrals) {
        viewers.require("referrals.join-operation", Role.POLICE);
        own(id);
        var chosen = chosen(referrals);
        if (chosen.isEmpty() || chosen.size() != new TreeSet<>(referrals).size()) {
            return Done.bad("referrals", chosen.isEmpty() ? "empty" : "taken");
        }
        join(id, chosen);
        audit.enter(Deed.of("referrals.join-operation", "operation", name(id)).with(Map.of("referrals", chosen)));
        return new Done(id, Map.of());
    }

    /** 专案终结. @param result what came of it */
    Done end(long id, String result) {
        viewers.require("referrals.end-operation", Role.POLICE);
        own(id);
        if (result.isBlank() || result.length() > TEXT_MOST) {
            return Done.bad("result", result.isBlank() ? "empty" : "long");
        }
        jdbc.sql(END).param("id", id).param("on", today()).param("result", result).update();
        audit.enter(Deed.of("referrals.end-operation", "operation", name(id)).because(result));
        return new Done(id, Map.of());
    }

    @Transactional(readOnly = true)
    Page<Operation> page(@Nullable String after) {
        long before = Cursor.before(after);
        var rows = jdbc.sql(NEWEST).param("before", before).param("most", SIZE + 1).query(Operation.class).list();
        return Page.of(rows, SIZE, row -> Cursor.of(row.id()));
    }

    @Transactional(readOnly = true)
    Optional<Operation> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(Operation.class).optional();
    }

    /** The operation in which a referral is worked on, as far as the viewer may know of it. */
    @Transactional(readOnly = true)
    Optional<Operation> of(long referral) {
        return jdbc.sql(OF_REFERRAL).param("referral", referral).query(Operation.class).optional();
    }

    @Transactional(readOnly = true)
    List<Member> members(long id) {
        return jdbc.sql(MEMBERS).param("id", id).query(Member.class).list();
    }

    /** The newest referrals that could join one. */
    @Transactional(readOnly = true)
    List<Member> candidates() {
        return jdbc.sql(CANDIDATES)
                .param("agency", viewers.require().agency())
                .param("most", AT_ONCE)
                .query(Member.class)
                .list();
    }

    private List<Long> chosen(Collection<Long> referrals) {
        return candidates().stream().map(Member::id).filter(referrals::contains).sorted().toList();
    }

    private void join(long id, List<Long> referrals) {
        int joined = jdbc.sql(JOIN)
                .param("operation", id)
                .param("referrals", referrals.toArray(Long[]::new))
                .param("on", today())
                .param("by", viewers.require().name())
                .update();
        if (joined < referrals.size()) {
            throw new IllegalStateException("a referral joined another operation at the same moment");
        }
    }

    /** That it runs and is the viewer's office's: locked until the deed is done. */
    private void own(long id) {
        jdbc.sql(LOCK).param("id", id).query(Long.class).optional().orElseThrow(() -> new NotFound("operation " + id));
    }

    private static String name(long id) {
        return Long.toString(id);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package org.hengjian.leads;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hengjian.access.RegionSpan;
import org.hengjian.access.Viewer;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Page;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The list of leads. Its clauses are constants; only those that were asked for are said, since the planner sees an index
 * behind {@code agency_id = 7} but not behind a condition that may or may not hold.
 */
@Component
class LeadListTable {

    /** Exact up to here; beyond it the page says "more than". */
    static final int COUNTED_MAX = 10_000;

    /** What a week's planning looks at; no term of law. */
    private static final int SOON_DAYS = 7;

    private static final String OPEN =
            "state in ('RECEIVED', 'SCREENED', 'ASSIGNED', 'VERIFYING', 'VERIFIED', 'TRANSFERRED')";
    private static final String WAITING = OPEN + " and state in ('RECEIVED', 'SCREENED', 'TRANSFERRED')";
    private static final String WITH_CLEARED = "state not in ('FILED', 'MERGED', 'DISMISSED')";
    private static final String SUSPECTED = "state <> 'CLEARED'";
    private static final String BY_SCORE = " order by score desc, id desc";
    private static final String BY_DUE = " order by due, id";
    private static final String BY_ARRIVAL = " order by id desc";
    private static final String BY_SCORE_UP = " order by score, id";
    private static final String BY_DUE_DOWN = " order by due desc, id desc";
    private static final String BY_ARRIVAL_UP = " order by id";
    private static final String COUNTS = """
            select (select count(*) from (select from leads.lead
                                           where agency_id = :agency
                                             and %1$s limit :most) as o) as open,
                   (select count(*) from (select from leads.lead
                                           where agency_id = :agency
                                             and due < :today
                                             and %1$s limit :most) as l) as late
            """.formatted(OPEN);
    private static final String DUE = LeadTable.COLUMNS
            + " where agency_id = :agency and due is not null and "
            + OPEN
            + " and (assignee = :person or assignee is null)"
            + BY_DUE
            + " limit :most";
    private final JdbcClient jdbc;
    private final LeadTable leads;
    private final DataSource source;
    private final Clock clock;

    LeadListTable(JdbcClient jdbc, LeadTable leads, DataSource source, Clock clock) {
        this.jdbc = jdbc;
        this.leads = leads;
        this.source = source;
        this.clock = clock;
    }

    record Counts(long open, long late) {}

    /** Conditions and what they are told. */
    private record Where(List<String> clauses, Map<String, Object> values) {

        Where() {
            this(new ArrayList<>(), new LinkedHashMap<>());
        }

        void and(String clause) {
            clauses.add(clause);
        }

        void and(String clause, String name, Object value) {
            clauses.add(clause);
            values.put(name, value);
        }

        String text() {
            return " where " + String.join(" and ", clauses);
        }
    }

    Page<Lead> list(Filter filter, Viewer viewer, Optional<String> after, int size) {
        Where where = where(filter, viewer);
        switch (filter.sort()) {
            case SCORE, SCORE_UP ->
                Cursor.parse(after.orElse(null), 2).ifPresent(cursor -> {
                    where.and(
                            filter.sort() == Filter.Sort.SCORE
                                    ? "(score, id) < (:afterScore, :afterId)"
                                    : "(score, id) > (:afterScore, :afterId)",
                            "afterScore",
                            whole(cursor.key(0)));
                    where.values().put("afterId", whole(cursor.key(1)));
                });
            case DUE, DUE_DOWN ->
                Cursor.parse(after.orElse(null), 2).flatMap(LeadListTable::day).ifPresent(cursor -> {
                    where.and(
                            filter.sort() == Filter.Sort.DUE
                                    ? "(due, id) > (:afterDue, :afterId)"
                                    : "(due, id) < (:afterDue, :afterId)",
                            "afterDue",
                            Date.valueOf(cursor.key(0)));
                    where.values().put("afterId", whole(cursor.key(1)));
                });
            case ARRIVAL ->
                Cursor.parse(after.orElse(null), 1)
                        .ifPresent(cursor -> where.and("id < :afterId", "afterId", whole(cursor.key(0))));
            case ARRIVAL_UP ->
                Cursor.parse(after.orElse(null), 1)
                        .ifPresent(cursor -> where.and("id > :afterId", "afterId", whole(cursor.key(0))));
        }
        var rows = jdbc.sql(LeadTable.COLUMNS + where.text() + order(filter.sort()) + " limit :size")
                .params(where.values())
                .param("size", size + 1)
                .query(leads::lead)
                .list();
        return Page.of(rows, size, lead -> cursor(filter.sort(), lead));
    }

    private static String order(Filter.Sort sort) {
        return switch (sort) {
            case SCORE -> BY_SCORE;
            case SCORE_UP -> BY_SCORE_UP;
            case DUE -> BY_DUE;
            case DUE_DOWN -> BY_DUE_DOWN;
            case ARRIVAL -> BY_ARRIVAL;
            case ARRIVAL_UP -> BY_ARRIVAL_UP;
        };
    }

    private static Cursor cursor(Filter.Sort sort, Lead lead) {
        return switch (sort) {
            case SCORE, SCORE_UP -> Cursor.of(LeadTable.tenThousandths(lead.score()), lead.id());
            case DUE, DUE_DOWN -> Cursor.of(java.util.Objects.requireNonNull(lead.due()), lead.id());
            case ARRIVAL, ARRIVAL_UP -> Cursor.of(lead.id());
        };
    }

    private static Optional<Cursor> day(Cursor cursor) {
        return cursor.key(0).matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(cursor) : Optional.empty();
    }

    private static long whole(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    /** At most one more than {@link #COUNTED_MAX}. */
    long count(Filter filter, Viewer viewer) {
        Where where = where(filter, viewer);
        return jdbc.sql("select count(*) from (select from leads.lead" + where.text() + " limit " + (COUNTED_MAX + 1)
                        + ") as found")
                .params(where.values())
                .query(Long.class)
                .single();
    }

    /** Row by row over an open cursor: a register may be long. */
    void each(Filter filter, Viewer viewer, int most, Consumer<Lead> row) {
        Where where = where(filter, viewer);
        var template = new JdbcTemplate(source);
        template.setFetchSize(500);
        var values = new LinkedHashMap<>(where.values());
        values.put("most", most);
        new NamedParameterJdbcTemplate(template)
                .query(LeadTable.COLUMNS + where.text() + order(filter.sort()) + " limit :most", values, found -> {
                    row.accept(leads.lead(found, 0));
                });
    }

    private Where where(Filter filter, Viewer viewer) {
        var where = new Where();
        switch (filter.scope()) {
            case OWN -> where.and("agency_id = :agency", "agency", viewer.agency());
            case SEEN -> {}
            case GONE -> {
                // Said as containment: that is what the index on shared_with knows.
                where.and("shared_with @> array[cast(:agency as bigint)]", "agency", viewer.agency());
                where.and("agency_id <> :agency");
            }
        }
        where.and(
                switch (filter.state()) {
                    case OPEN -> filter.cleared() ? WITH_CLEARED : OPEN;
                    case WAITING -> WAITING;
                    case ASSIGNED -> OPEN + " and state = 'ASSIGNED'";
                    case VERIFYING -> OPEN + " and state = 'VERIFYING'";
                    case VERIFIED -> OPEN + " and state = 'VERIFIED'";
                    case FILED -> "state = 'FILED'";
                    case DISMISSED -> "state = 'DISMISSED'";
                    case MERGED -> "state = 'MERGED'";
                    case ALL -> filter.cleared() ? "true" : SUSPECTED;
                });
        if (filter.kind() != null) {
            where.and("kind = :kind", "kind", filter.kind().code());
        }
        if (!filter.right().isEmpty()) {
            where.and("(right_name = :right or right_id = :right)", "right", filter.right());
        }
        if (!filter.platform().isEmpty()) {
            where.and("platform = :platform", "platform", filter.platform());
        }
        if (filter.region() != null) {
            var span = RegionSpan.of(filter.region());
            where.and("seller_region between :regionFrom and :regionTo", "regionFrom", span.from());
            where.values().put("regionTo", span.to());
        }
        if (filter.score() > 0) {
            where.and("score >= :score", "score", filter.score() * 100);
        }
        if (!filter.text().isEmpty()) {
            boolean number = filter.text().matches("[XS]-\\d{4}-\\d{6,}");
            where.and(number ? "number = :text" : "id in (select leads.saying(:text))", "text", filter.text());
        }
        switch (filter.due()) {
            case ANY -> {}
            case LATE -> where.and("due < :today", "today", LocalDate.now(clock));
            case SOON -> {
                where.and("due between :today and :soon", "today", LocalDate.now(clock));
                where.values().put("soon", LocalDate.now(clock).plusDays(SOON_DAYS));
            }
        }
        if (filter.mine()) {
            where.and("assignee = :me", "me", viewer.person());
        }
        if (filter.batch() != null) {
            // A parcel may hang at a lead that came of another batch.
            where.and(
                    "(batch_id = :batch or id in (select p.lead_id from leads.parcel p where (p.facts ->> 'batch')::bigint = :batch))",
                    "batch",
                    filter.batch());
        }
        if (filter.sort() == Filter.Sort.DUE || filter.sort() == Filter.Sort.DUE_DOWN) {
            // The count and the register show what the list shows.
            where.and("due is not null");
        }
        return where;
    }

    Counts counts(long agency) {
        return jdbc.sql(COUNTS)
                .param("agency", agency)
                .param("today", LocalDate.now(clock))
                .param("most", COUNTED_MAX)
                .query(Counts.class)
                .single();
    }

    /** What the person, or nobody yet, has to look at, nearest first. */
    List<Lead> due(Viewer viewer, int most) {
        return jdbc.sql(DUE)
                .param("agency", viewer.agency())
                .param("person", viewer.person())
                .param("most", most)
                .query(leads::lead)
                .list();
    }
}

package org.hengjian.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hengjian.access.Viewers;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of cases, newest first unless asked otherwise, and the counts of the navigation. */
@Service
@Transactional(readOnly = true)
class CaseList {

    static final int SIZE = 50;

    /** %s: where the page begins, and the order; both are among the constants of {@link Sort}. */
    private static final String ROWS =
            """
            select id, state, coalesce(case_number, proposal_number) as number, title, party_name, cause, filed_on,
                   fine_fen, confiscated_fen, due_on, due_duty,
                   (select string_agg(name, '、' order by person_id) from cases.case_officer o where o.case_id = c.id and o.left_on is null) as officers
              from cases.case_file c
             where %s
               and (:state = '' or state = :state)
               and (:words = '' or title like '%%' || :words || '%%' or case_number like '%%' || :words || '%%'
                    or proposal_number like '%%' || :words || '%%' or party_code = :words)
               and (not :mine or exists (select from cases.case_officer o where o.case_id = c.id and o.left_on is null and o.person_id = :person))
               and (not :late or due_on < :today)
             order by %s
             limit :most
            """;
    private static final String COUNT =
            """
            select count(*) as open, count(*) filter (where due_on < :today) as late
              from cases.case_file
             where agency_id = :agency
               and state not in ('REFUSED', 'CLOSED')
            """;
    private static final String DUE =
            """
            select id, state, coalesce(case_number, proposal_number) as number, title, party_name, cause, filed_on,
                   fine_fen, confiscated_fen, due_on, due_duty, '' as officers
              from cases.case_file c
             where agency_id = :agency
               and due_on is not null
               and (state = any (:states)
                    or exists (select from cases.case_officer o where o.case_id = c.id and o.left_on is null and o.person_id = :person))
             order by due_on, id
             limit :most
            """;

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Clock clock;

    CaseList(JdbcClient jdbc, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** A row of the list. */
    record Row(
            long id,
            String state,
            String number,
            String title,
            String partyName,
            String cause,
            @Nullable LocalDate filedOn,
            long fineFen,
            long confiscatedFen,
            @Nullable LocalDate dueOn,
            String dueDuty,
            @Nullable String officers) {}

    /** What is looked for; empty texts and false look for all. */
    record Filter(String words, String state, boolean mine, boolean late, Sort sort) {}

    /** The order of the list; a page begins behind the key and the id of the last row before it. */
    enum Sort {
        NEWEST("id < :id", "id desc", Long.MAX_VALUE),
        DUE("(due_on, id) > (date '1970-01-01' + cast(:key as integer), :id)", "due_on, id", -1),
        PENALTY("(fine_fen + confiscated_fen, id) < (:key, :id)", "fine_fen + confiscated_fen desc, id desc", Long.MAX_VALUE);

        private final String behind;
        private final String order;
        private final long start;

        Sort(String behind, String order, long start) {
            this.behind = behind;
            this.order = order;
            this.start = start;
        }

        private long key(Row row) {
            return switch (this) {
                case NEWEST -> 0;
                case DUE -> java.util.Objects.requireNonNull(row.dueOn()).toEpochDay();
                case PENALTY -> row.fineFen() + row.confiscatedFen();
            };
        }
    }

    Page<Row> page(Filter filter, @Nullable String after) {
        var cursor = Cursor.parse(after, 2)
                .filter(keys -> keys.key(0).matches("\\d{1,18}") && keys.key(1).matches("\\d{1,18}"));
        var rows = rows(
                filter,
                cursor.map(keys -> Long.parseLong(keys.key(0))).orElse(filter.sort().start),
                cursor.map(keys -> Long.parseLong(keys.key(1))).orElse(filter.sort().start),
                SIZE + 1);
        return Page.of(rows, SIZE, row -> Cursor.of(filter.sort().key(row), row.id()));
    }

    /** The first rows, up to a limit. */
    List<Row> rows(Filter filter, int most) {
        return rows(filter, filter.sort().start, filter.sort().start, most);
    }

    private List<Row> rows(Filter filter, long key, long id, int most) {
        return jdbc.sql(ROWS.formatted(filter.sort().behind, filter.sort().order))
                .param("key", key)
                .param("id", id)
                .param("state", filter.state())
                .param("words", filter.words())
                .param("mine", filter.mine())
                .param("late", filter.late())
                .param("person", viewers.require().person())
                .param("today", LocalDate.now(clock))
                .param("most", most)
                .query(Row.class)
                .list();
    }

    NavEntry.Waiting waiting() {
        return jdbc.sql(COUNT)
                .param("agency", viewers.require().agency())
                .param("today", LocalDate.now(clock))
                .query(NavEntry.Waiting.class)
                .single();
    }

    /** Those with a running term that wait for the viewer: their own, and what is put before their role. */
    List<Row> due(List<Stage> stages, int most) {
        return jdbc.sql(DUE)
                .param("agency", viewers.require().agency())
                .param("person", viewers.require().person())
                .param("states", stages.stream().map(Stage::name).toArray(String[]::new))
                .param("most", most)
                .query(Row.class)
                .list();
    }
}

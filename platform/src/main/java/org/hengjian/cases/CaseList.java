package org.hengjian.cases;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hengjian.access.Parts;
import org.hengjian.access.Scope;
import org.hengjian.access.Viewer;
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

    /** Told: in the list's order, and no further than a page unless words may leave fewer of them. */
    private static final Parts.Source CASES = new Parts.Source(
            "cases.case_file c", "c", "c.id, c.due_on, c.fine_fen, c.confiscated_fen",
            "c.id = any (array(select cases.told(:sort, :key, :id, cast(:wanted as text), cast(:before as date), cast(:told as integer))))",
            "cases.regions(:spanFrom, :spanTo)");
    /** Of whoever sees all lines of the regions: gathered out of an index before their rows are read. */
    private static final String NEWEST = "c.id = any (array(select cases.newest(:spanFrom, :spanTo, :id, :most)))";
    /** %s: the ids of the page, and the order. */
    private static final String ROWS =
            """
            select id, state, coalesce(case_number, proposal_number) as number, title, party_name, cause, filed_on,
                   fine_fen, confiscated_fen, due_on, due_duty,
                   (select string_agg(name, '、' order by person_id) from cases.case_officer o where o.case_id = c.id and o.left_on is null) as officers
              from cases.case_file c
             where id in (%s)
             order by %s
             limit :most
            """;
    /** %s: conditions, and the order. */
    private static final String MINE =
            """
            select c.id
              from cases.case_officer o
              join cases.case_file c on c.id = o.case_id
             where o.person_id = :person
               and o.left_on is null
               and %s
             order by %s
             limit :most
            """;
    /** Not "like": a % that somebody types is a %, and the planner takes "like" for rare, whatever the words. */
    private static final String WORDS = "(strpos(c.title, :words) > 0 or strpos(c.case_number, :words) > 0"
            + " or strpos(c.proposal_number, :words) > 0 or c.party_code = :words)";

    private static final String COUNT =
            """
            select (select count(*) from (select from cases.case_file
                                           where agency_id = :agency
                                             and state not in ('REFUSED', 'CLOSED')
                                           limit :most) as o) as open,
                   (select count(*) from (select from cases.case_file
                                           where agency_id = :agency
                                             and due_on < :today
                                             and state not in ('REFUSED', 'CLOSED')
                                           limit :most) as l) as late
            """;
    private static final String DUE =
            """
            select id, state, coalesce(case_number, proposal_number) as number, title, party_name, cause, filed_on,
                   fine_fen, confiscated_fen, due_on, due_duty, '' as officers
              from cases.case_file
             where id in (select b.id
                            from unnest(cast(:states as text[])) as s (state)
                           cross join lateral (select c.id
                                                 from cases.case_file c
                                                where c.agency_id = :agency
                                                  and c.state = s.state
                                                  and c.due_on is not null
                                                order by c.due_on, c.id
                                                limit :most) as b
                           union all
                          (select c.id
                             from cases.case_officer o
                             join cases.case_file c on c.id = o.case_id
                            where o.person_id = :person
                              and o.left_on is null
                              and o.running
                              and c.agency_id = :agency
                              and c.due_on is not null
                            order by c.due_on, c.id
                            limit :most))
             order by due_on, id
             limit :most
            """;
    private static final int COUNTED_MOST = 10_000; // as the leads count

    private final JdbcClient jdbc;
    private final WordsInCases words;
    private final Viewers viewers;
    private final Clock clock;

    CaseList(JdbcClient jdbc, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        words = new WordsInCases(jdbc);
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

    /** What is looked for; empty texts and false look for all. Those late are told by their day, longest overdue first. */
    record Filter(String words, String state, boolean mine, boolean late, Sort sort) {

        Filter {
            sort = late ? Sort.DUE : sort;
        }
    }

    /** The order of the list; a page begins behind the key and the id of the last row before it. */
    enum Sort {
        NEWEST("c.id < :id", "id desc", Long.MAX_VALUE),
        DUE("c.due_on is not null and (c.due_on, c.id) > (date '1970-01-01' + cast(:key as integer), :id)", "due_on, id", -1),
        PENALTY("(c.fine_fen + c.confiscated_fen, c.id) < (:key, :id)", "fine_fen + confiscated_fen desc, id desc", Long.MAX_VALUE);

        // The same as an index on an officer's cases knows them.
        private static final String BEHIND_OF_OFFICER = "(o.penalty_fen, o.case_id) < (:key, :id)";
        private static final String ORDER_OF_OFFICER = "o.penalty_fen desc, o.case_id desc";

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
        return asked(filter, key, id, most).query(Row.class).list();
    }

    private JdbcClient.StatementSpec asked(Filter filter, long key, long id, int most) {
        var viewer = viewers.require();
        var parts = Parts.of(viewer);
        var order = filter.sort().order;
        var conditions = new ArrayList<String>();
        conditions.add(filter.mine() && filter.sort() == Sort.PENALTY ? Sort.BEHIND_OF_OFFICER : filter.sort().behind);
        if (!filter.state().isEmpty()) {
            conditions.add(Parts.is("c.state", Stage.class, filter.state()));
        }
        if (filter.late()) {
            conditions.add("c.due_on < :today");
        }
        if (!filter.words().isEmpty()) {
            conditions.add(WORDS);
        }
        String where = String.join(" and ", conditions);
        String ids;
        if (filter.mine()) {
            boolean running = filter.sort() == Sort.DUE;
            ids = MINE.formatted(
                    running ? "o.running and " + where : where,
                    filter.sort() == Sort.PENALTY ? Sort.ORDER_OF_OFFICER : order);
        } else {
            var lookedUp = filter.words().isEmpty()
                    ? Set.<Parts.Part>of()
                    : words.lookedUp(filter.words(), parts, viewer, most);
            boolean gathered = filter.sort() == Sort.NEWEST && conditions.size() == 1 && viewer.scope() == Scope.ACROSS;
            ids = parts.first(
                    CASES,
                    part -> lookedUp.contains(part)
                            ? "c.id = any (array(select cases.saying(:words, '" + WordsInCases.place(part, viewer) + "'))) and " + where
                            : gathered && part == Parts.Part.REGIONS ? NEWEST + " and " + where : where,
                    order,
                    part -> lookedUp.contains(part) || gathered);
        }
        var today = LocalDate.now(clock);
        return jdbc.sql(ROWS.formatted(ids, order))
                .params(parts.values())
                .param("key", key)
                .param("id", id)
                .param("sort", filter.sort().name())
                .param("wanted", filter.state().isEmpty() ? null : filter.state(), Types.VARCHAR)
                .param("before", filter.late() ? today : null, Types.DATE)
                .param("told", filter.words().isEmpty() ? most : null, Types.INTEGER)
                .param("words", filter.words())
                .param("person", viewer.person())
                .param("today", today)
                .param("most", most);
    }

    /** Of the viewer's agency; counted up to a limit, since each page asks. */
    NavEntry.Waiting waiting() {
        return jdbc.sql(COUNT)
                .param("agency", viewers.require().agency())
                .param("today", LocalDate.now(clock))
                .param("most", COUNTED_MOST)
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

package org.hengjian.adjudications;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.access.Viewers;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.HoldingSource;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.Page;
import org.hengjian.shell.SearchSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of adjudications, newest first, and what the pages over all rooms ask. */
@Service
@Transactional(readOnly = true)
class AdjudicationList implements SearchSource, HoldingSource {

    static final int SIZE = 50;

    private static final String ROWS =
            """
            select id, state, coalesce(case_number, request_number) as number, title, patent_number, received_on,
                   accepted_on, ruled_on, conclusion, due_on, due_duty, agency_name
              from adjudications.adjudication
             where id < :before
               and (:state = '' or state = :state)
               and (:conclusion = '' or conclusion = :conclusion)
               and (:words = '' or title like '%' || :words || '%' or case_number like '%' || :words || '%'
                    or request_number like '%' || :words || '%' or patent_number like '%' || upper(:words) || '%')
               and (not :late or due_on < :today)
             order by id desc
             limit :most
            """;
    private static final String COUNT =
            """
            select count(*) as open, count(*) filter (where due_on < :today) as late
              from adjudications.adjudication
             where agency_id = :agency
               and due_on is not null
            """;
    private static final String FOUND =
            """
            select id, coalesce(case_number, request_number) as number, title
              from adjudications.adjudication
             where case_number = :query or request_number = :query or patent_number = :query
             order by id desc
             limit :most
            """;
    private static final String COUNTS = "select state, count(*) as held from adjudications.adjudication group by state";

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Clock clock;

    AdjudicationList(JdbcClient jdbc, Viewers viewers, Clock clock) {
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
            String patentNumber,
            LocalDate receivedOn,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate ruledOn,
            String conclusion,
            @Nullable LocalDate dueOn,
            String dueDuty,
            String agencyName) {}

    /** What is looked for; empty texts and false look for all. */
    record Filter(String words, String state, String conclusion, boolean late) {

        public boolean isNarrowed() {
            return !words.isEmpty() || !state.isEmpty() || !conclusion.isEmpty() || late;
        }
    }

    Page<Row> page(Filter filter, @Nullable String after) {
        long before = Cursor.before(after);
        return Page.of(rows(filter, before, SIZE + 1), SIZE, row -> Cursor.of(row.id()));
    }

    /** The first rows, up to a limit. */
    List<Row> rows(Filter filter, int most) {
        return rows(filter, Long.MAX_VALUE, most);
    }

    private List<Row> rows(Filter filter, long before, int most) {
        return jdbc.sql(ROWS)
                .param("before", before)
                .param("state", filter.state())
                .param("conclusion", filter.conclusion())
                .param("words", filter.words())
                .param("late", filter.late())
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

    @Override
    public List<Found> find(String query, int most) {
        return jdbc.sql(FOUND)
                .param("query", query)
                .param("most", most)
                .query((row, _) -> new Found(
                        "nav.adjudications", row.getString("number"), row.getString("title"),
                        "/adjudications/" + row.getLong("id")))
                .list();
    }

    @Override
    public Map<String, Long> holdings() {
        var counts = new HashMap<String, Long>();
        jdbc.sql(COUNTS).query(row -> {
            counts.put("adjudications." + row.getString("state").toLowerCase(Locale.ROOT), row.getLong("held"));
        });
        return counts;
    }
}

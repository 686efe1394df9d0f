package org.hengjian.referrals;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.access.Viewer;
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

/** The list of referrals, newest first, and what the pages over all rooms ask. */
@Service
@Transactional(readOnly = true)
class ReferralList implements SearchSource, HoldingSource {

    static final int SIZE = 50;

    private static final String COLUMNS =
            """
            id, state, coalesce(letter_number, report_number) as number, title, party_name, crime, agency_name,
                   police_name, proposed_on, sent_on, due_on, due_at, due_duty, due_side
            """;
    private static final String ROWS = "select " + COLUMNS
            + """
              from referrals.referral
             where id < :before
               and (:state = '' or state = :state)
               and (:words = '' or title like '%' || :words || '%' or letter_number like '%' || :words || '%'
                    or report_number like '%' || :words || '%' or case_number like '%' || :words || '%')
               and (not :waiting or (due_side = :side and (case :side when 'AGENCY' then agency_id
                                                                      when 'POLICE' then police_id
                                                                      else procuratorate_id end) = :agency))
               and (not :late or due_at < :now)
             order by id desc
             limit :most
            """;
    private static final String DUE = "select " + COLUMNS
            + """
              from referrals.referral
             where due_side = :side
               and (case :side when 'AGENCY' then agency_id when 'POLICE' then police_id else procuratorate_id end) = :agency
             order by due_at, id
             limit :most
            """;
    private static final String COUNT =
            """
            select count(*) as open, count(*) filter (where due_at < :now) as late
              from referrals.referral
             where due_side = :side
               and (case :side when 'AGENCY' then agency_id when 'POLICE' then police_id else procuratorate_id end) = :agency
            """;
    private static final String FOUND =
            """
            select id, coalesce(letter_number, report_number) as number, title
              from referrals.referral
             where letter_number = :query or report_number = :query or case_number = :query
             order by id desc
             limit :most
            """;
    private static final String COUNTS = "select state, count(*) as held from referrals.referral group by state";

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Clock clock;

    ReferralList(JdbcClient jdbc, Viewers viewers, Clock clock) {
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
            String crime,
            String agencyName,
            String policeName,
            LocalDate proposedOn,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate dueOn,
            @Nullable Instant dueAt,
            String dueDuty,
            String dueSide) {}

    /** What is looked for; empty texts and false look for all. @param waiting those whose next duty is the viewer's side's */
    record Filter(String words, String state, boolean waiting, boolean late) {}

    Page<Row> page(Filter filter, @Nullable String after) {
        long before = Cursor.before(after);
        return Page.of(rows(filter, before, SIZE + 1), SIZE, row -> Cursor.of(row.id()));
    }

    /** The first rows, up to a limit. */
    List<Row> rows(Filter filter, int most) {
        return rows(filter, Long.MAX_VALUE, most);
    }

    private List<Row> rows(Filter filter, long before, int most) {
        var viewer = viewers.require();
        return jdbc.sql(ROWS)
                .param("before", before)
                .param("state", filter.state())
                .param("words", filter.words())
                .param("waiting", filter.waiting())
                .param("late", filter.late())
                .param("side", side(viewer).name())
                .param("agency", viewer.agency())
                .param("now", now())
                .param("most", most)
                .query(ReferralList::row)
                .list();
    }

    /** Those whose next duty is the viewer's side's, nearest first. */
    List<Row> due(int most) {
        var viewer = viewers.require();
        return jdbc.sql(DUE)
                .param("side", side(viewer).name())
                .param("agency", viewer.agency())
                .param("most", most)
                .query(ReferralList::row)
                .list();
    }

    NavEntry.Waiting waiting() {
        var viewer = viewers.require();
        return jdbc.sql(COUNT)
                .param("side", side(viewer).name())
                .param("agency", viewer.agency())
                .param("now", now())
                .query(NavEntry.Waiting.class)
                .single();
    }

    @Override
    public List<Found> find(String query, int most) {
        return jdbc.sql(FOUND)
                .param("query", query)
                .param("most", most)
                .query((row, _) -> new Found(
                        "nav.referrals", row.getString("number"), row.getString("title"), "/referrals/" + row.getLong("id")))
                .list();
    }

    @Override
    public Map<String, Long> holdings() {
        var counts = new HashMap<String, Long>();
        jdbc.sql(COUNTS).query(row -> {
            counts.put("referrals." + row.getString("state").toLowerCase(Locale.ROOT), row.getLong("held"));
        });
        return counts;
    }

    private static Side side(Viewer viewer) {
        return viewer.roles().stream()
                .map(Side::of)
                .filter(side -> side != Side.AGENCY)
                .findFirst()
                .orElse(Side.AGENCY);
    }

    private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var due = row.getTimestamp("due_at");
        return new Row(
                row.getLong("id"),
                row.getString("state"),
                row.getString("number"),
                row.getString("title"),
                row.getString("party_name"),
                row.getString("crime"),
                row.getString("agency_name"),
                row.getString("police_name"),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                due == null ? null : due.toInstant(),
                row.getString("due_duty"),
                row.getString("due_side"));
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}

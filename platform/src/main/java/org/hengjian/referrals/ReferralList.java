package org.hengjian.referrals;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.access.Parts;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.access.WordFrequency;
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
    private static final Parts.Source REFERRALS = new Parts.Source(
            "referrals.referral r", "r", "r.id",
            "r.id = any (array(select referrals.told(:before, cast(:wanted as text), cast(:lateAt as timestamptz), cast(:told as integer))))",
            "referrals.regions(:spanFrom, :spanTo)");
    /** %s: the ids of the page. */
    private static final String ROWS = "select " + COLUMNS
            + """
              from referrals.referral
             where id in (%s)
             order by id desc
            """;
    /** %s: column of the office before which it is, as {@link #mine} says. */
    private static final String WAITING = "select r.id from referrals.referral r where %s and %s order by r.id desc limit :most";
    private static final String WORDS = "(strpos(r.title, :words) > 0 or strpos(r.letter_number, :words) > 0"
            + " or strpos(r.report_number, :words) > 0 or strpos(r.case_number, :words) > 0)";
    private static final String SAYING = "r.id = any (array(select referrals.saying(:words)))";
    private static final int COUNTED_MOST = 10_000; // as the cases count

    private static final String DUE = "select " + COLUMNS
            + """
              from referrals.referral r
             where %s
             order by due_at, id
             limit :most
            """;
    private static final String COUNT =
            """
            select (select count(*) from (select from referrals.referral r where %1$s limit :most) as o) as open,
                   (select count(*) from (select from referrals.referral r where %1$s and due_at < :now limit :most) as l) as late
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
    private final WordFrequency frequency;
    private final Viewers viewers;
    private final Clock clock;

    ReferralList(JdbcClient jdbc, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        frequency = new WordFrequency(jdbc, "referrals");
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
        var parts = Parts.of(viewer);
        var conditions = new ArrayList<String>();
        conditions.add("r.id < :before");
        if (!filter.state().isEmpty()) {
            conditions.add(Parts.is("r.state", Stage.class, filter.state()));
        }
        if (filter.late()) {
            conditions.add("r.due_at is not null and r.due_at < :now");
        }
        boolean rare = frequency.isRare(filter.words());
        if (!filter.words().isEmpty()) {
            conditions.add(rare ? SAYING + " and " + WORDS : WORDS);
        }
        String where = String.join(" and ", conditions);
        String ids = filter.waiting()
                ? WAITING.formatted(mine(viewer), where)
                : parts.first(REFERRALS, _ -> where, "id desc", _ -> rare);
        return jdbc.sql(ROWS.formatted(ids))
                .params(parts.values())
                .param("before", before)
                .param("wanted", filter.state().isEmpty() ? null : filter.state(), Types.VARCHAR)
                .param("lateAt", filter.late() ? now() : null, Types.TIMESTAMP)
                .param("told", filter.words().isEmpty() ? most : null, Types.INTEGER)
                .param("words", filter.words())
                .param("agency", viewer.agency())
                .param("now", now())
                .param("most", most)
                .query(ReferralList::row)
                .list();
    }

    /** That the next duty is the viewer's office's: an index of each side knows it. */
    private static String mine(Viewer viewer) {
        var side = side(viewer);
        String office =
                switch (side) {
                    case AGENCY -> "agency_id";
                    case POLICE -> "police_id";
                    case PROCURATORATE -> "procuratorate_id";
                    case COURT -> "court_id";
                };
        return "r.due_side = '" + side + "' and r." + office + " = :agency";
    }

    /** Those whose next duty is the viewer's side's, nearest first. */
    List<Row> due(int most) {
        var viewer = viewers.require();
        return jdbc.sql(DUE.formatted(mine(viewer)))
                .param("agency", viewer.agency())
                .param("most", most)
                .query(ReferralList::row)
                .list();
    }

    /** Counted up to a limit, since each page asks. */
    NavEntry.Waiting waiting() {
        var viewer = viewers.require();
        return jdbc.sql(COUNT.formatted(mine(viewer)))
                .param("agency", viewer.agency())
                .param("now", now())
                .param("most", COUNTED_MOST)
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

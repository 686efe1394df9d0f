package org.hengjian.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.hengjian.access.RegionSpan;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** {@code duties.duty} and the ledger of what was missed. */
@Repository
class DutyTable {

    static final int SIZE = 50;

    private static final String KEEP =
            """
            insert into duties.duty as d (object, object_id, key, duty, name_key, subject, title, href, started_on, warn_on,
                   due_on, in_working_days, paused_until, done_on, owners, owner_names, instrument, article, quote,
                   agency_id, line, region)
            select :object, :id, key, duty, name_key, :number, :title, :href, started_on, warn_on, due_on,
                   in_working_days, case when paused_until = '9999-12-31' then 'infinity' else paused_until end, done_on,
                   owners, owner_names, instrument, article, quote, :agency, :line, :region
              from jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, duty text, name_key text, started_on date,
                   warn_on date, due_on date, in_working_days boolean, paused_until date, done_on date, owners bigint[],
                   owner_names text, instrument text, article text, quote text)
                on conflict (object, object_id, key) do update
               set subject = excluded.subject, started_on = excluded.started_on, warn_on = excluded.warn_on,
                   due_on = excluded.due_on, paused_until = excluded.paused_until, done_on = excluded.done_on,
                   owners = excluded.owners, owner_names = excluded.owner_names
             where (d.subject, d.started_on, d.due_on, d.paused_until, d.done_on, d.owners) is distinct from
                   (excluded.subject, excluded.started_on, excluded.due_on, excluded.paused_until, excluded.done_on,
                    excluded.owners)
            """;
    private static final String END =
            """
            update duties.duty
               set done_on = :today
             where object = :object
               and object_id = :id
               and done_on is null
               and not key = any (:keys)
            """;
    private static final String KNOWS = "select exists (select from duties.duty where object = :object)";
    private static final String MISSED =
            """
            select d.id, d.object, d.subject, d.duty, d.due_on as due, d.agency_id as agency
              from duties.duty d
             where d.due_on <= :day
               and (d.done_on is null or d.done_on > d.due_on)
               and (d.paused_until is null or d.paused_until <= :day)
               and (d.done_on is null or d.done_on > :day)
               and not exists (select from duties.missed m where m.duty_id = d.id and m.due_on = d.due_on)
             order by d.due_on, d.id
             limit 500
            """;
    private static final String ENTER =
            """
            insert into duties.missed (duty_id, due_on, entered_on, escalated_to)
            values (:duty, :due, :day, :heads)
                on conflict (duty_id, due_on) do nothing
            """;
    private static final String FIELDS =
            """
            d.id, d.object, d.name_key, d.subject, d.title, d.href, d.started_on, d.warn_on, d.due_on,
                   d.in_working_days, d.paused_until, d.done_on, d.owner_names, d.instrument, d.article, d.quote,
                   d.agency_id
            """;
    private static final String WHERE =
            """
               and (:words = '' or d.subject like '%' || :words || '%' or d.title like '%' || :words || '%'
                    or d.owner_names like '%' || :words || '%')
               and (:duty = '' or d.duty = :duty)
               and (:agency = 0 or d.agency_id = :agency)
               and (:owner = 0 or d.owners @> array[cast(:owner as bigint)])
               and d.region between :regionFrom and :regionTo
            """;
    private static final String RUNNING = "select " + FIELDS + ", null::date as missed_due, '' as escalated_to"
            + """

              from duties.duty d
             where d.done_on is null
               and (d.due_on, d.id) > (:after, :id)
               and case :light
                     when 'RED' then d.due_on < :today and (d.paused_until is null or d.paused_until < :today)
                     when 'AMBER' then d.warn_on <= :today and d.due_on >= :today
                                       and (d.paused_until is null or d.paused_until < :today)
                     when 'GREEN' then d.warn_on > :today and (d.paused_until is null or d.paused_until < :today)
                     when 'GREY' then d.paused_until >= :today
                     else true
                   end
            """
            + WHERE
            + " order by d.due_on, d.id limit :most";
    private static final String LEDGER = "select " + FIELDS + ", m.due_on as missed_due, m.escalated_to, m.id as missed_id"
            + """

              from duties.missed m
              join duties.duty d on d.id = m.duty_id
             where (m.due_on, m.id) < (:after, :id)
               and :light is not null
               and :today is not null
            """
            + WHERE
            + " order by m.due_on desc, m.id desc limit :most";
    private static final String KINDS =
            "select duty, min(name_key) as name_key from duties.duty group by duty order by duty limit 100";
    private static final String MINE =
            """
            select count(*) as open, count(*) filter (where due_on < :today and (paused_until is null or paused_until < :today)) as late
              from duties.duty
             where done_on is null
               and owners @> array[cast(:owner as bigint)]
            """;
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DutyTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    /** A duty as it is kept. */
    record Row(
            String key,
            String duty,
            String nameKey,
            LocalDate startedOn,
            LocalDate warnOn,
            LocalDate dueOn,
            boolean inWorkingDays,
            @Nullable LocalDate pausedUntil,
            @Nullable LocalDate doneOn,
            List<Long> owners,
            String ownerNames,
            String instrument,
            String article,
            String quote) {

        /** For all the database knows, a day that nobody can tell is the last one. */
        Row storable() {
            return pausedUntil == null || pausedUntil.isBefore(LAST)
                    ? this
                    : new Row(
                            key, duty, nameKey, startedOn, warnOn, dueOn, inWorkingDays, LAST, doneOn, owners, ownerNames,
                            instrument, article, quote);
        }
    }

    void keep(Duties.Subject subject, List<Row> rows, LocalDate today) {
        jdbc.sql(KEEP)
                .param("object", subject.object())
                .param("id", subject.id())
                .param("number", subject.number())
                .param("title", subject.title())
                .param("href", subject.href())
                .param("agency", subject.agency())
                .param("line", subject.line())
                .param("region", subject.region())
                .param("rows", json.writeValueAsString(rows.stream().map(Row::storable).toList()))
                .update();
        jdbc.sql(END)
                .param("object", subject.object())
                .param("id", subject.id())
                .param("today", today)
                .param("keys", rows.stream().map(Row::key).toArray(String[]::new))
                .update();
    }

    boolean knows(String object) {
        return jdbc.sql(KNOWS).param("object", object).query(Boolean.class).single();
    }

    /** A duty whose last day went by. */
    record Missed(long id, String object, String subject, String duty, LocalDate due, long agency) {}

    List<Missed> missed(LocalDate day) {
        return jdbc.sql(MISSED).param("day", day).query(Missed.class).list();
    }

    void enter(Missed missed, LocalDate day, String heads) {
        jdbc.sql(ENTER)
                .param("duty", missed.id())
                .param("due", missed.due())
                .param("day", day)
                .param("heads", heads)
                .update();
    }

    /**
     * What is looked for; empty texts and 0 look for all.
     *
     * @param light  name of a colour
     * @param missed the ledger instead of what runs
     */
    record Filter(String words, String duty, String light, long agency, long owner, RegionSpan span, boolean missed) {}

    /** A line of the list. @param missedOn the last day that was missed; null for what merely runs */
    record Shown(
            long id,
            String nameKey,
            String subject,
            String title,
            String href,
            LocalDate startedOn,
            LocalDate warnOn,
            LocalDate dueOn,
            boolean inWorkingDays,
            boolean paused,
            @Nullable LocalDate doneOn,
            String owners,
            String instrument,
            String article,
            String quote,
            long agency,
            @Nullable LocalDate missedOn,
            String escalatedTo,
            long place) {}

    @Transactional(readOnly = true)
    Page<Shown> page(Filter filter, LocalDate today, @Nullable String after) {
        var cursor = Cursor.parse(after, 2)
                .filter(keys -> keys.key(0).matches("\\d{4}-[01]\\d-[0-3]\\d") && keys.key(1).matches("\\d{1,18}"));
        var rows = rows(
                filter,
                today,
                cursor.map(keys -> LocalDate.parse(keys.key(0))).orElse(filter.missed() ? LAST : FIRST),
                cursor.map(keys -> Long.parseLong(keys.key(1))).orElse(filter.missed() ? Long.MAX_VALUE : 0L),
                SIZE + 1);
        return Page.of(rows, SIZE, row -> Cursor.of(row.missedOn() == null ? row.dueOn() : row.missedOn(), row.place()));
    }

    @Transactional(readOnly = true)
    List<Shown> rows(Filter filter, LocalDate today, int most) {
        return rows(filter, today, filter.missed() ? LAST : FIRST, filter.missed() ? Long.MAX_VALUE : 0, most);
    }

    private List<Shown> rows(Filter filter, LocalDate today, LocalDate after, long id, int most) {
        return jdbc.sql(filter.missed() ? LEDGER : RUNNING)
                .param("words", filter.words())
                .param("duty", filter.duty())
                .param("light", filter.light())
                .param("agency", filter.agency())
                .param("owner", filter.owner())
                .param("regionFrom", filter.span().from())
                .param("regionTo", filter.span().to())
                .param("today", today)
                .param("after", after)
                .param("id", id)
                .param("most", most)
                .query((row, _) -> shown(row, today, filter.missed()))
                .list();
    }

    /** A kind of duty that was ever kept. */
    record Kind(String duty, String nameKey) {}

    @Transactional(readOnly = true)
    List<Kind> kinds() {
        return jdbc.sql(KINDS).query(Kind.class).list();
    }

    @Transactional(readOnly = true)
    NavEntry.Waiting mine(long person, LocalDate today) {
        return jdbc.sql(MINE)
                .param("owner", person)
                .param("today", today)
                .query(NavEntry.Waiting.class)
                .single();
    }

    private static Shown shown(ResultSet row, LocalDate today, boolean missed) throws SQLException {
        var paused = row.getString("paused_until");
        return new Shown(
                row.getLong("id"),
                row.getString("name_key"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("href"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("warn_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("in_working_days"),
                paused != null && (paused.equals("infinity") || !LocalDate.parse(paused).isBefore(today)),
                row.getObject("done_on", LocalDate.class),
                row.getString("owner_names"),
                row.getString("instrument"),
                row.getString("article"),
                row.getString("quote"),
                row.getLong("agency_id"),
                row.getObject("missed_due", LocalDate.class),
                row.getString("escalated_to"),
                missed ? row.getLong("missed_id") : row.getLong("id"));
    }
}

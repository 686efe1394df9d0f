package org.hengjian.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.LastWrites;
import org.hengjian.access.Parts;
import org.hengjian.access.RegionSpan;
import org.hengjian.access.Viewers;
import org.hengjian.access.WordFrequency;
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

    // In one statement: what ran and is not kept any more ends, what is new or says something else is written. The rest is
    // not touched: a row that a conflict finds is locked, and so written, even where nothing about it changes.
    private static final String KEEP =
            """
            with ended as (
                update duties.duty d
                   set done_on = ?
                  from jsonb_to_recordset(cast(? as jsonb)) as k (id bigint, keys text[])
                 where d.object = ?
                   and d.object_id = k.id
                   and d.done_on is null
                   and not d.key = any (k.keys)),
            told as (
                select object_id, key, duty, name_key, subject, title, href, started_on, warn_on, due_on, due_at,
                       in_working_days, case when paused_until = '9999-12-31' then 'infinity' else paused_until end as paused_until,
                       done_on, owners, owner_names, instrument, article, quote, question, cause, cause_number, agency, line,
                       region, shared_with
                  from jsonb_to_recordset(cast(? as jsonb)) as r (object_id bigint, subject text, title text, href text,
                       agency bigint, line text, region integer, shared_with bigint[], key text, duty text, name_key text,
                       started_on date, warn_on date, due_on date, due_at timestamptz, in_working_days boolean,
                       paused_until date, done_on date, owners bigint[], owner_names text, instrument text, article text,
                       quote text, question text, cause text, cause_number text))
            insert into duties.duty as d (object, object_id, key, duty, name_key, subject, title, href, started_on, warn_on,
                   due_on, due_at, in_working_days, paused_until, done_on, owners, owner_names, instrument, article, quote,
                   question, cause, cause_number, agency_id, line, region, shared_with)
            select ?, object_id, key, duty, name_key, subject, title, href, started_on, warn_on, due_on, due_at,
                   in_working_days, paused_until, done_on, owners, owner_names, instrument, article, quote, question, cause,
                   cause_number, agency, line, region, shared_with
              from told
             where not exists (
                       select from duties.duty d
                        where d.object = ?
                          and d.object_id = told.object_id
                          and d.key = told.key
                          and (d.subject, d.started_on, d.due_on, d.paused_until, d.done_on, d.owners, d.question, d.cause,
                               d.cause_number, d.shared_with) is not distinct from
                              (told.subject, told.started_on, told.due_on, told.paused_until, told.done_on, told.owners,
                               told.question, told.cause, told.cause_number, told.shared_with))
                on conflict (object, object_id, key) do update
               set subject = excluded.subject, started_on = excluded.started_on, warn_on = excluded.warn_on,
                   due_on = excluded.due_on, due_at = excluded.due_at, paused_until = excluded.paused_until,
                   done_on = excluded.done_on, owners = excluded.owners, owner_names = excluded.owner_names,
                   duty = excluded.duty, name_key = excluded.name_key, question = excluded.question,
                   cause = excluded.cause, cause_number = excluded.cause_number, shared_with = excluded.shared_with
            """;
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('duties ' || :object, 0))";
    private static final String KNOWS = "select exists (select from duties.duty where object = :object)";
    private static final String GONE_BY =
            """
            d.due_on <= :day
               and (d.paused_until is null or d.paused_until <= :day)
               and (d.done_on is null or d.done_on > :day)
            """;
    private static final String MISSED = "select d.id, d.object, d.subject, d.duty, d.due_on as due, d.agency_id as agency"
            + """

              from duties.duty d
             where not exists (select from duties.missed m where m.duty_id = d.id and m.due_on = d.due_on)
               and
            """
            + GONE_BY
            + " order by d.due_on, d.id limit 500";
    // Asked again of the duty as it stands, which stays so until the entry is committed.
    private static final String ENTER =
            """
            with gone_by as (
                select d.id, d.due_on
                  from duties.duty d
                 where d.id = :duty
                   and d.due_on = :due
                   and
            """
            + GONE_BY
            + """
                   for share)
            insert into duties.missed (duty_id, due_on, entered_on, escalated_to)
            select id, due_on, :day, :heads
              from gone_by
                on conflict (duty_id, due_on) do nothing
            """;
    private static final String FIELDS =
            """
            d.id, d.object, d.object_id, d.name_key, d.subject, d.title, d.href, d.started_on, d.warn_on, d.due_on,
                   d.due_at, d.question, d.cause, d.cause_number, d.in_working_days, d.paused_until, d.done_on, d.owner_names, d.instrument, d.article, d.quote,
                   d.agency_id
            """;
    // Before whom it was brought, if its day went by.
    private static final String TOLD =
            """

              left join lateral (select m.escalated_to, m.entered_on from duties.missed m
                                  where m.duty_id = d.id order by m.due_on desc limit 1) m on true
            """;
    private static final Parts.Source RUNS = new Parts.Source(
            "duties.duty d", "d", "d.id, d.due_on", "d.id = any (array(select duties.told()))", "duties.regions(:spanFrom, :spanTo)");
    /** %s: the ids of the page. */
    private static final String RUNNING = "select " + FIELDS + ", null::date as missed_due, m.escalated_to, m.entered_on"
            + """

              from duties.duty d
            """
            + TOLD
            + """
             where d.id in (%s)
             order by d.due_on, d.id
            """;
    /** %s: conditions. */
    private static final String OWNED =
            """
            select d.id
              from duties.duty d
             where d.id = any (array(select duties.owned()))
               and %s
             order by d.due_on, d.id
             limit :most
            """;
    private static final Parts.Source ENTERED = new Parts.Source(
            "duties.missed m", "m", "m.id, m.due_on",
            "m.id = any (array(select duties.missed_of_viewer('AGENCY', :after, :id, cast(:told as integer))))",
            "duties.regions_of_missed(:spanFrom, :spanTo)");
    /** %s: conditions. */
    private static final String OWED =
            """
            select m.id
              from duties.missed m
             where m.id = any (array(select duties.missed_of_viewer('PERSON', :after, :id, cast(:told as integer))))
               and %s
             order by m.due_on desc, m.id desc
             limit :most
            """;
    private static final String WORDS =
            "(strpos(d.subject, :words) > 0 or strpos(d.title, :words) > 0 or strpos(d.owner_names, :words) > 0)";
    /** %s: the ids of the page. */
    private static final String LEDGER = "select " + FIELDS + ", m.due_on as missed_due, m.escalated_to, m.entered_on, m.id as missed_id"
            + """

              from duties.missed m
              join duties.duty d on d.id = m.duty_id
             where m.id in (%s)
             order by m.due_on desc, m.id desc
            """;
    private static final String STANDS_STILL = "d.paused_until >= :today";
    private static final String GOES_ON = "(d.paused_until is null or d.paused_until < :today)";
    private static final String ONE = "select " + FIELDS + ", null::date as missed_due, m.escalated_to, m.entered_on"
            + """

              from duties.duty d
            """
            + TOLD
            + " where d.id = :id";
    private static final String TIMES_MISSED =
            """
            select due_on, entered_on, escalated_to
              from duties.missed
             where duty_id = :duty
             order by due_on
            """;
    private static final String KINDS =
            """
            select object, duty, name_key
              from duties.kind
             order by object, duty
             limit 100
            """;
    private static final String MINE =
            """
            select count(*) as open, count(*) filter (where due_on < :today and (paused_until is null or paused_until < :today)) as late
              from duties.duty
             where done_on is null
               and id = any (array(select duties.owned()))
            """;
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final WordFrequency frequency;
    private final JsonMapper json;
    private final Viewers viewers;
    private final Clock clock;

    DutyTable(JdbcClient jdbc, JsonMapper json, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        frequency = new WordFrequency(jdbc, "duties");
        this.viewers = viewers;
        this.clock = clock;
        this.json = json.rebuild()
                .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    /** A duty as it is kept. */
    record Row(
            long objectId,
            String subject,
            String title,
            String href,
            long agency,
            String line,
            int region,
            List<Long> sharedWith,
            String key,
            String duty,
            String nameKey,
            LocalDate startedOn,
            LocalDate warnOn,
            LocalDate dueOn,
            @Nullable Instant dueAt,
            boolean inWorkingDays,
            @Nullable LocalDate pausedUntil,
            @Nullable LocalDate doneOn,
            List<Long> owners,
            String ownerNames,
            String instrument,
            String article,
            String quote,
            String question,
            String cause,
            String causeNumber) {

        /** For all the database knows, a day that nobody can tell is the last one. */
        Row storable() {
            return pausedUntil == null || pausedUntil.isBefore(LAST)
                    ? this
                    : new Row(
                            objectId, subject, title, href, agency, line, region, sharedWith, key, duty, nameKey, startedOn,
                            warnOn, dueOn, dueAt, inWorkingDays, LAST, doneOn, owners, ownerNames, instrument, article,
                            quote, question, cause, causeNumber);
        }
    }

    /** A thing with all that runs on it. */
    record Kept(Duties.Subject subject, List<Row> rows) {}

    private record Keys(long id, List<String> keys) {}

    /** Written with the commit of the step. @param things of one kind */
    void keep(List<Kept> things, LocalDate today) {
        String object = things.getFirst().subject().object();
        var rows = things.stream().flatMap(thing -> thing.rows().stream()).map(Row::storable).toList();
        var kept = things.stream()
                .map(thing -> new Keys(thing.subject().id(), thing.rows().stream().map(Row::key).toList()))
                .toList();
        LastWrites.add(
                KEEP, today, json.writeValueAsString(kept), object, json.writeValueAsString(rows), object, object);
    }

    void alone(String object) {
        jdbc.sql(ALONE).param("object", object).query((_, _) -> true).single();
    }

    boolean knows(String object) {
        return jdbc.sql(KNOWS).param("object", object).query(Boolean.class).single();
    }

    /** A duty whose last day went by. */
    record Missed(long id, String object, String subject, String duty, LocalDate due, long agency) {}

    @Transactional(readOnly = true)
    List<Missed> missed(LocalDate day) {
        return jdbc.sql(MISSED).param("day", day).query(Missed.class).list();
    }

    /** @return false when it has been done, moved or entered meanwhile */
    boolean enter(Missed missed, LocalDate day, String heads) {
        return jdbc.sql(ENTER)
                .param("duty", missed.id())
                .param("due", missed.due())
                .param("day", day)
                .param("heads", heads)
                .update() == 1;
    }

    /**
     * What is looked for; empty texts and 0 look for all.
     *
     * @param object kind of thing
     * @param light  name of a colour
     * @param missed the ledger instead of what runs
     */
    record Filter(String words, String object, String duty, String light, long agency, long owner, RegionSpan span, boolean missed) {}

    /**
     * A line of the list.
     *
     * @param dueAt       last moment of what runs in hours
     * @param missedOn    the last day that was missed; null for what merely runs
     * @param escalatedTo before whom it was brought when its day went by
     */
    record Shown(
            long id,
            String object,
            long objectId,
            String nameKey,
            String subject,
            String title,
            String href,
            LocalDate startedOn,
            LocalDate warnOn,
            LocalDate dueOn,
            @Nullable Instant dueAt,
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
            @Nullable LocalDate escalatedOn,
            String question,
            String cause,
            String causeNumber,
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
        var viewer = viewers.require();
        var parts = Parts.of(viewer);
        boolean rare = frequency.isRare(filter.words());
        boolean own = filter.owner() != 0 && filter.owner() == viewer.person();
        var conditions = conditions(filter);
        String sql;
        if (filter.missed()) {
            var ofThese = new ArrayList<String>();
            ofThese.add("(m.due_on, m.id) < (:after, :id)");
            if (!conditions.isEmpty()) {
                ofThese.add("exists (select from duties.duty d where d.id = m.duty_id and " + String.join(" and ", conditions) + ")");
            }
            if (filter.agency() != 0) {
                ofThese.add("m.agency_id = :agency");
            }
            if (rare) {
                ofThese.add("m.duty_id = any (array(select duties.saying(:words, false)))");
            }
            String where = String.join(" and ", ofThese);
            sql = LEDGER.formatted(
                    own ? OWED.formatted(where) : parts.first(ENTERED, _ -> where, "due_on desc, id desc", _ -> rare));
        } else {
            var ofThese = new ArrayList<>(conditions);
            ofThese.add("d.done_on is null and (d.due_on, d.id) > (:after, :id)");
            if (rare) {
                ofThese.add("d.id = any (array(select duties.saying(:words, true)))");
            }
            String where = String.join(" and ", ofThese);
            sql = RUNNING.formatted(own ? OWNED.formatted(where) : parts.first(RUNS, _ -> where, "due_on, id", _ -> rare));
        }
        boolean narrowed = !conditions.isEmpty() && !(own && conditions.size() == 1);
        return jdbc.sql(sql)
                .params(parts.values())
                .param("words", filter.words())
                .param("object", filter.object())
                .param("now", Timestamp.from(Instant.now(clock)))
                .param("duty", filter.duty())
                .param("agency", filter.agency())
                .param("owner", filter.owner())
                .param("regionFrom", filter.span().from())
                .param("regionTo", filter.span().to())
                .param("today", today)
                .param("after", after)
                .param("id", id)
                .param("told", narrowed ? null : most, Types.INTEGER)
                .param("most", most)
                .query((row, _) -> shown(row, today, filter.missed()))
                .list();
    }

    /** Only what was asked: a condition that says nothing would hide from the planner those that do. */
    private static List<String> conditions(Filter filter) {
        var conditions = new ArrayList<String>();
        if (!filter.words().isEmpty()) {
            conditions.add(WORDS);
        }
        if (!filter.object().isEmpty()) {
            conditions.add("d.object = :object");
        }
        if (!filter.duty().isEmpty()) {
            conditions.add("d.duty = :duty");
        }
        if (filter.agency() != 0) {
            conditions.add("d.agency_id = :agency");
        }
        if (filter.owner() != 0) {
            conditions.add("d.owners @> array[cast(:owner as bigint)]");
        }
        if (!filter.span().equals(RegionSpan.COUNTRY)) {
            conditions.add("d.region between :regionFrom and :regionTo");
        }
        if (!filter.missed()) {
            conditions.addAll(switch (filter.light()) {
                case "RED" -> List.of("(d.due_on < :today or d.due_at < :now)", "d.due_on <= :today", GOES_ON);
                case "AMBER" -> List.of("d.warn_on <= :today", "d.due_on >= :today", "coalesce(d.due_at >= :now, true)", GOES_ON);
                case "GREEN" -> List.of("d.warn_on > :today", "d.due_on >= :today", GOES_ON);
                case "GREY" -> List.of("d.paused_until is not null", STANDS_STILL);
                default -> List.of();
            });
        }
        return conditions;
    }

    /** As far as the viewer may see it. */
    @Transactional(readOnly = true)
    Optional<Shown> find(long id, LocalDate today) {
        return jdbc.sql(ONE).param("id", id).query((row, _) -> shown(row, today, false)).optional();
    }

    /** One entry of the ledger. */
    record TimeMissed(LocalDate dueOn, LocalDate enteredOn, String escalatedTo) {}

    @Transactional(readOnly = true)
    List<TimeMissed> timesMissed(long duty) {
        return jdbc.sql(TIMES_MISSED).param("duty", duty).query(TimeMissed.class).list();
    }

    /** A kind of duty that was ever kept. */
    record Kind(String object, String duty, String nameKey) {}

    @Transactional(readOnly = true)
    List<Kind> kinds() {
        return jdbc.sql(KINDS).query(Kind.class).list();
    }

    @Transactional(readOnly = true)
    NavEntry.Waiting mine(LocalDate today) {
        return jdbc.sql(MINE)
                .param("today", today)
                .query(NavEntry.Waiting.class)
                .single();
    }

    private static Shown shown(ResultSet row, LocalDate today, boolean missed) throws SQLException {
        var paused = row.getString("paused_until");
        var moment = row.getTimestamp("due_at");
        return new Shown(
                row.getLong("id"),
                row.getString("object"),
                row.getLong("object_id"),
                row.getString("name_key"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("href"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("warn_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                moment == null ? null : moment.toInstant(),
                row.getBoolean("in_working_days"),
                paused != null && (paused.equals("infinity") || !LocalDate.parse(paused).isBefore(today)),
                row.getObject("done_on", LocalDate.class),
                row.getString("owner_names"),
                row.getString("instrument"),
                row.getString("article"),
                row.getString("quote"),
                row.getLong("agency_id"),
                row.getObject("missed_due", LocalDate.class),
                java.util.Objects.requireNonNullElse(row.getString("escalated_to"), ""),
                row.getObject("entered_on", LocalDate.class),
                row.getString("question"),
                row.getString("cause"),
                row.getString("cause_number"),
                missed ? row.getLong("missed_id") : row.getLong("id"));
    }
}

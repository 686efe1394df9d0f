package org.hengjian.agencies;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of agencies as its keepers see it: search, history, and a new record from a day on. */
@Service
@Transactional
class Register {

    static final int PAGE = 50;

    private static final String LIST =
            """
            select a.id, a.code, a.type, t.name as type_name, t.name_en as type_name_en, r.name, r.name_en, r.short_name,
                   r.region, (select name from agencies.agency_record p
                               where p.agency_id = r.parent_id
                                 and daterange(p.from_day, p.to_day, '[]') @> cast(:day as date)) as parent,
                   (select count(*) from agencies.person p where p.agency_id = a.id and p.active) as people
              from agencies.agency a
              join agencies.agency_type t on t.code = a.type
              join agencies.agency_record r on r.agency_id = a.id
             where daterange(r.from_day, r.to_day, '[]') @> cast(:day as date)
               and (:type = '' or a.type = :type)
               and r.region between :from and :to
               and (:q = '' or r.name ilike '%' || :q || '%' or r.name_en ilike '%' || :q || '%'
                    or r.short_name = :q or a.code = :q)
               and (r.region, a.id) > (:afterRegion, :afterId)
             order by r.region, a.id
             limit :limit
            """;
    private static final String TYPES =
            "select code, name, name_en from agencies.agency_type order by name collate \"und-x-icu\"";
    private static final String HISTORY =
            """
            select r.id, r.from_day, r.to_day, r.name, r.name_en, r.short_name, r.region, r.version, r.ground,
                   array_to_string(r.powers, '|') as powers, a.code as parent_code,
                   (select p.name from agencies.agency_record p
                     where p.agency_id = r.parent_id
                       and daterange(p.from_day, p.to_day, '[]') @> r.from_day) as parent
              from agencies.agency_record r
              left join agencies.agency a on a.id = r.parent_id
             where r.agency_id = :agency
             order by r.from_day desc
            """;
    private static final String CODE = "select code from agencies.agency where id = :agency";
    private static final String CLOSE =
            """
            update agencies.agency_record
               set to_day = :last, version = version + 1
             where agency_id = :agency
               and to_day is null
               and version = :version
               and from_day <= :last
            """;
    private static final String ADD =
            """
            insert into agencies.agency_record
                   (agency_id, from_day, name, name_en, short_name, parent_id, region, powers, ground)
            values (:agency, :from, :name, :nameEn, :shortName,
                    (select id from agencies.agency where code = :parent), :region,
                    coalesce(string_to_array(nullif(:powers, ''), '|'), '{}'), :ground)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Viewers viewers;
    private final Audit audit;

    Register(JdbcClient jdbc, Clock clock, Viewers viewers, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.viewers = viewers;
        this.audit = audit;
    }

    /** @param region code of the region whose agencies, and those below, are listed */
    record Filter(String q, String type, int region, LocalDate day) {}

    record Line(
            long id,
            String code,
            String type,
            String typeName,
            String typeNameEn,
            String name,
            String nameEn,
            String shortName,
            int region,
            @Nullable String parent,
            long people) {}

    record TypeName(String code, String name, String nameEn) {}

    record DatedRecord(
            long id,
            LocalDate fromDay,
            @Nullable LocalDate toDay,
            String name,
            String nameEn,
            String shortName,
            int region,
            int version,
            String ground,
            String powers,
            @Nullable String parentCode,
            @Nullable String parent) {}

    /** What an agency is from a day on. */
    record Change(
            LocalDate from,
            String name,
            String nameEn,
            String shortName,
            String parent,
            String powers,
            String ground,
            int version) {}

    @Transactional(readOnly = true)
    Page<Line> list(Filter filter, Optional<Cursor> after) {
        var span = org.hengjian.access.RegionSpan.of(filter.region());
        var rows = jdbc.sql(LIST)
                .param("day", filter.day())
                .param("type", filter.type())
                .param("from", span.from())
                .param("to", span.to())
                .param("q", filter.q())
                .param("afterRegion", after.map(c -> Integer.valueOf(c.key(0))).orElse(0))
                .param("afterId", after.map(c -> Long.valueOf(c.key(1))).orElse(0L))
                .param("limit", PAGE + 1)
                .query(Line.class)
                .list();
        return Page.of(rows, PAGE, line -> Cursor.of(line.region(), line.id()));
    }

    @Transactional(readOnly = true)
    List<TypeName> types() {
        return jdbc.sql(TYPES).query(TypeName.class).list();
    }

    @Transactional(readOnly = true)
    List<DatedRecord> history(long agency) {
        return jdbc.sql(HISTORY).param("agency", agency).query(DatedRecord.class).list();
    }

    @Transactional(readOnly = true)
    String code(long agency) {
        return jdbc.sql(CODE)
                .param("agency", agency)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("agency " + agency));
    }

    /**
     * The agency is otherwise from that day; the record before ends the day before. What happened under the old record
     * keeps it.
     *
     * @throws Conflict if the current record was changed since the form was opened
     */
    void change(long agency, Change change) {
        Viewer viewer = viewers.require("agencies.change", Role.ADMINISTRATOR);
        var records = history(agency);
        if (records.isEmpty()) {
            throw new NotFound("agency " + agency);
        }
        var current = records.getFirst();
        if (!viewer.span().contains(current.region())) {
            throw new Forbidden("agencies.change");
        }
        int closed = jdbc.sql(CLOSE)
                .param("agency", agency)
                .param("last", change.from().minusDays(1), Types.DATE)
                .param("version", change.version())
                .update();
        if (closed == 0) {
            throw new Conflict(current.name(), "—", LocalDate.now(clock).toString());
        }
        jdbc.sql(ADD)
                .param("agency", agency)
                .param("from", change.from(), Types.DATE)
                .param("name", change.name())
                .param("nameEn", change.nameEn())
                .param("shortName", change.shortName())
                .param("parent", change.parent())
                .param("region", current.region())
                .param("powers", change.powers())
                .param("ground", change.ground())
                .update();
        audit.enter(Deed.of("agencies.change", "agency", code(agency))
                .because(change.ground())
                .with(Map.of("from", change.from().toString(), "name", change.name())));
    }
}

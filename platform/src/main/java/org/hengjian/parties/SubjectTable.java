package org.hengjian.parties;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code parties.subject}. */
@Repository
class SubjectTable {

    private static final String SELECT =
            """
            select id, name, credit_code, kind, status, region, address, representative is not null as has_representative,
                   confirmed, source, first_seen, version, changed_at, changed_by
              from parties.subject
            """;
    private static final String BY_ID = SELECT + " where id = :id";
    private static final String BY_IDS = SELECT + " where id = any(cast(:ids as bigint[]))";
    private static final String BY_CODE = SELECT + " where credit_code = :code";
    private static final String LIST = SELECT
            + """
             where grams @> parties.grams_sought(:q)
               and strpos(sought, :q) > 0
               and region between :from and :to
               and (:kind = '' or kind = :kind)
               and (:unconfirmed is false or not confirmed)
               and (name, id) > (:afterName, :afterId)
             order by name, id
             limit :limit
            """;
    private static final String LIST_ANYWHERE = LIST.replace("region between :from and :to", "true");
    private static final String ADD_TOLD =
            """
            insert into parties.subject
                   (name, credit_code, kind, status, region, confirmed, source, first_seen, changed_at, changed_by, sought)
            select distinct on (code) name, code, 'UNKNOWN', 'UNKNOWN', region, false, 'listing', :day, cast(:at as timestamptz), :by, sought
              from unnest(cast(:names as text[]), cast(:codes as text[]), cast(:regions as integer[]),
                          cast(:sought as text[])) as told (name, code, region, sought)
             order by code
            on conflict (credit_code) do nothing
            """;
    private static final String IDS_BY_CODE =
            "select credit_code, id from parties.subject where credit_code = any(cast(:codes as text[]))";
    private static final String ADD =
            """
            insert into parties.subject
                   (name, credit_code, kind, status, region, address, representative, confirmed, source, first_seen,
                    changed_at, changed_by, sought)
            values (:name, :code, :kind, :status, :region, :address, :representative, :confirmed, :source, :day,
                    :at, :by, :sought)
            on conflict (credit_code) do nothing
            returning id
            """;
    // A representative that the form left empty stays as it is: nobody is shown it in order to retype it.
    private static final String CHANGE =
            """
            update parties.subject
               set name = :name,
                   credit_code = :code,
                   kind = :kind,
                   status = :status,
                   region = :region,
                   address = :address,
                   representative = coalesce(:representative, representative),
                   confirmed = :confirmed,
                   source = :source,
                   version = version + 1,
                   changed_at = :at,
                   changed_by = :by,
                   sought = :sought
             where id = :id
               and version = :version
            """;
    private static final String REPRESENTATIVE = "select representative from parties.subject where id = :id";

    private final JdbcClient jdbc;

    SubjectTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is written; the representative already sealed. */
    record Entry(
            String name,
            @Nullable String creditCode,
            Subject.Kind kind,
            Subject.Status status,
            @Nullable Integer region,
            String address,
            byte @Nullable [] representative,
            boolean confirmed,
            String source,
            String sought) {}

    /** @param from first of the region codes wanted; 0 for everywhere, unknown places included */
    record Filter(String q, String kind, int from, int to, boolean unconfirmed) {}

    Optional<Subject> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(Subject.class).optional();
    }

    Map<Long, Subject> find(List<Long> ids) {
        return jdbc
                .sql(BY_IDS)
                .param("ids", ids.toArray(Long[]::new))
                .query(Subject.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Subject::id, subject -> subject));
    }

    Optional<Subject> byCode(String code) {
        return jdbc.sql(BY_CODE).param("code", code).query(Subject.class).optional();
    }

    List<Subject> list(Filter filter, String afterName, long afterId, int limit) {
        return jdbc.sql(filter.from() == 0 ? LIST_ANYWHERE : LIST)
                .param("q", filter.q())
                .param("kind", filter.kind())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("unconfirmed", filter.unconfirmed())
                .param("afterName", afterName)
                .param("afterId", afterId)
                .param("limit", limit)
                .query(Subject.class)
                .list();
    }

    /** Ids of the subjects with these codes; those not yet here are added under the name that the listing told. */
    Map<String, Long> told(
            String[] names, String[] codes, @Nullable Integer[] regions, String[] sought, LocalDate day, Instant at,
            String by) {
        jdbc.sql(ADD_TOLD)
                .param("names", names)
                .param("codes", codes)
                .param("regions", regions)
                .param("sought", sought)
                .param("day", day)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
        return jdbc
                .sql(IDS_BY_CODE)
                .param("codes", codes)
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Empty where a subject with that code is there already. */
    Optional<Long> add(Entry entry, LocalDate day, Instant at, String by) {
        return jdbc.sql(ADD)
                .params(written(entry, at, by))
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    /** Whether the row was still at that version. */
    boolean change(long id, int version, Entry entry, Instant at, String by) {
        return jdbc.sql(CHANGE)
                        .params(written(entry, at, by))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    Optional<byte[]> representative(long id) {
        return jdbc.sql(REPRESENTATIVE).param("id", id).query(byte[].class).optional();
    }

    private static Map<String, Object> written(Entry entry, Instant at, String by) {
        var values = new java.util.HashMap<String, Object>();
        values.put("name", entry.name());
        values.put("code", typed(Types.VARCHAR, entry.creditCode()));
        values.put("kind", entry.kind().name());
        values.put("status", entry.status().name());
        values.put("region", typed(Types.INTEGER, entry.region()));
        values.put("address", entry.address());
        values.put("representative", typed(Types.BINARY, entry.representative()));
        values.put("confirmed", entry.confirmed());
        values.put("source", entry.source());
        values.put("sought", entry.sought());
        values.put("at", Timestamp.from(at));
        values.put("by", by);
        return values;
    }

    private static Object typed(int type, @Nullable Object value) {
        return new org.springframework.jdbc.core.SqlParameterValue(type, value);
    }
}

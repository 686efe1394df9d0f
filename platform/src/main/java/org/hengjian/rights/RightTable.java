package org.hengjian.rights;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hengjian.parties.SearchText;
import org.hengjian.rights.Registration.Facts;
import org.hengjian.screening.PriceBand;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code rights.registration} and its versions. */
@Repository
class RightTable {

    /** A version that was kept before there were models has none. */
    private static final String COLUMNS =
            """
            r.id, r.reference, r.kind, r.number, r.name, r.latin, r.aliases, r.nicknames,
            coalesce(r.models, '{}') as models, r.classes, r.goods, r.holder, r.holder_code, r.holder_agency, r.agent, r.status, r.valid_from, r.valid_to, r.details::text as details,
            r.category, r.generic, r.prices::text as prices, r.source, r.version, r.changed_at, r.changed_by
            """;
    private static final String SELECT = "select " + COLUMNS + " from rights.registration r ";
    private static final String BY_ID = SELECT + "where id = :id";
    private static final String BY_REFERENCE = SELECT + "where reference = :reference";
    private static final String BY_NUMBER = SELECT + "where kind = :kind and number = :number and number <> ''";
    private static final String IN_FORCE = SELECT
            + """
             where status in ('REGISTERED', 'UNVERIFIED')
               and (valid_from is null or valid_from <= :day)
               and (valid_to is null or valid_to >= :day)
             order by id
            """;
    private static final String FILTERED =
            """
             where grams @> parties.grams_sought(:q)
               and strpos(sought, :q) > 0
               and (:kind = '' or kind = :kind)
               and (:status = '' or status = :status)
               and (:niceClass = 0 or classes @> array[:niceClass])
               and (:source = '' or (:source = 'shipped') = (reference like 'ship:%'))
               and (:agency = 0 or holder_agency = :agency)
               and (:sellers is false or exists (select from rights.authorisation a
                                                  where a.registration_id = r.id
                                                    and a.from_day <= :day
                                                    and (a.to_day is null or a.to_day >= :day)
                                                    and (a.withdrawn_on is null or a.withdrawn_on > :day)))
            """;
    private static final String BY_NAME = SELECT + FILTERED
            + """
               and (sort_name, r.id) > (:afterKey, :afterId)
             order by sort_name, r.id
             limit :limit
            """;
    private static final String BY_END = SELECT + FILTERED
            + """
               and valid_to is not null
               and (valid_to, r.id) > (cast(:afterKey as date), :afterId)
             order by valid_to, r.id
             limit :limit
            """;
    private static final String BY_CHANGE = SELECT + FILTERED
            + """
               and (changed_at, r.id) < (cast(:afterKey as timestamptz), :afterId)
             order by changed_at desc, r.id desc
             limit :limit
            """;
    private static final String COUNT = "select count(*) from rights.registration r" + FILTERED;
    private static final String REFERENCES = "select reference from rights.registration where reference like 'ship:%'";
    private static final String ADD =
            """
            insert into rights.registration
                   (reference, kind, number, name, latin, aliases, nicknames, models, classes, goods, holder,
                    holder_code, holder_agency, agent, status, valid_from, valid_to, details, category, generic, prices, source,
                    changed_at, changed_by, sort_name, sought)
            values (:reference, :kind, :number, :name, :latin, :aliases, :nicknames, :models, :classes, :goods,
                    :holder, :holderCode, :holderAgency, :agent, :status, :validFrom, :validTo, :details::jsonb, :category,
                    :generic, :prices::jsonb, :source, :at, :by, :sortName, :sought)
            on conflict do nothing
            returning id
            """;
    private static final String CHANGE =
            """
            update rights.registration
               set kind = :kind,
                   number = :number,
                   name = :name,
                   latin = :latin,
                   aliases = :aliases,
                   nicknames = :nicknames,
                   models = :models,
                   classes = :classes,
                   goods = :goods,
                   holder = :holder,
                   holder_code = :holderCode,
                   holder_agency = :holderAgency,
                   agent = :agent,
                   status = :status,
                   valid_from = :validFrom,
                   valid_to = :validTo,
                   details = :details::jsonb,
                   category = :category,
                   generic = :generic,
                   prices = :prices::jsonb,
                   source = :source,
                   version = version + 1,
                   changed_at = :at,
                   changed_by = :by,
                   sort_name = :sortName,
                   sought = :sought
             where id = :id
               and version = :version
            """;
    private static final String KEEP_VERSION =
            """
            insert into rights.version
                   (registration_id, version, from_day, written_at, written_by, agency, reason, content)
            select id, version, :day, :at, :by, :agency, :reason,
                   to_jsonb(r) - array['grams', 'sought', 'sort_name']
              from rights.registration r
             where id = :id
            """;
    private static final String VERSIONS =
            """
            select v.version as kept, v.from_day, v.written_at, v.written_by, v.agency, v.reason,
            """ + COLUMNS
                    + """
                      from rights.version v
                     cross join lateral jsonb_populate_record(null::rights.registration, v.content) r
                     where v.registration_id = :id
                     order by v.version desc
                     limit 200
                    """;
    private static final String ON_DAY = "select " + COLUMNS
            + """
              from rights.version v
             cross join lateral jsonb_populate_record(null::rights.registration, v.content) r
             where v.registration_id = (select id from rights.registration where reference = :reference)
               and v.from_day <= :day
             order by v.version desc
             limit 1
            """;
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final TypeReference<List<PriceBand>> PRICES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RightTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In which order a list stands. */
    enum Order {
        NAME,
        END,
        CHANGE
    }

    /**
     * @param niceClass 0 for all
     * @param source    {@code shipped}, {@code register} or empty
     * @param agency    0 for all, else rows kept by that unit
     * @param sellers   only those with authorised sellers on the day
     */
    record Filter(
            String q,
            String kind,
            String status,
            int niceClass,
            String source,
            long agency,
            boolean sellers,
            LocalDate day) {}

    /** A version as it was written. */
    record Version(
            int version,
            LocalDate fromDay,
            Instant writtenAt,
            String writtenBy,
            String agency,
            String reason,
            Facts facts) {}

    Optional<Registration> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(this::registration).optional();
    }

    Optional<Registration> find(String reference) {
        return jdbc.sql(BY_REFERENCE)
                .param("reference", reference)
                .query(this::registration)
                .optional();
    }

    Optional<Registration> find(String kind, String number) {
        return jdbc.sql(BY_NUMBER)
                .param("kind", kind)
                .param("number", number)
                .query(this::registration)
                .optional();
    }

    List<Registration> inForce(LocalDate day) {
        return jdbc.sql(IN_FORCE).param("day", day).query(this::registration).list();
    }

    Optional<Registration> on(String reference, LocalDate day) {
        return jdbc.sql(ON_DAY)
                .param("reference", reference)
                .param("day", day)
                .query(this::registration)
                .optional();
    }

    List<Version> versions(long id) {
        return jdbc.sql(VERSIONS)
                .param("id", id)
                .query((row, number) -> new Version(
                        row.getInt("kept"),
                        row.getDate("from_day").toLocalDate(),
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("written_by"),
                        row.getString("agency"),
                        row.getString("reason"),
                        facts(row)))
                .list();
    }

    Set<String> shippedReferences() {
        return Set.copyOf(jdbc.sql(REFERENCES).query(String.class).list());
    }

    /** @param after sort key and id behind which the page begins; empty for the first */
    List<Registration> list(Filter filter, Order order, Optional<Map.Entry<String, Long>> after, int limit) {
        String sql =
                switch (order) {
                    case NAME -> BY_NAME;
                    case END -> BY_END;
                    case CHANGE -> BY_CHANGE;
                };
        String first =
                switch (order) {
                    case NAME -> "";
                    case END -> "-infinity";
                    case CHANGE -> "infinity";
                };
        return jdbc.sql(sql)
                .params(parameters(filter))
                .param("afterKey", after.map(Map.Entry::getKey).orElse(first))
                .param("afterId", after.map(Map.Entry::getValue).orElse(0L))
                .param("limit", limit)
                .query(this::registration)
                .list();
    }

    long count(Filter filter) {
        return jdbc.sql(COUNT).params(parameters(filter)).query(Long.class).single();
    }

    /** Empty where one with that reference or number is here already. */
    Optional<Long> add(String reference, Facts facts, Instant at, String by) {
        return jdbc.sql(ADD)
                .params(written(facts, at, by))
                .param("reference", reference)
                .query(Long.class)
                .optional();
    }

    /** Whether the row was still at that version. */
    boolean change(long id, int version, Facts facts, Instant at, String by) {
        return jdbc.sql(CHANGE)
                        .params(written(facts, at, by))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    void keepVersion(long id, LocalDate day, Instant at, String by, String agency, String reason) {
        jdbc.sql(KEEP_VERSION)
                .param("id", id)
                .param("day", day)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("agency", agency)
                .param("reason", reason)
                .update();
    }

    private static Map<String, Object> parameters(Filter filter) {
        return Map.of(
                "q", filter.q(),
                "kind", filter.kind(),
                "status", filter.status(),
                "niceClass", filter.niceClass(),
                "source", filter.source(),
                "agency", filter.agency(),
                "sellers", filter.sellers(),
                "day", filter.day());
    }

    private Map<String, Object> written(Facts facts, Instant at, String by) {
        var values = new HashMap<String, Object>();
        values.put("kind", facts.kind().name());
        values.put("number", facts.number());
        values.put("name", facts.name());
        values.put("latin", facts.latin().toArray(String[]::new));
        values.put("aliases", facts.aliases().toArray(String[]::new));
        values.put("nicknames", facts.nicknames().toArray(String[]::new));
        values.put("models", facts.models().toArray(String[]::new));
        values.put("classes", facts.classes().toArray(Integer[]::new));
        values.put("goods", facts.goods());
        values.put("holder", facts.holder());
        values.put("holderCode", facts.holderCode());
        values.put("holderAgency", new SqlParameterValue(Types.BIGINT, facts.holderAgency()));
        values.put("agent", facts.agent());
        values.put("status", facts.status().name());
        values.put("validFrom", new SqlParameterValue(Types.DATE, date(facts.validFrom())));
        values.put("validTo", new SqlParameterValue(Types.DATE, date(facts.validTo())));
        values.put("details", json.writeValueAsString(facts.kind().details()));
        values.put("category", facts.category());
        values.put("generic", facts.generic());
        values.put("prices", json.writeValueAsString(facts.prices()));
        values.put("source", facts.source());
        values.put("at", Timestamp.from(at));
        values.put("by", by);
        values.put("sortName", sortName(facts));
        values.put("sought", sought(facts));
        return values;
    }

    static String sortName(Facts facts) {
        String name = SearchText.sortName(facts.shown());
        return name.isEmpty() ? facts.shown() : name;
    }

    private static String sought(Facts facts) {
        var names = new ArrayList<String>();
        names.add(facts.name());
        names.addAll(facts.latin());
        names.addAll(facts.aliases());
        names.addAll(facts.nicknames());
        names.addAll(facts.models());
        names.add(facts.number());
        names.add(facts.holder());
        return SearchText.of(names);
    }

    private Registration registration(ResultSet row, int number) throws SQLException {
        return new Registration(
                row.getLong("id"),
                row.getString("reference"),
                facts(row),
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }

    private Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                Kind.of(row.getString("kind"), json.readValue(row.getString("details"), DETAILS)),
                row.getString("number"),
                row.getString("name"),
                texts(row.getArray("latin")),
                texts(row.getArray("aliases")),
                texts(row.getArray("nicknames")),
                texts(row.getArray("models")),
                new TreeSet<>(Arrays.asList((Integer[]) row.getArray("classes").getArray())),
                row.getString("goods"),
                row.getString("holder"),
                row.getString("holder_code"),
                row.getObject("holder_agency", Long.class),
                row.getString("agent"),
                Registration.Status.valueOf(row.getString("status")),
                day(row.getDate("valid_from")),
                day(row.getDate("valid_to")),
                row.getString("category"),
                row.getBoolean("generic"),
                json.readValue(row.getString("prices"), PRICES),
                row.getString("source"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}

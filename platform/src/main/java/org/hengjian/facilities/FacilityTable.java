package org.hengjian.facilities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code facilities.facility} with its versions. */
@Repository
class FacilityTable {

    private static final String COLUMNS =
            "facility_id, n, name, code, region, address, abilities, valid_from, valid_to, note, reason, at, person";
    private static final String FIND = "select " + COLUMNS + " from facilities.current where facility_id = :id";
    private static final String BY_CODE = "select " + COLUMNS + " from facilities.current where code = :code";
    private static final String LISTED = "select " + COLUMNS
            + """
              from facilities.current
             where (:words = '' or name like '%' || :words || '%' or address like '%' || :words || '%' or code = :words)
               and (:ability = '' or :ability = any (abilities))
               and (:on::date is null or :on::date between valid_from and valid_to)
             order by region, name, facility_id
             limit :most
            """;
    private static final String HISTORY =
            """
            select v.facility_id, v.n, v.name, f.code, v.region, v.address, v.abilities, v.valid_from, v.valid_to, v.note,
                   v.reason, v.at, v.person
              from facilities.version v
              join facilities.facility f on f.id = v.facility_id
             where v.facility_id = :id
             order by v.n desc
            """;
    private static final String ADD = "insert into facilities.facility (code) values (:code) returning id";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('facilities', 0))";
    private static final String ADD_VERSION =
            """
            insert into facilities.version (facility_id, n, name, region, address, abilities, valid_from, valid_to, note,
                   reason, at, person_id, person)
            values (:id, :n, :name, :region, :address, :abilities, :from, :until, :note, :reason, :at, :by, :person)
            """;

    private final JdbcClient jdbc;

    FacilityTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One writer after the other: the list is short and seldom changed. */
    void lock() {
        jdbc.sql(LOCK).query((_, _) -> true).single();
    }

    Optional<Facility> find(long id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> facility(row)).optional();
    }

    Optional<Facility> byCode(UnifiedSocialCreditCode code) {
        return jdbc.sql(BY_CODE).param("code", code.text()).query((row, _) -> facility(row)).optional();
    }

    /** @param on day on which they may be used; empty for any */
    List<Facility> listed(String words, String ability, Optional<LocalDate> on, int most) {
        return jdbc.sql(LISTED)
                .param("words", words)
                .param("ability", ability)
                .param("on", on.orElse(null), java.sql.Types.DATE)
                .param("most", most)
                .query((row, _) -> facility(row))
                .list();
    }

    /** Newest first. */
    List<Facility> history(long id) {
        return jdbc.sql(HISTORY).param("id", id).query((row, _) -> facility(row)).list();
    }

    long add(UnifiedSocialCreditCode code) {
        return jdbc.sql(ADD).param("code", code.text()).query(Long.class).single();
    }

    void addVersion(long id, int n, Facility.Facts facts, String reason, Viewer by, Instant at) {
        jdbc.sql(ADD_VERSION)
                .param("id", id)
                .param("n", n)
                .param("name", facts.name())
                .param("region", facts.region())
                .param("address", facts.address())
                .param("abilities", facts.methods().stream().map(Method::code).toArray(String[]::new))
                .param("from", facts.from())
                .param("until", facts.until())
                .param("note", facts.note())
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by.person())
                .param("person", by.name())
                .update();
    }

    private static Facility facility(ResultSet row) throws SQLException {
        var abilities = (String[]) row.getArray("abilities").getArray();
        return new Facility(
                row.getLong("facility_id"),
                row.getInt("n"),
                new Facility.Facts(
                        row.getString("name"),
                        new UnifiedSocialCreditCode(row.getString("code")),
                        row.getInt("region"),
                        row.getString("address"),
                        Arrays.stream(abilities).map(Method::named).toList(),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("note")),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                row.getString("person"));
    }
}

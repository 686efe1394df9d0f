package org.hengjian.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class SourceTable {

    private static final String COLUMNS = "select id, code, name, mapping, agency_id as agency, kind from intake.source";
    private static final String BY_ID = COLUMNS + " where id = :id";
    private static final String OWN = COLUMNS + " where agency_id = :agency order by name, id limit 1000";
    private static final String OWN_BY_CODE = COLUMNS + " where agency_id = :agency and code = :code";
    private static final String CALLED = COLUMNS + " where code = :said or name = :said order by id limit 2";
    private static final String INSERT =
            """
            insert into intake.source (code, name, kind, created_at, agency_id, line, region)
            values (:code, :name, :kind, :at, :agency, :line, :region)
            on conflict (agency_id, code) do nothing
            returning id
            """;
    private static final String REMEMBER =
            "update intake.source set mapping = cast(:mapping as jsonb), version = version + 1 where id = :id";
    private static final String OWNER = "select agency_id, line, region from intake.source where id = :id";
    private static final String LOCK = "select id from intake.source where id = :id for update";
    private static final String FIGURES =
            """
            select s.id, s.code, s.name, s.kind, s.agency_id as agency,
                   count(b.id) as batches, max(b.received_at) as latest,
                   coalesce(sum(b.received), 0) as received, coalesce(sum(b.accepted), 0) as accepted,
                   coalesce(sum(b.rejected), 0) as rejected, coalesce(sum(b.duplicates), 0) as duplicates,
                   (select count(*) from jsonb_object_keys(s.mapping)) as mapped
              from intake.source s
              left join intake.batch b on b.source_id = s.id
             group by s.id
             order by max(b.received_at) desc nulls last, s.id
             limit 500
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SourceTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A source with what came from it; {@code mapped} fields are remembered. */
    record Figures(
            long id,
            String code,
            String name,
            Source.Kind kind,
            long agency,
            long batches,
            @org.jspecify.annotations.Nullable Instant latest,
            long received,
            long accepted,
            long rejected,
            long duplicates,
            long mapped) {}

    /** Whose a row is. */
    record Owner(long agencyId, String line, int region) {}

    Optional<Source> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(this::source).optional();
    }

    List<Source> of(long agency) {
        return jdbc.sql(OWN).param("agency", agency).query(this::source).list();
    }

    Optional<Source> of(long agency, String code) {
        return jdbc.sql(OWN_BY_CODE)
                .param("agency", agency)
                .param("code", code)
                .query(this::source)
                .optional();
    }

    /** Sources of any agency with that code or name, two at most: only the machine sees others' sources. */
    List<Source> called(String said) {
        return jdbc.sql(CALLED).param("said", said).query(this::source).list();
    }

    List<Figures> figures() {
        return jdbc.sql(FIGURES).query(Figures.class).list();
    }

    /** @throws DuplicateKeyException if the agency has a source of that code */
    long add(String code, String name, Source.Kind kind, Instant at, Viewer owner) {
        return jdbc.sql(INSERT)
                .param("code", code)
                .param("name", name)
                .param("kind", kind.name())
                .param("at", Timestamp.from(at))
                .param("agency", owner.agency())
                .param("line", owner.line())
                .param("region", owner.region())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new DuplicateKeyException(code));
    }

    void remember(long id, Map<String, String> mapping) {
        jdbc.sql(REMEMBER)
                .param("id", id)
                .param("mapping", json.writeValueAsString(mapping))
                .update();
    }

    Owner owner(long id) {
        return jdbc.sql(OWNER).param("id", id).query(Owner.class).single();
    }

    /** Chunks of one source are taken one after the other, or two batches could both find an offer new. */
    void lock(long id) {
        jdbc.sql(LOCK).param("id", id).query(Long.class).single();
    }

    private Source source(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Source(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                json.readValue(row.getString("mapping"), new TypeReference<Map<String, String>>() {}),
                row.getLong("agency"),
                Source.Kind.valueOf(row.getString("kind")));
    }
}

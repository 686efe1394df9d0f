package org.hengjian.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class BatchTable {

    private static final String COLUMNS =
            """
            select b.id, b.source_id, s.name as source_name, s.kind, b.channel, b.file_name, b.file_bytes, b.file_hash, b.format,
                   b.headings, b.mapping, b.state, b.total, b.received, b.accepted, b.rejected, b.duplicates,
                   b.attempts, b.failure_zh, b.failure_en, b.person, b.received_at, b.started_at, b.ended_at,
                   b.agency_id, b.line, b.region
              from intake.batch b
              join intake.source s on s.id = b.source_id
            """;
    private static final String BY_ID = COLUMNS + " where b.id = :id";
    private static final String BY_KEY = COLUMNS + " where b.agency_id = :agency and b.idempotency_key = :key";
    private static final String LOCKED = COLUMNS + " where b.id = :id for update of b";
    private static final String LIST = COLUMNS
            + """
             where (cast(:source as bigint) is null or b.source_id = :source)
               and (cast(:state as text) is null or b.state = :state)
               and (cast(:text as text) is null or b.file_name ilike :text escape '!')
               and (cast(:before as bigint) is null or b.id < :before)
             order by b.id desc
             limit :size
            """;
    private static final String INSERT =
            """
            insert into intake.batch
                   (source_id, channel, file_name, file_bytes, file_hash, format, headings, mapping, state,
                    idempotency_key, inbox_path, person_id, person, received_at, agency_id, line, region)
            values (:source, :channel, :fileName, :fileBytes, :fileHash, :format, cast(:headings as text[]),
                    cast(:mapping as jsonb), :state, :key, :inboxPath, :personId, :person, :at, :agency, :line, :region)
            returning id
            """;
    private static final String WAITING =
            "select id from intake.batch where state in ('QUEUED', 'RUNNING') order by id limit 100";
    private static final String CONFIRM =
            """
            update intake.batch
               set state = 'QUEUED', mapping = cast(:mapping as jsonb), version = version + 1
             where id = :id
               and state = 'UPLOADED'
            """;
    private static final String WITHDRAW =
            """
            update intake.batch
               set state = 'WITHDRAWN', ended_at = :at, version = version + 1
             where id = :id
               and state = 'UPLOADED'
            """;
    private static final String AGAIN =
            """
            update intake.batch
               set state = 'QUEUED', attempts = 0, failure_zh = '', failure_en = '', ended_at = null,
                   version = version + 1
             where id = :id
               and state = 'FAILED'
            """;
    private static final String START =
            """
            update intake.batch
               set state = 'RUNNING', started_at = coalesce(started_at, :at), attempts = attempts + 1
             where id = :id
               and state in ('QUEUED', 'RUNNING')
            """;
    private static final String COUNTED = "update intake.batch set total = :total where id = :id";
    private static final String ADVANCE =
            """
            update intake.batch
               set received = received + :accepted + :rejected + :duplicates,
                   accepted = accepted + :accepted,
                   rejected = rejected + :rejected,
                   duplicates = duplicates + :duplicates,
                   attempts = 0
             where id = :id
            """;
    private static final String DONE = "update intake.batch set state = 'DONE', ended_at = :at where id = :id";
    private static final String FAIL =
            """
            update intake.batch
               set state = 'FAILED', ended_at = :at, failure_zh = :zh, failure_en = :en
             where id = :id
            """;
    private static final String OF_INBOX =
            """
            select id, inbox_path, state
              from intake.batch
             where inbox_path = any(cast(:paths as text[]))
             order by id
            """;
    private static final String LEFT_INBOX = "update intake.batch set inbox_path = null where id = :id";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BatchTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A file about to become a batch. */
    record Arrival(
            long source,
            Batch.Channel channel,
            String fileName,
            FileStore.Kept file,
            String format,
            List<String> headings,
            Map<String, String> mapping,
            Batch.State state,
            @Nullable String idempotencyKey,
            @Nullable String inboxPath) {}

    /** A file in the watched folder that is a batch already. */
    record InboxBatch(long id, String inboxPath, Batch.State state) {}

    /** Which batches are asked for; null or empty means any. */
    record Filter(@Nullable Long source, Batch.@Nullable State state, String text) {}

    Optional<Batch> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(this::batch).optional();
    }

    Optional<Batch> findByKey(long agency, String key) {
        return jdbc.sql(BY_KEY)
                .param("agency", agency)
                .param("key", key)
                .query(this::batch)
                .optional();
    }

    Optional<Batch> locked(long id) {
        return jdbc.sql(LOCKED).param("id", id).query(this::batch).optional();
    }

    Page<Batch> list(Filter filter, Optional<Cursor> after, int size) {
        var text = filter.text().isBlank()
                ? null
                : "%" + filter.text().strip().replaceAll("([!%_])", "!$1") + "%";
        var rows = jdbc.sql(LIST)
                .param("source", filter.source())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("text", text)
                .param("before", after.flatMap(BatchTable::id).orElse(null))
                .param("size", size + 1)
                .query(this::batch)
                .list();
        return Page.of(rows, size, batch -> Cursor.of(batch.id()));
    }

    /** Lists here go by id; a cursor that holds none begins at the start. */
    static Optional<Long> id(Cursor cursor) {
        try {
            return Optional.of(Long.valueOf(cursor.key(0)));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    long add(Arrival arrival, Instant at, Viewer person, SourceTable.Owner owner) {
        return jdbc.sql(INSERT)
                .param("source", arrival.source())
                .param("channel", arrival.channel().name())
                .param("fileName", arrival.fileName())
                .param("fileBytes", arrival.file().bytes())
                .param("fileHash", arrival.file().hash())
                .param("format", arrival.format())
                .param("headings", arrival.headings().toArray(String[]::new))
                .param("mapping", json.writeValueAsString(arrival.mapping()))
                .param("state", arrival.state().name())
                .param("key", arrival.idempotencyKey())
                .param("inboxPath", arrival.inboxPath())
                .param("personId", person.person())
                .param("person", person.name())
                .param("at", Timestamp.from(at))
                .param("agency", owner.agencyId())
                .param("line", owner.line())
                .param("region", owner.region())
                .query(Long.class)
                .single();
    }

    List<Long> waiting() {
        return jdbc.sql(WAITING).query(Long.class).list();
    }

    /** Whether it was still waiting for this. */
    boolean confirm(long id, Map<String, String> mapping) {
        return jdbc.sql(CONFIRM)
                        .param("id", id)
                        .param("mapping", json.writeValueAsString(mapping))
                        .update()
                == 1;
    }

    boolean withdraw(long id, Instant at) {
        return jdbc.sql(WITHDRAW)
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean again(long id) {
        return jdbc.sql(AGAIN).param("id", id).update() == 1;
    }

    boolean start(long id, Instant at) {
        return jdbc.sql(START).param("id", id).param("at", Timestamp.from(at)).update() == 1;
    }

    void counted(long id, long total) {
        jdbc.sql(COUNTED).param("id", id).param("total", total).update();
    }

    void advance(long id, long accepted, long rejected, long duplicates) {
        jdbc.sql(ADVANCE)
                .param("id", id)
                .param("accepted", accepted)
                .param("rejected", rejected)
                .param("duplicates", duplicates)
                .update();
    }

    void done(long id, Instant at) {
        jdbc.sql(DONE).param("id", id).param("at", Timestamp.from(at)).update();
    }

    void fail(long id, Instant at, String zh, String en) {
        jdbc.sql(FAIL)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("zh", zh)
                .param("en", en)
                .update();
    }

    List<InboxBatch> ofInbox(List<String> paths) {
        return jdbc.sql(OF_INBOX)
                .param("paths", paths.toArray(String[]::new))
                .query(InboxBatch.class)
                .list();
    }

    void leftInbox(long id) {
        jdbc.sql(LEFT_INBOX).param("id", id).update();
    }

    private Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getLong("id"),
                row.getLong("source_id"),
                row.getString("source_name"),
                Source.Kind.valueOf(row.getString("kind")),
                Batch.Channel.valueOf(row.getString("channel")),
                row.getString("file_name"),
                row.getLong("file_bytes"),
                row.getString("file_hash"),
                row.getString("format"),
                List.of((String[]) row.getArray("headings").getArray()),
                json.readValue(row.getString("mapping"), new TypeReference<Map<String, String>>() {}),
                Batch.State.valueOf(row.getString("state")),
                row.getObject("total", Long.class),
                row.getLong("received"),
                row.getLong("accepted"),
                row.getLong("rejected"),
                row.getLong("duplicates"),
                row.getInt("attempts"),
                row.getString("failure_zh"),
                row.getString("failure_en"),
                row.getString("person"),
                row.getTimestamp("received_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getLong("agency_id"),
                row.getString("line"),
                row.getInt("region"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

package org.hengjian.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.hengjian.claims.Wording.Content;
import org.hengjian.claims.Wording.Decided;
import org.hengjian.claims.Wording.State;
import org.hengjian.screening.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** {@code claims.wording}. */
@Repository
class WordingTable {

    private static final String SELECT =
            """
            select id, words, language, switches_off, kind, weight, topic, unless, from_day, to_day, source, note, state,
                   replaces, version, writer_id, writer, written_at, trial::text as trial, tried_at, decided_by,
                   decided_at, decided_why
              from claims.wording
            """;
    private static final String BY_ID = SELECT + " where id = :id";
    private static final String PUBLISHED = SELECT + " where state = 'PUBLISHED' order by id";
    private static final String OF_WORDS =
            SELECT + " where state = 'PUBLISHED' and words = :words and language = :language";
    private static final String DRAFTS =
            SELECT + " where state = 'DRAFT' and words = :words and language = :language order by id";
    private static final String LIST = SELECT
            + """
             where (:state = '' or state = :state)
               and (:kind = '' or kind = :kind)
               and (:q = '' or strpos(lower(words || ' ' || topic || ' ' || source), lower(:q)) > 0)
               and (:after = 0 or id < :after)
             order by id desc
             limit :limit
            """;
    private static final String ADD =
            """
            insert into claims.wording
                   (words, language, switches_off, kind, weight, topic, unless, from_day, to_day, source, note, replaces,
                    writer_id, writer, written_at)
            values (:words, :language, :off, :kind, :weight, :topic, :unless, :from, :to, :source, :note, :replaces,
                    :writerId, :writer, :at)
            returning id
            """;
    // Other words are another draft: what was tried is no longer what stands there.
    private static final String CHANGE =
            """
            update claims.wording
               set words = :words,
                   language = :language,
                   switches_off = :off,
                   kind = :kind,
                   weight = :weight,
                   topic = :topic,
                   unless = :unless,
                   from_day = :from,
                   to_day = :to,
                   source = :source,
                   note = :note,
                   version = version + 1,
                   writer_id = :writerId,
                   writer = :writer,
                   written_at = :at,
                   trial = null,
                   tried_at = null
             where id = :id
               and version = :version
               and state = 'DRAFT'
            """;
    private static final String TRY =
            """
            update claims.wording
               set trial = cast(:trial as jsonb),
                   tried_at = :at
             where id = :id
               and version = :version
               and state = 'DRAFT'
            """;
    private static final String DECIDE =
            """
            update claims.wording
               set state = :to,
                   version = version + 1,
                   decided_by = :by,
                   decided_at = :at,
                   decided_why = :why
             where id = :id
               and version = :version
               and state = :from
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WordingTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Wording> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(this::wording).optional();
    }

    List<Wording> published() {
        return jdbc.sql(PUBLISHED).query(this::wording).list();
    }

    Optional<Wording> published(String words, String language) {
        return jdbc.sql(OF_WORDS)
                .param("words", words)
                .param("language", language)
                .query(this::wording)
                .optional();
    }

    List<Wording> drafts(String words, String language) {
        return jdbc.sql(DRAFTS)
                .param("words", words)
                .param("language", language)
                .query(this::wording)
                .list();
    }

    /** @param after id behind which the page begins, 0 for the first */
    List<Wording> list(String q, String kind, String state, long after, int limit) {
        return jdbc.sql(LIST)
                .param("q", q)
                .param("kind", kind)
                .param("state", state)
                .param("after", after)
                .param("limit", limit)
                .query(this::wording)
                .list();
    }

    long add(Content content, @Nullable Long replaces, Viewer writer, Instant at) {
        return said(jdbc.sql(ADD), content, writer, at)
                .param("replaces", replaces, Types.BIGINT)
                .query(Long.class)
                .single();
    }

    boolean change(long id, int version, Content content, Viewer writer, Instant at) {
        return said(jdbc.sql(CHANGE), content, writer, at)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean tried(long id, int version, Trial trial, Instant at) {
        return jdbc.sql(TRY)
                        .param("id", id)
                        .param("version", version)
                        .param("trial", json.writeValueAsString(trial))
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean decide(long id, int version, State from, State to, String by, Instant at, String why) {
        return jdbc.sql(DECIDE)
                        .param("id", id)
                        .param("version", version)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("why", why)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec said(
            JdbcClient.StatementSpec sql, Content content, Viewer writer, Instant at) {
        return sql.param("words", content.words())
                .param("language", content.language())
                .param("off", content.switchesOff())
                .param("kind", content.kind().code())
                .param("weight", content.weight())
                .param("topic", content.topic())
                .param("unless", content.unless().toArray(String[]::new))
                .param("from", content.fromDay())
                .param("to", content.toDay(), Types.DATE)
                .param("source", content.source())
                .param("note", content.note())
                .param("writerId", writer.person())
                .param("writer", writer.name())
                .param("at", Timestamp.from(at));
    }

    private Wording wording(ResultSet row, int number) throws SQLException {
        String trial = row.getString("trial");
        Timestamp tried = row.getTimestamp("tried_at");
        Timestamp decided = row.getTimestamp("decided_at");
        return new Wording(
                row.getLong("id"),
                State.valueOf(row.getString("state")),
                new Content(
                        row.getString("words"),
                        row.getString("language"),
                        row.getBoolean("switches_off"),
                        Kind.of(row.getString("kind")),
                        row.getDouble("weight"),
                        row.getString("topic"),
                        List.of((String[]) row.getArray("unless").getArray()),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("source"),
                        row.getString("note")),
                row.getObject("replaces", Long.class),
                row.getInt("version"),
                row.getLong("writer_id"),
                row.getString("writer"),
                row.getTimestamp("written_at").toInstant(),
                trial == null ? null : json.readValue(trial, Trial.class),
                tried == null ? null : tried.toInstant(),
                decided == null
                        ? null
                        : new Decided(row.getString("decided_by"), decided.toInstant(), row.getString("decided_why")));
    }
}

package org.hengjian.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Requests that carry a key: coming twice, they are done once and answered alike. Kept in {@code answered_request} of the
 * room's schema, whose rows are the person's own.
 */
public final class KeyedRequests {

    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtextextended(:key, :person))";
    private static final String ANSWERED =
            """
            select %2$s as subject, request, at
              from %1$s.answered_request
             where person_id = :person
               and key = :key
            """;
    private static final String ANSWER =
            """
            insert into %1$s.answered_request (person_id, key, request, %2$s, at)
            values (:person, :key, :request, :subject, :at)
            """;

    private final JdbcClient jdbc;
    private final String answered;
    private final String answer;

    /**
     * @param schema        of the room, a constant of its code
     * @param subjectColumn which holds what a request was about, a constant too
     */
    public KeyedRequests(JdbcClient jdbc, String schema, String subjectColumn) {
        this.jdbc = jdbc;
        this.answered = ANSWERED.formatted(schema, subjectColumn);
        this.answer = ANSWER.formatted(schema, subjectColumn);
    }

    /** What came of a request. @param subject id of the thing that it was about */
    public record Answered(long subject, byte[] request, Instant at) {

        /** Whether the same was asked. */
        public boolean is(String asked) {
            return MessageDigest.isEqual(request, sha256(asked));
        }
    }

    /** In the transaction of the work: two requests under one key come one after the other. */
    public Optional<Answered> answered(long person, String key) {
        jdbc.sql(ONE_BY_ONE).param("key", key).param("person", person).query((_, _) -> true).single();
        return jdbc.sql(answered)
                .param("person", person)
                .param("key", key)
                .query((row, _) -> new Answered(
                        row.getLong("subject"), row.getBytes("request"), row.getTimestamp("at").toInstant()))
                .optional();
    }

    public void answer(long person, String key, String request, long subject, Instant at) {
        jdbc.sql(answer)
                .param("person", person)
                .param("key", key)
                .param("request", sha256(request))
                .param("subject", subject)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

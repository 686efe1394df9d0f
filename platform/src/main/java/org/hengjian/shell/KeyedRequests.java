package org.hengjian.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.hengjian.access.LastWrites;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Requests that carry a key: coming twice, they are done once and answered alike. Kept in {@code answered_request} of the
 * room's schema, whose rows are the person's own.
 */
public final class KeyedRequests {

    // Two statements in one message: the second sees what was committed while the first waited.
    private static final String ANSWERED =
            """
            select pg_advisory_xact_lock(hashtextextended(?, ?));
            select %2$s as subject, request, at
              from %1$s.answered_request
             where key = ?
               and person_id = ?
            """;
    private static final String ANSWER = "insert into %1$s.answered_request (person_id, key, request, %2$s, at) values (?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final String answered;
    private final String answer;

    /**
     * @param schema        of the room, a constant of its code
     * @param subjectColumn which holds what a request was about, a constant too
     */
    public KeyedRequests(JdbcTemplate jdbc, String schema, String subjectColumn) {
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
        return jdbc.execute(answered, (PreparedStatement statement) -> {
            statement.setString(1, key);
            statement.setLong(2, person);
            statement.setString(3, key);
            statement.setLong(4, person);
            statement.execute();
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                return rows.next()
                        ? Optional.of(new Answered(
                                rows.getLong("subject"), rows.getBytes("request"), rows.getTimestamp("at").toInstant()))
                        : Optional.empty();
            }
        });
    }

    /** Written with the commit of the work. */
    public void answer(long person, String key, String request, long subject, Instant at) {
        LastWrites.add(answer, person, key, sha256(request), subject, Timestamp.from(at));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

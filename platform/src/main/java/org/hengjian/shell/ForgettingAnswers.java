package org.hengjian.shell;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.Period;
import org.hengjian.time.DayHasPassed;
import org.hengjian.time.PlatformTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Forgets the answers to {@linkplain KeyedRequests keyed requests} of every room once nobody sends the request again: what was
 * done stands in its own place and in the log, the answer under the key only serves a repetition.
 */
@Component
class ForgettingAnswers {

    private static final String ROOMS =
            """
            select quote_ident(n.nspname)
              from pg_proc p
              join pg_namespace n on n.oid = p.pronamespace
             where p.proname = 'forget_answers'
             order by n.nspname
            """;

    private final JdbcClient jdbc;
    private final Period kept;

    /** @param kept how long a request may be repeated; a choice of operation, no legal number */
    ForgettingAnswers(JdbcClient jdbc, @Value("${hengjian.requests.answers-kept:P30D}") Period kept) {
        if (kept.isZero() || kept.isNegative()) {
            throw new IllegalArgumentException("hengjian.requests.answers-kept must be a time to come, for example P30D: " + kept);
        }
        this.jdbc = jdbc;
        this.kept = kept;
    }

    @ApplicationModuleListener
    void on(DayHasPassed event) {
        forget(event.day());
    }

    /** @return how many, of all rooms */
    long forget(LocalDate day) {
        var before = Timestamp.from(day.minus(kept).atStartOfDay(PlatformTime.ZONE).toInstant());
        return jdbc.sql(ROOMS).query(String.class).list().stream()
                .mapToLong(room -> jdbc.sql("select " + room + ".forget_answers(:before)")
                        .param("before", before)
                        .query(Long.class)
                        .single())
                .sum();
    }
}

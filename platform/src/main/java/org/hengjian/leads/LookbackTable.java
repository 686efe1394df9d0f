package org.hengjian.leads;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code leads.lookback}. */
@Component
class LookbackTable {

    private static final String ASK =
            "insert into leads.lookback (reference, asked_at) values (:reference, :at) on conflict do nothing";
    private static final String OPEN = "select reference from leads.lookback where ended_at is null order by reference";
    private static final String FIND =
            """
            select reference, last, after from leads.lookback
             where reference = :reference and ended_at is null
            """;
    private static final String BEGIN =
            """
            update leads.lookback
               set last = (select coalesce(max(id), 0) from leads.offer_picture)
             where reference = :reference and last is null
            """;
    private static final String MOVE =
            """
            update leads.lookback set after = :to, found = found + :found
             where reference = :reference and after = :from and ended_at is null
            """;
    private static final String END =
            "update leads.lookback set ended_at = :at where reference = :reference and ended_at is null";

    private final JdbcClient jdbc;

    LookbackTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param last picture to compare; null while it is not begun. @param after the last one that is compared */
    record Progress(long reference, @Nullable Long last, long after) {}

    /** Told twice it is one search. */
    void ask(long reference, Instant at) {
        jdbc.sql(ASK).param("reference", reference).param("at", Timestamp.from(at)).update();
    }

    List<Long> open() {
        return jdbc.sql(OPEN).query(Long.class).list();
    }

    /** Empty where it has ended. */
    Optional<Progress> find(long reference) {
        return jdbc.sql(FIND).param("reference", reference).query(Progress.class).optional();
    }

    void begin(long reference) {
        jdbc.sql(BEGIN).param("reference", reference).update();
    }

    /** False where another has moved it. */
    boolean move(Progress from, long to, int found) {
        return jdbc.sql(MOVE)
                        .param("reference", from.reference())
                        .param("from", from.after())
                        .param("to", to)
                        .param("found", found)
                        .update()
                == 1;
    }

    void end(long reference, Instant at) {
        jdbc.sql(END).param("reference", reference).param("at", Timestamp.from(at)).update();
    }
}

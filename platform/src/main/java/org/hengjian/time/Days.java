package org.hengjian.time;

import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Passes the days: each once, in order, remembered in the database before anyone hears of it. */
@Component
public class Days {

    private static final String STATE = "select passed, shift_ms from time.passage for update";
    private static final String FOUND =
            "insert into time.passage (passed, shift_ms) values (:passed, :shift) on conflict do nothing";
    private static final String PASS = "update time.passage set passed = :passed";
    private static final String SHIFT = "update time.passage set shift_ms = :shift";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final Viewers viewers;

    Days(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            BusinessClock clock,
            Viewers viewers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.viewers = viewers;
    }

    private record Passage(LocalDate passed, long shiftMs) {}

    @PostConstruct
    void resume() {
        clock.shiftBy(Duration.ofMillis(transaction.execute(_ -> {
            jdbc.sql(FOUND)
                    .param("passed", LocalDate.now(clock).minusDays(1))
                    .param("shift", 0L)
                    .update();
            return passage().shiftMs();
        })));
    }

    /** Catches up with the clock; a day is over at midnight in Beijing. */
    @Scheduled(cron = "0/20 * * * * *")
    public void passDue() {
        viewers.as(Viewer.machine(), () -> {
            while (passOne()) {
                // Each day is a transaction of its own: a crash resumes at the next.
            }
        });
    }

    /**
     * Sets the business clock; everything that falls due between fires in order. Going back moves the clock only:
     * what has happened has happened.
     */
    public void travelTo(ZonedDateTime moment) {
        travelBy(Duration.between(clock.realInstant(), moment.toInstant()));
    }

    private void travelBy(Duration shift) {
        transaction.executeWithoutResult(_ -> {
            passage();
            jdbc.sql(SHIFT).param("shift", shift.toMillis()).update();
        });
        clock.shiftBy(shift);
        passDue();
    }

    /** Lets the business clock show real time again. */
    public void returnToReality() {
        travelBy(Duration.ZERO);
    }

    /** Where the clock stands. */
    public ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    public boolean isSimulated() {
        return !clock.shift().isZero();
    }

    private boolean passOne() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            LocalDate next = passage().passed().plusDays(1);
            if (!next.isBefore(LocalDate.now(clock))) {
                return false;
            }
            jdbc.sql(PASS).param("passed", next).update();
            events.publishEvent(new DayHasPassed(next));
            return true;
        }));
    }

    private Passage passage() {
        Optional<Passage> passage = jdbc.sql(STATE).query(Passage.class).optional();
        return passage.orElseThrow(() -> new IllegalStateException("time has not begun: Days.resume was not called"));
    }
}

package org.hengjian.intake;

import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the waiting batches to two readers. What waits stands in the database, so it is found again after a crash; a
 * lock of the database's session keeps two processes from reading the same batch, and falls with the process.
 */
@Component
class BatchQueue {

    private static final Logger LOG = LoggerFactory.getLogger(BatchQueue.class);
    private static final int READERS = 2;
    static final int LOCK_CLASS = 0x1A7A4E;
    private static final long STOP_SECONDS = 20;

    private final BatchTable batches;
    private final BatchReading reading;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final Viewers viewers;
    private final ExecutorService readers =
            Executors.newFixedThreadPool(READERS, Thread.ofPlatform().name("intake-", 1).factory());
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    BatchQueue(
            BatchTable batches,
            BatchReading reading,
            DataSource dataSource,
            TransactionTemplate transaction,
            Viewers viewers) {
        this.batches = batches;
        this.reading = reading;
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.viewers = viewers;
    }

    /** Something was put into the queue: look at once rather than at the next turn. */
    void wake() {
        if (!stopping) {
            readers.execute(this::look);
        }
    }

    @Scheduled(fixedDelay = 3, initialDelay = 2, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (stopping) {
            return;
        }
        List<Long> waiting = viewers.as(
                Viewer.machine(), () -> Objects.requireNonNull(transaction.execute(_ -> batches.waiting())));
        for (long id : waiting) {
            if (!stopping && inHand.add(id)) {
                readers.execute(() -> {
                    try {
                        read(id);
                    } finally {
                        inHand.remove(id);
                    }
                });
            }
        }
    }

    private void read(long id) {
        try (var connection = dataSource.getConnection();
                var take = connection.prepareStatement("select pg_try_advisory_lock(?, ?)");
                var give = connection.prepareStatement("select pg_advisory_unlock(?, ?)")) {
            take.setInt(1, LOCK_CLASS);
            take.setInt(2, (int) id);
            try (var answer = take.executeQuery()) {
                answer.next();
                if (!answer.getBoolean(1)) {
                    return;
                }
            }
            try {
                reading.read(id, () -> stopping);
            } finally {
                give.setInt(1, LOCK_CLASS);
                give.setInt(2, (int) id);
                give.execute();
            }
        } catch (SQLException | org.springframework.dao.DataAccessException | java.io.UncheckedIOException failure) {
            // It stays in the queue: the next look tries again, and gives up after some attempts.
            LOG.warn("batch {} stopped and will be tried again", id, failure);
        }
    }

    /** The chunk in hand is finished; the rest is found again at the next start. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        readers.shutdown();
        if (!readers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            readers.shutdownNow();
        }
    }
}

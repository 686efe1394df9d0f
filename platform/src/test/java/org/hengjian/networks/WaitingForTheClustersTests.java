package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.parties.Shop.Sighting;
import org.hengjian.parties.Shops;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** While one keeps the clusters, those who wait for them hold up no other room, and are heard afterwards. */
@OnThePlatform
class WaitingForTheClustersTests {

    private static final int MORE_THAN_THREADS = 12;
    private static final int PATIENCE_SECONDS = 60;

    @Autowired
    SqlShelf shelf;

    @Autowired
    Shops shops;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("applicationTaskExecutor")
    AsyncTaskExecutor shared;

    @Test
    void the_threads_of_all_rooms_stay_free_while_the_clusters_are_taken() throws Exception {
        var taken = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        var keeping = CompletableFuture.runAsync(() -> viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> {
            shelf.alone();
            taken.countDown();
            await(enough);
        })));
        await(taken);
        List<String> arrived;
        try {
            arrived = java.util.stream.IntStream.range(0, MORE_THAN_THREADS)
                    .mapToObj(n -> "shop-" + persons.as("shen.zhiyao", () -> shops.seen(
                            new Sighting("集市庚", "waiting-" + n, "等候小铺" + n, "", 330106, "")).id()))
                    .toList();

            assertThat(shared.submit(() -> "screened").get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("screened");
            assertThat(kept(arrived)).isZero();
        } finally {
            enough.countDown();
            keeping.join();
        }
        for (int tries = 0; kept(arrived) < MORE_THAN_THREADS && tries < PATIENCE_SECONDS * 10; tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(kept(arrived)).isEqualTo(MORE_THAN_THREADS);
    }

    private int kept(List<String> keys) {
        return viewers.as(Viewer.machine(), () -> java.util.Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        "select count(*) from networks.record where key in (:keys)")
                .param("keys", keys)
                .query(Integer.class)
                .single())));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.hengjian.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.hengjian.access.RegionSpan;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseWork;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The day passes while somebody is at work on the duty: the entry waits for the step, and says what the step left. */
@OnThePlatform
class EnteringWhatWasMissedTests {

    private static final String WAITING =
            """
            select count(*)
              from pg_stat_activity
             where wait_event_type = 'Lock'
               and query like '%into duties.missed%'
            """;

    @Autowired
    DutyTable table;

    @Autowired
    Duties duties;

    @Autowired
    CaseWork cases;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void who_takes_over_meanwhile_has_it_in_the_own_ledger() {
        long id = cases.proposedId();
        var heir = persons.viewer("lu.wendi");
        var running = running(id);
        meanwhile(id, running.getFirst().dueOn(), "owners = array[cast(:value as bigint)]", heir.person());

        var own = new DutyTable.Filter("", "", "", "", 0, heir.person(), RegionSpan.COUNTRY, true);
        assertThat(persons.as("lu.wendi", () -> table.rows(own, cases.today(), 10_000)))
                .extracting(DutyTable.Shown::id)
                .contains(running.getFirst().id());
    }

    @Test
    void what_is_moved_meanwhile_is_not_entered() {
        long id = cases.proposedId();
        var running = running(id);
        meanwhile(id, running.getFirst().dueOn(), "due_on = due_on + cast(:value as integer)", 30);

        assertThat(persons.as("shen.zhiyao", () -> table.timesMissed(running.getFirst().id()))).isEmpty();
    }

    /** Enters what was missed until that day while a change of the case's duties is not yet committed. */
    private void meanwhile(long id, LocalDate day, String change, long value) {
        var changed = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var step = CompletableFuture.runAsync(() -> viewers.as(
                Viewer.machine(),
                () -> transaction.executeWithoutResult(_ -> {
                    jdbc.sql("update duties.duty set " + change + " where object = 'case' and object_id = :id and done_on is null")
                            .param("value", value)
                            .param("id", id)
                            .update();
                    changed.countDown();
                    patiently(commit);
                })), Thread::startVirtualThread);
        patiently(changed);
        var night = CompletableFuture.runAsync(() -> viewers.as(Viewer.machine(), () -> duties.enterMissed(day)), Thread::startVirtualThread);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> night.isDone() || jdbc.sql(WAITING).query(Integer.class).single() > 0);
            assertThat(night).isNotDone();
        } finally {
            commit.countDown();
        }
        step.join();
        night.join();
    }

    private java.util.List<DutyTable.Shown> running(long id) {
        var filter = new DutyTable.Filter("", "case", "", "", 0, 0, RegionSpan.COUNTRY, false);
        return persons.as("shen.zhiyao", () -> table.rows(filter, cases.today(), 10_000)).stream()
                .filter(row -> row.objectId() == id)
                .toList();
    }

    private static void patiently(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

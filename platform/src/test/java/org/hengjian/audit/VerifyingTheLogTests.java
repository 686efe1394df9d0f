package org.hengjian.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hengjian.audit.Verification.Kind;
import org.hengjian.postgres.DataFolder;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Someone with the owner's password alters the log; the verification says what they did. Each test undoes its harm. */
@OnThePlatform
class VerifyingTheLogTests {

    @Autowired
    Audit audit;

    @Autowired
    Sealer sealer;

    @Autowired
    Persons persons;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DatabaseAddress address;

    @Autowired
    DataFolder folder;

    private long first;

    @BeforeEach
    void some_deeds_are_in_the_chain() throws SQLException {
        persons.as("shen.zhiyao", () -> {
            for (int i = 0; i < 5; i++) {
                int number = i;
                transaction.executeWithoutResult(
                        _ -> audit.enter(Deed.of("leads.verify", "lead", "X-2026-" + number)));
            }
        });
        sealAllOfThem();
        first = number("select max(id) - 4 from audit.entry where deed = 'leads.verify'");
    }

    @Test
    void an_untouched_log_is_sound() throws SQLException {
        assertThat(verify().faults()).isEmpty();
    }

    @Test
    void a_changed_row_is_named() throws SQLException {
        execute("update audit.entry set reason = 'never happened' where id = " + first);

        assertThat(verify().faults()).anySatisfy(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.CHANGED);
            assertThat(fault.entry()).isEqualTo(first);
        });

        execute("update audit.entry set reason = '' where id = " + first);
        assertThat(verify().faults()).isEmpty();
    }

    @Test
    void a_removed_row_is_named() throws SQLException {
        long sequence = number("select sequence from audit.link where entry_id = " + first);
        execute("create table audit.hidden as select * from audit.link where sequence = " + sequence,
                "delete from audit.link where sequence = " + sequence);

        assertThat(verify().faults()).anySatisfy(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.REMOVED);
            assertThat(fault.sequence()).isEqualTo(sequence);
        });

        execute("insert into audit.link select * from audit.hidden", "drop table audit.hidden");
        assertThat(verify().faults()).isEmpty();
    }

    @Test
    void rows_in_another_order_are_named() throws SQLException {
        long one = number("select sequence from audit.link where entry_id = " + first);
        execute(swap(one));

        assertThat(verify().faults()).extracting(Verification.Fault::kind).contains(Kind.REORDERED);

        execute(swap(one));
        assertThat(verify().faults()).isEmpty();
    }

    @Test
    void a_cut_end_is_noticed_by_the_anchor_outside_the_database() throws SQLException {
        long last = number("select max(sequence) from audit.link");
        execute("create table audit.hidden as select * from audit.link where sequence = " + last,
                "delete from audit.link where sequence = " + last);

        var result = verify();
        assertThat(result.faults()).anySatisfy(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.REMOVED);
            assertThat(fault.detail()).contains("anchor");
        });

        execute("insert into audit.link select * from audit.hidden on conflict do nothing", "drop table audit.hidden");
    }

    @Test
    void many_writers_at_once_lose_no_entry_and_need_not_wait_for_each_other() throws Exception {
        long before = number("select count(*) from audit.entry where object = 'race'");
        try (var pool = Executors.newFixedThreadPool(8)) {
            var writers = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(writer -> () -> {
                        persons.as("shen.zhiyao", () -> IntStream.range(0, 25)
                                .forEach(i -> transaction.executeWithoutResult(
                                        _ -> audit.enter(Deed.of("leads.verify", "race", writer + "-" + i)))));
                        return true;
                    })
                    .toList();
            for (var done : pool.invokeAll(writers)) {
                assertThat(done.get()).isTrue();
            }
        }
        sealAllOfThem();

        assertThat(number("select count(*) from audit.entry where object = 'race'")).isEqualTo(before + 200);
        assertThat(verify().faults()).isEmpty();
        assertThat(number("select count(*) from audit.entry e join audit.link l on l.entry_id = e.id where object = 'race'"))
                .isEqualTo(before + 200);
    }

    private static String swap(long sequence) {
        return """
               with pair as (select sequence, entry_id, hash from audit.link where sequence in (%1$d, %1$d + 1)),
                    gone as (delete from audit.link where sequence in (%1$d, %1$d + 1) returning 1)
               insert into audit.link (sequence, entry_id, hash)
               select case sequence when %1$d then %1$d + 1 else %1$d end, entry_id, hash
                 from pair, (select count(*) from gone) done
               """
                .formatted(sequence);
    }

    /** Entries of transactions still running elsewhere hold the seal back for a moment: asked until all are linked. */
    private void sealAllOfThem() throws SQLException {
        do {
            sealer.sealAll();
        } while (number("select count(*) from audit.entry e where not exists (select from audit.link l where l.entry_id = e.id)")
                > 0);
    }

    private Verification.Result verify() throws SQLException {
        try (var connection = owner()) {
            return new Verification(Path.of(folder.path().toString(), "audit-anchors.log")).verify(connection);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set constraints all deferred");
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                address.url(), address.owner().role(), address.owner().password());
    }
}

package org.hengjian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.audit.Entry;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes to the database with the commit stands or falls with its transaction. */
@OnThePlatform
class WritingWithTheCommitTests {

    private static final String WHO = "shen.zhiyao";
    private static final String KEEP =
            "insert into cases.answered_request (person_id, key, request, case_id, at) values (?, ?, '\\x00', 1, now())";

    @Autowired
    Audit audit;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    private final String thing = UUID.randomUUID().toString();

    @Test
    void many_stand_in_their_order() {
        in(_ -> IntStream.range(0, 20).forEach(n -> enter("tests.step" + n)));
        assertThat(entered().reversed())
                .isEqualTo(IntStream.range(0, 20).mapToObj(n -> "tests.step" + n).toList());
    }

    @Test
    void a_manager_that_leaves_them_out_does_not_do_so_in_silence() {
        var other = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        assertThatThrownBy(() -> other.executeWithoutResult(_ -> LastWrites.add(KEEP, 1L, thing)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("1 last writes were left out of the commit");
    }

    @Test
    void one_that_is_wrong_undoes_the_transaction() {
        long person = persons.viewer(WHO).person();
        assertThatThrownBy(() -> in(_ -> {
                    jdbc.sql(KEEP).param(person).param(thing).update();
                    enter("tests.right");
                    LastWrites.add(KEEP, person, ""); // no key: refused by the table
                }))
                .isInstanceOf(DataIntegrityViolationException.class)
                .rootCause()
                .hasMessageContaining("answered_request_key_check");
        assertThat(kept()).isZero();
        assertThat(entered()).isEmpty();
    }

    @Test
    void what_another_may_not_write_is_refused_with_the_commit() {
        long another = persons.viewer("jiang.lin").person();
        assertThatThrownBy(() -> in(_ -> {
                    enter("tests.right");
                    LastWrites.add(KEEP, another, thing);
                }))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(entered()).isEmpty();
    }

    @Test
    void nothing_is_written_of_what_is_undone_and_what_stands_alone_stands() {
        in(status -> {
            enter("tests.undone");
            audit.enterAlone(Deed.of("tests.alone", "test", thing));
            status.setRollbackOnly();
        });
        assertThat(entered()).containsExactly("tests.alone");
    }

    @Test
    void there_is_no_writing_outside_a_transaction() {
        assertThatThrownBy(() -> LastWrites.add(KEEP, 1L, thing)).isInstanceOf(IllegalStateException.class);
    }

    private void enter(String verb) {
        audit.enter(Deed.of(verb, "test", thing));
    }

    private void in(Consumer<TransactionStatus> work) {
        viewers.as(persons.viewer(WHO), () -> transaction.executeWithoutResult(work));
    }

    private List<String> entered() {
        return viewers.as(persons.viewer(WHO), () -> audit.of("test", thing)).stream().map(Entry::deed).toList();
    }

    private long kept() {
        return viewers.as(persons.viewer(WHO), () -> java.util.Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        "select count(*) from cases.answered_request where key = ?")
                .param(thing)
                .query(Long.class)
                .single())));
    }
}

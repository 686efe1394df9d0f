package org.hengjian.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hengjian.access.Forbidden;
import org.hengjian.audit.Audit;
import org.hengjian.cases.CaseWork;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Seized = custody + sampled + returned + transferred + destroyed + disposed, whatever anybody does. */
@OnThePlatform
class KeepingTheBalanceTests {

    @Autowired
    Goods goods;

    @Autowired
    GoodsWork work;

    @Autowired
    CaseWork cases;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DatabaseAddress address;

    @Test
    void each_movement_leaves_one_account_and_enters_another() {
        var item = work.item("430");
        item = work.move(item, Move.SAMPLE, "6");
        item = work.move(item, Move.RETURN, "24");
        item = work.move(item, Move.TRANSFER, "100");
        item = work.move(item, Move.TAKE_BACK, "1");
        item = work.move(item, Move.COUNT_LESS, "1");

        assertThat(item.balance()).isEqualTo(new Balance(6, 429, 300, 5, 24, 100, 0, 0));
        var seen = item;
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.movements(seen)))
                .extracting(Movement::kind)
                .containsExactly(
                        Move.COUNT_LESS, Move.TAKE_BACK, Move.TRANSFER, Move.RETURN, Move.SAMPLE, Move.REGISTER);
        assertThat(persons.as(GoodsWork.OFFICER, () -> audit.of("goods", seen.code())))
                .extracting(entry -> entry.deed())
                .containsExactly(
                        "goods.count-less", "goods.take-back", "goods.transfer", "goods.return", "goods.sample",
                        "goods.register");
    }

    @Test
    void what_is_weighed_is_accounted_for_to_the_gram() {
        var kilograms = Unit.of("kilogram").orElseThrow();
        var item = work.register(work.registration(cases.proposedId(), "散装茶叶", kilograms, "12.345"));

        item = work.move(item, Move.SAMPLE, "0.001");

        assertThat(item.quantity(Account.CUSTODY).text()).isEqualTo("12.344");
    }

    @Test
    void more_than_is_there_is_refused_with_what_is_there() {
        var item = work.item("10");

        var answer = work.attempt(GoodsWork.OFFICER, item, Move.RETURN, "11");

        assertThat(answer).isEqualTo(new Answer.Refused(java.util.List.of(Ground.of("NOT_SO_MUCH", "11", "10"))));
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.find(item.id()).orElseThrow().balance()))
                .isEqualTo(item.balance());
    }

    @Test
    void of_two_movers_one_wins_and_the_other_hears_who_was_first() {
        var item = work.item("10");
        work.move(item, Move.SAMPLE, "4");

        assertThatThrownBy(() -> work.attempt(GoodsWork.OFFICER, item, Move.RETURN, "10"))
                .isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.who()).isEqualTo("沈知遥"));
    }

    @Test
    void a_request_that_comes_twice_is_done_once() {
        var registration = work.hoodies(cases.proposedId(), "5");
        var first = GoodsWork.done(persons.as(GoodsWork.OFFICER, () -> goods.register(registration, "key-1")));
        var again = GoodsWork.done(persons.as(GoodsWork.OFFICER, () -> goods.register(registration, "key-1")));
        var moving = work.moving(Move.SAMPLE, first, "2");
        var moved = GoodsWork.done(persons.as(GoodsWork.OFFICER, () -> goods.move(first.id(), 1, moving, "key-2")));
        var movedAgain = GoodsWork.done(persons.as(GoodsWork.OFFICER, () -> goods.move(first.id(), 1, moving, "key-2")));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(moved.balance()).isEqualTo(movedAgain.balance()).isEqualTo(new Balance(2, 5, 3, 2, 0, 0, 0, 0));
        var other = work.moving(Move.SAMPLE, first, "1");
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.move(first.id(), 2, other, "key-2")))
                .isEqualTo(new Answer.Refused(java.util.List.of(Ground.of("KEY_USED", "key-2"))));
    }

    @Test
    void only_those_who_handle_the_case_move_its_goods_and_only_the_head_corrects() {
        var item = work.item("10");

        assertThatThrownBy(() -> work.attempt(GoodsWork.FOREIGN, item, Move.RETURN, "1")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> work.attempt(GoodsWork.HEAD, item, Move.RETURN, "1")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> work.attempt(GoodsWork.OFFICER, item, Move.COUNT_LESS, "1")).isInstanceOf(Forbidden.class);
        assertThat(work.attempt(GoodsWork.OFFICER, item, Move.DISPOSE, "1"))
                .isInstanceOfSatisfying(Answer.Refused.class, refused ->
                        assertThat(refused.grounds()).extracting(Ground::code).containsExactly("NOT_DECIDED"));
        assertThat(persons.as(GoodsWork.FOREIGN, () -> goods.find(item.id()))).isEmpty();
        assertThat(persons.as(GoodsWork.BYSTANDER, () -> goods.find(item.id()))).isEmpty();
        assertThat(persons.as("qin.shan", () -> goods.find(item.id()))).as("the same line, one region up").isPresent();
        assertThat(persons.as("ning.yuan", () -> goods.find(item.id()))).as("the coordinating office").isPresent();
    }

    @Test
    void goods_go_with_the_case_and_are_then_seen_by_who_received_them() {
        long id = cases.proposedId();
        var first = work.register(work.hoodies(id, "10"));
        var second = work.move(work.register(work.hoodies(id, "20")), Move.SAMPLE, "3");
        long police = persons.viewer("luo.jin").agency();

        var moved = persons.as(GoodsWork.OFFICER, () -> goods.transferWithCase(id, "西湖公安", police, "移〔2026〕1号", "k"));
        var again = persons.as(GoodsWork.OFFICER, () -> goods.transferWithCase(id, "西湖公安", police, "移〔2026〕1号", "k"));

        assertThat(moved).extracting(Item::id).containsExactly(first.id(), second.id());
        assertThat(again).extracting(Item::balance).isEqualTo(moved.stream().map(Item::balance).toList());
        assertThat(persons.as("luo.jin", () -> goods.ofCase(id)))
                .extracting(Item::balance)
                .containsExactly(new Balance(2, 10, 0, 0, 0, 10, 0, 0), new Balance(3, 20, 0, 3, 0, 17, 0, 0));
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.isSettled(id))).as("3 are at the laboratory").isFalse();
        assertThat(first.place()).isEqualTo(first.custody().place()).isNotEmpty();
        assertThat(moved).as("what has gone lies on no shelf").extracting(Item::place).containsOnly("");
    }

    /** What somebody could try who has got hold of the application's connection and of an officer's ticket. */
    @ParameterizedTest
    @ValueSource(strings = {
        "update goods.balance set custody = custody + 1, seized = seized + 1 where item_id = :item",
        "update goods.balance set custody = 0 where item_id = :item",
        "insert into goods.balance (item_id, movements, seized, custody) values (:item + 1000000, 1, 5, 5)",
        "delete from goods.balance where item_id = :item",
        "update goods.movement set quantity = 1 where item_id = :item",
        "delete from goods.movement where item_id = :item",
        "update goods.item set scale = 3 where id = :item",
        "update goods.item set unit = 'box' where id = :item",
        "delete from goods.item where id = :item",
        "insert into goods.route values ('STEAL', 'CUSTODY', 'OUTSIDE_TOO')",
        "insert into goods.movement (item_id, n, kind, from_account, to_account, quantity, on_day, at, person_id, person)"
                + " values (:item, 2, 'RETURN', 'CUSTODY', 'RETURNED', 11, current_date, now(), access.person(), 'x')",
        "insert into goods.movement (item_id, n, kind, from_account, to_account, quantity, on_day, at, person_id, person)"
                + " values (:item, 2, 'RETURN', 'CUSTODY', 'RETURNED', -1, current_date, now(), access.person(), 'x')",
        "insert into goods.movement (item_id, n, kind, from_account, to_account, quantity, on_day, at, person_id, person)"
                + " values (:item, 2, 'RETURN', 'CUSTODY', 'DESTROYED', 1, current_date, now(), access.person(), 'x')",
        "insert into goods.movement (item_id, n, kind, from_account, to_account, quantity, on_day, at, person_id, person)"
                + " values (:item, 2, 'REGISTER', 'OUTSIDE', 'CUSTODY', 1, current_date, now(), access.person(), 'x')",
        "insert into goods.movement (item_id, n, kind, from_account, to_account, quantity, on_day, at, person_id, person)"
                + " values (:item, 2, 'COUNT_MORE', 'OUTSIDE', 'CUSTODY', 1, current_date, now(), access.person(), 'x')",
        "insert into goods.movement (item_id, n, kind, from_account, to_account, quantity, on_day, at, person_id, person)"
                + " values (:item, 2, 'RETURN', 'CUSTODY', 'RETURNED', 1, current_date, now(), access.person() + 1, 'x')",
        "insert into goods.item (code, case_id, case_number, name, unit, scale, measure, taken_on, taken_at_place, place,"
                + " keeper, registered_by, registrar, registered_at, agency_id, line, region)"
                + " select 'W26-9999999-9', case_id, case_number, name, unit, scale, measure, taken_on, taken_at_place, place,"
                + " keeper, registered_by, registrar, registered_at, agency_id, line, region from goods.item where id = :item"
    })
    void the_database_refuses_what_would_break_it(String attempt) {
        var item = work.item("10");

        assertThatThrownBy(() -> persons.as(GoodsWork.OFFICER, () -> transaction.executeWithoutResult(_ -> {
                    if (jdbc.sql(attempt).param("item", item.id()).update() == 0) {
                        throw new org.springframework.dao.PermissionDeniedDataAccessException("no row", new IllegalStateException());
                    }
                })))
                .isInstanceOfAny(DataAccessException.class, TransactionException.class);
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.find(item.id()).orElseThrow().balance()))
                .isEqualTo(item.balance());
    }

    @Test
    void not_even_the_owner_of_the_tables_changes_a_movement() {
        var item = work.item("10");
        var owner = JdbcClient.create(ownerSource());

        assertThatThrownBy(() -> owner.sql("update goods.movement set quantity = 9 where item_id = :item")
                        .param("item", item.id())
                        .update())
                .hasMessageContaining("only ever added to");
    }

    @Test
    void random_movements_of_many_at_once_never_break_it() throws Exception {
        var first = work.item("1000");
        long seed = 20261127L;
        int movers = 6;
        int tries = 60;
        try (var pool = Executors.newFixedThreadPool(movers)) {
            var done = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int mover = 0; mover < movers; mover++) {
                var random = new Random(seed + mover);
                Callable<Integer> work = () -> moveAbout(first, random, tries);
                done.add(pool.submit(work));
            }
            int moved = 0;
            for (var one : done) {
                moved += one.get();
            }

            var after = persons.as(GoodsWork.OFFICER, () -> goods.find(first.id()).orElseThrow());
            assertThat(after.balance().movements()).as("seed %s", seed).isEqualTo(1 + moved);
            assertThat(moved).as("some got through, seed %s", seed).isGreaterThan(20);
            var ledger = persons.as(GoodsWork.OFFICER, () -> goods.movements(after));
            assertThat(ledger).hasSize(1 + moved);
            for (Account account : Account.values()) {
                if (account != Account.OUTSIDE) {
                    long sum = ledger.stream()
                            .mapToLong(line -> (line.kind().to() == account ? 1 : line.kind().from() == account ? -1 : 0)
                                    * line.quantity().steps())
                            .sum();
                    assertThat(after.balance().of(account)).as("%s, seed %s", account, seed).isEqualTo(sum);
                }
            }
        }
    }

    /** Each looks, decides, and moves; whoever was overtaken looks again. */
    private int moveAbout(Item item, Random random, int tries) {
        var kinds = Arrays.stream(Move.values())
                .filter(kind -> kind != Move.REGISTER && kind != Move.DISPOSE)
                .toList();
        int moved = 0;
        for (int i = 0; i < tries; i++) {
            var kind = kinds.get(random.nextInt(kinds.size()));
            var seen = persons.as(GoodsWork.OFFICER, () -> goods.find(item.id()).orElseThrow());
            try {
                if (work.attempt(kind.isCorrection() ? GoodsWork.HEAD : GoodsWork.OFFICER, seen, kind,
                        Integer.toString(1 + random.nextInt(120))) instanceof Answer.Done) {
                    moved++;
                }
            } catch (Conflict overtaken) {
                // looks again
            }
        }
        return moved;
    }

    @Test
    void connections_that_are_cut_amid_movements_leave_no_half() throws Exception {
        var item = work.item("100000");
        int movers = 4;
        int each = 40;
        long cut = 0;
        var heard = new Semaphore(0);
        try (var pool = Executors.newFixedThreadPool(movers)) {
            var acknowledged = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int mover = 0; mover < movers; mover++) {
                int number = mover;
                acknowledged.add(pool.submit(() -> {
                    int done = 0;
                    for (int i = 0; i < each; i++) {
                        String key = "cut-" + item.id() + "-" + number + "-" + i;
                        // Sent again under the same key until it is acknowledged, as the field page does.
                        while (!sent(item, key)) {
                            Thread.onSpinWait();
                        }
                        done++;
                        heard.release();
                    }
                    return done;
                }));
            }
            // A role may end its own connections.
            var other = JdbcClient.create(new DriverManagerDataSource(
                    address.url(), address.application().role(), address.application().password()));
            // Whoever cuts waits until something got through, or all would begin again for ever.
            for (int through = 0; through < movers * each; through++) {
                cut += other.sql("""
                          select count(pg_terminate_backend(pid))
                            from pg_stat_activity
                           where usename = :role and query like '%goods.%' and pid <> pg_backend_pid()
                          """)
                        .param("role", address.application().role())
                        .query(Long.class)
                        .single();
                assertThat(heard.tryAcquire(1, TimeUnit.MINUTES)).as("movements go on").isTrue();
            }
            for (var one : acknowledged) {
                assertThat(one.get()).isEqualTo(each);
            }
        }

        assertThat(cut).as("connections cut").isPositive();
        var after = persons.as(GoodsWork.OFFICER, () -> goods.find(item.id()).orElseThrow());
        int moved = movers * each;
        assertThat(after.balance()).isEqualTo(new Balance(1 + moved, 100_000, 100_000 - moved, moved, 0, 0, 0, 0));
        assertThat(persons.as(GoodsWork.OFFICER, () -> audit.of("goods", item.code()))).hasSize(1 + moved);
    }

    private boolean sent(Item item, String key) {
        try {
            var seen = persons.as(GoodsWork.OFFICER, () -> goods.find(item.id()).orElseThrow());
            return persons.as(GoodsWork.OFFICER, () -> goods.move(
                            item.id(), seen.balance().movements(), work.moving(Move.SAMPLE, item, "1"), key))
                    instanceof Answer.Done;
        } catch (Conflict | DataAccessException | TransactionException failed) {
            return false;
        }
    }

    private DataSource ownerSource() {
        return new DriverManagerDataSource(
                address.url(), address.owner().role(), address.owner().password());
    }
}

package org.hengjian.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.parties.Shops;
import org.hengjian.rights.Registration.Facts;
import org.hengjian.shell.Conflict;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may keep which right, what a correction leaves behind, how a right is found. */
@OnThePlatform
class KeepingRightsTests {

    @Autowired
    Rights rights;

    @Autowired
    RightLists lists;

    @Autowired
    Shops shops;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private static Facts facts(String number, String name, Map<String, String> more) {
        var told = new java.util.HashMap<>(Map.of("number", number, "name", name, "classes", "25"));
        told.putAll(more);
        return RightReading.read(told, false, null, false, List.of()).facts().orElseThrow();
    }

    private List<String> found(String q) {
        return persons.as("shen.zhiyao", () -> lists
                .page(new RightLists.Wanted(q, null, null, null, null, null, null, null), Optional.empty())
                .rows()
                .stream()
                .map(Registration::reference)
                .toList());
    }

    @Test
    void a_correction_is_a_new_version_and_the_day_before_still_says_the_old() {
        var reference = persons.as("shen.zhiyao", () -> {
            var row = rights.register(facts("91000001", "试改", Map.of("goods", "帽")), "").orElseThrow();
            rights.change(row.id(), row.version(), facts("91000001", "试改", Map.of("goods", "帽；袜")), "更正公告");
            return row.reference();
        });

        persons.as("shen.zhiyao", () -> {
            var row = rights.find(reference).orElseThrow();
            assertThat(row.version()).isEqualTo(2);
            assertThat(lists.versions(row.id())).extracting(version -> version.facts().goods()).containsExactly("帽；袜", "帽");
            assertThat(rights.on(reference, LocalDate.now(clock)).orElseThrow().goods()).isEqualTo("帽；袜");
            assertThat(rights.on(reference, LocalDate.now(clock).minusDays(1))).isEmpty();
        });
    }

    @Test
    void the_second_of_two_who_correct_is_told_who_was_first() {
        persons.as("shen.zhiyao", () -> {
            var row = rights.register(facts("91000002", "抢改", Map.of()), "").orElseThrow();
            rights.change(row.id(), 1, facts("91000002", "抢改", Map.of("agent", "甲")), "先");

            assertThatThrownBy(() -> rights.change(row.id(), 1, facts("91000002", "抢改", Map.of("agent", "乙")), "后"))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("沈知遥");
        });
    }

    @Test
    void a_number_is_registered_once() {
        persons.as("shen.zhiyao", () -> assertThat(rights.register(facts("90000001", "又一个", Map.of()), ""))
                .isEmpty());
    }

    @Test
    void a_rights_holder_keeps_the_own_right_and_no_other() {
        long own = persons.as("heng.an", () -> rights.find("trademark:90000002")).orElseThrow().id();
        var foreign = persons.as("heng.an", () -> rights.find("trademark:90000101")).orElseThrow();
        var shop = persons.as("heng.an", () -> shops.find("集市乙", "jsy-88230", "")).orElseThrow();

        persons.as("heng.an", () -> {
            var day = LocalDate.now(clock);
            assertThat(rights.authorise(own, shop, null, day, day.plusDays(30), "试")).isPresent();
            assertThatThrownBy(() -> rights.authorise(foreign.id(), shop, null, day, null, "试"))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> rights.change(foreign.id(), foreign.version(), foreign.facts(), "试"))
                    .isInstanceOf(Forbidden.class);
        });
    }

    @Test
    void a_rights_holder_changes_no_foreign_right_by_direct_sql_either() {
        persons.as("heng.an", () -> transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(jdbc.sql("update rights.registration set holder = '别人' where number = '90000101'").update())
                    .isZero();
            assertThat(jdbc.sql("update rights.registration set goods = goods where number = '90000001'").update())
                    .isEqualTo(1);
        }));
        for (String theft : List.of(
                "update rights.registration set holder_agency = 0 where number = '90000001'",
                """
                insert into rights.authorisation (registration_id, seller, from_day, written_at, written_by)
                select id, '自己', current_date, now(), '自己' from rights.registration where number = '90000101'
                """)) {
            assertThatThrownBy(() -> persons.as(
                            "heng.an", () -> transaction.executeWithoutResult(_ -> jdbc.sql(theft).update())))
                    .as(theft)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_court_clerk_reads_and_changes_nothing() {
        persons.as("ding.an", () -> {
            assertThat(rights.find("trademark:90000001")).isPresent();
            assertThatThrownBy(() -> rights.register(facts("91000003", "不可", Map.of()), ""))
                    .isInstanceOf(Forbidden.class);
        });
        persons.as("ding.an", () -> transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(jdbc.sql("update rights.registration set goods = ''").update()).isZero();
        }));
    }

    @Test
    void versions_cannot_be_rewritten() {
        assertThatThrownBy(() -> persons.as("shen.zhiyao", () -> transaction.executeWithoutResult(
                        _ -> jdbc.sql("update rights.version set reason = ''").update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_right_is_found_by_script_reading_number_nickname_and_holder() {
        for (String q : List.of("衡溪", "溪", "HENGXI", "heng xi", "hx", "90000001", "溪家", "衡溪服饰", "ＨＥＮＧＸＩ")) {
            assertThat(found(q)).as(q).contains("trademark:90000001");
        }
        assertThat(found("驴牌")).isNotEmpty();
        assertThat(found("没有这样的商标名")).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_in_every_order() {
        for (String sort : List.of("", "end", "change")) {
            var wanted = new RightLists.Wanted(null, null, null, null, null, null, null, sort);
            persons.as("shen.zhiyao", () -> {
                var first = lists.page(wanted, Optional.empty(), 4);
                var second = lists.page(wanted, first.next(), 4);
                var both = lists.page(wanted, Optional.empty(), 8);

                assertThat(java.util.stream.Stream.concat(first.rows().stream(), second.rows().stream()).toList())
                        .as(sort)
                        .isEqualTo(both.rows());
            });
        }
    }
}

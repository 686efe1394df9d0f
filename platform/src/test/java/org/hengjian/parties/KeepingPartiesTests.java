package org.hengjian.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.audit.Audit;
import org.hengjian.shell.Conflict;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Joining and parting, what is sealed and who opens it. */
@OnThePlatform
class KeepingPartiesTests {

    @Autowired
    Shops shops;

    @Autowired
    Subjects subjects;

    @Autowired
    NaturalPersons natural;

    @Autowired
    Joinings joinings;

    @Autowired
    Openings openings;

    @Autowired
    Audit audit;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Shop shop(String platform, String account) {
        return shops.find(platform, account, "").orElseThrow();
    }

    @Test
    void parting_puts_each_shop_back_where_it_stood() {
        persons.as("lu.wendi", () -> {
            var owned = shop("集市乙", "jsy-88230");
            var unowned = shop("集市甲", "jsj-730022");
            long into =
                    java.util.Objects.requireNonNull(shop("集市乙", "jsy-88101").subject());

            long joining = joinings.join(List.of(owned.id(), unowned.id()), into, "同一收货电话");
            assertThat(shops.ofSubject(into)).extracting(Shop::id).contains(owned.id(), unowned.id());
            joinings.part(joining, "电话是代收点的");

            assertThat(shop("集市乙", "jsy-88230").subject()).isEqualTo(owned.subject());
            assertThat(shop("集市甲", "jsj-730022").subject()).isNull();
            assertThat(joinings.part(joining, "再拆")).isEmpty();
        });
    }

    @Test
    void parting_an_older_joining_leaves_what_a_later_one_did() {
        persons.as("lu.wendi", () -> {
            var moved = shops.seen(new Shop.Sighting("集市己", "j-1", "两次归并的店", "", null, ""));
            long first =
                    java.util.Objects.requireNonNull(shop("集市乙", "jsy-89001").subject());
            long second =
                    java.util.Objects.requireNonNull(shop("集市乙", "jsy-89412").subject());
            long older = joinings.join(List.of(moved.id()), first, "一");
            joinings.join(List.of(moved.id()), second, "二");

            joinings.part(older, "拆一");

            assertThat(shop("集市己", "j-1").subject()).isEqualTo(second);
        });
    }

    @Test
    void a_legal_representative_is_masked_until_opened_for_a_purpose_and_only_for_the_one_who_opened() {
        long firm = persons.as("shen.zhiyao", () -> shop("集市甲", "jsj-100207").subject());
        persons.as("shen.zhiyao", () -> {
            assertThat(openings.sight("subject", firm).fields()).containsEntry("representative", "盛*");
            assertThatThrownBy(() -> openings.open("subject", firm, " ")).isInstanceOf(IllegalArgumentException.class);
            openings.open("subject", firm, "核对送达对象");

            assertThat(openings.sight("subject", firm).fields()).containsEntry("representative", "盛盾");
            assertThat(audit.of("subject", Long.toString(firm)))
                    .anyMatch(entry -> entry.deed().equals("parties.open")
                            && entry.reason().equals("核对送达对象"));
        });
        persons.as(
                "lu.wendi",
                () -> assertThat(openings.sight("subject", firm).fields()).containsEntry("representative", "盛*"));
        persons.as(
                "ji.shi",
                () -> assertThatThrownBy(() -> openings.open("subject", firm, "好奇"))
                        .isInstanceOf(Forbidden.class));
    }

    @Test
    void what_was_opened_is_masked_again_after_its_time() {
        long firm = persons.as("gu.heng", () -> shop("集市甲", "jsj-100388").subject());
        persons.as("gu.heng", () -> {
            openings.open("subject", firm, "审核");
            transaction.executeWithoutResult(_ -> jdbc.sql("""
                            update parties.opening
                               set opened_at = opened_at - cast(:minutes as interval),
                                   closes_at = closes_at - cast(:minutes as interval)
                             where object_id = :firm
                            """)
                    .param("minutes", Openings.OPEN.toMinutes() + " minutes")
                    .param("firm", firm)
                    .update());

            assertThat(openings.sight("subject", firm).until()).isEqualTo(Optional.empty());
            assertThat(openings.sight("subject", firm).fields()).containsEntry("representative", "茅*");
        });
    }

    @Test
    void a_person_is_sealed_found_by_the_whole_number_and_unseen_by_another_agency() {
        var person = persons.as(
                "shen.zhiyao",
                () -> natural.register(
                        new NaturalPersons.Told("虚构人", "11010519491231002X", "13800000000", "虚构路 1 号", "主播")));

        persons.as("shen.zhiyao", () -> {
            assertThat(person.name()).isEqualTo("虚**");
            assertThat(natural.called("11010519491231002X"))
                    .extracting(NaturalPerson::id)
                    .contains(person.id());
            assertThat(natural.called("虚构")).isEmpty();
        });
        persons.as("fang.qing", () -> {
            assertThat(natural.find(person.id())).isEmpty();
            assertThat(openings.sight("person", person.id()).fields()).isEmpty();
        });
        byte[] kept = persons.as(
                "shen.zhiyao",
                () -> transaction.execute(_ -> jdbc.sql("select name from parties.person where id = :id")
                        .param("id", person.id())
                        .query(byte[].class)
                        .single()));
        assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("虚构人");
    }

    @Test
    void a_shop_is_tied_to_the_person_who_runs_it_and_parted_again_but_taken_from_nobody() {
        persons.as("shen.zhiyao", () -> {
            var one = natural.register(new NaturalPersons.Told("虚构甲", "", "", "", ""));
            var other = natural.register(new NaturalPersons.Told("虚构乙", "", "", "", ""));
            var stall = shops.seen(new Shop.Sighting("集市己", "tie-1", "夜市小摊", "", null, ""));
            var owned = shop("集市乙", "jsy-88230");

            shops.tie(stall.id(), one.id(), "收款账户实名一致");

            assertThat(shops.ofPerson(one.id())).extracting(Shop::id).containsExactly(stall.id());
            assertThatThrownBy(() -> shops.tie(stall.id(), other.id(), "也说是他")).isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> shops.tie(owned.id(), one.id(), "有主")).isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> shops.untie(stall.id(), other.id(), "")).isInstanceOf(Conflict.class);
            shops.untie(stall.id(), one.id(), "账户已转让");
            assertThat(shops.ofPerson(one.id())).isEmpty();
            assertThat(audit.of("person", Long.toString(one.id())))
                    .extracting(entry -> entry.deed())
                    .contains("parties.tie", "parties.untie");
        });
        persons.as("xie.lan", () -> {
            long shop = shop("集市己", "tie-1").id();
            assertThatThrownBy(() -> shops.tie(shop, 1, "分析员")).isInstanceOf(Forbidden.class);
        });
    }

    @Test
    void a_platform_joins_nothing_and_changes_no_shop_by_direct_sql() {
        var one = persons.as("ji.shi", () -> shop("集市甲", "jsj-730418"));
        persons.as("ji.shi", () -> {
            assertThatThrownBy(() -> joinings.join(List.of(one.id()), 1, "试")).isInstanceOf(Forbidden.class);
            transaction.executeWithoutResult(_ -> assertThat(
                            jdbc.sql("update parties.shop set name = '改名'").update())
                    .isZero());
        });
    }
}

package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.leads.LeadWork;
import org.hengjian.leads.LeadsMoved;
import org.hengjian.parties.PartiesNoted;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shops;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.tracing.incremental.Decision;
import org.hengjian.tracing.incremental.LiveClusters;
import org.hengjian.tracing.incremental.Tie;
import org.hengjian.tracing.judging.Reason;
import org.hengjian.tracing.schema.Entry;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The clusters in the database, as the same properties hold on the heap; every trial is rolled back. */
@OnThePlatform
class KeepingClustersTests {

    private static final int SELLERS = 60;

    @Autowired
    SqlShelf shelf;

    @Autowired
    Sellers sellers;

    @Autowired
    Shops shops;

    @Autowired
    LeadWork leadWork;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    private LiveClusters clusters() {
        return new LiveClusters(SellerModel.MODEL, shelf);
    }

    private <T> T trial(Supplier<T> work) {
        return viewers.as(Viewer.machine(), () -> java.util.Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        })));
    }

    /** Invented operators of one to six shops, who share phones and names and miswrite some. */
    private static List<Entry> sellers(long seed) {
        var random = new Random(seed);
        var entries = new ArrayList<Entry>();
        while (entries.size() < SELLERS) {
            String phone = "139" + String.format("%04d%04d", seed, random.nextInt(10_000));
            String name = name(random);
            for (int shop = random.nextInt(1, 7); shop > 0 && entries.size() < SELLERS; shop--) {
                String shown = random.nextInt(4) == 0 ? "" : phone;
                entries.add(new Entry(
                        "trial-" + entries.size(),
                        List.of(random.nextInt(3) == 0 ? name(random) : name, "", "", shown, "", "")));
            }
        }
        return entries;
    }

    private static String name(Random random) {
        var name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append((char) ('一' + random.nextInt(8_000)));
        }
        return name.toString();
    }

    private Set<Set<String>> groups(Collection<Entry> entries) {
        Map<String, Set<String>> groups = new TreeMap<>();
        shelf.clustersOf(entries.stream().map(Entry::id).toList())
                .forEach((id, name) -> groups.computeIfAbsent(name, none -> new TreeSet<>()).add(id));
        return Set.copyOf(groups.values());
    }

    @RepeatedTest(5)
    void the_order_of_arrival_does_not_change_the_clusters(RepetitionInfo run) {
        List<Entry> sellers = sellers(run.getCurrentRepetition());
        var shuffled = new ArrayList<>(sellers);
        Collections.shuffle(shuffled, new Random(run.getCurrentRepetition()));

        Set<Set<String>> first = trial(() -> {
            sellers.forEach(clusters()::arrive);
            return groups(sellers);
        });
        Set<Set<String>> second = trial(() -> {
            shuffled.forEach(clusters()::arrive);
            return groups(sellers);
        });

        assertThat(second).as("seed %d", run.getCurrentRepetition()).isEqualTo(first);
        assertThat(first).anyMatch(group -> group.size() > 2).hasSizeGreaterThan(5);
    }

    @RepeatedTest(5)
    void what_a_withdrawn_record_alone_held_together_comes_apart_again(RepetitionInfo run) {
        List<Entry> sellers = sellers(100 + run.getCurrentRepetition());
        Entry last = sellers.get(new Random(run.getCurrentRepetition()).nextInt(sellers.size()));
        List<Entry> rest = sellers.stream().filter(entry -> entry != last).toList();
        trial(() -> {
            rest.forEach(clusters()::arrive);
            Set<Set<String>> before = groups(rest);

            clusters().arrive(last);
            clusters().withdraw(last.id());

            assertThat(groups(rest)).as("seed %d", run.getCurrentRepetition()).isEqualTo(before);
            assertThat(shelf.clustersOf(List.of(last.id()))).isEmpty();
            assertThat(shelf.history(last.id()).getLast().cause()).isEqualTo("withdrawal");
            return true;
        });
    }

    @Test
    void what_is_told_twice_is_kept_once() {
        trial(() -> {
            List<Entry> sellers = sellers(200);
            sellers.forEach(clusters()::arrive);
            Set<Set<String>> before = groups(sellers);
            int ties = shelf.ties(sellers.stream().map(Entry::id).toList()).size();
            int changes = shelf.history("trial-0").size();

            sellers.forEach(clusters()::arrive);

            assertThat(groups(sellers)).isEqualTo(before);
            assertThat(shelf.ties(sellers.stream().map(Entry::id).toList())).hasSize(ties);
            assertThat(shelf.history("trial-0")).hasSize(changes);
            return true;
        });
    }

    @Test
    void a_person_s_word_holds_against_any_weight_and_through_whatever_arrives_later() {
        trial(() -> {
            var one = new Entry("trial-a", List.of("衡溪小铺", "", "", "13900009991", "", ""));
            var twin = new Entry("trial-b", List.of("衡溪小铺", "", "", "13900009991", "", ""));
            var stranger = new Entry("trial-c", List.of("云岫茶行", "", "", "13900009992", "", ""));
            List.of(one, twin, stranger).forEach(clusters()::arrive);
            assertThat(shelf.clustersOf(List.of("trial-a", "trial-b")).values()).containsOnly("C-trial-a");

            clusters().decide(new Decision("trial-a", "trial-b", false, "王芳", "两家独立经营"));
            clusters().decide(new Decision("trial-a", "trial-c", true, "王芳", "现场查实同一仓库"));
            clusters().arrive(new Entry("trial-d", List.of("衡溪小铺", "", "", "13900009991", "", "")));
            clusters().withdraw("trial-b");
            clusters().arrive(twin);

            Map<String, String> now = shelf.clustersOf(List.of("trial-a", "trial-b", "trial-c"));
            assertThat(now.get("trial-a")).isNotEqualTo(now.get("trial-b")).isEqualTo(now.get("trial-c"));
            return true;
        });
    }

    @Test
    void a_tie_keeps_its_reasons_and_weights_and_none_of_the_values() {
        trial(() -> {
            clusters().arrive(new Entry("trial-a", List.of("衡溪小铺", "", "", "13900009993", "", "")));
            clusters().arrive(new Entry("trial-b", List.of("衡溪小铺", "", "", "13900009993", "", "")));

            Tie tie = shelf.ties(List.of("trial-a")).getFirst();

            assertThat(tie.reasons()).extracting(Reason::feature).containsExactly("店铺名称", "电话");
            assertThat(tie.reasons()).extracting(Reason::source).containsOnly("");
            assertThat(jdbc.sql("select reasons::text from networks.tie t join networks.record r on r.id = t.source_id"
                                    + " where r.key = 'trial-a'")
                            .query(String.class)
                            .single())
                    .doesNotContain("139");
            return true;
        });
    }

    @Test
    void a_shop_that_the_parties_record_arrives_and_arrives_once() {
        var shop = persons.as("shen.zhiyao", () -> shops.seen(
                new Shop.Sighting("集市庚", "kept-1", "入架小铺甲", "", 330106, "")));
        var event = new PartiesNoted(List.of(), List.of(shop.id()), List.of());

        tell(() -> sellers.recorded(event));
        tell(() -> sellers.recorded(event));

        trial(() -> {
            assertThat(shelf.present(List.of("shop-" + shop.id()))).hasSize(1);
            assertThat(shelf.history("shop-" + shop.id())).hasSize(1);
            return true;
        });
    }

    @Test
    void a_phone_in_the_title_of_two_shops_ties_them_until_the_lead_is_dismissed() {
        var one = leadWork.received("串并甲店", "衡溪卫衣 联系13900009994");
        var other = leadWork.received("串并乙店", "云岫茶叶 电话139 0000 9994");
        var event = new LeadsMoved(List.of(one.number(), other.number()));
        tell(() -> sellers.moved(event));
        tell(() -> sellers.moved(event));
        String first = "shop-" + shop("串并甲店").id();
        String second = "shop-" + shop("串并乙店").id();
        assertThat(trial(() -> shelf.ties(List.of(first)))).singleElement().satisfies(tie -> assertThat(tie.other(first))
                .isEqualTo(second));

        leadWork.dismissed(other.number());
        tell(() -> sellers.moved(new LeadsMoved(List.of(other.number()))));

        assertThat(trial(() -> shelf.ties(List.of(first)))).isEmpty();
        assertThat(trial(() -> shelf.clustersOf(List.of(first, second)).values())).doesNotHaveDuplicates();
    }

    @Test
    void the_tables_of_the_machine_are_closed_to_a_platform_and_readable_but_not_writable_for_an_officer() {
        String records = "select count(*) from networks.record";
        assertThat(count("ji.shi", records)).isZero();
        assertThat(count("shen.zhiyao", "with taken as (update networks.record set cluster = 'mine' returning id)"
                        + " select count(*) from taken"))
                .isZero();
        assertThat(count("shen.zhiyao", "select count(*) from networks.contact")).isZero();
    }

    private long count(String who, String sql) {
        return persons.as(who, () -> java.util.Objects.requireNonNull(
                transaction.execute(_ -> jdbc.sql(sql).query(Long.class).single())));
    }

    private Shop shop(String name) {
        return persons.as("shen.zhiyao", () -> shops.find("集市乙", "", name).orElseThrow());
    }

    private void tell(Runnable listener) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> listener.run()));
    }
}

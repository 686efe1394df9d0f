package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseWork;
import org.hengjian.leads.Lead;
import org.hengjian.leads.LeadWork;
import org.hengjian.leads.LeadsMoved;
import org.hengjian.parties.PartiesNoted;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shop.Sighting;
import org.hengjian.parties.Shops;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do at a network: review, be told, ask each other, open an operation. */
@OnThePlatform
class WorkingTogetherTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String FOREIGN = "fang.qing";
    private static final String POLICE = "luo.jin";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Networks networks;

    @Autowired
    Review review;

    @Autowired
    Alerts alerts;

    @Autowired
    Cooperations cooperations;

    @Autowired
    Operations operations;

    private static final int PAGES_MOST = 200;

    @Autowired
    Shops shops;

    @Autowired
    Sellers sellers;

    @Autowired
    Weaver weaver;

    @Autowired
    LeadWork leadWork;

    @Autowired
    CaseWork caseWork;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private String shop(String platform, String name, String code) {
        Shop shop = persons.as(OFFICER, () -> shops.seen(
                new Sighting(platform, "work-" + NUMBERS.incrementAndGet(), name, "", 330106, code)));
        asMachine(() -> {
            sellers.recorded(new PartiesNoted(List.of(), List.of(shop.id()), List.of()));
            weaver.parties(List.of(), List.of(shop.id()), List.of());
        });
        return "shop-" + shop.id();
    }

    private Lead told(Lead lead) {
        asMachine(() -> {
            sellers.moved(new LeadsMoved(List.of(lead.number())));
            weaver.leads(List.of(lead.number()));
        });
        return lead;
    }

    private void asMachine(Runnable work) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    /** The queue shows the weightiest pairs; what others left behind would hide these. */
    @BeforeEach
    void nothing_else_waits() {
        for (String who : List.of(OFFICER, "lu.wendi", "mu.qing")) {
            persons.as(who, () -> {
                for (int page = 0; page < PAGES_MOST && !review.next().isEmpty(); page++) {
                    review.next().forEach(pair -> review.putOff(pair.source(), pair.target()));
                }
            });
        }
    }

    private boolean waits(String who, String one, String other) {
        return persons.as(who, () -> review.next()).stream()
                .anyMatch(pair -> Set.of(pair.source(), pair.target()).equals(Set.of(one, other)));
    }

    @Test
    void a_pair_leaves_the_queue_when_it_is_decided_and_comes_back_when_that_is_taken_back() {
        String one = shop("集市庚", "复核小铺云岫", "");
        String other = shop("集市辛", "复核小铺云岫", "");
        assertThat(waits(OFFICER, one, other)).isTrue();

        long decision = persons.as(OFFICER, () -> networks.decide(one, other, false, "两家独立经营"));
        assertThat(waits(OFFICER, one, other)).isFalse();
        assertThat(waits("mu.qing", one, other)).as("another agency's decision decides nothing here").isTrue();

        persons.as(OFFICER, () -> networks.takeBack(decision));
        assertThat(waits(OFFICER, one, other)).isTrue();
    }

    @Test
    void later_is_for_oneself_and_can_be_taken_back() {
        String one = shop("集市庚", "以后小铺云岫", "");
        String other = shop("集市辛", "以后小铺云岫", "");

        persons.as(OFFICER, () -> review.putOff(one, other));
        assertThat(waits(OFFICER, one, other)).isFalse();
        assertThat(waits("lu.wendi", one, other)).isTrue();

        persons.as(OFFICER, () -> review.takeUp(other, one));
        persons.as(OFFICER, () -> review.takeUp(one, other));
        assertThat(waits(OFFICER, one, other)).isTrue();
        int entered = persons.as(OFFICER, () -> java.util.Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        "select count(*) from audit.entry where deed = 'networks.take-up' and object_id in (:keys)")
                .param("keys", List.of(one, other))
                .query(Integer.class)
                .single())));
        assertThat(entered).as("taken up once").isEqualTo(1);
    }

    @Test
    void the_queue_is_for_those_who_may_decide_and_a_verdict_needs_a_reason() {
        String one = shop("集市庚", "拒绝小铺云岫", "");
        String other = shop("集市辛", "拒绝小铺云岫", "");

        assertThatThrownBy(() -> persons.as("he.ming", () -> review.next())).isInstanceOf(Forbidden.class);
        try (var platform = Visitor.signedIn(port, "ji.shi");
                var officer = Visitor.signedIn(port, OFFICER)) {
            assertThat(platform.get("/networks/review").statusCode()).isEqualTo(403);
            assertThat(answered(officer, Map.of("source", one, "target", other, "verdict", "same", "reason", " ")))
                    .contains("写明理由");
            assertThat(answered(officer, Map.of("source", one, "target", one, "verdict", "same", "reason", "同")))
                    .contains("先选网络中");
            assertThat(answered(officer, Map.of("source", one, "target", other, "verdict", "maybe", "reason", "同")))
                    .contains("选“同一”或“不同一”");
        }
        assertThat(waits(OFFICER, one, other)).isTrue();
    }

    private static String answered(Visitor visitor, Map<String, String> fields) {
        var location = java.net.URI.create(
                visitor.post("/networks/review", fields).headers().firstValue("Location").orElseThrow());
        return page(visitor, location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery()));
    }

    private static String page(Visitor visitor, String path) {
        return new String(visitor.get(path).body(), StandardCharsets.UTF_8);
    }

    @Test
    void who_works_on_a_network_is_told_once_of_a_new_lead_that_joins_it() {
        Lead mine = told(leadWork.verified("提醒甲小铺", "联系 13900007771"));

        Lead fresh = told(leadWork.received("提醒乙茶行", "电话 13900007771"));
        told(fresh);

        assertThat(persons.as(OFFICER, () -> alerts.own()))
                .filteredOn(alert -> alert.leadKey().equals("lead-" + fresh.number()))
                .singleElement()
                .satisfies(alert -> assertThat(alert.nearKey()).isEqualTo("lead-" + mine.number()));
        assertThat(persons.as("lu.wendi", () -> alerts.own()))
                .noneMatch(alert -> alert.leadKey().equals("lead-" + fresh.number()));
        persons.as(OFFICER, () -> alerts.see());
        assertThat(persons.as(OFFICER, () -> alerts.unseen())).isZero();
    }

    @Test
    void an_agency_asks_another_to_co_operate_and_is_answered_once() {
        told(leadWork.received("协作小铺云岫", "联系 13900007772"));
        String key = "shop-" + persons.as(OFFICER, () -> shops.find("集市乙", "", "协作小铺云岫").orElseThrow()).id();
        long xihu = persons.viewer(OFFICER).agency();

        assertThat(persons.as(FOREIGN, () -> cooperations.ask(key, xihu, " "))).isPresent();
        assertThat(persons.as(FOREIGN, () -> cooperations.ask(key, persons.viewer("guan.he").agency(), "请协作")))
                .isPresent();
        assertThat(persons.as(FOREIGN, () -> cooperations.ask(key, xihu, "该店在本区有仓库，请协作"))).isEmpty();
        assertThat(persons.as(FOREIGN, () -> cooperations.ask(key, xihu, "再问一次"))).isEmpty();

        var asked = persons.as(OFFICER, () -> cooperations.own()).stream().filter(one -> one.key().equals(key)).toList();
        assertThat(asked).singleElement().satisfies(one -> assertThat(one.words()).contains("仓库"));
        long id = asked.getFirst().id();
        assertThat(persons.as("guan.he", () -> cooperations.find(id))).isEmpty();
        assertThat(persons.as(FOREIGN, () -> cooperations.answer(id, true, "自己答"))).isPresent();
        assertThat(persons.as(OFFICER, () -> cooperations.answer(id, true, ""))).isPresent();
        assertThat(persons.as(OFFICER, () -> cooperations.answer(id, true, "由沈知遥联系"))).isEmpty();
        assertThat(persons.as(OFFICER, () -> cooperations.answer(id, false, "改主意"))).isPresent();
        assertThat(persons.as(FOREIGN, () -> cooperations.find(id)).orElseThrow().answer()).isEqualTo("由沈知遥联系");
        long logged = persons.as("shen.ji", () -> java.util.Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        "select count(*) from audit.entry where object = 'cooperation' and object_id = :id")
                .param("id", Long.toString(id))
                .query(Long.class)
                .single())));
        assertThat(logged).isEqualTo(2);
    }

    @Test
    void an_operation_is_seen_by_its_members_and_by_nobody_else() {
        String key = shop("集市庚", "专案小铺云岫", "");

        var opened = persons.as(POLICE, () -> operations.open(key, "秋风一号", "查清上家", Set.of(), Set.of()));
        long id = opened.id().orElseThrow();

        assertThat(persons.as(POLICE, () -> operations.find(id))).isPresent();
        for (String other : List.of(OFFICER, "jiang.lin", "xie.lan", "ning.yuan", "ye.zhou")) {
            assertThat(persons.as(other, () -> operations.find(id))).as(other).isEmpty();
            assertThat(persons.as(other, () -> operations.own())).noneMatch(one -> one.id() == id);
        }
        assertThatThrownBy(() -> persons.as(OFFICER, () -> operations.open(key, "不行", "不行", Set.of(), Set.of())))
                .isInstanceOf(Forbidden.class);
        assertThat(persons.as(POLICE, () -> operations.open(key, "", "目标", Set.of(), Set.of())).id()).isEmpty();
        assertThat(persons.as(POLICE, () -> operations.open(key, "他局", "目标", Set.of(persons.viewer(OFFICER).person()), Set.of()))
                        .why())
                .isEqualTo("networks.operation.fault.members");
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            assertThat(officer.get("/networks/operations/" + id).statusCode()).isEqualTo(404);
            assertThat(officer.get("/networks/" + key + "/operation").statusCode()).isEqualTo(403);
        }
        assertThat(persons.as(POLICE, () -> operations.end(id))).isTrue();
        assertThat(persons.as(POLICE, () -> operations.end(id))).isFalse();
    }

    @Test
    void an_operation_stays_as_it_was_opened_and_takes_nobody_in_after_its_end() {
        String key = shop("集市庚", "专案小铺云岭", "");
        long id = persons.as(POLICE, () -> operations.open(key, "秋风二号", "查清上家", Set.of(), Set.of())).id().orElseThrow();

        for (String rewriting : List.of("name = 'x'", "goal = 'x'", "node_key = 'x'", "leader = 1", "agency_id = 1")) {
            assertThatThrownBy(() -> attempt(POLICE, "update networks.operation set " + rewriting + " where id = :id", id))
                    .as(rewriting)
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(attempt(OFFICER, "update networks.operation set ended_on = current_date where id = :id", id)).isZero();
        assertThat(attempt(POLICE, MEMBER, id)).isOne();

        assertThat(persons.as(POLICE, () -> operations.end(id))).isTrue();

        assertThat(attempt(POLICE, "update networks.operation set ended_on = current_date + 9 where id = :id", id)).isZero();
        for (String late : List.of(MEMBER, "insert into networks.operation_case (operation_id, node_key) values (:id, 'late')")) {
            assertThatThrownBy(() -> attempt(POLICE, late, id)).as(late).hasStackTraceContaining("row-level security");
        }
    }

    private static final String MEMBER =
            "insert into networks.operation_member (operation_id, person_id, name, agency_id, joined_at) values (:id, 1, 'x', access.agency(), now())";

    /** What it changes, undone at once. */
    private int attempt(String who, String sql, long operation) {
        return persons.as(who, () -> java.util.Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return jdbc.sql(sql).param("id", operation).update();
        })));
    }

    @Test
    void who_was_fined_before_is_flagged_on_the_next_case() {
        shop("集市庚", "云岫禾木服饰有限公司", "91330106MA0HJ00171");
        long before = caseWork.closedId();
        long now = caseWork.proposedId();
        asMachine(() -> {
            weaver.theCase(before);
            weaver.theCase(now);
        });

        try (var officer = Visitor.signedIn(port, OFFICER);
                var foreign = Visitor.signedIn(port, FOREIGN)) {
            assertThat(page(officer, "/networks/case-" + now + "/repeat")).contains("/cases/" + before).contains("已作出决定");
            assertThat(page(foreign, "/networks/case-" + now + "/repeat")).doesNotContain("/cases/");
        }
    }

    @Test
    @Tag("browser")
    void the_queue_is_worked_through_by_keyboard() {
        shop("集市庚", "键盘小铺云岫", "");
        shop("集市辛", "键盘小铺云岫", "");
        try (var browser = Browser.desktop(port)) {
            browser.signIn(OFFICER).until(it -> !it.address().startsWith("/sign-in"));
            browser.go("/networks/review").sees("归并复核").isAccessible();
            browser.picture("networks-review");
            browser.keys("d").sees("已记下：不同一").isAccessible();
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(OFFICER).until(it -> !it.address().startsWith("/sign-in"));
            phone.go("/networks/review").isAccessible();
            phone.picture("networks-review-phone");
        }
    }

    @Test
    @Tag("browser")
    void the_home_of_networks_shows_what_came_in_and_the_case_shows_what_was_before() {
        told(leadWork.verified("首页甲小铺", "联系 13900007773"));
        told(leadWork.received("首页乙茶行", "电话 13900007773"));
        told(leadWork.received("首页协作小铺", "联系 13900007774"));
        String key = "shop-" + persons.as(OFFICER, () -> shops.find("集市乙", "", "首页协作小铺").orElseThrow()).id();
        persons.as(FOREIGN, () -> cooperations.ask(key, persons.viewer(OFFICER).agency(), "该店在本区有仓库，请协作"));
        try (var browser = Browser.desktop(port)) {
            browser.signIn(OFFICER).until(it -> !it.address().startsWith("/sign-in"));
            browser.go("/networks").sees("串并提醒").sees("该店在本区有仓库").isAccessible();
            browser.picture("networks-home");
            browser.type("words", "由沈知遥联系").click("同意协作").sees("已答复：同意协作");
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(OFFICER).until(it -> !it.address().startsWith("/sign-in"));
            phone.go("/networks?q=首页协作小铺").isAccessible();
            phone.picture("networks-home-phone");
        }
        try (var police = Browser.desktop(port, Locale.ENGLISH)) {
            police.signIn(POLICE).until(it -> !it.address().startsWith("/sign-in"));
            police.go("/networks/" + key + "/operation").sees("Open an operation").isAccessible();
            police.type("name", "秋风二号").type("goal", "查清上家").submit();
            police.sees("秋风二号").isAccessible();
            police.picture("networks-operation-en");
        }
    }
}

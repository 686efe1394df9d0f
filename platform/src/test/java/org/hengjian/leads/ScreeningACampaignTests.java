package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.intake.Batch;
import org.hengjian.intake.Intake;
import org.hengjian.screening.SellerHistory;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A campaign looks at offers that are otherwise let go; what became of a seller's earlier offers counts. */
@OnThePlatform
class ScreeningACampaignTests {

    /** Something is found in it, and not enough to be looked at: a typo beside the goods, 0.2 or so. */
    private static final String DOUBTFUL = "拜e capsules free shipping";

    @LocalServerPort
    int port;

    @Autowired
    CampaignTable table;

    @Autowired
    SellerPast past;

    @Autowired
    Leads leads;

    @Autowired
    Counterfactuals counterfactuals;

    @Autowired
    Intake intake;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    @Autowired
    PlacedLeads placed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private int taken;

    @AfterEach
    void end_all() {
        as("jiang.lin", () -> table.of(persons.viewer("jiang.lin").agency())
                .forEach(one -> table.end(one.id(), LocalDate.now(clock).minusDays(1))));
    }

    private void as(String person, Runnable work) {
        persons.as(person, () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    private void campaign(String person, @Nullable Long source) {
        var viewer = persons.viewer(person);
        LocalDate today = LocalDate.now(clock);
        var one = new CampaignThreshold(
                0, "剑网行动", source, "", 0.1, 0.15, today, today.plusDays(30), "专项部署", "", null, viewer.agency());
        as(person, () -> table.add(one, viewer, Instant.now(clock)));
    }

    private String standing(String source) {
        return screened(source, DOUBTFUL, "").explanation().standing().name();
    }

    private Lead screened(String source, String title, String seller) {
        String file = "编号,标题,店铺,平台\nc" + ++taken + System.nanoTime() + "," + title + "," + seller + ",某平台\n";
        long batch = persons.as("shen.zhiyao", () -> intake.receive(new Intake.Arriving(
                        intake.sourceCalled(source).id(),
                        Batch.Channel.API,
                        "c.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        Map.of("id", "编号", "title", "标题", "seller", "店铺", "platform", "平台"),
                        null))
                .id());
        await().until(() -> viewers.as(Viewer.machine(), () -> leads.tally(batch)).screened() == 1);
        return viewers.as(Viewer.machine(), () -> transaction.execute(_ -> jdbc.sql(
                        "select number from leads.lead where batch_id = :batch")
                .param("batch", batch)
                .query(String.class)
                .optional()
                .flatMap(leads::find)
                .orElseThrow()));
    }

    @Test
    void what_is_let_go_otherwise_is_looked_at_in_the_campaign_and_only_from_its_source() {
        assertThat(standing("campaign-a")).isEqualTo("CLEAR");
        long source = persons.as("shen.zhiyao", () -> intake.sourceCalled("campaign-a").id());

        campaign("jiang.lin", source);

        assertThat(standing("campaign-a")).isEqualTo("SUSPECT");
        assertThat(standing("campaign-b")).isEqualTo("CLEAR");
    }

    @Test
    void a_lead_keeps_the_campaign_it_was_judged_by_and_is_recomputed_with_it() {
        campaign("jiang.lin", null);
        var lead = screened("campaign-d", DOUBTFUL, "");
        end_all();

        var kept = again(lead).explanation();

        assertThat(kept.judgedBy()).isEqualTo(new JudgedBy(
                0.1, 0.15, "剑网行动", 0, 0, lead.right().id(), kept.judgedBy().prices()));
        assertThat(counterfactuals.of(LeadViews.listing(lead), kept)).isNotEmpty().allSatisfy(change -> {
            String by = change.score() >= 0.15 ? "SUSPECT" : change.score() >= 0.1 ? "REVIEW" : "CLEAR";
            assertThat(change.standing().name()).as(change.what()).isEqualTo(by);
        });
    }

    @Test
    void a_lead_keeps_the_sellers_past_of_its_day_and_says_what_it_did() {
        var xihu = persons.viewer("shen.zhiyao");
        String seller = "前科小店" + System.nanoTime();
        lead(seller, "VERIFIED", "", xihu);
        lead(seller, "VERIFIED", "", xihu);
        var lead = screened("campaign-e", "衡★溪 卫衣 1:1复刻", seller);
        lead(seller, "DISMISSED", "authorised", xihu);

        var kept = again(lead).explanation();

        assertThat(kept.judgedBy().history()).isEqualTo(new SellerHistory(2, 0));
        assertThat(kept.judgedBy().campaign()).isEmpty();
        assertThat(counterfactuals.of(LeadViews.listing(lead), kept))
                .filteredOn(change -> change.code().equals("without-history"))
                .singleElement()
                .satisfies(change -> assertThat(change.score()).isLessThan(lead.score()));
    }

    @Test
    void a_lead_of_the_time_before_says_that_its_basis_was_not_kept() {
        var lead = screened("campaign-f", "衡★溪 卫衣 1:1复刻", "");
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> jdbc.sql(
                        "update leads.lead set explanation = explanation - 'judgedBy' where number = :number")
                .param("number", lead.number())
                .update()));

        var old = again(lead);

        assertThat(old.explanation().basisKept()).isFalse();
        assertThat(old.explanation().judgedBy()).isEqualTo(JudgedBy.STANDARD);
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            assertThat(new String(officer.get("/leads/" + old.number()).body(), StandardCharsets.UTF_8))
                    .contains("当时没有记下");
        }
    }

    private Lead again(Lead lead) {
        return viewers.as(Viewer.machine(), () -> leads.find(lead.number())).orElseThrow();
    }

    @Test
    void another_agencys_campaign_changes_nothing_here() {
        campaign("bai.shu", null);

        assertThat(standing("campaign-c")).isEqualTo("CLEAR");
    }

    @Test
    void an_officer_sets_none_by_page_or_by_sql() {
        assertThatThrownBy(() -> campaign("shen.zhiyao", null)).isInstanceOf(DataAccessException.class);
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            assertThat(officer.get("/screening-thresholds").statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "review, 0, 要写 0.01 至 0.99 的数",
        "review, 很低, 要写 0.01 至 0.99 的数",
        "suspect, 0.1, 不能低于待复核的分数",
        "to, 2020-01-01, 早于起始日",
        "from, 2026-02-30, 不是存在的日期",
        "reason, , 必填",
        "source, 999999999, 没有这个来源",
    })
    void a_wrong_field_is_named_and_nothing_is_saved(String field, String value, String words) {
        var typed = new java.util.HashMap<>(Map.of(
                "name", "专项", "review", "0.2", "suspect", "0.5", "from", "2026-12-01", "to", "2026-12-31", "reason", "部署"));
        typed.put(field, value == null ? "" : value);
        try (var head = Visitor.signedIn(port, "jiang.lin")) {
            var answer = head.post("/screening-thresholds", typed);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(words);
        }
    }

    @Test
    void a_sellers_past_is_counted_by_what_people_found() {
        var xihu = persons.viewer("shen.zhiyao");
        String seller = "往事小店" + System.nanoTime();
        lead(seller, "VERIFIED", "", xihu);
        lead(seller, "DISMISSED", "slight", xihu);
        lead(seller, "DISMISSED", "authorised", xihu);
        lead(seller, "DISMISSED", "gone", xihu);
        lead(seller, "SCREENED", "", xihu);

        var histories = viewers.as(
                Viewer.machine(), () -> transaction.execute(_ -> past.of(List.of(offer(seller), offer("")))));

        assertThat(histories).isNotNull();
        assertThat(histories.of(offer(seller))).isEqualTo(new SellerHistory(2, 1));
        assertThat(histories.of(offer(""))).isEqualTo(SellerHistory.UNKNOWN);
        assertThat(histories.of(offer("别的店"))).isEqualTo(SellerHistory.UNKNOWN);
    }

    private static Received offer(String seller) {
        return new Received(
                null, null, null, "1", "标题", "", null, "", "", "", seller, "", "某平台", "", null, List.of(), 1, 330106);
    }

    private void lead(String seller, String state, String ground, Viewer agency) {
        placed.lead(
                "X-2019-" + System.nanoTime(), state, ground, "SUSPECT", "evasive-spelling", 9000, "标题", seller, "某平台",
                LocalDate.of(2019, 1, 1), agency);
    }

    @Test
    @Tag("browser")
    void a_head_sets_a_threshold_ends_it_and_takes_that_back() {
        try (var head = Browser.desktop(port).signIn("jiang.lin");
                var phone = Browser.phone(port).signIn("jiang.lin")) {
            head.go("/screening-thresholds").sees("平时 0.35 起待复核").isAccessible();
            head.type("name", "剑网2026").type("review", "0.25").type("suspect", "0.6").type("reason", "国家版权局等四部门部署");
            head.driver().executeScript(
                    "document.getElementById('from').value='2026-11-01';document.getElementById('to').value='2030-12-31'");
            head.click("定下").sees("已定下").sees("剑网2026").sees("在用").isAccessible().picture("campaigns");
            phone.go("/screening-thresholds").sees("剑网2026").isAccessible().picture("campaigns-phone");
            head.click("停用").sees("已停用");
        }
    }
}

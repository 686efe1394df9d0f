package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A morning with the list of leads in Chromium: keys, order, columns, saved views, many at once, and the way back. */
@OnThePlatform
@Tag("browser")
class WorkingThroughTheListTests {

    private static final List<String> OFFERED =
            List.of("衡溪A货 代购级 卫衣", "衡★氵奚 HΕNGXI 卫衣男 1:1复刻", "HENGXI men's hoodie, official store");

    @LocalServerPort
    int port;

    @Autowired
    Leads leads;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    private List<Lead> threeLeadsOf(String seller) {
        return IntStream.range(0, OFFERED.size())
                .mapToObj(i -> Offers.of(
                        Offers.batch(), persons.viewer("shen.zhiyao").agency(), OFFERED.get(i), seller + i + "号"))
                .map(offer -> viewers.as(Viewer.machine(), () -> {
                    leads.receive(List.of(offer));
                    return leads.ofListing(Objects.requireNonNull(offer.listing()))
                            .orElseThrow();
                }))
                .toList();
    }

    @Test
    void the_keyboard_alone_walks_chooses_opens_and_closes() {
        threeLeadsOf("键盘铺");
        try (var browser = list("键盘铺")) {
            var order = rows(browser);
            browser.keys("j", "j", "x").sees("已选 1 条");
            assertThat(browser.find("tr[aria-current]").getDomAttribute("data-open"))
                    .isEqualTo(order.get(1));

            browser.keys("k", Keys.ENTER).until(it -> it.address().contains("open="));
            browser.sees("分数从哪里来").isAccessible();
            browser.keys(Keys.ESCAPE).until(it -> !it.address().contains("open="));
            browser.keys("j", "o").until(it -> it.address().equals(order.get(0)));

            browser.go("/leads").keys("?").sees("打开侧栏").isAccessible();
            browser.find("#all-keys a").click();
            browser.until(it -> !it.all("html[data-keys=off]").isEmpty()).keys("n");
            assertThat(browser.sees("在办").address()).isEqualTo("/leads");
        }
    }

    @Test
    void a_click_on_a_heading_sorts_and_a_second_turns_it_round() {
        threeLeadsOf("排序铺");
        try (var browser = list("排序铺")) {
            var falling = rows(browser);
            heading(browser, "分数").click();
            browser.until(it -> !it.all("th[aria-sort=ascending]").isEmpty());

            assertThat(rows(browser)).containsExactlyElementsOf(falling.reversed());
            heading(browser, "核查期限").click();
            browser.until(it -> it.address().contains("sort=due"));
            assertThat(heading(browser, "核查期限")
                            .findElement(org.openqa.selenium.By.xpath(".."))
                            .getDomAttribute("aria-sort"))
                    .isEqualTo("ascending");
        }
    }

    @Test
    void many_are_assigned_and_dismissed_after_a_look_and_taken_back() {
        threeLeadsOf("批量铺");
        try (var browser = list("批量铺")) {
            browser.click("分派…").sees("先勾选线索");
            browser.tick("thead input[type=checkbox]")
                    .click("分派…")
                    .sees("分派 3 条线索")
                    .isAccessible();
            browser.choose("person", "陆闻笛").click("分派 3 条").sees("已分派 3 条给陆闻笛");
            browser.click("撤销").sees("已撤销 3 条");
            assertThat(browser.says("陆闻笛")).isFalse();

            browser.tick("thead input[type=checkbox]").click("不予立案…").sees("3 条线索不予立案");
            browser.driver().executeScript("document.getElementById('ground').removeAttribute('required')");
            browser.type("reason", "店铺是授权经销商")
                    .click("3 条不予立案")
                    .sees("选择不予立案的理由")
                    .isAccessible();
            assertThat(browser.find("#words").getDomProperty("value")).isEqualTo("店铺是授权经销商");
            browser.choose("ground", "经核实为授权经营或正品转售").click("3 条不予立案").sees("3 条不予立案");
            assertThat(browser.all("tbody tr[data-open]")).isEmpty();
            browser.click("撤销").sees("已撤销 3 条");
            assertThat(browser.all("tbody tr[data-open]")).hasSize(3);
        }
    }

    @Test
    void a_view_is_kept_found_again_and_removed_and_columns_stay_chosen() {
        threeLeadsOf("查询铺");
        try (var browser = list("查询铺")) {
            browser.click("存为常用查询").type("name", "查询铺的").click("保存查询").sees("已存为“查询铺的”");
            browser.go("/leads").click("查询铺的").sees("查询铺0号");
            browser.click("整理常用查询").click("去掉").sees("已删除常用查询");
            assertThat(browser.all("main a.hj-chip").stream().map(WebElement::getText))
                    .doesNotContain("查询铺的");

            browser.click("列")
                    .tick("input[name=columns][value=number]")
                    .click("用这些列")
                    .sees("编号");
            browser.go("/leads?q=查询铺").sees("编号");
            assertThat(browser.all("tbody td.hj-nowrap").getFirst().getText()).startsWith("X-");
        }
    }

    @Test
    void an_empty_list_says_which_condition_would_have_to_go() {
        var lead = threeLeadsOf("空白铺").getFirst();
        try (var browser = list("空白铺")) {
            browser.go("/leads?q=" + lead.number() + "&platform=没有的平台").sees("去掉“平台：没有的平台”后有 1 条").isAccessible();
            browser.click("去掉“平台：没有的平台”").sees(lead.subject().seller());
        }
    }

    @Test
    void what_was_done_is_told_in_words_and_not_in_codes() {
        var lead = threeLeadsOf("经过铺").getFirst();
        try (var browser = list("经过铺")) {
            browser.go("/leads/" + lead.number()).click("开始核查").sees("核查中");
            browser.tick("input[value=UNFOUNDED]").type("notes", "店铺是授权经销商").click("保存核查记录").sees("已记录");

            browser.sees("记录核查结果：不属实");
            assertThat(browser.says("UNFOUNDED")).isFalse();
        }
    }

    @Test
    void every_sum_starts_from_the_same_though_a_score_near_one_is_kept_rounded() {
        var three = threeLeadsOf("起点铺");

        assertThat(three)
                .extracting(lead -> Math.round(1e4 * lead.explanation().start()))
                .containsOnly(Math.round(1e4 * three.getFirst().explanation().start()));
        assertThat(three.getFirst().explanation().start()).isNegative();
    }

    @Test
    void a_place_that_does_not_exist_is_said_and_not_passed_over() {
        try (var browser = list("排序铺")) {
            browser.go("/leads?region=火星").sees("没有叫“火星”的地区").isAccessible();
        }
    }

    @Test
    void the_register_holds_the_rows_of_the_list() throws IOException {
        var three = threeLeadsOf("台账铺");
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            var workbook = officer.get("/leads/export.xlsx?q="
                    + java.net.URLEncoder.encode("台账铺", java.nio.charset.StandardCharsets.UTF_8));

            assertThat(workbook.statusCode()).isEqualTo(200);
            try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook.body()))) {
                var cells = read.getFirstSheet().read().stream()
                        .flatMap(row -> row.stream().filter(Objects::nonNull).map(cell -> cell.getText()))
                        .toList();
                assertThat(cells).containsAll(three.stream().map(Lead::number).toList());
            }
        }
    }

    @Test
    void who_comes_second_keeps_what_was_typed_and_is_told_who_was_first() {
        var lead = threeLeadsOf("先后铺").getFirst();
        try (var browser = list("先后铺");
                var colleague = Visitor.signedIn(port, "lu.wendi")) {
            browser.go("/leads/" + lead.number()).click("开始核查").sees("核查中");
            browser.tick("input[value=CONFIRMED]").type("notes", "现场看到十双带标运动鞋");
            String version = Objects.requireNonNull(
                    browser.all("#record input[name=version]").getFirst().getDomAttribute("value"));
            colleague.post(
                    "/leads/" + lead.number() + "/record",
                    java.util.Map.of(
                            "version", version, "outcome", "INCONCLUSIVE", "visitedOn", "2026-01-05", "notes", "没有人在"));

            browser.click("保存核查记录").sees("陆闻笛").sees("先改了这条线索").isAccessible();
            assertThat(browser.find("#notes").getDomProperty("value")).isEqualTo("现场看到十双带标运动鞋");
            browser.click("保存核查记录").sees("核查属实，可以立案");
        }
    }

    private Browser list(String seller) {
        var browser = Browser.desktop(port);
        browser.signIn("shen.zhiyao").until(it -> !it.address().startsWith("/sign-in"));
        return browser.go("/leads?q=" + seller).sees("线索");
    }

    private static List<String> rows(Browser browser) {
        return browser.all("tbody tr[data-open]").stream()
                .map(row -> Objects.requireNonNull(row.getDomAttribute("data-open")))
                .toList();
    }

    private static WebElement heading(Browser browser, String words) {
        return browser.all("thead th a").stream()
                .filter(link -> link.getText().startsWith(words))
                .findFirst()
                .orElseThrow();
    }
}

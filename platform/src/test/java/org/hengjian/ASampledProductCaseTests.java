package org.hengjian;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.time.Days;
import org.hengjian.time.PlatformTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A sampled product from the inspection to the closing, by officer, head and reviewer in turn: while the laboratory works,
 * the clock of the case stands, by exactly the days that the party was told of and the laboratory took.
 */
@OnThePlatform
@Tag("browser")
class ASampledProductCaseTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String HEAD = "jiang.lin";
    private static final String REVIEWER = "gu.heng";
    private static final int DAYS_AGO = 40;
    private static final int TOLD = 20;
    private static final int TAKEN = 15;
    private static final int HOLIDAY = 9; // the longest row of days off

    @LocalServerPort
    int port;

    @Autowired
    Days days;

    @Autowired
    Clock clock;

    @AfterEach
    void back_to_today() {
        days.returnToReality();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void travel(int ago) {
        days.returnToReality();
        days.travelTo(today().minusDays(ago).atTime(9, 30).atZone(PlatformTime.ZONE));
    }

    @Test
    void officer_head_and_reviewer_bring_a_sampled_product_from_inspection_to_closing_over_a_paused_clock() {
        travel(DAYS_AGO);
        try (var browser = Browser.desktop(port)) {
            String page = file(browser);
            String id = page.replaceAll("\\D", "");
            LocalDate before = decisionDue(browser, page);

            // Found, registered, sampled; the laboratory is asked and the party told.
            step(browser, OFFICER, page + "/record", "record=抽样记录", "text=货架上电热水袋200个，随机抽取6个，当场封样，经营者签字确认。");
            browser.sees("调查中");
            browser.go("/goods/new?case=" + id).choose("measure", "查封").type("name", "云杉牌电热水袋").type("quantity", "200")
                    .type("place", "就地封存").type("seal", "封1001").submit();
            browser.sees("已登记 W").click("W2").sees("平衡");
            String item = browser.address();
            browser.click("抽样送检").type("quantity", "6").type("counterpart", "省电器检测院").type("document", "抽样单2026-31").submit();
            browser.sees("在库 194").sees("送检 6").isAccessible().picture("sampled-goods");
            step(browser, OFFICER, page + "/commission-testing", "testing=检测、检验、检疫", "institution=省电器检测院",
                    "subject=云杉牌电热水袋6个", "question=防触电保护、爆破压力", "@until=" + today().plusDays(TOLD));
            browser.sees("告知的期间至 " + today().plusDays(TOLD)).sees("检验检测鉴定委托书").isAccessible().picture("sampled-commissioned");

            // Two weeks pass in the laboratory.
            travel(DAYS_AGO - TAKEN);
            browser.signIn(OFFICER).go(page);
            assertThat(decisionDue(browser, page)).as("told of so many days").isAfter(before);
            step(browser, OFFICER, page + "/end-testing", "outcome=防触电保护不合格，判定该批产品不合格。");
            browser.sees("收到结果");
            LocalDate after = decisionDue(browser, page);
            assertThat(after).as("the clock stood while the laboratory worked").isAfter(before);
            long stood = excluded(browser, page);
            assertThat(stood).as("days that do not count").isBetween(TAKEN - 1L, TAKEN + 1L);
            // A last day that is no working day gives way to the next that is one.
            assertThat(after).isBetween(before.plusDays(stood - HOLIDAY), before.plusDays(stood + HOLIDAY));
            browser.isAccessible();
            ruler(browser, page);
            browser.picture("sampled-paused");

            // What it is worth goes into the facts by a person's hand.
            browser.go(item + "/value").choose("kind", "标价").type("price", "59").type("basis", "货架标价签").type("evidence", "抽样记录").submit();
            browser.sees("标价");
            browser.go(item).click("样品取回").type("quantity", "2").submit();
            browser.sees("在库 196");
            browser.go(page + "/establish").click("填入货值金额").sees("11,800.00").click("认定事实");
            browser.until(it -> it.address().endsWith("/facts")).sees("一致").isAccessible().picture("sampled-facts");

            travel(DAYS_AGO - TAKEN - 3);
            step(browser, OFFICER, page + "/finish", "facts=当事人销售不合格电热水袋，货值11800元。", "opinion=建议没收并处罚款。",
                    "fine=11800", "confiscation=0", "basis=《中华人民共和国产品质量法》第四十九条");
            browser.sees("审核中");
            step(browser, REVIEWER, page + "/review", "opinion=事实清楚，证据确凿，同意。");
            browser.sees("已审核");
            step(browser, HEAD, page + "/inform");
            step(browser, OFFICER, page + "/serve-notice", "recipient=钱有声");
            browser.sees("已告知");
            step(browser, OFFICER, page + "/defence", "defence=书面放弃陈述、申辩和听证", "text=书面放弃");
            step(browser, HEAD, page + "/decide", "reasons=违法事实清楚，情节一般。");
            browser.sees("已决定");
            assertThat(today()).as("decided in time").isBeforeOrEqualTo(after);
            step(browser, OFFICER, page + "/serve", "recipient=钱有声");
            step(browser, OFFICER, page + "/pay", "receipt=浙票031");
            step(browser, OFFICER, page + "/propose-closing", "outcome=罚款已缴清，其余产品待销毁。");
            step(browser, HEAD, page + "/close");
            browser.sees("已结案").isAccessible().picture("sampled-closed");
        }
    }

    private String file(Browser browser) {
        browser.signIn(OFFICER).go("/cases/new").type("partyName", "青石县云杉百货店").type("partyAddress", "青石县西街41号")
                .type("cause", "销售不合格产品").type("act", "销售防触电保护不合格的电热水袋").type("place", "西街41号")
                .choose("venueGround", "违法行为发生地").type("venueText", "违法行为发生在本局辖区")
                .type("turnover", "11,800.00").type("ground", "抽查发现产品标识不全，有证据初步证明存在违法行为");
        set(browser, "actFrom", today().minusDays(10).toString());
        browser.driver().executeScript(
                "document.querySelectorAll('input[name=officers]').forEach((box, at) => { box.checked = at < 2 })");
        browser.submit();
        browser.sees("待批准立案");
        String page = browser.address();
        step(browser, HEAD, page + "/approve");
        browser.sees("已立案");
        return page;
    }

    /** Fields as {@code name=words}; those that are days begin with an at. */
    private static void step(Browser browser, String who, String address, String... typed) {
        browser.signIn(who).go(address).find("form[data-guard] button[type=submit]");
        for (String one : typed) {
            String[] field = one.replaceFirst("^@", "").split("=", 2);
            if (one.startsWith("@")) {
                set(browser, field[0], field[1]);
            } else if (browser.driver().findElement(org.openqa.selenium.By.name(field[0])).getTagName().equals("select")) {
                browser.choose(field[0], field[1]);
            } else {
                browser.type(field[0], field[1]);
            }
        }
        browser.submit();
        browser.until(it -> it.address().matches("/cases/\\d+"));
    }

    private static void set(Browser browser, String field, String day) {
        browser.driver().executeScript("document.getElementsByName(arguments[0])[0].value = arguments[1]", field, day);
    }

    private static void ruler(Browser browser, String page) {
        browser.go(page).driver().executeScript(
                "document.querySelector('.hj-ruler').scrollIntoView({block: 'center', behavior: 'instant'})");
    }

    /** The last day for handling the case, as its page computes it. */
    private static LocalDate decisionDue(Browser browser, String page) {
        browser.go(page).find(".hj-ruler");
        return LocalDate.parse((String) java.util.Objects.requireNonNull(browser.driver().executeScript(
                """
                const term = [...document.querySelectorAll('details')]
                  .find((one) => one.querySelector('summary').textContent.includes('办案期限'));
                return term.querySelector('.hj-strong').textContent.match(/\\d{4}-\\d{2}-\\d{2}/)[0];
                """)));
    }

    /** How many days the ruler says do not count by law. */
    private static long excluded(Browser browser, String page) {
        return cells(browser, page, "依法不计入").size();
    }

    @SuppressWarnings("unchecked")
    private static List<String> cells(Browser browser, String page, String what) {
        browser.go(page).find(".hj-ruler");
        return (List<String>) java.util.Objects.requireNonNull(browser.driver().executeScript(
                """
                const row = [...document.querySelectorAll('.hj-ruler tbody tr')]
                  .find((one) => one.querySelector('th b').textContent.includes('办案期限'));
                return [...row.querySelectorAll('td')].map((one) => one.title)
                  .filter((title) => title.includes(arguments[0])).map((title) => title.slice(0, 10));
                """,
                what));
    }
}

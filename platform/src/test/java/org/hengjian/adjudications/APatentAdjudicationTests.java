package org.hengjian.adjudications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.time.Days;
import org.hengjian.time.PlatformTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A dispute over a patent from the request to the closing in real Chromium, by six people in turn over two months. */
@OnThePlatform
@Tag("browser")
class APatentAdjudicationTests {

    @LocalServerPort
    int port;

    @Autowired
    AdjudicationWork work;

    @Autowired
    Days days;

    @AfterEach
    void back() {
        days.returnToReality();
    }

    @Test
    void a_request_is_accepted_answered_heard_not_mediated_ruled_served_and_closed() {
        var begin = work.today().minusDays(60);
        try (var browser = Browser.desktop(port)) {
            travelTo(begin);
            browser.signIn(AdjudicationWork.PRESIDING).go("/adjudications").click("录入请求…");
            browser.isAccessible().type("patentNumber", "ZL202110123456.5").submit();
            browser.sees("还要改这些").sees("不是专利号，或者校验位不对").isAccessible().picture("adjudication-form-errors");
            String page = request(browser);
            browser.sees("待审查").isAccessible();

            browser.signIn(AdjudicationWork.HEAD).go(page + "/accept").isAccessible();
            browser.choose("presiding", "岑柏").choose("clerk", "裴安").tick(member(AdjudicationWork.SECOND)).submit();
            browser.sees("合议组应当是不少于3人的单数").isAccessible().picture("adjudication-panel-refused");
            browser.tick(member(AdjudicationWork.THIRD)).click("先看文书").sees("这一步还没有办").isAccessible().picture("adjudication-proof");
            browser.click("按此办理");
            browser.sees("已受理").sees("受理通知书").isAccessible().picture("adjudication-accepted");
            browser.signIn(AdjudicationWork.DISTRICT).go(page).sees("找不到");

            browser.signIn(AdjudicationWork.CLERK).go(page + "/serve-copy").choose("way", "直接送达").type("recipient", "赵小明").submit();
            browser.sees("待答辩").sees("答辩通知书");
            browser.go(page + "/go-on").sees("还没有届满").submit();
            browser.sees("没有保存");

            travelTo(begin.plusDays(5));
            browser.signIn(AdjudicationWork.CLERK).go(page + "/answer").type("answer", "被控伞骨没有限位凸起，不落入权利要求1的保护范围。").submit();
            browser.sees("审理中");
            browser.go(page + "/forward-answer").choose("way", "邮寄送达").type("recipient", "钱小禾").submit();
            browser.sees("答辩书副本送达");
            browser.signIn(AdjudicationWork.PRESIDING).go(page + "/call-hearing").isAccessible();
            moment(browser, begin.plusDays(5));
            browser.type("place", "市局第一审理室").submit();
            browser.sees("通知太晚").isAccessible();
            moment(browser, begin.plusDays(15));
            browser.submit().sees("待口头审理").sees("口头审理通知书").isAccessible();

            travelTo(begin.plusDays(15));
            browser.signIn(AdjudicationWork.PRESIDING).go(page).isAccessible().picture("adjudication-hearing-called");
            browser.go(page + "/hold-hearing").isAccessible().choose("attendance", "双方到场").type("present", "钱小禾\n赵小明")
                    .type("record", "请求人陈述请求；被请求人陈述答辩意见；当庭比对公证购买的雨伞，双方质证。").submit();
            browser.sees("双方到场");
            browser.signIn(AdjudicationWork.SECOND).go(page + "/mediate").choose("agreed", "否").type("terms", "双方对补偿数额分歧较大，调解不成。").submit();
            browser.sees("调解不成");
            browser.signIn(AdjudicationWork.PRESIDING).go(page + "/deliberate").choose("conclusion", "侵权成立").choose("votes", "3 / 3")
                    .type("deliberation", "被控产品的限位筋与限位凸起结构、功能相同，具有权利要求1的全部技术特征。").submit();
            browser.sees("合议笔录");
            browser.signIn(AdjudicationWork.HEAD).go(page + "/rule").isAccessible().submit();
            browser.sees("认定侵权成立的要写明责令事项").isAccessible();
            browser.type("orders", "停止制造落入保护范围的折叠伞\n停止销售、许诺销售上述产品").submit();
            browser.sees("裁决待送达").sees("专利侵权纠纷行政裁决书").isAccessible().picture("adjudication-ruled");
            serve(browser, page, "请求人", "钱小禾").sees("裁决待送达");
            serve(browser, page, "被请求人", "赵小明").sees("裁决已送达");
            browser.signIn(AdjudicationWork.HEAD).go(page + "/close").sees("起诉期限到").sees("第六十五条").isAccessible();

            travelTo(begin.plusDays(45));
            browser.signIn(AdjudicationWork.HEAD).go(page + "/close").type("closing", "期满没有起诉，被请求人已经停止侵权行为。").submit();
            browser.sees("已结案").isAccessible().picture("adjudication-closed");
            assertThat(browser.all("a[href^='/documents/']")).hasSizeGreaterThan(8);
            browser.go("/adjudications").sees("白水雨具厂").isAccessible().picture("adjudications-list");
        }
    }

    @Test
    void on_a_phone_in_english_the_pages_fit_and_an_empty_list_says_so() {
        long id = work.examining().dossier().id();
        try (var browser = Browser.phone(port)) {
            browser.signIn(AdjudicationWork.PRESIDING).go("/adjudications/" + id + "?lang=en").sees("Under examination");
            browser.isAccessible().picture("adjudication-phone-en");
            browser.go("/adjudications").sees("Patent disputes").isAccessible().picture("adjudications-list-phone-en");
            browser.go("/adjudications/" + id + "/deliberate").sees("How many agree").isAccessible();
            browser.go("/adjudications/new").sees("Patent number").isAccessible();
        }
        try (var browser = Browser.desktop(port, Locale.ENGLISH)) {
            browser.signIn(AdjudicationWork.PRESIDING).go("/adjudications?q=none-such").sees("None under these conditions").isAccessible()
                    .picture("adjudications-none-en");
        }
    }

    @Test
    void a_ruling_is_worded_ahead_kept_and_issued_as_it_was_kept_or_not_at_all() {
        var deliberated = work.deliberated();
        String page = "/adjudications/" + deliberated.dossier().id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(AdjudicationWork.HEAD).go(page + "/rule").type("orders", "停止制造").click("先看文书").sees("这一步还没有办");
            var passage = browser.find(".sheet-passage textarea");
            passage.clear();
            passage.sendKeys("被请求人自2025年起制造、销售三折伞。");
            browser.click("保存改稿，以后再办").sees("已保存，改了 1 处").isAccessible().picture("adjudication-wording-kept");
            browser.go(page).sees("签发时按改稿印出").isAccessible().picture("adjudication-wording-waits");
            browser.go("/documents").sees(deliberated.name()).sees("专利侵权纠纷行政裁决书");

            browser.go(page + "/rule").type("facts", "查明的事实变了。").type("orders", "停止制造").submit();
            browser.sees("改稿没有采用").isAccessible();
            browser.go(page + "/rule").type("orders", "停止制造").submit().sees("裁决待送达").sees("专利侵权纠纷行政裁决书");
            browser.go("/documents").sees("改 1 处");
        }
    }

    private String request(Browser browser) {
        browser.type("patentNumber", AdjudicationWork.patent().text()).type("patentTitle", "一种折叠雨伞的伞骨")
                .choose("standing", "专利权人")
                .choose("requesterKind", "单位").type("requesterName", "云岫伞业有限公司").type("requesterAddress", "青石县大坪镇仓前路8号")
                .type("requesterPerson", "钱小禾")
                .choose("respondentKind", "单位").type("respondentName", "白水雨具厂").type("respondentAddress", "古荡街道虚构路5号")
                .type("respondentRegion", "330106").type("actRegion", "330106").type("claims", "权利要求1、3")
                .type("act", "制造、销售型号为 BS-3 的三折伞").type("facts", "公证购买的雨伞具有权利要求1的全部技术特征。")
                .type("orders", "责令停止制造、销售侵权产品").type("evidence", "专利证书\n公证购买的雨伞1把")
                .choose("beforeCourt", "否").choose("willing", "是")
                .submit();
        return browser.until(it -> it.address().matches("/adjudications/\\d+")).address();
    }

    private Browser serve(Browser browser, String page, String to, String recipient) {
        browser.signIn(AdjudicationWork.CLERK).go(page + "/serve-ruling").choose("to", to).choose("way", "直接送达")
                .type("recipient", recipient).submit();
        return browser;
    }

    private String member(String signIn) {
        return "input[name=members][value='" + work.id(signIn) + "']";
    }

    private void travelTo(LocalDate day) {
        days.travelTo(day.atTime(9, 30).atZone(PlatformTime.ZONE));
    }

    /** A picker of the browser's own: typed as the form sends it. */
    private static void moment(Browser browser, LocalDate day) {
        browser.driver().executeScript("document.getElementsByName('hearingAt')[0].value = arguments[0]", day + "T14:00");
    }
}

package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Measures, tests and suspension in real Chromium: every form that a step needs is opened and sent by the one who takes it. */
@OnThePlatform
@Tag("browser")
class MeasuresInTheBrowserTests {

    private static final String GOODS = "带标连帽卫衣，XL，430，件\n吊牌，12.5，千克\n包装袋，200，个\n缝纫机，JK-9100，2，台";

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void goods_are_seized_tested_extended_and_given_back() {
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.OFFICER).go(page).sees("申请采取措施").isAccessible();
            block(browser, "measures-none");
            browser.go(page + "/ask-measure").isAccessible().choose("measureKind", "扣押").type("goods", "带标卫衣 430 件");
            browser.submit();
            browser.sees("还要改这些").sees("第 1 行").isAccessible().picture("measures-ask-errors");
            browser.type("goods", GOODS).type("ground", "涉嫌侵犯注册商标专用权").type("measureBasis", "《中华人民共和国商标法》第六十二条第一款第四项");
            browser.submit();
            browser.sees("待批准").sees("等 4 项");

            browser.signIn(CaseWork.HEAD).go(page + "/impose-measure").sees("扣押 · 青石县大坪镇仓前路8号 · 带标连帽卫衣");
            browser.isAccessible().picture("measures-impose").submit();
            browser.sees("已采取").sees("实施行政强制措施决定书").isAccessible();
            block(browser, "measures-seized");

            browser.signIn(CaseWork.OFFICER).go(page + "/commission-testing").isAccessible().picture("measures-commission");
            browser.choose("testing", "检测、检验、检疫").type("institution", "市质检院").type("subject", "连帽卫衣 6 件").type("question", "成分");
            set(browser, "until", work.today().minusDays(1).toString());
            browser.submit();
            browser.sees("还要改这些").isAccessible();
            set(browser, "until", work.today().plusDays(10).toString());
            browser.submit();
            browser.sees("告知的期间至 " + work.today().plusDays(10));
            browser.go(page + "/prolong-testing").sees("市质检院").isAccessible().type("ground", "复检");
            set(browser, "until", work.today().plusDays(20).toString());
            browser.submit();
            browser.sees("告知的期间至 " + work.today().plusDays(20));
            browser.go(page + "/end-testing").isAccessible().type("outcome", "棉 30 %").submit();
            browser.sees("收到结果");

            browser.signIn(CaseWork.HEAD).go(page + "/extend-measure").isAccessible().type("ground", "涉及多名供货人").submit();
            browser.sees("延长行政强制措施期限决定书");
            browser.go(page + "/suspend").isAccessible().type("ground", "等待商标无效宣告的结果").submit();
            browser.sees("中止中").isAccessible();
            block(browser, "measures-suspended");
            browser.go(page + "/resume").isAccessible().type("ground", "已有结果").submit();
            browser.sees("申请采取措施").go(page + "/lift-measure").isAccessible().submit();
            browser.sees("已解除").isAccessible();
            block(browser, "measures-lifted");
        }
    }

    @Test
    void what_is_taken_on_the_spot_is_confirmed_and_settled_on_a_phone_in_english() {
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.OFFICER).go(page + "/take-measure?lang=en").sees("on the spot");
            browser.isAccessible().picture("measures-take-phone-en");
            browser.choose("measureKind", "Registration of evidence").type("goods", GOODS).type("ground", "可能灭失");
            browser.type("measureBasis", "《中华人民共和国行政处罚法》第五十六条").submit();
            browser.sees("approval due").isAccessible();
            block(browser, "measures-urgent-phone-en");
            // A term of hours stands in the lists too.
            browser.go("/cases?lang=en&sort=due").sees("Cases").isAccessible();
            browser.go("/?lang=en").until(it -> !it.says("The server failed"));
            browser.signIn(CaseWork.HEAD).go(page + "/confirm-measure?lang=en").sees("Registration of evidence · 青石县");
            browser.isAccessible().submit();
            browser.sees("In force");
            browser.signIn(CaseWork.OFFICER).go(page + "/settle-registration?lang=en").isAccessible().type("text", "已拍照、录像。");
            browser.submit();
            browser.sees("Settled").isAccessible();
            block(browser, "measures-settled-phone-en");
            assertThat(browser.all("#measures tbody tr")).hasSize(1);
            browser.go(page + "/commission-testing?lang=en").sees("under a measure").isAccessible();
            browser.go(page + "?lang=zh-CN").sees("已处理");
        }
    }

    private static void block(Browser browser, String picture) {
        browser.driver().executeScript("document.getElementById('measures').scrollIntoView({behavior: 'instant'})");
        browser.picture(picture);
    }

    private static void set(Browser browser, String field, String day) {
        browser.driver().executeScript("document.getElementsByName(arguments[0])[0].value = arguments[1]", field, day);
    }
}

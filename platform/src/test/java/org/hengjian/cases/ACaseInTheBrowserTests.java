package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the proposal to the closing in real Chromium, by several people in turn. */
@OnThePlatform
@Tag("browser")
class ACaseInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void officer_reviewer_and_head_bring_a_case_to_its_end() {
        try (var browser = Browser.desktop(port)) {
            signIn(browser, CaseWork.OFFICER).go("/cases/new");
            browser.isAccessible();
            press(browser);
            browser.sees("还要改这些").isAccessible().picture("cases-form-errors");
            browser.type("partyName", "云岫禾木服饰有限公司")
                    .type("partyAddress", "青石县大坪镇仓前路8号")
                    .type("cause", "侵犯注册商标专用权")
                    .type("act", "销售侵犯注册商标专用权的连帽卫衣")
                    .type("place", "仓前路8号")
                    .type("personName", "赵小禾")
                    .type("personPhone", "13800000000")
                    .type("turnover", "51,100.00")
                    .choose("venueGround", "违法行为发生地")
                    .type("venueText", "仓前路8号在本局辖区")
                    .type("ground", "有证据初步证明存在违法行为");
            date(browser, "actFrom", work.today().minusDays(30).toString());
            browser.driver().executeScript(
                    "document.querySelectorAll('input[name=officers]').forEach((box, at) => { box.checked = at < 2 })");
            press(browser);
            browser.sees("待批准立案");
            String page = browser.address();
            assertThat(page).matches("/cases/\\d+");

            browser.sees("报负责人办理").isAccessible().picture("cases-proposed");
            assertThat(browser.says("13800000000")).isFalse();
            look(browser);
            browser.sees("先写明").type("purpose", "电话约谈");
            look(browser);
            browser.sees("赵小禾").sees("13800000000");
            browser.isAccessible().picture("cases-unmasked");
            browser.go(page);
            assertThat(browser.says("13800000000")).as("for one look").isFalse();
            step(browser, CaseWork.HEAD, page, "批准立案").sees("已立案");
            step(browser, CaseWork.OFFICER, page + "/record", "添加笔录", "text", "现场发现带标卫衣430件").sees("调查中");
            browser.isAccessible();
            step(browser, CaseWork.OFFICER, page + "/finish", "调查终结",
                    "facts", "销售侵权卫衣", "opinion", "建议处罚", "fine", "60000", "confiscation", "21,000.50", "basis", "商标法第六十条")
                    .sees("审核中");
            step(browser, CaseWork.REVIEWER, page + "/review", "审核", "opinion", "同意").sees("已审核");
            step(browser, CaseWork.HEAD, page + "/inform", "签发告知书").sees("告知书待送达");
            step(browser, CaseWork.OFFICER, page + "/serve-notice", "送达告知书", "recipient", "赵小禾").sees("已告知");
            signIn(browser, CaseWork.OFFICER).go(page + "/defence").choose("defence", "书面放弃陈述、申辩和听证").type("text", "书面放弃");
            press(browser);
            browser.sees("记录陈述申辩");
            browser.picture("cases-informed");
            step(browser, CaseWork.HEAD, page + "/decide", "作出决定", "reasons", "情节一般").sees("已决定");
            browser.isAccessible().picture("cases-decided");
            step(browser, CaseWork.OFFICER, page + "/serve", "送达决定书", "recipient", "赵小禾").sees("已送达");
            step(browser, CaseWork.OFFICER, page + "/pay", "登记缴款", "receipt", "浙票001").sees("执行中");
            step(browser, CaseWork.OFFICER, page + "/propose-closing", "申请结案", "outcome", "已缴清").sees("待批准结案");
            step(browser, CaseWork.HEAD, page + "/close", "批准结案").sees("已结案");
            assertThat(browser.all("a[href^='/documents/'][href$='.pdf']")).hasSize(9);
            browser.isAccessible().picture("cases-closed");
            browser.go("/cases").sees("云岫禾木").isAccessible().picture("cases-list");
            browser.go(page + "?tab=log").sees("cases.close");
        }
    }

    @Test
    void on_a_phone_in_english_the_page_fits_and_a_foreign_officer_finds_nothing() {
        long id = work.investigating().docket().id();
        try (var browser = Browser.phone(port)) {
            signIn(browser, CaseWork.OFFICER).go("/cases/" + id + "?lang=en").sees("Investigating").picture("cases-phone-en").isAccessible();
            browser.go("/cases/" + id + "/finish").isAccessible();
            browser.go("/cases?lang=en").sees("Cases").isAccessible();
            signIn(browser, CaseWork.FOREIGN).go("/cases/" + id + "?lang=zh-CN").sees("找不到");
        }
    }

    private static Browser step(Browser browser, String who, String page, String verb, String... typed) {
        signIn(browser, who).go(page.matches("/cases/\\d+") ? page + "/approve" : page).sees(verb);
        for (int i = 0; i < typed.length; i += 2) {
            browser.type(typed[i], typed[i + 1]);
        }
        press(browser);
        return browser;
    }

    /** The next address is asked for only when the sign-in has led somewhere, or the later page would be overtaken. */
    private static Browser signIn(Browser browser, String who) {
        return browser.signIn(who).until(page -> !page.address().startsWith("/sign-in"));
    }

    private static void look(Browser browser) {
        browser.find("form[action$='/unmask'] button").click();
    }

    private static void press(Browser browser) {
        browser.find("form[data-guard] button[type=submit]"); // is there
        browser.driver().executeScript("document.querySelector('form[data-guard] button[type=submit]').click()");
    }

    private static void date(Browser browser, String field, String day) {
        browser.driver().executeScript("document.getElementsByName(arguments[0])[0].value = arguments[1]", field, day);
    }
}

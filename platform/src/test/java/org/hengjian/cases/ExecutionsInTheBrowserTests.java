package org.hengjian.cases;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Instalments, what delay adds, the demand and remedies in real Chromium. */
@OnThePlatform
@Tag("browser")
class ExecutionsInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void delay_is_added_and_demanded_and_instalments_are_granted() {
        String page = "/cases/" + work.served(40).docket().id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.HEAD).go(page).sees("截至今天可以加处").isAccessible();
            browser.go(page + "/impose-surcharge").isAccessible().submit();
            browser.sees("加处罚款决定书").isAccessible();
            browser.go(page + "/demand").isAccessible().submit();
            browser.sees("催告书");
            browser.signIn(CaseWork.OFFICER).go(page + "/serve-demand").isAccessible().type("recipient", "赵小禾").submit();
            browser.sees("催告书 " + work.today());
            browser.go(page + "/ask-instalments").isAccessible().type("ground", "经济困难").submit();
            browser.sees("经济困难");
            browser.signIn(CaseWork.HEAD).go(page + "/apply-enforcement").sees("才满").isAccessible().picture("execution-court-too-soon");
            browser.go(page + "/grant-instalments").isAccessible().type("schedule", "三万元").type("ground", "确有困难").submit();
            browser.sees("第 1 行要写成").isAccessible();
            browser.type("schedule", work.today().plusDays(30) + "，30000\n" + work.today().plusDays(60) + "，20000").submit();
            browser.sees("合计应当等于未缴的罚款").isAccessible().picture("execution-instalments-errors");
            browser.type("schedule", work.today().plusDays(30) + "，30000\n" + work.today().plusDays(60) + "，30000").submit();
            browser.sees("前缴纳 30,000.00 元").isAccessible();
            block(browser, "execution");
        }
    }

    @Test
    void a_remedy_is_noted_on_a_phone_in_english() {
        String page = "/cases/" + work.served(5).docket().id();
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.OFFICER).go(page + "/mark-remedy?lang=en").isAccessible().type("body", "西湖区人民政府").submit();
            browser.sees("Reconsideration asked for").isAccessible();
            browser.go(page + "/end-remedy?lang=en").isAccessible().choose("remedyOutcome", "Revoked or void").type("text", "事实不清").submit();
            browser.sees("Revoked on").isAccessible();
            block(browser, "execution-revoked-phone-en");
            browser.go(page + "?lang=zh-CN").sees("申请结案");
        }
    }

    private static void block(Browser browser, String picture) {
        browser.driver().executeScript("document.getElementById('aside-execution').scrollIntoView({behavior: 'instant'})");
        browser.picture(picture);
    }
}

package org.hengjian.cases;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Recusal and a change of officers in real Chromium. */
@OnThePlatform
@Tag("browser")
class RecusalInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void the_party_asks_the_head_decides_and_another_officer_steps_in() {
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.OFFICER).go(page).sees("登记回避申请").go(page + "/ask-recusal").isAccessible();
            browser.choose("recused", "陆闻笛").type("ground", "与当事人的法定代表人是近亲属").submit();
            browser.sees("当事人申请陆闻笛回避").isAccessible();
            browser.signIn(CaseWork.HEAD).go(page + "/decide-recusal").sees("陆闻笛 · ").isAccessible().picture("recusal-decide");
            browser.type("ground", "理由成立").submit();
            browser.sees("办案人员少于两人").isAccessible();
            browser.tick("input[name=successors][value='" + work.id(CaseWork.OFFICER) + "']");
            browser.tick("input[name=successors][value='" + work.id("lin.wan") + "']");
            browser.submit();
            browser.sees("陆闻笛回避").sees("回避决定书").isAccessible();
            block(browser, "recusal-decided");
            browser.signIn(CaseWork.SECOND).go(page).sees("本人已被决定回避").isAccessible();
        }
    }

    @Test
    void officers_change_on_a_phone_in_english() {
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.HEAD).go(page + "/change-officers?lang=en").sees("Lin Wan").isAccessible();
            browser.tick("input[name=team][value='" + work.id("lin.wan") + "']");
            browser.type("ground", "增加办案力量").picture("officers-change-phone-en").submit();
            browser.sees("Officers since").isAccessible();
            browser.signIn(CaseWork.REVIEWER).go(page + "/declare-recusal?lang=en").isAccessible().type("ground", "同学").submit();
            browser.sees("asked to be recused");
            browser.go(page + "?lang=zh-CN").sees("自行申请回避");
        }
    }

    private static void block(Browser browser, String picture) {
        browser.driver().executeScript("document.getElementById('aside-people').scrollIntoView({behavior: 'instant'})");
        browser.picture(picture);
    }
}

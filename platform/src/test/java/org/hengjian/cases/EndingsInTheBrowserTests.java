package org.hengjian.cases;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Discussion, termination, a transfer and the word to the reporter in real Chromium. */
@OnThePlatform
@Tag("browser")
class EndingsInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void a_grave_case_is_marked_and_discussed() {
        var waived = work.step(CaseWork.OFFICER, work.informed(), (room, step) ->
                room.defend(step, new Paper.Defence(true, work.today(), "书面放弃", "")));
        String page = "/cases/" + waived.docket().id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.REVIEWER).go(page + "/mark-grave").isAccessible().choose("gravity", "疑难复杂、涉及多个法律关系").type("text", "涉及多个法律关系").submit();
            browser.sees("疑难复杂").isAccessible();
            browser.go(page).sees("审核").go(page + "/review").isAccessible().picture("legal-review-form");
            browser.choose("reviewKind", "案件审核").type("opinion", "同意").submit();
            browser.sees("本案应当进行法制审核").isAccessible();
            browser.choose("reviewKind", "法制审核").tick("input[name=doubts][value=FACTS]").submit();
            browser.sees("有问题的方面没有解决").isAccessible().picture("legal-review-doubts");
            browser.find("input[name=doubts][value=FACTS]").click();
            browser.submit();
            browser.sees("法制审核意见").isAccessible();
            browser.signIn(CaseWork.HEAD).go(page + "/decide").isAccessible().picture("ending-decide-form");
            browser.type("reasons", "情节严重").submit();
            browser.sees("应当由负责人集体讨论决定").isAccessible();
            browser.go(page + "/discuss").isAccessible().type("members", "江临").type("discussion", "同意。").type("conclusion", "同意");
            browser.submit();
            browser.sees("一个人不是集体讨论").isAccessible().picture("ending-discuss-errors");
            browser.type("members", "江临、周安").submit();
            browser.sees("集体讨论：江临、周安").isAccessible();
            block(browser, "aside-grave", "ending-discussed");
            browser.go(page + "/decide").type("reasons", "情节严重").submit();
            browser.sees("已决定").isAccessible();
        }
    }

    @Test
    void the_heads_extend_a_second_time_together() {
        String page = "/cases/" + work.investigating().docket().id() + "/extend";
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.HEAD).go(page).type("ground", "案情复杂").submit();
            browser.sees("已延长办案期限").go(page).sees("继续延期的天数").isAccessible().picture("extension-together");
            browser.type("ground", "协查未回").submit();
            browser.sees("由负责人集体讨论决定是否继续延期").isAccessible();
            browser.type("extensionDays", "很久").type("members", "江临").type("discussion", "同意").submit();
            browser.sees("写 1 到 999 的天数").sees("一个人不是集体讨论").isAccessible();
            browser.type("extensionDays", "45").type("members", "江临、周安").submit();
            browser.sees("延长办案期限集体讨论记录").isAccessible();
        }
    }

    @Test
    void an_investigation_is_terminated_on_a_phone_in_english() {
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.OFFICER).go(page + "/propose-termination?lang=en").isAccessible().type("text", "已注销").submit();
            browser.sees("Proposed on").isAccessible();
            browser.signIn(CaseWork.HEAD).go(page + "/refuse-termination?lang=en").isAccessible();
            browser.go(page + "/terminate?lang=en").isAccessible().submit();
            browser.sees("Terminated on").isAccessible();
            block(browser, "aside-ends", "ending-terminated-phone-en");
            browser.go(page + "?lang=zh-CN").sees("已终止调查");
        }
    }

    private static void block(Browser browser, String id, String picture) {
        browser.driver().executeScript("document.getElementById(arguments[0]).scrollIntoView({behavior: 'instant'})", id);
        browser.picture(picture);
    }
}

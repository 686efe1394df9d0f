package org.hengjian.cases;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The hearing in real Chromium: every form of it is opened and sent by the one who takes the step. */
@OnThePlatform
@Tag("browser")
class HearingsInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void a_hearing_is_called_served_and_taken_back() {
        String page = "/cases/" + work.hearingAsked().docket().id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.HEAD).go(page).sees("签发听证通知书").isAccessible();
            browser.go(page + "/call-hearing").sees("听证主持人").isAccessible();
            set(browser, "hearingAt", work.today().plusDays(1) + "T09:30");
            browser.type("place", "二楼听证室").choose("presiding", "顾衡").submit();
            browser.sees("来不及依法提前通知").sees("举行听证的七日前").isAccessible().picture("hearing-too-soon");
            set(browser, "hearingAt", work.today().plusDays(40) + "T09:30");
            browser.submit();
            browser.sees("听证通知书").sees("顾衡主持").isAccessible();
            browser.signIn(CaseWork.OFFICER).go(page + "/serve-hearing").isAccessible().type("recipient", "赵小禾").submit();
            browser.sees("已送达：").sees("通知书").isAccessible();
            block(browser, "hearing-served");
            browser.go(page + "/withdraw-hearing").isAccessible().type("text", "当事人书面撤回").submit();
            browser.sees("撤回听证要求").sees("已告知");
        }
    }

    @Test
    void a_hearing_is_held_and_reported_on_a_phone_in_english() {
        String page = "/cases/" + work.hearingServed().docket().id();
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.REVIEWER).go(page + "/hold-hearing?lang=en").sees("Record of the hearing").isAccessible();
            browser.picture("hearing-hold-phone-en");
            browser.type("present", "赵小禾").type("hearingRecord", "双方质证。").choose("signed", "Refused, as noted").submit();
            browser.sees("Please correct these").isAccessible().type("unsigned", "认为过简").submit();
            browser.sees("Held on").isAccessible();
            block(browser, "hearing-held-phone-en");
            browser.go(page + "/hear?lang=en").isAccessible().type("report", "建议维持。").submit();
            browser.sees("Report of").isAccessible();
            browser.go(page + "?lang=zh-CN").sees("已听证");
        }
    }

    @Test
    void a_party_that_stays_away_is_noted() {
        String page = "/cases/" + work.hearingServed().docket().id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.REVIEWER).go(page + "/end-hearing").isAccessible().type("text", "无人到场").submit();
            browser.sees("当事人没有出席").isAccessible().picture("hearing-ended");
        }
    }

    private static void block(Browser browser, String picture) {
        browser.driver().executeScript("document.getElementById('aside-hearing').scrollIntoView({behavior: 'instant'})");
        browser.picture(picture);
    }

    private static void set(Browser browser, String field, String value) {
        browser.driver().executeScript("document.getElementsByName(arguments[0])[0].value = arguments[1]", field, value);
    }
}

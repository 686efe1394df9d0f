package org.hengjian.cases;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A penalty on the spot in real Chromium, in the office and on a phone. */
@OnThePlatform
@Tag("browser")
class SpotPenaltiesInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void a_fine_too_large_is_refused_a_lawful_one_is_decided_paid_and_handed_in() {
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.OFFICER).go("/cases/spot").isAccessible().picture("spot-list");
            browser.go("/cases/spot/new").isAccessible().submit();
            browser.sees("还要改这些").isAccessible();
            fill(browser, "没有明码标价", "3000.01");
            browser.tick("input[name=officers][value='" + work.id(CaseWork.SECOND) + "']");
            browser.tick("input[name=told]").submit();
            browser.sees("超过当场处罚的上限 3,000.00 元").isAccessible().picture("spot-too-much");
            browser.type("fine", "800").submit();
            browser.sees("当场行政处罚决定书").sees("材料交回归档").isAccessible().picture("spot-decided");
            String page = browser.address();
            browser.go(page + "/pay").isAccessible().type("receipt", "浙票88").submit();
            browser.sees("票据 浙票88");
            browser.find("form[action$='/hand-in'] button").click();
            browser.sees("已交回归档").isAccessible();
            browser.go("/cases/spot").sees("没有明码标价").isAccessible().picture("spot-list-full");
        }
    }

    @Test
    void on_a_phone_in_english() {
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.OFFICER).go("/cases/spot/new?lang=en").sees("Decide on the spot").isAccessible();
            fill(browser, "占道经营", "100");
            browser.tick("input[name=officers][value='" + work.id(CaseWork.SECOND) + "']");
            browser.tick("input[name=told]").choose("collected", "A small fine").type("receipt", "浙票99").submit();
            browser.sees("To be handed over by").isAccessible().picture("spot-phone-en");
            browser.go("/cases/spot?lang=en").isAccessible();
            browser.go("/cases/spot?lang=zh-CN").sees("当场处罚");
        }
    }

    private static void fill(Browser browser, String act, String fine) {
        browser.type("partyName", "杭州虚构百货店").type("partyAddress", "古荡街道虚构路1号").type("act", act).type("place", "虚构市场");
        browser.type("spotBasis", "《某条例》第十条").type("evidence", "照片2张").type("fine", fine);
        browser.driver().executeScript(
                "document.getElementsByName('sanction')[0].value = 'FINE'");
    }
}

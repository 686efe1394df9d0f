package org.hengjian.cases;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Orders, letters and the address of service in real Chromium. */
@OnThePlatform
@Tag("browser")
class LettersInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void an_order_is_worded_issued_served_and_looked_after() {
        String page = "/cases/" + work.investigating().docket().id();
        String until = work.today().plusDays(15).toString();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.HEAD).go(page).sees("责令改正、协查和送达地址").go(page + "/order-correction").isAccessible();
            browser.type("requirement", "停止销售，下架全部侵权商品。");
            browser.driver().executeScript("document.getElementsByName('correctUntil')[0].value = arguments[0]", until);
            browser.picture("letter-order").submit();
            browser.sees("责令改正，期限到 " + until).sees("责令改正通知书").isAccessible();
            browser.signIn(CaseWork.OFFICER).go(page + "/serve-correction").sees("责改〔").isAccessible().type("recipient", "赵小禾").submit();
            browser.sees("责令改正通知书已送达");
            browser.go("/due").sees("复查改正情况").isAccessible();
            browser.go(page + "/check-correction").isAccessible().choose("corrected", "没有改正").type("text", "仍在销售").submit();
            browser.sees("还没有届满").isAccessible().picture("letter-check-refused");
            browser.choose("corrected", "已经改正").submit();
            browser.sees("复查：已经改正").isAccessible();
            block(browser, "letter-checked");
        }
    }

    @Test
    void assistance_questioning_and_address_on_a_phone_in_english() {
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.OFFICER).go(page + "/ask-assistance?lang=en").sees("Who is asked").isAccessible();
            browser.choose("assistant", "Another authority").type("addressee", "青石县税务局").type("assistanceSubject", "开票情况").submit();
            browser.sees("Please correct").isAccessible().picture("letter-assistance-errors-phone-en");
            browser.driver().executeScript(
                    "document.getElementsByName('answerUntil')[0].value = arguments[0]", work.today().plusDays(30).toString());
            browser.submit();
            browser.sees("was asked for assistance on");
            browser.go(page + "/record-assistance?lang=en").sees("协查〔").isAccessible();
            browser.choose("assistanceNote", "An answer came").type("answerText", "已开票 430 件。").submit();
            browser.sees("Answered on").isAccessible();
            browser.go(page + "/summon?lang=en").sees("Who is to be questioned").isAccessible().type("questioned", "赵小禾").type("place", "本局二楼询问室");
            browser.driver().executeScript(
                    "document.getElementsByName('questionAt')[0].value = arguments[0]", work.today().plusDays(3) + "T09:30");
            browser.submit();
            browser.sees("is called for questioning at");
            browser.go(page + "/confirm-address?lang=en").sees("Who takes documents for the party").isAccessible();
            browser.choose("electronic", "E-mail").type("electronicAddress", "zhao@example.com").picture("letter-address-phone-en").submit();
            browser.sees("e-mail too").isAccessible();
            block(browser, "letters-phone-en");
            browser.go(page + "?lang=zh-CN").sees("同意电子邮件送达");
        }
    }

    private static void block(Browser browser, String picture) {
        browser.driver().executeScript("document.getElementById('aside-letters').scrollIntoView({behavior: 'instant'})");
        browser.picture(picture);
    }
}

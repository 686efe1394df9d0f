package org.hengjian.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hengjian.cases.CaseWork;
import org.hengjian.goods.Goods;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.ShakyLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The field's page on a phone of 390 × 844: what is refused is mended there, and signing out locks what lies on it. */
@OnThePlatform
@Tag("browser")
class TheFieldPageInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Autowired
    Goods goods;

    @Autowired
    Persons persons;

    private <T> T seen(java.util.function.Supplier<T> what) {
        return persons.as(FieldWork.OFFICER, what);
    }

    @Test
    void what_the_server_refuses_is_shown_with_its_remedy_and_mended_on_the_phone() {
        long id = work.filedId();
        try (var browser = Browser.phone(port)) {
            browser.signIn(FieldWork.OFFICER).go("/field#item/" + id).sees("品名");
            press(browser, "item");
            browser.sees("还要改这些").sees("品名: 没填").isAccessible().picture("field-faults");
            browser.type("item", "HENGXI 连帽卫衣");
            into(browser, "#item-quantity", "1.5");
            into(browser, "#item-store", "A库 05-02");
            press(browser, "item");
            browser.sees("拍的是").go("/field#box").until(it -> states(it).equals(List.of("refused")));
            browser.sees("不是这个单位的数量").isAccessible().picture("field-refused");
            browser.click("改").sees("不是这个单位的数量");
            into(browser, "#item-quantity", "12");
            press(browser, "item");
            all(browser.go("/field#box"), "received", 1);
        }
        assertThat(seen(() -> goods.ofCase(id))).singleElement().satisfies(one -> assertThat(one.seized().plain()).isEqualTo("12"));
    }

    @Test
    void signing_out_locks_what_lies_on_the_phone() {
        long id = work.filedId();
        try (var line = ShakyLine.to(port);
                var browser = phone(line)) {
            browser.signIn(FieldWork.OFFICER).go("/field").sees("我承办的案件").isAccessible().picture("field-today");
            controlled(browser);
            browser.go("/field#me").sees("退出登录").isAccessible().picture("field-me");
            browser.click("退出登录并锁上").until(it -> it.address().startsWith("/sign-in"));
            line.cut();
            browser.go("/field#case/" + id).sees("登录后才能看").isAccessible().picture("field-locked");
            assertThat(browser.says("仓前路")).isFalse();
        }
    }

    /** A phone that lets the page know where it is. */
    private static Browser phone(ShakyLine line) {
        var browser = Browser.phone(line.port());
        browser.driver().executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("geolocation"), "origin", "http://127.0.0.1:" + line.port()));
        browser.driver().executeCdpCommand(
                "Emulation.setGeolocationOverride", Map.of("latitude", 30.123456, "longitude", 120.654321, "accuracy", 9));
        return browser;
    }

    /** From here on the worker opens the page. */
    private static void controlled(Browser browser) {
        browser.driver().executeAsyncScript(
                "const done = arguments[0]; navigator.serviceWorker.ready.then(async () => {"
                        + " while (!navigator.serviceWorker.controller) await new Promise((r) => setTimeout(r, 50)); done(true); })");
    }

    private static void into(Browser browser, String css, String text) {
        var field = browser.find(css);
        field.clear();
        field.sendKeys(text);
    }

    private static void press(Browser browser, String view) {
        var button = browser.find("[data-view=" + view + "] form [type=submit]");
        browser.driver().executeScript("arguments[0].scrollIntoView({block:'center', behavior:'instant'})", button);
        button.click();
    }

    @SuppressWarnings("unchecked")
    private static List<String> states(Browser browser) {
        return (List<String>) java.util.Objects.requireNonNull(browser.driver().executeScript(
                "return [...document.querySelectorAll('[data-list=box] .field-entry')].map((one) => one.dataset.state)"));
    }

    private static void all(Browser browser, String state, int many) {
        browser.until(it -> states(it).size() == many && states(it).stream().allMatch(state::equals));
    }

}

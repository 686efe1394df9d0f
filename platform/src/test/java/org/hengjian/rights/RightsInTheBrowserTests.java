package org.hengjian.rights;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An officer looks a mark up, registers one, lets a shop sell; on the desk and on the phone. */
@OnThePlatform
@Tag("browser")
class RightsInTheBrowserTests {

    @LocalServerPort
    int port;

    @Test
    void an_officer_finds_a_mark_registers_another_and_lets_a_shop_sell() {
        try (var browser = Browser.desktop(port)) {
            browser.signIn("shen.zhiyao").go("/rights?q=heng+xi").sees("90000001").isAccessible().picture("rights-list");
            browser.go("/rights/new").type("number", "九").click("登记").sees("不像商标注册号").isAccessible();
            browser.type("number", "92000001").type("name", "溪山试").type("classes", "25").click("登记").sees("已登记 溪山试");
            browser.type("seller", "jsy-88101"); // by account: other shops may have its name
            browser.driver().executeScript("document.getElementById('from').value = '2026-01-01'");
            browser.find("#sellers form.hj-form button[type=submit]").click();
            browser.sees("已登记授权卖家").sees("阿木潮流仓").isAccessible().picture("rights-right");
        }
    }

    @Test
    void parties_stand_on_the_desk_and_open_what_is_sealed() {
        try (var browser = Browser.desktop(port)) {
            browser.signIn("lu.wendi").go("/parties?q=hengxifushi").sees("衡溪服饰股份有限公司").isAccessible().picture("parties-list");
            browser.click("衡溪服饰股份有限公司").sees("钱**").type("purpose", "核对送达对象").click("查看 15 分钟").sees("钱衡溪");
            browser.isAccessible().picture("parties-subject").go("/parties/shops?q=amu").sees("阿木潮流仓").isAccessible();
            browser.go("/parties/new").type("name", "试登记").type("creditCode", "91350100M000100Y44").click("登记");
            browser.sees("校验位应为 3，现为 4").isAccessible();
        }
    }

    @Test
    void both_fit_a_phone_in_english() {
        try (var browser = Browser.phone(port)) {
            browser.signIn("heng.an").go("/rights?q=hengxi&lang=en").sees("Trademark").isAccessible().picture("rights-phone");
            browser.go("/parties?lang=en").sees("Parties").isAccessible();
            browser.go("/parties/shops").sees("Operator").isAccessible();
        }
    }
}

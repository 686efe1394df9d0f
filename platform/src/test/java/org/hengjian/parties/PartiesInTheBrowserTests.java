package org.hengjian.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who runs a shop, and two people at one record, in Chromium. */
@OnThePlatform
@Tag("browser")
class PartiesInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    Shops shops;

    @Autowired
    NaturalPersons natural;

    @Autowired
    Persons persons;

    @Test
    void a_shop_is_put_under_the_person_who_runs_it_and_taken_back() {
        var stall =
                persons.as("shen.zhiyao", () -> shops.seen(new Shop.Sighting("集市己", "tie-b", "桥头夜市摊", "", null, "")));
        long person = persons.as(
                        "shen.zhiyao", () -> natural.register(new NaturalPersons.Told("虚构丙", "", "", "", "摊主")))
                .id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn("shen.zhiyao").until(it -> !it.address().startsWith("/sign-in"));
            browser.go("/parties/people/" + person)
                    .type("shop", "没有这家店")
                    .click("归到名下")
                    .sees("找不到这家店")
                    .sees("写明理由");
            assertThat(browser.isAccessible().find("#shop").getDomProperty("value"))
                    .isEqualTo("没有这家店");

            browser.type("shop", "桥头夜市摊")
                    .type("reason", "收款账户实名一致")
                    .click("归到名下")
                    .sees("已把 桥头夜市摊 归到");
            browser.isAccessible().picture("person-shops");
            browser.go("/parties/shops/" + stall.id()).sees("自然人 虚**").isAccessible();
            browser.go("/parties/people/" + person).click("拆开").sees("已不在名下");
        }
    }

    @Test
    void who_comes_second_sees_what_stands_there_now_beside_what_was_typed() {
        var stall =
                persons.as("shen.zhiyao", () -> shops.seen(new Shop.Sighting("集市己", "two-b", "两人同改的店", "", null, "")));
        try (var browser = Browser.desktop(port);
                var colleague = Visitor.signedIn(port, "lu.wendi")) {
            browser.signIn("shen.zhiyao").until(it -> !it.address().startsWith("/sign-in"));
            browser.go("/parties/shops/" + stall.id()).click("更正…").type("region", "浙江省杭州市西湖区");
            colleague.post(
                    "/parties/shops/" + stall.id(),
                    Map.of("version", Integer.toString(stall.version()), "name", "同事改的店名"));

            browser.click("保存更正").sees("陆闻笛").sees("现在是：同事改的店名").isAccessible();
            assertThat(browser.find("#region").getDomProperty("value")).isEqualTo("浙江省杭州市西湖区");
            browser.type("name", "同事改的店名").click("保存更正").sees("已更正 同事改的店名");
        }
    }
}

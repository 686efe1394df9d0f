package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.access.Forbidden;
import org.hengjian.networks.Network.Ground;
import org.hengjian.networks.Network.Link;
import org.hengjian.parties.NaturalPersons;
import org.hengjian.parties.NaturalPersons.Told;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shop.Sighting;
import org.hengjian.parties.Shops;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From one shop to what hangs together with it; fictitious shops on fictitious platforms. */
@OnThePlatform
class SeeingANetworkTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String CODE = "91330106NETA0001XC"; // valid by its check digit
    private static final String OTHER_CODE = "91330106NETA0002YG";

    @LocalServerPort
    int port;

    @Autowired
    Networks networks;

    @Autowired
    Shops shops;

    @Autowired
    NaturalPersons natural;

    @Autowired
    Persons persons;

    private Shop shop(String platform, String account, String name, String code) {
        return persons.as(OFFICER, () -> shops.seen(new Sighting(platform, account, name, "", 330106, code)));
    }

    @Test
    void shops_of_one_firm_hang_together_by_the_firm() {
        var one = shop("集市庚", "net-1", "网络甲店", CODE);
        var other = shop("集市辛", "net-2", "网络乙店", CODE);

        var network = persons.as(OFFICER, () -> networks.of(one.id()));

        assertThat(network.shops()).first().isEqualTo(one);
        assertThat(network.shops()).contains(other);
        assertThat(network.owners()).hasSize(1);
        assertThat(network.linksOf(other)).extracting(Link::ground).containsExactly(Ground.RUNS);
    }

    @Test
    void a_shop_of_the_same_name_is_proposed_but_the_network_does_not_grow_over_it() {
        var start = shop("集市庚", "net-3", "同名小铺", "");
        var namesake = shop("集市辛", "net-4", "同名小铺", OTHER_CODE);

        var network = persons.as(OFFICER, () -> networks.of(start.id()));

        assertThat(network.shops()).containsExactly(start, namesake);
        assertThat(network.owners()).isEmpty();
        assertThat(network.links()).extracting(Link::ground).containsExactly(Ground.NAME);
    }

    @Test
    void not_same_takes_a_proposal_away_for_good_and_taking_it_back_restores_it() {
        var start = shop("集市庚", "net-5", "再同名小铺", "");
        var namesake = shop("集市辛", "net-6", "再同名小铺", "");

        long decision = persons.as(
                OFFICER, () -> networks.decide(namesake.id(), start.id(), false, "收款账户不同"));
        assertThat(persons.as(OFFICER, () -> networks.of(start.id())).shops()).containsExactly(start);

        persons.as(OFFICER, () -> networks.takeBack(decision));
        assertThat(persons.as(OFFICER, () -> networks.of(start.id())).shops()).containsExactly(start, namesake);
        assertThat(persons.as(OFFICER, () -> networks.decisions(start.id())))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.reason()).isEqualTo("收款账户不同");
                    assertThat(kept.takenBackBy()).isNotNull();
                });
    }

    @Test
    void same_joins_two_networks_and_the_later_decision_counts() {
        var start = shop("集市庚", "net-7", "换名前的店", "");
        var later = shop("集市辛", "net-8", "换名后的店", "");

        persons.as(OFFICER, () -> networks.decide(start.id(), later.id(), true, "同一仓库发货"));
        assertThat(persons.as(OFFICER, () -> networks.of(start.id())).links())
                .singleElement()
                .satisfies(link -> assertThat(link.ground()).isEqualTo(Ground.SAME));

        persons.as(OFFICER, () -> networks.decide(start.id(), later.id(), false, "仓库只是同楼"));
        assertThat(persons.as(OFFICER, () -> networks.of(start.id())).shops()).containsExactly(start);
    }

    @Test
    void what_one_agency_decided_another_neither_sees_nor_takes_back() {
        var start = shop("集市庚", "net-9", "两机关的店", "");
        var other = shop("集市辛", "net-10", "两机关的另一店", "");
        long decision = persons.as(OFFICER, () -> networks.decide(start.id(), other.id(), true, "同一仓库发货"));

        assertThat(persons.as("fang.qing", () -> networks.decisions(start.id()))).isEmpty();
        assertThat(persons.as("fang.qing", () -> networks.takeBack(decision))).isEmpty();
        assertThat(persons.as(OFFICER, () -> networks.decisions(start.id()))).allMatch(Decision::stands);
    }

    @Test
    void a_platform_sees_no_network_and_decides_nothing() {
        var start = shop("集市庚", "net-11", "平台所问的店", "");

        assertThatThrownBy(() -> persons.as("ji.shi", () -> networks.of(start.id()))).isInstanceOf(Forbidden.class);
        try (var platform = Visitor.signedIn(port, "ji.shi")) {
            assertThat(platform.get("/networks/shops/" + start.id()).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void shops_that_the_register_puts_under_one_owner_are_not_decided_on_here() {
        var start = shop("集市庚", "net-17", "同主小铺", CODE);
        var other = shop("集市辛", "net-18", "同主分铺", CODE);
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            officer.post(
                    "/networks/shops/" + start.id() + "/decisions",
                    Map.of("other", Long.toString(other.id()), "verdict", "not-same", "reason", "看似不同"));

            var page = new String(officer.get("/networks/shops/" + start.id()).body(), StandardCharsets.UTF_8);
            assertThat(page).contains("到经营者的页面拆开");
        }
        assertThat(persons.as(OFFICER, () -> networks.decisions(start.id()))).isEmpty();
    }

    @Test
    void a_decision_without_reason_is_not_noted() {
        var start = shop("集市庚", "net-12", "无理由小铺", "");
        var other = shop("集市辛", "net-13", "无理由小铺", "");
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            officer.post(
                    "/networks/shops/" + start.id() + "/decisions",
                    Map.of("other", Long.toString(other.id()), "verdict", "same", "reason", " "));

            var page = new String(officer.get("/networks/shops/" + start.id()).body(), StandardCharsets.UTF_8);
            assertThat(page).contains("写明理由");
        }
        assertThat(persons.as(OFFICER, () -> networks.decisions(start.id()))).isEmpty();
    }

    @Test
    @Tag("browser")
    void two_shops_are_decided_on_at_the_picture() {
        var start = shop("集市庚", "net-14", "图中小铺", CODE);
        shop("集市辛", "net-15", "图中小铺", "");
        try (var browser = Browser.desktop(port)) {
            browser.signIn(OFFICER).until(it -> !it.address().startsWith("/sign-in"));
            browser.go("/parties/shops/" + start.id()).click("网络").sees("图中小铺 的网络").isAccessible();
            browser.picture("network-of-a-shop");
            browser.choose("other", "图中小铺（集市辛）")
                    .type("reason", "同一仓库发货")
                    .click("同一")
                    .sees("已记下：同一")
                    .sees("沈知遥：同一仓库发货")
                    .isAccessible();
            browser.picture("network-decided");
            assertThat(browser.go("/parties/shops/" + start.id()).text()).doesNotContain("??");
            browser.go("/networks/shops/" + start.id());
            browser.click("收回").sees("已收回").sees("同名（机器提示）").isAccessible();
        }
    }

    @Test
    @Tag("browser")
    void a_person_kept_by_another_agency_is_shown_as_sealed_and_joins_nothing() {
        var one = shop("集市庚", "net-19", "封存主人的店，名字很长很长很长很长很长很长", "");
        var other = shop("集市辛", "net-20", "封存主人的另一店", "");
        var person = persons.as(OFFICER, () -> natural.register(new Told("虚构丁", "", "", "", "店主")));
        try (var keeper = Visitor.signedIn(port, OFFICER)) {
            for (Shop shop : List.of(one, other)) {
                keeper.post(
                        "/parties/people/" + person.id() + "/shops",
                        Map.of("shop", shop.account(), "reason", "收款账户实名一致"));
            }
        }

        assertThat(persons.as(OFFICER, () -> networks.of(one.id())).shops())
                .extracting(Shop::id)
                .containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(persons.as("fang.qing", () -> networks.of(one.id())).shops())
                .extracting(Shop::id)
                .containsExactly(one.id());
        try (var browser = Browser.desktop(port, Locale.ENGLISH)) {
            browser.signIn("fang.qing").until(it -> !it.address().startsWith("/sign-in"));
            browser.go("/networks/shops/" + one.id())
                    .sees("Operator on record: Kept by another agency; ask them")
                    .isAccessible();
            assertThat(browser.says("虚**")).isFalse();
            browser.picture("network-sealed-en");
        }
    }

    @Test
    @Tag("browser")
    void the_page_is_readable_on_a_phone() {
        var start = shop("集市庚", "net-16", "手机上的店", OTHER_CODE);
        try (var browser = Browser.phone(port)) {
            browser.signIn(OFFICER).until(it -> !it.address().startsWith("/sign-in"));
            browser.go("/networks/shops/" + start.id()).sees("手机上的店 的网络").isAccessible();
            browser.picture("network-on-a-phone");
        }
    }
}

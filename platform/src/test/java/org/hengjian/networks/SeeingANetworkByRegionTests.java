package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.leads.Lead;
import org.hengjian.leads.LeadWork;
import org.hengjian.parties.PartiesNoted;
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
import org.springframework.transaction.support.TransactionTemplate;

/** A network on equal tiles, one a province, and each region with what is there. */
@OnThePlatform
class SeeingANetworkByRegionTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final int NANSHAN = 440305;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Networks networks;

    @Autowired
    Sellers sellers;

    @Autowired
    Weaver weaver;

    @Autowired
    Shops shops;

    @Autowired
    LeadWork leadWork;

    @Autowired
    Regions regions;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    private String shop(String platform, String name, int region) {
        long id = persons.as(OFFICER, () -> shops.seen(
                        new Sighting(platform, "tile-" + NUMBERS.incrementAndGet(), name, "", region, "")))
                .id();
        asMachine(() -> {
            sellers.recorded(new PartiesNoted(List.of(), List.of(id), List.of()));
            weaver.parties(List.of(), List.of(id), List.of());
        });
        return "shop-" + id;
    }

    private void asMachine(Runnable work) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    /** A shop in Hangzhou and one in Shenzhen, of which a person decided that they are one. */
    private String two(String name) {
        String here = shop("集市庚", name, 330106);
        String there = shop("集市辛", name, NANSHAN);
        persons.as(OFFICER, () -> networks.decide(here, there, true, "同一经营者"));
        return here;
    }

    private Tiles tiles(String who, String key, View view) {
        return persons.as(who, () -> Tiles.of(networks.of(key, view), regions));
    }

    private static int on(Tiles tiles, String letters) {
        return tiles.cells().stream()
                .filter(Objects::nonNull)
                .filter(cell -> cell.letters().equals(letters))
                .findFirst()
                .orElseThrow()
                .count();
    }

    @Test
    void each_node_of_a_known_region_is_on_the_tile_of_its_province_and_in_the_list() {
        var tiles = tiles(OFFICER, two("方格小铺"), View.PLAIN);

        assertThat(tiles.cells().stream().filter(Objects::nonNull)).hasSize(34);
        assertThat(on(tiles, "ZJ")).isEqualTo(1);
        assertThat(on(tiles, "GD")).isEqualTo(1);
        assertThat(on(tiles, "BJ")).isZero();
        assertThat(tiles.places()).extracting(Tiles.Place::code).containsExactly(330106, NANSHAN);
        assertThat(tiles.counted()).isEqualTo(2);
        assertThat(tiles.nowhere()).isZero();
    }

    @Test
    void what_has_no_region_is_counted_apart_and_what_another_agency_keeps_not_at_all() {
        Lead lead = leadWork.received("方格线索小铺", "联系 13900006661");
        asMachine(() -> weaver.leads(List.of(lead.number())));
        String shop = "shop-" + persons.as(OFFICER, () -> shops.find("集市乙", "", "方格线索小铺").orElseThrow()).id();

        var own = tiles(OFFICER, shop, View.PLAIN);
        var foreign = tiles("fang.qing", shop, View.PLAIN);

        assertThat(own.nowhere()).as("the phone").isPositive();
        assertThat(own.counted() + own.nowhere()).isGreaterThan(foreign.counted() + foreign.nowhere());
        assertThat(foreign.places()).flatExtracting(Tiles.Place::nodes).extracting(node -> ((Node) node).kind())
                .doesNotContain(Node.Kind.LEAD);
    }

    @Test
    void a_tile_leads_to_its_province_and_refusals_are_those_of_the_network() {
        String key = two("方格分省小铺");
        try (var officer = Visitor.signedIn(port, OFFICER);
                var platform = Visitor.signedIn(port, "ji.shi")) {
            String path = "/networks/" + key + "/regions";
            assertThat(page(officer, path)).contains(path + "?region=440000").doesNotContain(path + "?region=110000");
            assertThat(page(officer, path + "?region=330000")).contains("只含符合条件的").doesNotContain("南山");
            assertThat(page(officer, path + "?region=110000")).contains("去掉全部条件");
            assertThat(page(officer, path + "?region=nowhere")).contains("没有这个地区");
            assertThat(officer.get("/networks/shop-999999999/regions").statusCode()).isEqualTo(404);
            assertThat(platform.get(path).statusCode()).isEqualTo(403);
        }
    }

    private static String page(Visitor visitor, String path) {
        return new String(visitor.get(path).body(), StandardCharsets.UTF_8);
    }

    @Test
    @Tag("browser")
    void the_tiles_are_read_on_a_desktop_and_on_a_phone() {
        String key = two("方格浏览小铺");
        try (var browser = Browser.desktop(port)) {
            browser.signIn(OFFICER);
            browser.go("/networks/" + key).click("按地区").sees("等面积方格").isAccessible();
            browser.picture("networks-regions");
            browser.find(".hj-carto a[title='广东省']").click();
            browser.sees("只含符合条件的").isAccessible();
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(OFFICER);
            phone.go("/networks/" + key + "/regions").sees("各地区的节点").isAccessible();
            phone.picture("networks-regions-phone");
        }
        try (var english = Browser.desktop(port, Locale.ENGLISH)) {
            english.signIn(OFFICER);
            english.go("/networks/" + key + "/regions").sees("Equal tiles").isAccessible();
            english.picture("networks-regions-en");
        }
    }
}

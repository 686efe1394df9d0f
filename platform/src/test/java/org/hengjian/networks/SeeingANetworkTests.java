package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.leads.Lead;
import org.hengjian.leads.LeadWork;
import org.hengjian.leads.LeadsMoved;
import org.hengjian.parties.NaturalPersons;
import org.hengjian.parties.NaturalPersons.Told;
import org.hengjian.parties.PartiesNoted;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shop.Sighting;
import org.hengjian.parties.Shops;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From one thing to what hangs together with it; fictitious shops on fictitious platforms. */
@OnThePlatform
class SeeingANetworkTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String FOREIGN = "fang.qing";
    private static final String CODE = "91330106NETA0001XC"; // valid by its check digit
    private static final String OTHER_CODE = "91330106NETA0002YG";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Networks networks;

    @Autowired
    Shops shops;

    @Autowired
    NaturalPersons natural;

    @Autowired
    Sellers sellers;

    @Autowired
    Weaver weaver;

    @Autowired
    LeadWork leadWork;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    /** A shop that nobody saw before, woven in already. */
    private Shop shop(String platform, String name, String code) {
        var shop = persons.as(OFFICER, () -> shops.seen(
                new Sighting(platform, "net-" + NUMBERS.incrementAndGet(), name, "", 330106, code)));
        told(shop);
        return shop;
    }

    private void told(Shop shop) {
        asMachine(() -> {
            sellers.recorded(new PartiesNoted(List.of(), List.of(shop.id()), List.of()));
            weaver.parties(List.of(), List.of(shop.id()), List.of());
        });
    }

    private Lead lead(String seller, String title) {
        Lead lead = leadWork.received(seller, title);
        asMachine(() -> {
            sellers.moved(new LeadsMoved(List.of(lead.number())));
            weaver.leads(List.of(lead.number()));
        });
        return lead;
    }

    private void asMachine(Runnable work) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    private static String key(Shop shop) {
        return "shop-" + shop.id();
    }

    private Network network(String who, String key) {
        return persons.as(who, () -> networks.of(key, View.PLAIN));
    }

    @Test
    void shops_of_one_firm_hang_together_by_the_firm() {
        var one = shop("集市庚", "网络甲店", CODE);
        var other = shop("集市辛", "网络乙店", CODE);

        var network = network(OFFICER, key(one));

        assertThat(network.nodes()).first().extracting(Node::key).isEqualTo(key(one));
        assertThat(network.node(key(other))).isPresent();
        assertThat(network.links()).filteredOn(link -> link.touches(key(other)) && link.ground() == Link.Ground.RUNS).hasSize(1);
        assertThat(network(OFFICER, "firm-" + one.subject()).node(key(other))).isPresent();
    }

    @Test
    void a_shop_of_the_same_name_is_proposed_but_the_network_does_not_grow_over_it() {
        var start = shop("集市庚", "同名小铺青石", "");
        var namesake = shop("集市辛", "同名小铺青石", OTHER_CODE);

        var network = network(OFFICER, key(start));

        assertThat(network.nodes()).extracting(Node::key).containsExactly(key(start), key(namesake));
        assertThat(network.links()).singleElement().satisfies(link -> {
            assertThat(link.ground()).isEqualTo(Link.Ground.PROPOSED);
            assertThat(link.reasons()).isNotEmpty();
        });
    }

    @Test
    void not_same_takes_a_proposal_away_for_good_and_taking_it_back_restores_it() {
        var start = shop("集市庚", "再同名小铺青石", "");
        var namesake = shop("集市辛", "再同名小铺青石", "");

        long decision = persons.as(OFFICER, () -> networks.decide(key(namesake), key(start), false, "收款账户不同"));
        assertThat(network(OFFICER, key(start)).nodes()).hasSize(1);

        persons.as(OFFICER, () -> networks.takeBack(decision));
        assertThat(network(OFFICER, key(start)).nodes()).hasSize(2);
        assertThat(persons.as(OFFICER, () -> networks.decisions(key(start)))).singleElement().satisfies(kept -> {
            assertThat(kept.reason()).isEqualTo("收款账户不同");
            assertThat(kept.takenBackBy()).isNotNull();
        });
    }

    @Test
    void same_joins_two_networks_and_the_later_decision_counts() {
        var start = shop("集市庚", "换名前的店", "");
        var later = shop("集市辛", "改头换面小铺", "");

        persons.as(OFFICER, () -> networks.decide(key(start), key(later), true, "同一仓库发货"));
        assertThat(network(OFFICER, key(start)).links())
                .singleElement()
                .satisfies(link -> assertThat(link.ground()).isEqualTo(Link.Ground.SAME));

        persons.as(OFFICER, () -> networks.decide(key(start), key(later), false, "仓库只是同楼"));
        assertThat(network(OFFICER, key(start)).links()).isEmpty();
    }

    @Test
    void what_one_agency_decided_another_neither_sees_nor_takes_back() {
        var start = shop("集市庚", "两机关的店", "");
        var other = shop("集市辛", "禾木云岫小铺", "");
        long decision = persons.as(OFFICER, () -> networks.decide(key(start), key(other), true, "同一仓库发货"));

        assertThat(persons.as(FOREIGN, () -> networks.decisions(key(start)))).isEmpty();
        assertThat(persons.as(FOREIGN, () -> networks.takeBack(decision))).isEmpty();
        assertThat(network(FOREIGN, key(start)).links()).isEmpty();
        assertThat(persons.as(OFFICER, () -> networks.decisions(key(start)))).allMatch(Decision::stands);
    }

    @Test
    void a_phone_in_two_leads_joins_their_shops_and_is_shown_masked() {
        var one = lead("串联甲小铺", "联系 13900008881");
        lead("串联乙茶行", "电话 13900008881");

        var network = network(OFFICER, "lead-" + one.number());

        assertThat(network.nodes()).filteredOn(node -> node.kind() == Node.Kind.PHONE)
                .extracting(Node::label)
                .containsExactly("139****8881");
        assertThat(network.nodes()).filteredOn(node -> node.kind() == Node.Kind.LEAD).hasSize(2);
        assertThat(network.nodes()).extracting(Node::label).contains("串联甲小铺", "串联乙茶行");
    }

    @Test
    void what_another_agency_keeps_is_sealed_and_names_whom_to_ask_and_nothing_else() {
        var lead = lead("封存线索小铺", "联系 13900008882");
        String shop = "shop-" + persons.as(OFFICER, () -> shops.find("集市乙", "", "封存线索小铺").orElseThrow()).id();

        var network = network(FOREIGN, shop);

        assertThat(network.nodes()).extracting(Node::key).containsExactly(shop);
        assertThat(network.sealed()).singleElement().satisfies(sealed -> {
            assertThat(sealed.node()).isEqualTo(shop);
            assertThat(sealed.agencyName()).contains("西湖");
        });
        assertThatThrownBy(() -> network(FOREIGN, "lead-" + lead.number())).isInstanceOf(NotFound.class);
        assertThat(rows(FOREIGN, "select count(*) from networks.node where label = '139****8882'")).isZero();
        assertThat(rows(FOREIGN, "select count(*) from networks.edge where told_by = 'lead-" + lead.number() + "'")).isZero();
        assertThat(rows("ji.shi", "select count(*) from networks.sealed_at(array(select id from networks.node))")).isZero();
        assertThat(rows("ji.shi", "select count(*) from networks.node")).isZero();
    }

    @Test
    void a_tie_by_a_phone_that_only_leads_told_is_not_shown_to_agencies_that_have_no_such_leads() {
        lead("暗线甲小铺", "联系 13900008891");
        lead("暗线乙茶行", "电话 13900008891");
        String shop = "shop-" + persons.as(OFFICER, () -> shops.find("集市乙", "", "暗线甲小铺").orElseThrow()).id();

        assertThat(network(OFFICER, shop).links()).extracting(Link::ground).contains(Link.Ground.PROPOSED);
        assertThat(network(FOREIGN, shop).links()).isEmpty();
        assertThat(rows(FOREIGN, "select count(*) from networks.tie where reasons::text like '%PHONE%'")).isZero();
    }

    private long rows(String who, String sql) {
        return persons.as(who, () -> java.util.Objects.requireNonNull(
                transaction.execute(_ -> jdbc.sql(sql).query(Long.class).single())));
    }

    @Test
    void a_person_kept_by_another_agency_does_not_tell_that_two_shops_are_theirs() {
        var one = shop("集市庚", "封存主人的店，名字很长很长很长很长很长很长", "");
        var other = shop("集市辛", "青石禾木茶行", "");
        var person = persons.as(OFFICER, () -> natural.register(new Told("虚构丁", "", "13900008883", "", "店主")));
        try (var keeper = Visitor.signedIn(port, OFFICER)) {
            for (Shop shop : List.of(one, other)) {
                keeper.post(
                        "/parties/people/" + person.id() + "/shops",
                        Map.of("shop", shop.account(), "reason", "收款账户实名一致"));
                told(shop);
            }
        }

        assertThat(network(OFFICER, key(one)).node(key(other))).isPresent();
        assertThat(network(OFFICER, "person-" + person.id()).nodes()).extracting(Node::label).contains("虚**", "139****8883");
        var foreign = network(FOREIGN, key(one));
        assertThat(foreign.nodes()).extracting(Node::key).containsExactly(key(one));
        assertThat(foreign.sealed()).hasSize(1);
    }

    @Test
    void filters_by_kind_time_and_region_leave_out_what_does_not_fit() {
        var lead = lead("筛选小铺", "联系 13900008884");
        String key = "lead-" + lead.number();

        var shopsOnly = new View(3, Set.of(Node.Kind.SHOP), java.util.Optional.empty(), java.util.Optional.empty(), 0, Set.of());
        var later = new View(
                3, Set.of(), java.util.Optional.of(lead.receivedOn().plusDays(1)), java.util.Optional.empty(), 0, Set.of());
        var elsewhere = new View(3, Set.of(), java.util.Optional.empty(), java.util.Optional.empty(), 440000, Set.of());

        assertThat(kinds(key, shopsOnly)).containsExactlyInAnyOrder(Node.Kind.LEAD, Node.Kind.SHOP);
        assertThat(kinds(key, later)).containsExactly(Node.Kind.LEAD);
        assertThat(kinds(key, elsewhere)).doesNotContain(Node.Kind.SHOP).contains(Node.Kind.PHONE);
        assertThat(shopsOnly.query()).isEqualTo("?kind=SHOP");
    }

    private Set<Node.Kind> kinds(String key, View view) {
        return persons.as(OFFICER, () -> networks.of(key, view)).counts().keySet();
    }

    @Test
    void the_way_between_two_names_each_tie_and_what_holds_most_together_stands_on_top() {
        var one = lead("路径甲小铺", "联系 13900008885");
        var other = lead("路径乙茶行", "电话 13900008885");

        var way = persons.as(OFFICER, () -> networks.way("lead-" + one.number(), "lead-" + other.number()));

        assertThat(way).extracting(Link::ground).containsExactly(Link.Ground.CONTACT, Link.Ground.CONTACT);
        assertThat(persons.as(OFFICER, () -> networks.way("lead-" + one.number(), key(shop("集市庚", "别处小铺无关", "")))))
                .isEmpty();
        assertThat(network(OFFICER, "lead-" + one.number()).important(3).getFirst().node().kind())
                .isEqualTo(Node.Kind.PHONE);
    }

    @Test
    void told_twice_the_same_stands_there() {
        var lead = lead("两次小铺", "联系 13900008886");
        var before = network(OFFICER, "lead-" + lead.number());

        asMachine(() -> weaver.leads(List.of(lead.number())));

        assertThat(network(OFFICER, "lead-" + lead.number())).isEqualTo(before);
    }

    @Test
    void a_platform_sees_no_network_and_decides_nothing() {
        var start = shop("集市庚", "平台所问的店", "");

        assertThatThrownBy(() -> network("ji.shi", key(start))).isInstanceOf(Forbidden.class);
        try (var platform = Visitor.signedIn(port, "ji.shi")) {
            assertThat(platform.get("/networks/" + key(start)).statusCode()).isEqualTo(403);
            assertThat(platform.get("/networks/" + key(start) + "/bundle.json").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void shops_that_the_register_puts_under_one_owner_are_not_decided_on_here() {
        var start = shop("集市庚", "同主小铺", CODE);
        var other = shop("集市辛", "同主分铺", CODE);
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            officer.post(
                    "/networks/" + key(start) + "/decisions",
                    Map.of("other", key(other), "verdict", "not-same", "reason", "看似不同"));

            assertThat(page(officer, "/networks/" + key(start))).contains("到经营者的页面拆开");
        }
        assertThat(persons.as(OFFICER, () -> networks.decisions(key(start)))).isEmpty();
    }

    @Test
    void a_decision_without_reason_or_other_side_is_not_noted_and_a_bad_filter_is_named() {
        var start = shop("集市庚", "无理由小铺", "");
        var other = shop("集市辛", "无理由小铺", "");
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            officer.post(
                    "/networks/" + key(start) + "/decisions",
                    Map.of("other", key(other), "verdict", "same", "reason", " "));
            assertThat(page(officer, "/networks/" + key(start))).contains("写明理由");
            officer.post(
                    "/networks/" + key(start) + "/decisions",
                    Map.of("other", "shop-999999999", "verdict", "same", "reason", "同一"));
            assertThat(page(officer, "/networks/" + key(start))).contains("先选网络中");
            assertThat(page(officer, "/networks/" + key(start) + "?from=gestern&region=nowhere"))
                    .contains("起始日期不对")
                    .contains("没有这个地区");
            assertThat(page(officer, "/networks/" + key(start) + "?from=%2B999999999-01-01"))
                    .as("what Java takes for a day")
                    .contains("起始日期不对");
            assertThat(officer.get("/networks/shop-999999999").statusCode()).isEqualTo(404);
            assertThat(officer.get("/networks/nonsense").statusCode()).isEqualTo(404);
        }
        assertThat(persons.as(OFFICER, () -> networks.decisions(key(start)))).isEmpty();
    }

    private static String page(Visitor visitor, String path) {
        return new String(visitor.get(path).body(), StandardCharsets.UTF_8);
    }

    @Test
    void exports_are_well_formed_and_hold_what_their_specifications_require() throws Exception {
        var lead = lead("导出 <小铺> & 行", "联系 13900008887 微信号 hengxi_8887");
        String base = "/networks/lead-" + lead.number();
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            var xml = DocumentBuilderFactory.newDefaultInstance();
            var svg = xml.newDocumentBuilder().parse(new ByteArrayInputStream(officer.get(base + "/picture.svg").body()));
            assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
            var png = ImageIO.read(new ByteArrayInputStream(officer.get(base + "/picture.png").body()));
            assertThat(png.getWidth()).isGreaterThan(400);
            var graphml = xml.newDocumentBuilder().parse(new ByteArrayInputStream(officer.get(base + "/network.graphml").body()));
            int nodes = graphml.getElementsByTagName("node").getLength();
            assertThat(nodes).isGreaterThanOrEqualTo(4);
            var bundle = new JsonMapper().readTree(officer.get(base + "/bundle.json").body());
            assertThat(bundle.get("objects").size()).isGreaterThan(nodes);
            holdsTheSpecification(bundle);
            assertThat(bundle.toString()).doesNotContain("13900008887").contains("139****8887");
        }
    }

    /** STIX 2.1: what is required of every object, and of each type that we write. */
    private static void holdsTheSpecification(JsonNode bundle) {
        assertThat(bundle.get("type").asString()).isEqualTo("bundle");
        var ids = new java.util.HashSet<String>();
        for (JsonNode object : bundle.get("objects")) {
            String type = object.get("type").asString();
            assertThat(object.get("id").asString())
                    .matches(type + "--[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(ids.add(object.get("id").asString())).as(object.toString()).isTrue();
            assertThat(object.get("spec_version").asString()).isEqualTo("2.1");
            List<String> required = switch (type) {
                case "identity", "incident" -> List.of("created", "modified", "name");
                case "location" -> List.of("created", "modified", "country");
                case "marking-definition" -> List.of("created", "definition_type", "definition");
                case "relationship" -> List.of("created", "modified", "relationship_type", "source_ref", "target_ref");
                case "domain-name" -> List.of("value");
                case "user-account" -> List.of("user_id");
                default -> throw new AssertionError("not a type of ours: " + type);
            };
            assertThat(object.propertyNames()).as(type).containsAll(required);
        }
        for (JsonNode object : bundle.get("objects")) {
            for (String reference : List.of("source_ref", "target_ref", "created_by_ref")) {
                if (object.has(reference)) {
                    assertThat(ids).contains(object.get(reference).asString());
                }
            }
        }
    }

    @Test
    @Tag("browser")
    void two_shops_are_decided_on_at_the_picture() {
        var start = shop("集市庚", "图中小铺青石", CODE);
        shop("集市辛", "图中小铺青石", "");
        lead("图中小铺青石", "联系 13900008888");
        try (var browser = Browser.desktop(port)) {
            browser.signIn(OFFICER).until(it -> !it.address().startsWith("/sign-in"));
            browser.go("/parties/shops/" + start.id()).click("网络").sees("图中小铺青石 的网络").isAccessible();
            browser.picture("network-of-a-shop");
            browser.choose("other", "图中小铺青石（集市辛）")
                    .type("reason", "同一仓库发货")
                    .click("同一")
                    .sees("已记下：同一")
                    .sees("沈知遥：同一仓库发货")
                    .isAccessible();
            browser.picture("network-decided");
            browser.go("/networks/" + key(start));
            browser.click("收回").sees("已收回").sees("机器提示可能同一").isAccessible();
            browser.go("/networks/" + key(start) + "?kind=LEAD&from=2026-01-01").isAccessible();
        }
    }

    @Test
    @Tag("browser")
    void a_foreign_officer_is_told_whom_to_ask() {
        lead("封图小铺青石", "联系 13900008889");
        long id = persons.as(OFFICER, () -> shops.find("集市乙", "", "封图小铺青石").orElseThrow()).id();
        try (var browser = Browser.desktop(port, Locale.ENGLISH)) {
            browser.signIn(FOREIGN).until(it -> !it.address().startsWith("/sign-in"));
            browser.go("/networks/shop-" + id).sees("Other agencies have records here").isAccessible();
            assertThat(browser.says("139****8889")).isFalse();
            browser.picture("network-sealed-en");
        }
    }

    @Test
    @Tag("browser")
    void the_page_is_readable_on_a_phone() throws IOException {
        var lead = lead("手机上的店", "联系 13900008890");
        try (var browser = Browser.phone(port)) {
            browser.signIn(OFFICER).until(it -> !it.address().startsWith("/sign-in"));
            browser.go("/networks/lead-" + lead.number()).isAccessible();
            browser.picture("network-on-a-phone");
        }
    }
}

package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseWork;
import org.hengjian.cases.Step;
import org.hengjian.cases.Paper;
import org.hengjian.cases.Cases;
import org.hengjian.cases.FilingRequest;
import org.hengjian.cases.Party;
import org.hengjian.goods.Goods;
import org.hengjian.goods.GoodsWork;
import org.hengjian.goods.Item;
import org.hengjian.parties.NaturalPersons;
import org.hengjian.parties.Shop;
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
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Goods taken in a case stand in the network with their case and its party, for those who see the goods. */
@OnThePlatform
class SeeingGoodsInANetworkTests {

    private static final String PARTY = "91330106MA0HJ00171"; // of the cases that CaseWork begins
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Networks networks;

    @Autowired
    Weaver weaver;

    @Autowired
    Goods goods;

    @Autowired
    GoodsWork work;

    @Autowired
    CaseWork cases;

    @Autowired
    Cases room;

    @Autowired
    NaturalPersons people;

    @Autowired
    Shops shops;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    private Item item() {
        firm();
        return woven(work.item("30"));
    }

    private long firm() {
        Shop shop = persons.as(GoodsWork.OFFICER, () -> shops.seen(new Shop.Sighting(
                "集市庚", "goods-" + NUMBERS.incrementAndGet(), "云岫禾木服饰有限公司", "", 330106, PARTY)));
        return java.util.Objects.requireNonNull(shop.subject());
    }

    private Item woven(Item item) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> {
            weaver.goods(item.id());
            weaver.goods(item.id());
        }));
        return item;
    }

    private static String key(Item item) {
        return "goods-" + item.id();
    }

    private Network network(String who, String key) {
        return persons.as(who, () -> networks.of(key, View.PLAIN));
    }

    /** Between its filing and its decision a case tells the network nothing: how it stands is asked when it is looked at. */
    @Test
    void a_case_shows_how_it_stands_now_and_not_how_it_stood_when_it_was_told() {
        long id = cases.filedId();
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> weaver.theCase(id)));
        assertThat(network(GoodsWork.OFFICER, "case-" + id).start().state()).isEqualTo("FILED");

        persons.as(GoodsWork.OFFICER, () -> room.record(
                new Step(id, room.find(id).orElseThrow().docket().version()), Paper.RecordKind.INSPECTION,
                cases.today(), "仓前路8号", "现场发现带标卫衣430件。", "赵小禾"));

        var network = network(GoodsWork.OFFICER, "case-" + id);
        assertThat(network.start().state()).isEqualTo("INVESTIGATING");
        assertThat(network.nodes()).contains(network.start());
        assertThat(persons.as("fang.qing", () -> room.stages(List.of(id)))).as("whoever does not see the case").isEmpty();
    }

    @Test
    void an_item_hangs_at_its_case_and_at_the_party() {
        Item item = item();

        var network = network(GoodsWork.OFFICER, key(item));

        assertThat(network.start().label()).isEqualTo(item.code());
        assertThat(network.start().note()).isEqualTo("HENGXI 连帽卫衣 衡溪 HENGXI");
        assertThat(network.start().href()).isEqualTo("/goods/" + item.id());
        assertThat(network.linksOf(network.start()))
                .extracting(link -> link.ground() + " " + link.other(key(item)))
                .containsExactlyInAnyOrder("TAKEN case-" + item.caseId(), "TAKEN_FROM firm-" + firm());
        assertThat(persons.as(GoodsWork.OFFICER, () -> networks.called(item.code()))).hasSize(1);
        var onlyGoods = new View(2, Set.of(Node.Kind.GOODS), Optional.empty(), Optional.empty(), 0, Set.of());
        assertThat(persons.as(GoodsWork.OFFICER, () -> networks.of("case-" + item.caseId(), onlyGoods)).nodes())
                .extracting(Node::kind)
                .containsExactly(Node.Kind.CASE, Node.Kind.GOODS);
    }

    @Test
    void goods_hang_at_a_person_as_they_do_at_a_firm_and_meet_the_person_on_record() {
        String identity = "11010519491231002X";
        long caseId = against(new Party(Party.Kind.PERSON, "赵某某", "", "青石县大坪镇仓前路8号"), identity);
        Item item = woven(work.register(work.hoodies(caseId, "12")));
        long onRecord = persons.as(GoodsWork.OFFICER, () -> people.register(
                        new NaturalPersons.Told("赵小禾", identity, "", "", "")))
                .id();
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(
                _ -> weaver.parties(List.of(), List.of(), List.of(onRecord))));

        var network = network(GoodsWork.OFFICER, key(item));

        var party = network.nodes().stream()
                .filter(node -> node.key().startsWith("person-id-"))
                .findFirst()
                .orElseThrow();
        assertThat(party.label()).isEqualTo("赵某某");
        assertThat(party.key()).doesNotContain("1949");
        assertThat(party.href()).as("who is only the party of a case has no page").isEmpty();
        assertThat(network.linksOf(party))
                .extracting(link -> link.ground() + " " + link.other(party.key()))
                .contains("AGAINST case-" + caseId, "TAKEN_FROM " + key(item), "IDENTITY person-" + onRecord);
        assertThat(persons.as(GoodsWork.FOREIGN, () -> networks.find(party.key()))).isEmpty();
    }

    @Test
    void a_person_without_a_number_meets_nobody_of_the_same_name() {
        long caseId = against(new Party(Party.Kind.PERSON, "赵某某", "", "青石县大坪镇仓前路8号"), "");
        Item item = woven(work.register(work.hoodies(caseId, "12")));

        var network = network(GoodsWork.OFFICER, key(item));

        assertThat(network.nodes()).noneMatch(node -> node.kind() == Node.Kind.PERSON);
    }

    private long against(Party party, String identity) {
        var asUsual = cases.usual();
        return persons.as(GoodsWork.OFFICER, () -> CaseWork.idOf(room.propose(new FilingRequest(
                asUsual.matter(), party, new Party.Personal("赵小禾", identity, ""), asUsual.officers(),
                asUsual.turnover(), asUsual.ground(), asUsual.venue()))));
    }

    @Test
    void who_may_not_see_the_goods_learns_whom_to_ask() {
        Item item = item();
        String firm = "firm-" + firm();

        assertThat(network("tao.ran", firm).nodes()).as("the bureau above, of the same line")
                .anyMatch(node -> node.key().equals(key(item)));
        for (String other : List.of(GoodsWork.FOREIGN, GoodsWork.BYSTANDER, "luo.jin")) {
            assertThat(persons.as(other, () -> networks.find(key(item)))).as(other).isEmpty();
            assertThatThrownBy(() -> network(other, key(item))).as(other).isInstanceOf(NotFound.class);
            var theirs = network(other, firm);
            assertThat(theirs.nodes()).as(other).noneMatch(node -> node.kind() == Node.Kind.GOODS);
            assertThat(theirs.sealedAt(theirs.start())).as(other)
                    .anyMatch(one -> one.agency() == persons.viewer(GoodsWork.OFFICER).agency());
        }
        try (var foreign = Visitor.signedIn(port, GoodsWork.FOREIGN)) {
            assertThat(foreign.get("/networks/" + key(item)).statusCode()).isEqualTo(404);
            assertThat(foreign.get("/networks/" + key(item) + "/bundle.json").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void goods_that_were_handed_over_are_seen_by_who_has_them() {
        Item item = item();
        long police = persons.viewer("luo.jin").agency();

        persons.as(GoodsWork.OFFICER, () -> goods.transferWithCase(item.caseId(), "公安", police, "移1号", ""));
        woven(item);

        assertThat(network("luo.jin", key(item)).linksOf(network("luo.jin", key(item)).start()))
                .extracting(Link::ground)
                .containsExactly(Link.Ground.TAKEN_FROM);
        assertThat(persons.as(GoodsWork.FOREIGN, () -> networks.find(key(item)))).isEmpty();
    }

    @Test
    void exports_hold_goods_and_stix_says_how_they_are_to_be_read() {
        Item item = item();
        String base = "/networks/" + key(item);
        try (var officer = Visitor.signedIn(port, GoodsWork.OFFICER)) {
            String graphml = new String(officer.get(base + "/network.graphml").body(), StandardCharsets.UTF_8);
            assertThat(graphml).contains(">GOODS<").contains(">TAKEN<").contains(item.code());
            var bundle = new JsonMapper().readTree(officer.get(base + "/bundle.json").body());
            String definition = "";
            String extended = "";
            for (var object : bundle.get("objects")) {
                if (object.get("type").asString().equals("extension-definition")) {
                    definition = object.get("id").asString();
                    for (String required : List.of("created", "modified", "created_by_ref", "name", "schema", "version", "extension_types")) {
                        assertThat(object.has(required)).as(required).isTrue();
                    }
                }
                if (object.get("name") != null && object.get("name").asString().equals(item.code())) {
                    assertThat(object.get("id").asString()).startsWith("x-hengjian-goods--");
                    extended = object.get("extensions").propertyNames().iterator().next();
                }
            }
            assertThat(extended).startsWith("extension-definition--").isEqualTo(definition);
            String svg = new String(officer.get(base + "/picture.svg").body(), StandardCharsets.UTF_8);
            assertThat(svg).contains("涉案物品").contains("l3.5-6h7l3.5 6-3.5 6h-7z");
            assertThat(officer.get(base + "/picture.png").body()).startsWith(0x89, 'P', 'N', 'G');
        }
    }

    @Test
    @Tag("browser")
    void goods_stand_in_the_picture_as_soon_as_they_are_registered() {
        firm();
        Item item = work.register(work.hoodies(cases.filedId(), "12"));
        try (var browser = Browser.desktop(port)) {
            browser.signIn(GoodsWork.OFFICER);
            browser.until(it -> it.go("/networks/case-" + item.caseId()).says(item.code()));
            browser.sees("案中查扣").sees("六边形").isAccessible();
            browser.picture("networks-goods");
            browser.tick("input[name=kind][value=GOODS]").sees(item.code()).isAccessible();
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(GoodsWork.OFFICER);
            phone.go("/networks/" + key(item)).sees("当事人（查扣）").isAccessible();
            phone.picture("networks-goods-phone");
        }
        try (var english = Browser.desktop(port, Locale.ENGLISH)) {
            english.signIn(GoodsWork.OFFICER);
            english.go("/networks/" + key(item)).sees("Goods taken").isAccessible();
        }
    }
}

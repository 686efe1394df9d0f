package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.intake.Parcel;
import org.hengjian.intake.ParcelWork;
import org.hengjian.leads.Lead;
import org.hengjian.leads.Leads;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shops;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The way from the factory over the shop to the parcel, for those who may see it; sealed for others. */
@OnThePlatform
class SeeingParcelsInANetworkTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String FACTORY = "91330106MA0HJ00171";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Networks networks;

    @Autowired
    Weaver weaver;

    @Autowired
    ParcelWork work;

    @Autowired
    Leads leads;

    @Autowired
    Shops shops;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** A suspected parcel of a new shop that the factory runs, with the lead at which it hangs. */
    private record Sent(Parcel parcel, Lead lead, String shopName, String phone) {

        String key() {
            return "parcel-" + parcel.first();
        }
    }

    private Sent sent() {
        String shop = "寄件铺 " + NUMBERS.incrementAndGet();
        String phone = ParcelWork.phone();
        var parcel = work.takenIn(ParcelWork.row(phone, FACTORY, "衡溪A货 代购级 卫衣", "集市辛", shop)).getFirst();
        var lead = await().until(
                        () -> viewers.as(Viewer.machine(), () -> leads.ofParcels(List.of(parcel.first())))
                                .getOrDefault(parcel.first(), List.of()),
                        some -> !some.isEmpty())
                .getFirst();
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> {
            weaver.parcels(List.of(parcel.first()));
            weaver.leads(List.of(lead.number()));
            weaver.leads(List.of(lead.number()));
        }));
        return new Sent(parcel, lead, shop, phone);
    }

    private Shop shop(Sent sent) {
        return persons.as(OFFICER, () -> shops.called("集市辛", sent.shopName(), 1)).getFirst();
    }

    private Network network(String who, String key) {
        return persons.as(who, () -> networks.of(key, View.PLAIN));
    }

    @Test
    void the_way_leads_from_the_factory_over_the_shop_to_the_parcel() {
        var sent = sent();
        var shop = shop(sent);
        String firm = "firm-" + shop.subject();

        for (var who : List.of(ParcelWork.POSTAL, OFFICER)) {
            boolean itsLead = who.equals(OFFICER);
            var network = network(who, sent.key());
            assertThat(network.sealedAt(network.start()))
                    .as("whom to ask about the lead at which it hangs")
                    .extracting(Network.Sealed::agency)
                    .isEqualTo(itsLead ? List.of() : List.of(sent.lead().agency()));
            assertThat(network.start().label()).as(who).isEqualTo(sent.parcel().waybill()).contains("****");
            assertThat(network.start().note()).isEqualTo("衡溪A货 代购级 卫衣");
            assertThat(network.linksOf(network.start()))
                    .as(who)
                    .extracting(link -> link.ground() + " " + link.other(sent.key()).replaceFirst("-.*", ""))
                    .contains("SENT shop", "SENT firm", "CONTACT phone", "SENT_FROM address")
                    .hasSize(itsLead ? 5 : 4);
            assertThat(network.nodes().stream().anyMatch(node -> node.kind() == Node.Kind.LEAD)).as(who).isEqualTo(itsLead);
            assertThat(network.nodes())
                    .filteredOn(node -> node.kind() == Node.Kind.PHONE)
                    .extracting(Node::label)
                    .contains("137****" + sent.phone().substring(7))
                    .doesNotContain(sent.phone());
            assertThat(persons.as(who, () -> networks.way("shop-" + shop.id(), sent.key())))
                    .extracting(Link::ground)
                    .containsExactly(Link.Ground.SENT);
        }
        assertThat(network(OFFICER, "shop-" + shop.id()).links())
                .anyMatch(link -> link.ground() == Link.Ground.RUNS && link.source().equals(firm))
                .anyMatch(link -> link.ground() == Link.Ground.SENT && link.target().equals(sent.key()));
        var onlyParcels = new View(2, Set.of(Node.Kind.PARCEL), Optional.empty(), Optional.empty(), 0, Set.of());
        assertThat(persons.as(OFFICER, () -> networks.of("shop-" + shop.id(), onlyParcels)).nodes())
                .extracting(Node::kind)
                .containsExactly(Node.Kind.SHOP, Node.Kind.PARCEL);
    }

    @Test
    void a_factory_is_recorded_under_its_own_name_whatever_its_shop_is_called() {
        String known = "91330106MA0HJ%03d".formatted(NUMBERS.incrementAndGet()).substring(0, 16) + "7";
        String code = known + UnifiedSocialCreditCode.checkCharacter(known + "0");
        var parcel = work.takenIn(ParcelWork.rowOfFirm(
                        "云岫样品服装厂", ParcelWork.phone(), code, "卫衣", "集市辛", "样品铺 " + known))
                .getFirst();

        var firm = await().until(
                        () -> persons.as(ParcelWork.POSTAL, () -> networks.find("parcel-" + parcel.first()))
                                .map(_ -> network(ParcelWork.POSTAL, "parcel-" + parcel.first())),
                        Optional::isPresent)
                .orElseThrow()
                .nodes()
                .stream()
                .filter(node -> node.kind() == Node.Kind.FIRM)
                .toList();

        assertThat(firm).singleElement().satisfies(node -> {
            assertThat(node.label()).isEqualTo("云岫样品服装厂");
            assertThat(node.note()).isEqualTo(code);
        });
    }

    @Test
    void who_may_not_see_it_learns_whom_to_ask_and_the_database_gives_nothing() {
        var sent = sent();
        String shop = "shop-" + shop(sent).id();

        for (var other : List.of("fang.qing", "luo.jin")) {
            assertThat(persons.as(other, () -> networks.find(sent.key()))).as(other).isEmpty();
            assertThatThrownBy(() -> network(other, sent.key())).as(other).isInstanceOf(NotFound.class);
            var theirs = network(other, shop);
            assertThat(theirs.nodes()).as(other).noneMatch(node -> node.kind() == Node.Kind.PARCEL);
            assertThat(theirs.sealedAt(theirs.start()))
                    .as(other)
                    .anyMatch(one -> one.agency() == persons.viewer(ParcelWork.POSTAL).agency());
            assertThat(rows(other, sent)).as(other).isZero();
        }
        try (var foreign = Visitor.signedIn(port, "fang.qing")) {
            assertThat(foreign.get("/networks/" + sent.key()).statusCode()).isEqualTo(404);
            assertThat(foreign.get("/networks/" + sent.key() + "/network.graphml").statusCode()).isEqualTo(404);
        }
    }

    private long rows(String who, Sent sent) {
        return persons.as(who, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        """
                        select (select count(*) from networks.node where key = :key)
                               + (select count(*) from networks.edge where told_by = :key)
                        """)
                .param("key", sent.key())
                .query(Long.class)
                .single())));
    }

    @Test
    void exports_hold_it_masked_and_stix_says_how_it_is_to_be_read() {
        var sent = sent();
        String base = "/networks/" + sent.key();
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            String graphml = new String(officer.get(base + "/network.graphml").body(), StandardCharsets.UTF_8);
            assertThat(graphml).contains(">PARCEL<", ">SENT<", sent.parcel().waybill()).doesNotContain(sent.phone(), "木阿生");
            String stix = new String(officer.get(base + "/bundle.json").body(), StandardCharsets.UTF_8);
            assertThat(stix).doesNotContain(sent.phone(), "木阿生");
            String definition = "";
            String extended = "";
            for (var object : new JsonMapper().readTree(stix).get("objects")) {
                if (object.get("type").asString().equals("extension-definition")) {
                    definition = object.get("id").asString();
                }
                if (object.get("type").asString().equals("x-hengjian-parcel")) {
                    extended = object.get("extensions").propertyNames().iterator().next();
                }
            }
            assertThat(extended).startsWith("extension-definition--").isEqualTo(definition);
            String svg = new String(officer.get(base + "/picture.svg").body(), StandardCharsets.UTF_8);
            assertThat(svg).contains("邮件快件", "h14v10h-14z");
            assertThat(officer.get(base + "/picture.png").body()).startsWith(0x89, 'P', 'N', 'G');
        }
    }

    @Test
    @Tag("browser")
    void a_parcel_stands_in_the_picture_and_in_the_table_beneath() {
        var sent = sent();
        String shop = "/networks/shop-" + shop(sent).id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(OFFICER).go(shop).sees(sent.parcel().waybill()).sees("信封").isAccessible();
            browser.picture("networks-parcels");
            browser.tick("input[name=kind][value=PARCEL]").until(it -> it.address().contains("kind=PARCEL"));
            browser.sees(sent.parcel().waybill()).isAccessible();
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(ParcelWork.POSTAL).go("/networks/" + sent.key()).sees("寄件地址").isAccessible();
            phone.picture("networks-parcels-phone");
        }
        try (var english = Browser.desktop(port, Locale.ENGLISH)) {
            english.signIn(OFFICER).go(shop).sees("Sent from").isAccessible();
            english.picture("networks-parcels-en");
        }
    }
}

package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.intake.Parcel;
import org.hengjian.intake.ParcelWork;
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

/** What is declared on a label is screened like a title; a suspected parcel hangs at one lead, and who sends stays sealed. */
@OnThePlatform
class ParcelsAtALeadTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String FOREIGN = "fang.qing";
    private static final String SUSPECT = "衡溪A货 代购级 卫衣";

    @LocalServerPort
    int port;

    @Autowired
    ParcelWork work;

    @Autowired
    ParcelScreening screening;

    @Autowired
    ParcelOpenings openings;

    @Autowired
    Leads leads;

    @Autowired
    LeadWork leadWork;

    @Autowired
    Deeds deeds;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    /** The lead at which a parcel hangs, once screening has been through. */
    private Lead leadOf(Parcel parcel) {
        return await().until(() -> holding(parcel), some -> !some.isEmpty()).getFirst();
    }

    private List<Lead> holding(Parcel parcel) {
        return viewers.as(Viewer.machine(), () -> leads.ofParcels(List.of(parcel.first())))
                .getOrDefault(parcel.first(), List.of());
    }

    private List<ParcelOpenings.Sight> seen(String who, Lead lead) {
        return persons.as(who, () -> openings.of(lead));
    }

    private Lead filed(Lead lead, String number) {
        persons.as(OFFICER, () -> {
            deeds.start(lead.number(), lead.version());
            deeds.record(
                    lead.number(), Deeds.ANY_VERSION,
                    new Visit(Outcome.CONFIRMED, "网点", "开箱验视，印有商标", LocalDate.now(clock), List.of()));
            assertThat(leads.filed(lead.number(), number)).isInstanceOf(Answer.Done.class);
        });
        return leadWork.now(lead.number());
    }

    @Test
    void suspected_ones_become_one_lead_of_their_sender_and_honest_ones_none() {
        String phone = ParcelWork.phone();
        var parcels = work.takenIn(
                ParcelWork.row(phone, "", SUSPECT, "", ""),
                ParcelWork.row(phone, "", "家用毛巾", "", ""),
                ParcelWork.row(phone, "", "高仿HENGXI卫衣 A货", "", ""));

        var lead = leadOf(parcels.get(0));

        assertThat(lead.agency()).as("where it was posted").isEqualTo(persons.viewer(OFFICER).agency());
        assertThat(lead.goods().title()).isEqualTo(SUSPECT);
        assertThat(lead.stage()).isInstanceOf(Stage.Screened.class);
        assertThat(lead.due()).isNotNull();
        assertThat(lead.sharedWith()).as("by its owner alone").isEmpty();
        assertThat(leadOf(parcels.get(2)).number()).isEqualTo(lead.number());
        assertThat(holding(parcels.get(1))).isEmpty();
        assertThat(seen(OFFICER, lead)).hasSize(2).allSatisfy(one -> {
            assertThat(one.sender()).as("sealed").isEmpty();
            assertThat(one.at().parcel().senderName()).isEqualTo("木**");
            assertThat(one.at().parcel().grams()).isEqualTo(900);
        });
    }

    @Test
    void later_parcels_join_the_open_lead_and_told_twice_they_join_once() {
        String phone = ParcelWork.phone();
        var first = work.takenIn(ParcelWork.row(phone, "", SUSPECT, "", ""));
        var lead = leadOf(first.getFirst());

        var later = work.takenIn(ParcelWork.row(phone, "", SUSPECT, "", ""));
        assertThat(leadOf(later.getFirst()).number()).isEqualTo(lead.number());
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> screening.screen(later)));

        assertThat(seen(OFFICER, lead)).hasSize(2);
        persons.as("jiang.lin", () -> deeds.dismiss(lead.number(), Deeds.ANY_VERSION, "slight", "数量很少"));
        var afterwards = work.takenIn(ParcelWork.row(phone, "", SUSPECT, "", ""));
        assertThat(leadOf(afterwards.getFirst()).number()).as("the old lead is closed").isNotEqualTo(lead.number());
    }

    @Test
    void a_parcel_of_a_shop_joins_what_is_open_about_the_shop() {
        var lead = leadWork.received("快递联动铺");

        var parcel = work.takenIn(ParcelWork.row(ParcelWork.phone(), "", SUSPECT, "集市乙", "快递联动铺")).getFirst();

        assertThat(leadOf(parcel).number()).isEqualTo(lead.number());
    }

    /** The lead is another agency's: where the parcel joined is told, what stands there is not, until it is shared. */
    @Test
    void whoever_brought_a_parcel_in_is_told_where_it_joined_and_sees_the_lead_once_it_is_shared() {
        var lead = leadWork.received("快递追踪铺");
        var parcel = work.takenIn(ParcelWork.row(ParcelWork.phone(), "", SUSPECT, "集市乙", "快递追踪铺")).getFirst();
        assertThat(leadOf(parcel).number()).isEqualTo(lead.number());
        long postalOffice = persons.viewer(ParcelWork.POSTAL).agency();

        try (var postal = Visitor.signedIn(port, ParcelWork.POSTAL)) {
            assertThat(page(postal, "/leads?scope=seen&state=all&batch=" + parcel.batch())).doesNotContain(lead.number());
            assertThat(postal.get("/leads/" + lead.number()).statusCode()).isEqualTo(404);
            assertThat(page(postal, "/intake/parcels/" + parcel.id()))
                    .contains(lead.number(), "杭州市西湖区市场监督管理局", LocalDate.now(clock).toString())
                    .contains("/networks/parcel-" + parcel.first(), "木**", parcel.senderPhone(), parcel.waybill())
                    .doesNotContain("/leads/" + lead.number(), "木阿生");
            assertThat(page(postal, "/intake/batches/" + parcel.batch())).contains("其中 1 条由杭州市西湖区市场监督管理局管辖");
            var sharing = Map.of("version", "1", "agency", Long.toString(postalOffice), "reason", "自行查看");
            assertThat(postal.post("/leads/" + lead.number() + "/sharing", sharing).statusCode()).isEqualTo(404);
        }
        try (var other = Visitor.signedIn(port, FOREIGN)) {
            assertThat(other.get("/intake/parcels/" + parcel.id()).statusCode()).isEqualTo(404);
            assertThat(page(other, "/leads?scope=seen&state=all&batch=" + parcel.batch())).doesNotContain(lead.number());
        }

        assertThat(answer(OFFICER, () -> deeds.share(lead.number(), Deeds.ANY_VERSION, persons.viewer(FOREIGN).agency(), "协查")))
                .as("it brought nothing in")
                .isEqualTo("leads.no.share.whom");
        assertThat(answer(OFFICER, () -> deeds.share(lead.number(), Deeds.ANY_VERSION, postalOffice, " ")))
                .isEqualTo("leads.no.reason");
        assertThatThrownBy(() -> persons.as("gu.heng", () -> deeds.share(lead.number(), Deeds.ANY_VERSION, postalOffice, "协查")))
                .isInstanceOf(Forbidden.class);
        for (int i = 0; i < 2; i++) {
            assertThat(answer(OFFICER, () -> deeds.share(lead.number(), Deeds.ANY_VERSION, postalOffice, "请协助查寄递")))
                    .as("twice, it is shared once")
                    .isEqualTo("done");
        }
        assertThat(leadWork.now(lead.number()).sharedWith()).containsExactly(postalOffice);

        try (var postal = Visitor.signedIn(port, ParcelWork.POSTAL)) {
            assertThat(page(postal, "/leads?scope=seen&state=all&batch=" + parcel.batch())).contains(lead.number());
            assertThat(page(postal, "/leads/" + lead.number())).contains("快递追踪铺").doesNotContain("/sharing");
            assertThat(page(postal, "/intake/parcels/" + parcel.id())).contains("/leads/" + lead.number());
        }
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            assertThat(officer.get("/intake/parcels/" + parcel.id()).statusCode()).as("the file is the postal office's").isEqualTo(404);
            assertThat(page(officer, "/leads/" + lead.number())).contains("木**", "已共享", "请协助查寄递", "/withholding");
        }

        assertThat(answer(OFFICER, () -> deeds.withhold(lead.number(), Deeds.ANY_VERSION, postalOffice))).isEqualTo("done");
        try (var postal = Visitor.signedIn(port, ParcelWork.POSTAL)) {
            assertThat(postal.get("/leads/" + lead.number()).statusCode()).isEqualTo(404);
        }
    }

    private String answer(String who, java.util.function.Supplier<Answer> deed) {
        return persons.as(who, deed) instanceof Answer.Refused refused ? refused.key() : "done";
    }

    /** The functions that tell of other agencies' leads answer nobody but whom it concerns. */
    @Test
    void the_database_tells_where_it_joined_to_those_above_the_file_alone() {
        var lead = leadWork.received("快递分辨铺");
        var parcel = work.takenIn(ParcelWork.row(ParcelWork.phone(), "", SUSPECT, "集市乙", "快递分辨铺")).getFirst();
        assertThat(leadOf(parcel).number()).isEqualTo(lead.number());

        assertThat(told(ParcelWork.POSTAL, parcel, lead)).isEqualTo("1 1 0 0");
        assertThat(told(OFFICER, parcel, lead)).as("whose lead it is").isEqualTo("0 0 1 0");
        for (var other : List.of(FOREIGN, "luo.jin", "he.ming")) {
            assertThat(told(other, parcel, lead)).as(other).isEqualTo("0 0 0 0");
        }
    }

    /** Joined by the parcel, of the file, brought by whom, and rows of leads seen. */
    private String told(String who, Parcel parcel, Lead lead) {
        return persons.as(who, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        """
                        select (select count(*) from leads.joined_by_parcel(:first)) || ' '
                               || (select count(*) from leads.joined_of_batch(:batch)) || ' '
                               || (select count(*) from leads.brought_by(:number)) || ' '
                               || (select count(*) from leads.lead where number = :number and agency_id <> access.agency())
                        """)
                .param("first", parcel.first())
                .param("batch", parcel.batch())
                .param("number", lead.number())
                .query(String.class)
                .single())));
    }

    private static String page(Visitor visitor, String address) {
        return new String(visitor.get(address).body(), StandardCharsets.UTF_8);
    }

    @Test
    void who_sends_is_opened_for_a_purpose_once_it_is_a_case_and_no_sooner() {
        String phone = ParcelWork.phone();
        var parcel = work.takenIn(ParcelWork.row(phone, "", SUSPECT, "", "")).getFirst();
        var lead = leadOf(parcel);

        assertThat(refusal(OFFICER, lead, parcel, "查明寄件人")).isEqualTo("leads.no.parcel.case");
        var filed = filed(lead, "杭西市监案〔2026〕9001号");
        assertThat(refusal(OFFICER, filed, parcel, " ")).isEqualTo("leads.no.parcel.purpose");
        assertThatThrownBy(() -> refusal(ParcelWork.POSTAL, filed, parcel, "查看")).isInstanceOf(NotFound.class);
        persons.as(OFFICER, () -> deeds.share(
                filed.number(), Deeds.ANY_VERSION, persons.viewer(ParcelWork.POSTAL).agency(), "协查"));
        assertThat(refusal(ParcelWork.POSTAL, filed, parcel, "查看")).isEqualTo("leads.no.parcel.agency");
        assertThatThrownBy(() -> persons.as("he.ming", () -> openings.open(filed.number(), parcel.id(), "查看")))
                .isInstanceOf(Forbidden.class);
        assertThat(seen(OFFICER, filed).getFirst().sender()).isEmpty();

        assertThat(persons.as(OFFICER, () -> openings.open(filed.number(), parcel.id(), "查明寄件人")))
                .isInstanceOf(Answer.Done.class);

        assertThat(seen(OFFICER, filed).getFirst().sender()).get().satisfies(sender -> {
            assertThat(sender.name()).isEqualTo("木阿生");
            assertThat(sender.phone()).isEqualTo(phone);
        });
        assertThat(seen("jiang.lin", filed).getFirst().sender()).as("open to one reader alone").isEmpty();
        var logged = persons.as("jiang.lin", () -> transaction.execute(_ -> jdbc.sql(
                        "select reason from audit.entry where deed = 'leads.open-parcel' and object_id = :number")
                .param("number", filed.number())
                .query(String.class)
                .list()));
        assertThat(logged).contains("查明寄件人");
    }

    private String refusal(String who, Lead lead, Parcel parcel, String purpose) {
        return persons.as(who, () -> openings.open(lead.number(), parcel.id(), purpose))
                        instanceof Answer.Refused refused
                ? refused.key()
                : "done";
    }

    @Test
    void the_database_gives_parcels_of_a_lead_to_those_who_see_the_lead() {
        var parcel = work.takenIn(ParcelWork.row(ParcelWork.phone(), "", SUSPECT, "", "")).getFirst();
        var lead = leadOf(parcel);

        assertThat(rows(OFFICER, parcel)).isOne();
        for (var other : List.of(ParcelWork.POSTAL, FOREIGN, "luo.jin")) {
            assertThat(rows(other, parcel)).as(other).isZero();
        }
        try (var foreign = Visitor.signedIn(port, FOREIGN)) {
            assertThat(foreign.get("/leads/" + lead.number()).statusCode()).isEqualTo(404);
            assertThat(foreign.post("/leads/" + lead.number() + "/parcels/" + parcel.id() + "/opening", Map.of("purpose", "看"))
                            .statusCode())
                    .isEqualTo(404);
        }
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            var page = new String(officer.get("/leads/" + lead.number()).body(), StandardCharsets.UTF_8);
            assertThat(page).contains("木**").doesNotContain("木阿生");
        }
    }

    private long rows(String who, Parcel parcel) {
        return persons.as(who, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        "select count(*) from leads.parcel where parcel_id = :id")
                .param("id", parcel.id())
                .query(Long.class)
                .single())));
    }

    @Test
    @Tag("browser")
    void parcels_stand_on_the_page_of_their_lead() {
        String phone = ParcelWork.phone();
        var parcels = work.takenIn(
                ParcelWork.row(phone, "", SUSPECT, "集市乙", "快递页面铺"), ParcelWork.row(phone, "", "高仿HENGXI卫衣 A货", "集市乙", "快递页面铺"));
        var lead = leadOf(parcels.getFirst());
        try (var browser = Browser.desktop(port)) {
            browser.signIn(OFFICER).go("/leads/" + lead.number() + "#parcels").sees("寄件人已遮盖").isAccessible();
            browser.click("查看寄件人").type("purpose", "查明寄件人").click("查看 15 分钟").sees("还没有立案").isAccessible();
            browser.picture("leads-parcels");
            browser.find("#sharing [name=reason]").sendKeys("请协助查寄递");
            browser.click("共享给它").sees("已共享，对方可查看").isAccessible();
            browser.picture("leads-shared");
        }
        filed(leadWork.now(lead.number()), "杭西市监案〔2026〕9002号");
        try (var browser = Browser.phone(port)) {
            browser.signIn(OFFICER).go("/leads/" + lead.number() + "#parcels").sees("寄件人已遮盖").isAccessible();
            browser.click("查看寄件人").type("purpose", "查明寄件人").click("查看 15 分钟").sees("木阿生").isAccessible();
            browser.picture("leads-parcels-phone");
        }
        try (var english = Browser.desktop(port, java.util.Locale.ENGLISH)) {
            english.signIn(OFFICER).go("/leads/" + lead.number()).sees("senders masked").isAccessible();
        }
    }
}

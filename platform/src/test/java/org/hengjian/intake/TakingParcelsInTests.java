package org.hengjian.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DataFolder;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Parcels as a courier reports them: every row accounted for, and nobody's name, phone or address left in clear. */
@OnThePlatform
class TakingParcelsInTests {

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    Parcels parcels;

    @Autowired
    ParcelWork work;

    @Autowired
    RejectDownload download;

    @Autowired
    DataFolder data;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DatabaseAddress address;

    private Batch sample() throws IOException {
        return work.ended(
                work.source(),
                "parcels-day.csv",
                Files.readAllBytes(TakingFilesInTests.samples().resolve("parcels-day.csv")));
    }

    @Test
    void the_sample_is_read_to_its_end_and_every_row_is_accounted_for() throws IOException {
        var batch = sample();

        assertThat(batch.state()).as(batch.failureEn()).isEqualTo(Batch.State.DONE);
        assertThat(List.of(batch.received(), batch.accepted(), batch.rejected(), batch.duplicates()))
                .containsExactly(11L, 8L, 2L, 1L);
        var rejections = persons.as(ParcelWork.POSTAL, () -> intake.rejections(batch.id(), Optional.empty(), 10).rows());
        assertThat(rejections).flatExtracting(RejectionTable.Rejection::faults)
                .extracting(fault -> fault.field() + " " + fault.key().replaceFirst("^.*\\.", ""))
                .containsExactlyInAnyOrder(
                        "senderName masked", "senderPhone masked", "recipientRegion region-name", "grams missing",
                        "realName yes-no");
        var systems = persons.as(ParcelWork.POSTAL, () -> parcels.systems(batch.id()));
        assertThat(systems).isEqualTo(new Parcel.Systems(8, 8, 7, 8, 8, 8, 7));
    }

    /** Weight and value as numbers, the day as a date of the calendar, a code as a number: as a courier's spreadsheet has them. */
    @Test
    void a_workbook_says_the_same_as_a_text_file() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("日报");
            var headings = List.of(
                    "运单号", "寄递企业", "寄件人", "寄件人电话", "收件地区", "内件品名", "重量（千克）", "申报价值（元）", "收寄日期", "HS编码", "报关单号", "过机安检");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            sheet.value(1, 0, "YT099900000001");
            sheet.value(1, 1, "云途快递");
            sheet.value(1, 2, "木阿生");
            sheet.value(1, 3, 13_700_009_999L);
            sheet.value(1, 4, 510_107);
            sheet.value(1, 5, "运动鞋");
            sheet.value(1, 6, 0.9);
            sheet.value(1, 7, 138);
            sheet.value(1, 8, LocalDate.of(2025, 9, 12));
            sheet.style(1, 8).format("yyyy/m/d").set();
            sheet.value(1, 9, 6_404_110_000L);
            sheet.value(1, 10, "310120251518000001");
            sheet.value(1, 11, "否");
        }

        var batch = work.ended(work.source(), "day.xlsx", out.toByteArray());

        assertThat(batch.format()).isEqualTo("XLSX 日报");
        assertThat(work.of(batch)).singleElement().satisfies(TakingParcelsInTests::isTheParcelDeclared);
    }

    /** As the interface of a customs office or a courier answers: wrapped, who sends and who receives each an object. */
    @Test
    void a_document_of_json_says_the_same_and_nothing_of_who_receives_is_taken() {
        var source = work.source();
        var batch = work.ended(
                source,
                "declarations.json",
                """
                {
                  "code": 0,
                  "data": {
                    "total": 2,
                    "records": [
                      {
                        "waybillNo": "YT099900000001",
                        "carrier": "云途快递",
                        "sender": {"name": "木阿生", "phone": "13700009999"},
                        "recipient": {"name": "王五", "phone": "13911112222", "region": "四川省成都市武侯区"},
                        "declaredGoods": "运动鞋",
                        "weight (kg)": 0.9,
                        "declaredValue": 138,
                        "postingDate": "2025-09-12T10:11:12",
                        "hsCode": "6404.1100.00",
                        "declarationNo": "310120251518000001",
                        "xrayed": false
                      },
                      {"waybillNo": "YT099900000002", "carrier": "云途快递", "sender": {"name": "木**"}}
                    ]
                  }
                }
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(batch.format()).isEqualTo("JSON UTF-8");
        assertThat(List.of(batch.received(), batch.accepted(), batch.rejected())).containsExactly(2L, 1L, 1L);
        assertThat(batch.mapping().values()).doesNotContain("recipient.name", "recipient.phone");
        assertThat(work.of(batch)).singleElement().satisfies(TakingParcelsInTests::isTheParcelDeclared);
        var rejection = persons.as(ParcelWork.POSTAL, () -> intake.rejections(batch.id(), Optional.empty(), 10).rows()).getFirst();
        assertThat(rejection.rowNumber()).isEqualTo(2);
        assertThat(rejection.faults()).extracting(Fault::field)
                .containsExactlyInAnyOrder("senderName", "senderPhone", "goods", "grams", "sentOn");
    }

    private static void isTheParcelDeclared(Parcel parcel) {
        assertThat(parcel.senderName()).isEqualTo("木**");
        assertThat(parcel.senderPhone()).isEqualTo("137****9999");
        assertThat(parcel.recipientRegion()).isEqualTo(510_107);
        assertThat(parcel.grams()).isEqualTo(900);
        assertThat(parcel.valueFen()).isEqualTo(13_800L);
        assertThat(parcel.sentOn()).isEqualTo(LocalDate.of(2025, 9, 12));
        assertThat(parcel.hsCode()).isEqualTo("6404110000");
        assertThat(parcel.declaration()).isEqualTo("310120251518000001");
        assertThat(parcel.xrayed()).isFalse();
    }

    @Test
    void the_same_day_file_sent_again_adds_nothing_and_a_changed_parcel_becomes_a_new_version() {
        var source = work.source();
        String row = ParcelWork.row(ParcelWork.phone(), "", "家用毛巾", "", "");
        var first = work.ended(source, ParcelWork.HEADINGS + row);

        var again = work.ended(source, ParcelWork.HEADINGS + row);
        var changed = work.ended(source, ParcelWork.HEADINGS + row.replace("家用毛巾", "家用浴巾"));

        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(again.accepted()).isZero();
        var before = work.of(first).getFirst();
        assertThat(work.of(changed)).singleElement().satisfies(parcel -> {
            assertThat(parcel.version()).isEqualTo(2);
            assertThat(parcel.first()).isEqualTo(before.id());
            assertThat(parcel.sender()).isEqualTo(before.sender());
            assertThat(parcel.goods()).isEqualTo("家用浴巾");
        });
    }

    @Test
    void a_request_repeated_with_its_key_is_the_same_batch() {
        var source = work.source();
        byte[] content = (ParcelWork.HEADINGS + ParcelWork.row(ParcelWork.phone(), "", "茶", "", ""))
                .getBytes(StandardCharsets.UTF_8);
        persons.as(ParcelWork.POSTAL, () -> {
            var first = intake.receive(keyed(source, content));
            assertThat(intake.receive(keyed(source, content)).id()).isEqualTo(first.id());
        });
    }

    private static Intake.Arriving keyed(Source source, byte[] content) {
        return new Intake.Arriving(
                source.id(), Batch.Channel.API, "k.csv", new ByteArrayInputStream(content), Map.of(), "key-" + source.id());
    }

    /** Of all that is kept, in the database and on the disk, nothing says who sends. */
    @Test
    void nothing_of_a_person_is_kept_in_clear() throws IOException {
        String phone = ParcelWork.phone();
        String sound = ParcelWork.row(phone, "", "茶", "", "");
        String faulty = ParcelWork.row(phone, "", "", "", "");
        var batch = work.ended(work.source(), ParcelWork.HEADINGS + sound + faulty);
        assertThat(List.of(batch.accepted(), batch.rejected())).containsExactly(1L, 1L);

        var owner = JdbcClient.create(new DriverManagerDataSource(
                address.url(), address.owner().role(), address.owner().password()));
        for (var table : List.of("intake.parcel", "intake.rejection", "intake.batch")) {
            var rows = owner.sql("select t::text from " + table + " t order by id desc limit 50")
                    .query(String.class)
                    .list();
            for (var secret : List.of("木阿生", phone, "虚构巷", sound.substring(0, 14))) {
                assertThat(rows).as(table + " in clear").noneMatch(row -> row.contains(secret));
                var hex = java.util.HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
                assertThat(rows).as(table + " as bytes").noneMatch(row -> row.contains(hex));
            }
        }
        try (var files = Files.list(data.folder("intake"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .as(file.toString())
                        .doesNotContain(phone);
            }
        }
        assertThat(data.folder("intake").resolve(batch.fileHash() + ".sealed")).exists();
        var out = new ByteArrayOutputStream();
        persons.as(ParcelWork.POSTAL, () -> download.csv(batch, out, Locale.ENGLISH));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Declared goods").doesNotContain("木阿生", phone);
    }

    @Test
    void who_may_see_a_parcel_sees_it_masked_and_nobody_but_the_machine_opens_many() {
        String phone = ParcelWork.phone();
        var parcel = work.takenIn(ParcelWork.row(phone, "", "茶", "", "")).getFirst();

        assertThat(parcel.senderName()).isEqualTo("木**");
        assertThat(parcel.senderPhone()).isEqualTo("137****" + phone.substring(7));
        assertThat(parcel.waybill()).startsWith("YT****").hasSize(10);
        assertThat(persons.as(ParcelWork.POSTAL, () -> parcels.find(List.of(parcel.id())))).containsExactly(parcel);
        assertThatThrownBy(() -> persons.as(ParcelWork.POSTAL, () -> parcels.senders(List.of(parcel.id()))))
                .isInstanceOf(Forbidden.class);
        assertThat(viewers.as(Viewer.machine(), () -> parcels.senders(List.of(parcel.id()))).get(parcel.id()))
                .extracting(Parcel.Sender::phone)
                .isEqualTo(phone);
    }

    @Test
    void the_database_gives_it_to_no_other_agency_and_lets_nobody_change_it() {
        var parcel = work.takenIn(ParcelWork.row(ParcelWork.phone(), "", "茶", "", "")).getFirst();

        for (var other : List.of("fang.qing", "shen.zhiyao", "luo.jin")) {
            assertThat(persons.as(other, () -> parcels.find(List.of(parcel.id())))).as(other).isEmpty();
        }
        assertThatThrownBy(() -> persons.as(ParcelWork.POSTAL, () -> Objects.requireNonNull(transaction.execute(_ ->
                        jdbc.sql("update intake.parcel set goods = 'x' where id = :id").param("id", parcel.id()).update()))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_source_tells_of_one_kind() {
        persons.as(ParcelWork.POSTAL, () -> {
            var listings = intake.sourceCalled("平台甲 " + System.identityHashCode(this));
            assertThat(listings.kind()).isEqualTo(Source.Kind.LISTINGS);
            assertThatThrownBy(() -> intake.sourceCalled(listings.name(), Source.Kind.PARCELS))
                    .isInstanceOf(OtherKind.class);
        });
    }

    @Test
    void the_file_is_not_given_out() throws IOException {
        var batch = sample();
        try (var postal = Visitor.signedIn(port, ParcelWork.POSTAL)) {
            assertThat(postal.get("/intake/batches/" + batch.id() + "/file").statusCode()).isEqualTo(403);
            assertThat(postal.get("/intake/batches/" + batch.id()).statusCode()).isEqualTo(200);
        }
        try (var other = Visitor.signedIn(port, "fang.qing")) {
            assertThat(other.get("/intake/batches/" + batch.id() + "/listings").statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Tag("browser")
    void a_day_file_by_page() {
        var file = TakingFilesInTests.samples().resolve("parcels-day.csv");
        try (var browser = Browser.desktop(port)) {
            browser.signIn(ParcelWork.POSTAL);
            browser.go("/intake/new").choose("source", "新来源…").type("name", "云途快递日报（页面）");
            browser.tick("input[name=kind][value=PARCELS]").isAccessible();
            browser.upload("file", file).click("开始接入").sees("确认列对应").isAccessible();
            assertThat(browser.find("body").getText()).doesNotContain("木阿生", "13900001107").contains("木***", "衡溪A货连帽卫衣", "0.45");
            browser.picture("parcels-mapping");
            browser.click("确认并读取").sees("寄递安全三项制度").sees("100.00%").isAccessible();
            browser.picture("parcels-batch");
            String batch = browser.address().replaceFirst("^.*/batches/(\\d+).*$", "$1");
            browser.go("/intake/batches/" + batch + "/listings").sees("收下的邮件快件").isAccessible();
            assertThat(browser.find("body").getText()).contains("木**", "139****1107").doesNotContain("木阿生");
            browser.picture("parcels-list");
            browser.click("衡溪A货连帽卫衣").sees("收寄验视").sees("浙江省杭州市西湖区").isAccessible();
            assertThat(browser.find("body").getText()).contains("木**", "139****1107").doesNotContain("木阿生", "13900001107", "虚构巷");
            browser.picture("parcel");
        }
        var parcel = work.takenIn(ParcelWork.row(ParcelWork.phone(), "", "家用毛巾", "", "")).getFirst();
        try (var phone = Browser.phone(port)) {
            phone.signIn(ParcelWork.POSTAL).go("/intake/parcels/" + parcel.id()).sees("没有列入线索").isAccessible().picture("parcel-phone");
        }
        try (var english = Browser.desktop(port, Locale.ENGLISH)) {
            english.signIn(ParcelWork.POSTAL);
            english.go("/intake/new").sees("Parcels").isAccessible();
            english.go("/intake/parcels/" + parcel.id()).sees("Inspected at posting").isAccessible().picture("parcel-en");
        }
    }
}

package org.hengjian.intake;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.testing.Persons;
import org.springframework.stereotype.Component;

/** Parcels for the tests of this room and of those that go on from them, taken in by the postal office of Hangzhou. */
@Component
public class ParcelWork {

    public static final String POSTAL = "you.tong";
    public static final String HEADINGS =
            "运单号,寄递企业,收寄网点,寄件人,寄件人电话,寄件地址,寄件单位统一社会信用代码,收件地区,内件品名,数量,重量,申报价值,收寄日期,平台,店铺\n";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Intake intake;
    private final Parcels parcels;
    private final Persons persons;
    private final Viewers viewers;

    ParcelWork(Intake intake, Parcels parcels, Persons persons, Viewers viewers) {
        this.intake = intake;
        this.parcels = parcels;
        this.persons = persons;
        this.viewers = viewers;
    }

    /** A sender whom no other test has: phone. */
    public static String phone() {
        return "1370000%04d".formatted(NUMBERS.incrementAndGet());
    }

    /** A row of a new waybill that a firm sends under its own name. */
    public static String rowOfFirm(String name, String phone, String code, String goods, String platform, String shop) {
        return row(phone, code, goods, platform, shop).replace(",木阿生,", "," + name + ",");
    }

    /** A row of a new waybill. */
    public static String row(String phone, String code, String goods, String platform, String shop) {
        return "YT%012d,云途快递,西湖网点,木阿生,%s,浙江省杭州市西湖区古荡街道虚构巷%s号,%s,四川省成都市武侯区,%s,2,900,138.00,2025-09-12,%s,%s\n"
                .formatted(NUMBERS.incrementAndGet(), phone, phone.substring(7), code, goods, platform, shop);
    }

    Source source() {
        return persons.as(
                POSTAL, () -> intake.sourceCalled("快递日报 " + NUMBERS.incrementAndGet(), Source.Kind.PARCELS));
    }

    Batch ended(Source source, String text) {
        return ended(source, "parcels.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    Batch ended(Source source, String name, byte[] content) {
        var batch = persons.as(POSTAL, () -> intake.receive(
                Intake.Arriving.of(source.id(), Batch.Channel.API, name, new ByteArrayInputStream(content))));
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> persons.as(POSTAL, () -> intake.batch(batch.id()).orElseThrow()), one -> !one.state().isOpen());
    }

    List<Parcel> of(Batch batch) {
        return viewers.as(Viewer.machine(), () -> parcels.ofChunk(batch.id(), 0, Long.MAX_VALUE));
    }

    /** Of a source of their own. */
    public List<Parcel> takenIn(String... rows) {
        return of(ended(source(), HEADINGS + String.join("", rows)));
    }
}

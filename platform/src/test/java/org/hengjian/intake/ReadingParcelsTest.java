package org.hengjian.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row of a courier's day file must say, and that a fault never repeats whose it is. */
class ReadingParcelsTest {

    private static final Map<String, String> SOUND = Map.of(
            "waybill", "YT2509120000101", "courier", "云途快递", "senderName", "木阿生", "senderPhone", "13900001107",
            "senderAddress", "浙江省杭州市西湖区古荡街道虚构巷12号", "goods", "卫衣", "grams", "900", "sentOn", "2025-09-12",
            "recipientRegion", "四川省", "value", "138.00");
    private static final Map<String, Integer> PLACES = Map.of("浙江省杭州市西湖区", 330106, "浙江省", 330000, "四川省", 510000);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);

    private static ParcelReading.Outcome read(Map<String, String> told, String weightHeading) {
        var fields = Fields.of(Source.Kind.PARCELS).stream().map(field -> field.name()).toList();
        var headings = new ArrayList<>(fields);
        headings.set(fields.indexOf("grams"), weightHeading);
        var columns = new LinkedHashMap<String, Integer>();
        fields.forEach(field -> columns.put(field, fields.indexOf(field)));
        var reading = new ParcelReading(
                new ColumnMapping(columns), headings, text -> Optional.ofNullable(PLACES.get(text)), TODAY);
        return reading.read(new Row.Read(
                2, fields.stream().map(field -> told.getOrDefault(field, "")).toList(), "", List.of()));
    }

    private static Posting sound(Map<String, String> changed) {
        return switch (read(with(changed), "重量")) {
            case ParcelReading.Outcome.Sound(var posting) -> posting;
            case ParcelReading.Outcome.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private static Map<String, String> with(Map<String, String> changed) {
        var told = new LinkedHashMap<>(SOUND);
        told.putAll(changed);
        return told;
    }

    private static List<Fault> faults(Map<String, String> changed) {
        return switch (read(with(changed), "重量")) {
            case ParcelReading.Outcome.Sound _ -> List.of();
            case ParcelReading.Outcome.Faulty(var faults) -> faults;
        };
    }

    @Test
    void a_sound_row_is_read_with_the_place_at_the_head_of_its_address() {
        var posting = sound(Map.of("waybill", " yt 2509-1200 00101 ", "senderPhone", "+86 139 0000 1107", "inspected", "是"));

        assertThat(posting.waybill()).isEqualTo("YT2509120000101");
        assertThat(posting.senderPhone()).isEqualTo("13900001107");
        assertThat(posting.senderRegion()).isEqualTo(330106);
        assertThat(posting.recipientRegion()).isEqualTo(510000);
        assertThat(posting.valueFen()).isEqualTo(13_800);
        assertThat(posting.inspected()).isTrue();
        assertThat(posting.realName()).as("not told").isNull();
        assertThat(posting.toString()).doesNotContain("木阿生", "1390");
    }

    @ParameterizedTest
    @CsvSource({
        "900, 重量, 900", "900克, 重量, 900", "0.9kg, 重量, 900", "0.9, 重量（千克）, 900", "1.25公斤, 重量, 1250",
        "500, 重量(g), 500", "2斤, 重量, 1000", "'1,200', 重量, 1200", "300克, 重量（kg）, 300"
    })
    void a_weight_is_read_in_whole_grams(String text, String heading, long grams) {
        assertThat(read(with(Map.of("grams", text)), heading))
                .isInstanceOfSatisfying(
                        ParcelReading.Outcome.Sound.class, one -> assertThat(one.posting().grams()).isEqualTo(grams));
    }

    @ParameterizedTest
    @CsvSource({
        "waybill, '', missing", "waybill, 2.51E+12, id-power-of-ten", "waybill, YT-1, waybill-form",
        "courier, '', missing", "senderName, '', missing", "senderName, 木**, masked",
        "senderPhone, '', missing", "senderPhone, 139****1107, masked", "senderPhone, 不详, phone",
        "senderCode, 92330106MAGYYEA2NX, credit-code-check", "recipientRegion, 云外市, region-name",
        "goods, '', missing", "quantity, 若干, quantity", "quantity, 0, quantity",
        "grams, '', missing", "grams, 0, weight", "grams, 0.5, weight", "grams, 轻, weight", "grams, 20吨, weight",
        "value, 面议, price-not-a-price", "value, -1, price-negative", "value, '-1,299.00', price-negative", "value, $20, value-currency",
        "sentOn, '', missing", "sentOn, 昨天, day", "sentOn, 2025-02-30, day", "sentOn, 2026-10-13, day-to-come",
        "hsCode, 12345, hs-form", "declaration, 单, declaration-form", "realName, 也许, yes-no"
    })
    void each_fault_names_its_field_and_repeats_nothing_of_the_cell(String field, String told, String key) {
        var faults = faults(Map.of(field, told));

        assertThat(faults).extracting(fault -> fault.field() + " " + fault.key())
                .containsExactly(field + " intake.fault." + key);
        if (told.length() > 3 && !field.equals("sentOn") && !key.equals("value-currency")
                && !key.equals("price-negative")) {
            assertThat(faults.getFirst().arguments()).noneMatch(argument -> argument.contains(told));
        }
    }

    /** A row is found by the sum that stands in it, and a sum says nothing of who sends. */
    @Test
    void a_declared_value_below_nothing_is_refused_and_said_as_it_stands() {
        var fault = faults(Map.of("value", "-138.00")).getFirst();

        assertThat(fault.field()).isEqualTo("value");
        assertThat(fault.key()).isEqualTo("intake.fault.price-negative");
        assertThat(fault.arguments()).containsExactly("-138.00");
        assertThat(faults(Map.of("value", "-木阿生")).getFirst().arguments()).containsExactly("-***");
    }

    @Test
    void all_that_is_wrong_with_a_row_is_said_at_once() {
        assertThat(faults(Map.of("waybill", "", "grams", "轻", "senderPhone", "139****1107"))).hasSize(3);
    }

    @Test
    void columns_about_who_receives_are_proposed_for_nothing_but_the_region() {
        var proposal = Fields.propose(
                List.of("运单号", "快递公司", "收件人姓名", "收件人电话", "收件地址", "收件地区", "品名", "重量", "收寄日期", "收件日期"),
                Source.Kind.PARCELS);

        assertThat(proposal.mapping().columns().keySet())
                .containsExactlyInAnyOrder("waybill", "courier", "recipientRegion", "goods", "grams", "sentOn");
        assertThat(proposal.missing()).containsExactlyInAnyOrder("senderName", "senderPhone");
    }
}

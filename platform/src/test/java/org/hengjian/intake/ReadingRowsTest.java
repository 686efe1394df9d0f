package org.hengjian.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingRowsTest {

    private static final List<String> HEADINGS =
            List.of("编号", "标题", "价格", "币种", "地区", "信用代码", "链接", "图片");
    private static final ColumnMapping MAPPING = new ColumnMapping(Map.of(
            "id", 0, "title", 1, "price", 2, "currency", 3, "region", 4, "sellerCode", 5, "url", 6, "images", 7));
    private static final Map<String, Integer> PLACES = Map.of("西湖区杭州", 330106, "330106", 330106);

    private final RowReading reading = new RowReading(
            MAPPING, HEADINGS, text -> Optional.ofNullable(PLACES.get(text)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1299            | 129900       | CNY
            1299.00         | 129900       | CNY
            ￥1,299.00      | 129900       | CNY
            ¥1299           | 129900       | CNY
            1299元          | 129900       | CNY
            1.2万           | 1200000      | CNY
            1.2345万元      | 1234500      | CNY
            １２９９．５    | 129950       | CNY
            $99.99          | 9999         | USD
            99.9美元        | 9990         | USD
            HK$ 1,000       | 100000       | HKD
            0               | 0            | CNY
            .5              | 50           | CNY
            1299.000        | 129900       | CNY
            99.90/件        | 9990         | CNY
            129 元/双       | 12900        | CNY
            """)
    void a_price_is_read_to_the_fen(String text, long fen, String currency) {
        var offer = sound(row("1", "卫衣", text, "", "", "", "", ""));

        assertThat(offer.priceFen()).isEqualTo(fen);
        assertThat(offer.currency()).isEqualTo(currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "——", "/", "N/A", "null", "无", "暂无", "未知"})
    void a_word_for_nothing_in_a_field_that_may_be_empty_costs_no_offer(String nothing) {
        var offer = sound(row("1", "卫衣", nothing, nothing, nothing, nothing, nothing, nothing));

        assertThat(offer.priceFen()).isNull();
        assertThat(offer.sellerRegion()).isNull();
        assertThat(offer.images()).isEmpty();
        assertThat(faults(row("1", "", "", "", "", "", "", ""))).containsExactly(Fault.of("title", "missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"海外", "美国", "Germany", "日本"})
    void a_seller_abroad_has_no_region_of_ours(String place) {
        assertThat(sound(row("1", "卫衣", "", "", place, "", "", "")).sellerRegion()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            面议        | price-not-a-price
            99-199      | price-not-a-price
            1,29,9      | price-not-a-price
            1.23E+15    | price-not-a-price
            12.3.4      | price-not-a-price
            -5          | price-negative
            9.999       | price-too-fine
            99999999999 | price-too-large
            """)
    void what_is_no_price_is_refused_with_its_reason(String text, String key) {
        assertThat(faults(row("1", "卫衣", text, "", "", "", "", "")))
                .containsExactly(Fault.of("price", key, text));
    }

    @Test
    void the_unit_in_the_heading_counts() {
        assertThat(Price.unitOf("价格（万元）")).isEqualByComparingTo(new BigDecimal(10_000));
        assertThat(Price.unitOf("price_fen")).isEqualByComparingTo(new BigDecimal("0.01"));
        assertThat(Price.unitOf("单价(分)")).isEqualByComparingTo(new BigDecimal("0.01"));
        assertThat(Price.unitOf("价格（元）")).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(Price.unitOf("百分比")).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void currencies_are_told_by_code_or_by_name() {
        assertThat(sound(row("1", "t", "5", "usd", "", "", "", "")).currency()).isEqualTo("USD");
        assertThat(sound(row("1", "t", "5元", "人民币", "", "", "", "")).currency()).isEqualTo("CNY");
        assertThat(faults(row("1", "t", "5", "RMX", "", "", "", "")))
                .containsExactly(Fault.of("currency", "currency", "RMX"));
        assertThat(faults(row("1", "t", "5", "XXX", "", "", "", ""))).hasSize(1);
        assertThat(faults(row("1", "t", "$5", "CNY", "", "", "", "")))
                .containsExactly(Fault.of("currency", "currency-differs", "USD", "CNY"));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(faults(row("", "", "面议", "", "杭洲", "91330106MA2AAAAAX0", "见图", "a.jpg")))
                .extracting(Fault::field)
                .containsExactly("id", "title", "price", "region", "sellerCode", "url", "images");
    }

    @Test
    void a_credit_code_is_told_its_check_character() {
        assertThat(faults(row("1", "t", "", "", "", "914403001922038217", "", "")))
                .containsExactly(Fault.of("sellerCode", "credit-code-check", '6', '7'));
        assertThat(faults(row("1", "t", "", "", "", "91440300192203821", "", "")))
                .containsExactly(Fault.of("sellerCode", "credit-code-length", 17));
        assertThat(faults(row("1", "t", "", "", "", "9144O3001922038216", "", "")))
                .containsExactly(Fault.of("sellerCode", "credit-code-character", "9144O3001922038216"));
        assertThat(sound(row("1", "t", "", "", "", "９１４４０３００ 1922038216", "", "")).sellerCode())
                .isEqualTo("914403001922038216");
    }

    @Test
    void addresses_are_of_the_web_or_refused() {
        assertThat(sound(row("1", "t", "", "", "", "", "//item.example/1", "https://a.example/1.jpg|http://b.example/2.jpg")))
                .satisfies(offer -> assertThat(offer.url()).isEqualTo("https://item.example/1"))
                .satisfies(offer -> assertThat(offer.images()).hasSize(2));
        assertThat(sound(row("1", "t", "", "", "", "", "https://s.example/搜 索?q={衡溪}", "")).url()).isNotEmpty();
        for (var bad : List.of("javascript:alert(1)", "http://", "www.a.example", "file:///etc/passwd", "https:///x")) {
            assertThat(faults(row("1", "t", "", "", "", "", bad, ""))).as(bad).hasSize(1);
        }
    }

    @Test
    void ids_that_a_spreadsheet_has_spoilt_are_refused() {
        assertThat(faults(row("6.01E+12", "t", "", "", "", "", "", "")))
                .containsExactly(Fault.of("id", "id-power-of-ten", "6.01E+12"));
        assertThat(faults(new Row.Read(2, List.of("6212345678901230000", "t", "", "", "", "", "", ""), "", List.of(0))))
                .containsExactly(Fault.of("id", "id-rounded", "6212345678901230000"));
        assertThat(sound(row("2E5", "t", "", "", "", "", "", "")).externalId()).isEqualTo("2E5");
    }

    @Test
    void the_headings_in_the_middle_are_no_listing() {
        assertThat(faults(new Row.Read(9, HEADINGS, "", List.of()))).containsExactly(Fault.of("", "heading-again"));
    }

    @Test
    void a_title_is_one_line_and_a_disarmed_formula_comes_back() {
        assertThat(sound(row("1", "第一行 \r\n 第二行", "", "", "", "", "", "")).title()).isEqualTo("第一行 第二行");
        assertThat(sound(row("1", "'=SUM(A1)", "", "", "", "", "", "")).title()).isEqualTo("=SUM(A1)");
    }

    @Test
    void offers_that_say_the_same_have_one_hash_and_others_have_not() {
        var one = sound(row("1", "ab", "5", "", "", "", "", ""));

        assertThat(sound(row(" 1", "ab ", "5.00", "CNY", "", "", "", "")).hash()).isEqualTo(one.hash());
        assertThat(sound(row("1", "a", "5", "", "", "", "", "")).hash()).isNotEqualTo(one.hash());
    }

    private Offer sound(Row row) {
        return assertThat(reading.read(row))
                .isInstanceOf(RowReading.Outcome.Sound.class)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(RowReading.Outcome.Sound.class))
                .actual()
                .offer();
    }

    private List<Fault> faults(Row row) {
        return ((RowReading.Outcome.Faulty) reading.read(row)).faults();
    }

    private static Row row(String... cells) {
        return new Row.Read(2, List.of(cells), String.join(",", cells), List.of());
    }

    /** Two goods of one heading of the tariff would otherwise be taken for two versions of one offer. */
    @ParameterizedTest
    @ValueSource(strings = {"HS编码", "HS Code", "商品税号", "税则号列", "海关编码"})
    void the_code_of_a_tariff_is_proposed_for_nothing(String tariff) {
        var proposal = Fields.propose(List.of(tariff, "商品名称"), Source.Kind.LISTINGS);

        assertThat(proposal.missing()).containsExactly("id");
        assertThat(proposal.mapping().columns()).containsOnlyKeys("title");
    }
}

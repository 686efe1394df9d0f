package org.hengjian.goods;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities and codes as people type them. */
class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "430,       0, 430,       430",
        "'1,430',   0, 1430,      '1,430'",
        "１，４３０,   0, 1430,      '1,430'", // full width, as input methods give it
        "２．３５,   3, 2350,      2.350",
        "2.35,      3, 2350,      2.350",
        "2.350000,  3, 2350,      2.350",
        "0.001,     3, 1,         0.001",
        "12,        3, 12000,     12.000",
        "0.000001,  6, 1,         0.000001"
    })
    void are_read_exactly(String typed, int scale, long steps, String shown) {
        var quantity = Quantity.parse(typed, scale).orElseThrow();

        assertThat(quantity.steps()).isEqualTo(steps);
        assertThat(quantity.text()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0,                0",
        "-1,               0",
        "1.5,              0", // no half pieces
        "2.3501,           3", // finer than a gram
        "abc,              0",
        "'',               0",
        "1e3,              0",
        "9999999999999999, 0",
        "9999999999999,    3"
    })
    void are_refused_when_they_are_none(String typed, int scale) {
        assertThat(Quantity.parse(typed, scale)).isEmpty();
    }

    @Test
    void a_slip_in_a_code_is_seen() {
        var code = ItemCode.of(2026, 417);

        assertThat(ItemCode.parse(" " + code.text().toLowerCase(java.util.Locale.ROOT).replace("-", "") + " ")).contains(code);
        for (int at : new int[] {1, 2, 4, 5, 6, 7, 8, 9, 10, 12}) {
            char[] wrong = code.text().toCharArray();
            wrong[at] = (char) ('0' + (wrong[at] - '0' + 3) % 10);
            assertThat(ItemCode.parse(new String(wrong))).as(new String(wrong)).isEmpty();
        }
    }

    @Test
    void every_unit_has_both_names_and_a_scale() {
        assertThat(Unit.all()).hasSizeGreaterThan(15).allSatisfy(unit -> {
            assertThat(unit.zh()).isNotBlank();
            assertThat(unit.en()).isNotBlank();
            assertThat(unit.scale()).isBetween(0, 6);
        });
    }
}

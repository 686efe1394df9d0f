package org.hengjian.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hengjian.law.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 大写金额 as on decisions, after the rules for filling in bills. */
class WritingAmountsInWordsTest {

    @ParameterizedTest(name = "{0} fen: {1}")
    @CsvSource({
        "0, 零元整",
        "1, 壹分",
        "10, 壹角整",
        "105, 壹元零伍分",
        "6790000, 陆万柒仟玖佰元整",
        "2100050, 贰万壹仟元伍角整",
        "1000000, 壹万元整",
        "10001000, 壹拾万零壹拾元整",
        "100000001000, 壹拾亿零壹拾元整",
        "1020304056, 壹仟零贰拾万叁仟零肆拾元伍角陆分",
        "10000000100, 壹亿零壹元整",
        "100010000, 壹佰万零壹佰元整"
    })
    void every_place_is_said_and_gaps_are_said_once(long fen, String words) {
        assertThat(AmountInWords.of(Money.ofFen(fen))).isEqualTo(words);
    }

    @Test
    void less_than_nothing_is_refused() {
        assertThatThrownBy(() -> AmountInWords.of(Money.ofFen(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"5, 五", "10, 十", "15, 十五", "20, 二十", "60, 六十", "99, 九十九"})
    void terms_are_written_as_the_law_writes_them(int number, String words) {
        assertThat(ChineseNumber.of(number)).isEqualTo(words);
    }
}

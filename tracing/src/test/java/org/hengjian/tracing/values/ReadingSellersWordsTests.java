package org.hengjian.tracing.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingSellersWordsTests {

    @ParameterizedTest
    @CsvSource({
        "ＮＩＫＥ　耐克, nike 耐克",
        "衡溪服飾（杭州）, 衡溪服饰(杭州)",
        "'  A   b ', a b",
        "Café, cafe",
    })
    void width_case_accents_and_traditional_characters_are_folded(String typed, String folded) {
        assertThat(Folding.fold(typed)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "138 0013 8123, 13800138123",
        "+86-138-0013-8123, 13800138123",
        "086 13800138123, 13800138123",
        "一三八零零一三八一二三, 13800138123",
        "１３８００１３８１２３, 13800138123",
        "138****8123, 138****8123",
        "0571-8765 4321 转 802, 057187654321",
        "+86 571 87654321, 057187654321",
        "400-820-8820, 4008208820",
        "404/351-9533, 4043519533",
        "138oo138l23, 13800138123",
    })
    void a_phone_is_its_digits_whatever_stands_between(String typed, String number) {
        assertThat(PhoneNumber.all(typed)).containsExactly(number);
    }

    @Test
    void two_phones_in_one_cell_are_two() {
        assertThat(PhoneNumber.all("13800138123/13911112345")).containsExactly("13800138123", "13911112345");
        assertThat(PhoneNumber.all("13800138123、0571-87654321")).containsExactly("13800138123", "057187654321");
    }

    @ParameterizedTest
    @CsvSource({"00000000000", "11111111111", "12345678901", "无", "1380"})
    void a_phone_that_is_plainly_made_up_says_nothing(String typed) {
        assertThat(PhoneNumber.all(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "杭州衡溪服饰有限公司, 330100, 衡溪, 服饰, 有限公司",
        "衡溪服饰（杭州）有限公司, 330100, 衡溪, 服饰, 有限公司",
        "浙江省杭州市衡溪服飾有限責任公司, 330100, 衡溪, 服饰, 有限公司",
        "'Hangzhou Hengxi Garment Co., Ltd', 330100, hengxi, 服饰, 有限公司",
        "义乌市云岫饰品商行, 330782, 云岫, 饰品, 商行",
        "广州市白云区衡盾皮具厂, 440111, 衡盾, 皮具, 厂",
    })
    void a_firms_name_has_four_parts(String typed, String region, String core, String trade, String form) {
        assertThat(CompanyName.of(typed)).isEqualTo(new CompanyName(region, core, trade, form));
    }

    @ParameterizedTest
    @CsvSource({
        "浙江省杭州市余杭区良渚街道莫干山路1418号3幢502室, 330110, 良渚街道, 莫干山路1418, 3, 502",
        "浙江杭州余杭区 良渚街道 莫干山路一四一八号 三幢 502, 330110, 良渚街道, 莫干山路1418, 3, 502",
        "广东省广州市白云区石井街道庆丰村5号, 440111, 石井街道, 庆丰村5, '', ''",
    })
    void an_address_is_read_down_to_the_room(
            String typed, String region, String town, String site, String building, String room) {
        var address = Address.of(typed);

        assertThat(address.region()).isEqualTo(region);
        assertThat(address.town()).isEqualTo(town);
        assertThat(address.site()).isEqualTo(site);
        assertThat(address.building()).isEqualTo(building);
        assertThat(address.room()).isEqualTo(room);
    }

    @ParameterizedTest
    @CsvSource({"张晓明, Zhang Xiaoming", "章小明, zhang xiao ming", "欧阳倩, Qian Ouyang"})
    void a_name_sounds_the_same_in_pinyin_and_in_either_order(String chinese, String latin) {
        assertThat(PersonName.sound(PersonName.canonical(chinese)))
                .isEqualTo(PersonName.sound(PersonName.canonical(latin)));
    }

    @Test
    void an_old_identity_number_of_15_digits_becomes_one_of_18() {
        assertThat(IdentityNumber.canonical("110105491231002")).isEqualTo("11010519491231002X");
        assertThat(IdentityNumber.isValid("11010519491231002X")).isTrue();
        assertThat(IdentityNumber.isValid("110105194912310021")).isFalse();
    }

    @Test
    void a_web_address_is_its_host_and_the_name_that_was_registered() {
        assertThat(WebAddress.host("https://www.Hengxi-Outlet.com.cn:8080/a?b=1")).isEqualTo("hengxi-outlet.com.cn");
        assertThat(WebAddress.registered("shop.hengxi-outlet.com.cn")).isEqualTo("hengxi-outlet.com.cn");
    }

    @ParameterizedTest
    @CsvSource({
        "330106, 330110, true",
        "330106, 330200, false",
        "110101, 110118, true",
        "110101, 120101, false",
        "500101, 500200, true",
        "330000, 330106, false",
    })
    void counties_of_one_prefecture_or_of_one_central_city_are_of_one_city(String a, String b, boolean same) {
        assertThat(Regions.sameCity(a, b)).isEqualTo(same);
        assertThat(Regions.city(a).equals(Regions.city(b))).isEqualTo(same);
    }
}

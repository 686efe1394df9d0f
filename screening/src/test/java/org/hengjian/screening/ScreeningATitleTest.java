package org.hengjian.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreeningATitleTest {

    private final Screening screening =
            Screening.shipped().with(Right.of("tm:90000001", "衡溪", "HENGXI").withClasses(25));

    @Test
    void a_claim_of_imitation_with_a_name_is_suspect() {
        Verdict verdict = screening.screen(Listing.of("1", "衡溪A货 代购级"));

        assertThat(verdict.standing()).isEqualTo(Standing.SUSPECT);
        assertThat(verdict.kind()).isEqualTo(Kind.COUNTERFEIT_CLAIM);
        assertThat(verdict.right()).map(Right::id).hasValue("tm:90000001");
        assertThat(verdict.findings())
                .anySatisfy(finding -> assertThat(finding.text()).isEqualTo("A货"));
    }

    @ParameterizedTest
    @CsvSource({
        "武夷山 大红袍 岩茶 礼盒, a space between the words of a long name hides nothing",
        "精仿棉 内衣 面料, a kind of cloth",
        "假货包退 正品保证 斯凯奇健步鞋, a promise to take fakes back",
        "2019复刻 黑胶唱片 耐克 周边, a reissue by its maker",
    })
    void words_that_only_look_like_a_confession_are_clear(String title, String why) {
        assertThat(screening.screen(Listing.of("1", title)).standing()).as(why).isEqualTo(Standing.CLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "大鹅羽绒服 8504复刻, the digits are a model and not a year",
        "壳牌机油 仿品 批发 带防伪, a seal that comes with the imitation denies nothing",
        "iPhone15 Pro Max 高仿机, a compound of the claim is as strong as the claim",
    })
    void a_confession_is_not_talked_away(String title, String why) {
        assertThat(screening.screen(Listing.of("1", title)).standing()).as(why).isEqualTo(Standing.SUSPECT);
    }

    @Test
    void goods_of_no_name_are_clear() {
        assertThat(screening.screen(Listing.of("1", "纯棉卫衣 男 秋冬")).standing()).isEqualTo(Standing.CLEAR);
    }
}

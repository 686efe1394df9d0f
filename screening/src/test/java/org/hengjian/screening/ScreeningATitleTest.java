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

    @ParameterizedTest
    @CsvSource({
        "戴深 吹风机 负离子, ship:dyson, a near sound of a short name on its own goods",
        "美赞成 婴儿奶粉 三段, ship:mead-johnson, a near sound in a name of three",
        "阿迪达靳 卫衣 男, ship:adidas, one character wrong in four",
        "爱玛士 铂金包 30, ship:hermes, the whole word and not another name at its beginning",
        "茅|台 飞天 53度, ship:moutai, two characters with a bar between them",
        "L.V 老花 钱包, ship:louis-vuitton, two capitals with a point between them",
        "维多利亚d秘密 内衣 套装, ship:victoria-s-secret, an initial in a long name",
        "五藏大米 10斤, ship:五常大米, a word of goods does not hide the change before it",
        "五常大米 安徽产 10kg, ship:五常大米, an indication on goods from elsewhere",
        "西湖龙井 产地：贵州 特级, ship:西湖龙井, the same said the other way round",
    })
    void a_name_is_seen_through_its_disguise(String title, String right, String why) {
        Verdict verdict = screening.screen(Listing.of("1", title));

        assertThat(verdict.standing()).as(why).isEqualTo(Standing.SUSPECT);
        assertThat(verdict.right()).as(why).map(Right::id).hasValue(right);
    }

    @ParameterizedTest
    @CsvSource({
        "周大福珠宝首饰手链, the end of one name with the next word is not another name",
        "红|金|蓝|小|米 颜色随机, a list of single characters",
        "先锋中置音箱 一个, a name beside its goods",
        "高防 服务器 租用, a word of another trade",
        "五常大米 黑龙江产 10kg, the indication on goods from its place",
        "东北大米 安徽产 10kg, no indication at all",
    })
    void what_is_near_a_name_by_chance_is_clear(String title, String why) {
        assertThat(screening.screen(Listing.of("1", title)).standing()).as(why).isEqualTo(Standing.CLEAR);
    }

    @Test
    void goods_of_no_name_are_clear() {
        assertThat(screening.screen(Listing.of("1", "纯棉卫衣 男 秋冬")).standing()).isEqualTo(Standing.CLEAR);
    }
}

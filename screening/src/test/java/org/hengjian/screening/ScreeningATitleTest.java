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
        "dunk low 灰白 纯原级 莆田工厂, ship:nike, only the product line stands beside the claim",
        "可乐圈 GMT N厂 复刻, ship:rolex, a model that begins with another's name",
        "彪马 法拉利联名 高仿鞋, ship:puma, of two names the one whose goods these are",
        "北面 1996 羽绒 一比一 高仿, ship:the-north-face, the claim itself is no altered name",
        "梵克雅宝 手镯 复刻 带证书, ship:van-cleef-arpels, a certificate makes a named bracelet no jade",
        "Lego compatible? no - exact copy of LEGO 42115, ship:lego, a denial ends with its sentence",
    })
    void a_claim_is_laid_to_the_right_that_it_means(String title, String right, String why) {
        Verdict verdict = screening.screen(Listing.of("1", title));

        assertThat(verdict.standing()).as(why).isNotEqualTo(Standing.CLEAR);
        assertThat(verdict.right()).as(why).map(Right::id).hasValue(right);
    }

    @ParameterizedTest
    @CsvSource({
        "Calvim Klein 男士内裤 盒装三条 平角 CK, initials beside an altered name are there to be found by",
        "兰 / 蔻 菁纯口红 196 正装, a mark with spaces around it",
        "老千妈油辣椒 风味豆豉 280g, drawn alike at the beginning of a run and on its goods",
        "始祖鸟冲锋衣 保税仓漏出 尺码齐, out of a stock that sells to nobody",
    })
    void a_name_that_is_hidden_or_explained_away_is_worth_a_look(String title, String why) {
        assertThat(screening.screen(Listing.of("1", title)).standing()).as(why).isNotEqualTo(Standing.CLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "dunk 篮球 扣篮 海报, a product line alone says nothing",
        "晨光 文具 套装 小学生, two words of a name with a space between them",
        "夸克 物理 科普 图书 高清 插图, one part of a claim without the other",
        "耐克 满299元减50元 运动鞋, a threshold of a voucher is no price",
        "西湖龙井 上海仓发货 明前, where it is sent from is not where it grew",
        "天然 翡翠 A货 手镯 带证书, jade by its grade",
    })
    void nothing_is_said_of_an_offer_that_says_nothing(String title, String why) {
        assertThat(screening.screen(Listing.of("1", title)).standing()).as(why).isEqualTo(Standing.CLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "七匹马 男装 夹克, REVIEW, on the right's goods a person should look",
        "七匹马 油画, CLEAR, on others it is a picture"
    })
    void a_third_of_a_short_name_wrong_is_looked_at(String title, Standing standing, String why) {
        assertThat(screening.screen(Listing.of("1", title)).standing()).as(why).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({
        "拆机 18650 电芯 组装 电动车电池, RISKY_PRODUCT, what stands between the parts does not part them",
        "热门 电视剧 蓝光 全集 夸克 发 链接, PIRATED_CONTENT, the second part farther on",
        "windows pro key oem instant delivery, PIRATED_CONTENT, in English",
    })
    void a_claim_in_two_parts_is_found_where_both_stand_near(String title, Kind kind, String why) {
        Verdict verdict = screening.screen(Listing.of("1", title));

        assertThat(verdict.standing()).as(why).isNotEqualTo(Standing.CLEAR);
        assertThat(verdict.kind()).as(why).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "迪奥 托特包 皮质好 柜姐 都 认不出, ship:dior, a family of words: one of each part is enough",
        "北面 羽绒服 过不了 得物 便宜出, ship:the-north-face, what tells fakes apart is a part of the claim and denies nothing",
        "匡威 帆布鞋 DT版 高帮, ship:converse, a grade that was never seen before",
        "爱彼 15500 APS厂 机芯, ship:audemars-piguet, the workshop of a watch",
        "三宅一生 六格包 A+++, ship:issey-miyake, a class of copies",
        "博士 音响 仿 低音炮, ship:bose, the word for a copy by itself",
    })
    void a_claim_is_known_by_its_shape(String title, String right, String why) {
        Verdict verdict = screening.screen(Listing.of("1", title));

        assertThat(verdict.standing()).as(why).isNotEqualTo(Standing.CLEAR);
        assertThat(verdict.right()).as(why).map(Right::id).hasValue(right);
    }

    @ParameterizedTest
    @CsvSource({
        "小米 手环 NFC版 运动, letters that say what the goods can do",
        "卡西欧 手表 LA670WEA-7EF, a part of a model number",
        "耐克 运动鞋 US版 9码, where a size is from",
        "香奈儿 CF 肩垫 适用, a product line is no grade",
        "爱华 电池 AAA 4节 B版, other goods than those copied by grades",
        "吊牌 合格证 定制 印刷, one family said twice is one claim",
    })
    void a_code_that_means_something_else_is_clear(String title, String why) {
        assertThat(screening.screen(Listing.of("1", title)).standing()).as(why).isEqualTo(Standing.CLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "斯凯奇奇 老人健步鞋, ship:skechers, a character twice",
        "海蓝谜 面霜 60ml, ship:la-mer, a character left out",
        "劳丶力丶士 机械表, ship:rolex, strokes between as dots",
        "neverfu11 手袋 棋盘格, ship:louis-vuitton, figures in a product line",
        "戴瓷森 吹风机, ship:dyson, a character put into a name of two",
        "SK一2 神仙水 230ml, ship:sk-ii, the numeral one for a dash",
        "爱🐎仕 丝巾 礼盒, ship:hermes, a picture for a character",
        "蓝🌙亮 洗衣液 3kg, ship:blue-moon-detergent, a picture in the middle",
    })
    void a_changed_length_hides_no_name(String title, String right, String why) {
        Verdict verdict = screening.screen(Listing.of("1", title));

        assertThat(verdict.standing()).as(why).isNotEqualTo(Standing.CLEAR);
        assertThat(verdict.right()).as(why).map(Right::id).hasValue(right);
    }

    @Test
    void a_price_in_the_words_counts_as_one_in_its_field() {
        Verdict verdict = screening.screen(Listing.of("1", "卡地亚 手镯 39.9包邮"));

        assertThat(verdict.findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.PRICE_FAR_BELOW);
            assertThat(finding.text()).isEqualTo("39.9包邮");
        });
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
        "阳澄湖大闸蟹 江苏泗洪 养殖 6只, ship:阳澄湖大闸蟹, another county of the same province",
        "古【驰】 腰带 原单, ship:gucci, a character in brackets that close behind the name",
        "士劳力 机械 手表 男, ship:rolex, the characters of a name of three turned round",
        "Dysom airwrap curler, ship:dyson, a letter off beside a model of the same maker",
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
        "小白米 手机 支架, a word goes over the character in between",
        "⭐五星好评⭐ 小🐻 玩偶 🌹 礼物, pictures for decoration",
        "🐎 年 挂件 🔥 现货 ❤ 包邮, pictures by themselves",
        "旺仔 牛奶 245ml 整箱, the name and what it is the name of",
    })
    void what_is_near_a_name_by_chance_is_clear(String title, String why) {
        assertThat(screening.screen(Listing.of("1", title)).standing()).as(why).isEqualTo(Standing.CLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "zdf转运珠 红绳 68, ship:chow-tai-fook, initials that touch the goods of the right",
        "bl世家 老爹鞋, ship:balenciaga, the initials of half a name",
        "某森吹风机 199, ship:dyson, 某 in the place of a character",
        "公午插座 带线3米, ship:bull-socket, drawn like a name that is a word too and right before its goods",
        "加厚南极入保暖套装, ship:nanjiren, drawn like a name and between two words",
        "公🐮插排 六位, ship:bull-socket, a word that is a name on its goods by a picture",
        "N✅运动裤 大码, ship:nike, a nickname by a picture",
        "迪/奥/烈/艳 999, ship:dior, the mark goes on behind the name",
        "Conversé 1970s 帆布鞋, ship:converse, a mark that the name does not have",
        "华wei FreeBuds pro4, ship:huawei, a product line does not name the maker openly",
        "北脸冲锋衣 三合一, ship:the-north-face, a nickname right before the goods",
    })
    void what_stands_in_the_place_of_a_name_is_looked_at(String title, String right, String why) {
        Verdict verdict = screening.screen(Listing.of("1", title));

        assertThat(verdict.standing()).as(why).isNotEqualTo(Standing.CLEAR);
        assertThat(verdict.right()).as(why).map(Right::id).hasValue(right);
    }

    @ParameterizedTest
    @CsvSource({
        "case logic slr camera bag black, letters that stand before goods and stand apart",
        "ZDF 转运珠 红绳, capitals are a code",
        "某宝同款 吹风机, 某 of another word",
        "Lancôme 粉底液 30ml, a mark that the name has",
        "Nestlé 奶粉 900g, a mark that the name has",
        "三条杠 校服裤 学生, a nickname with a space before the goods",
        "冒牌种子害人 宣传单, a warning",
        "A货架 仓储轻型 4层, the beginning of another word",
    })
    void what_stands_so_by_chance_is_clear(String title, String why) {
        assertThat(screening.screen(Listing.of("1", title)).standing()).as(why).isEqualTo(Standing.CLEAR);
    }

    @Test
    void two_hints_beside_a_name_are_worth_a_look_and_one_is_none() {
        assertThat(screening.screen(Listing.of("1", "潘多拉 串珠 手链 钢印 齐 盒子 另加")).standing())
                .isEqualTo(Standing.REVIEW);
        assertThat(screening.screen(Listing.of("1", "潘多拉 串珠 手链 钢印 齐")).standing())
                .isEqualTo(Standing.CLEAR);
    }

    @Test
    void a_strong_claim_on_goods_of_brands_is_looked_at_whosever_they_are() {
        assertThat(screening.screen(Listing.of("1", "某某家 双肩包 跟版货 现货")).standing())
                .isEqualTo(Standing.REVIEW);
        assertThat(screening.screen(Listing.of("1", "布料 跟版货 现货")).standing())
                .isEqualTo(Standing.CLEAR);
        assertThat(screening.screen(Listing.of("1", "服装 吊牌 定做 领标 现货")).standing())
                .isEqualTo(Standing.CLEAR);
    }

    @Test
    void goods_of_no_name_are_clear() {
        assertThat(screening.screen(Listing.of("1", "纯棉卫衣 男 秋冬")).standing()).isEqualTo(Standing.CLEAR);
    }
}

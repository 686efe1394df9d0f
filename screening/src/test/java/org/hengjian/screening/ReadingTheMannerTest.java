package org.hengjian.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The learnt complement: where it speaks, where it must be silent, and what it may never do. */
class ReadingTheMannerTest {

    private static final Screening SHIPPED = Screening.shipped();
    private static final List<String> PIECES = List.of(
            "高", "细节", "工厂", "渠道", "货源", "秒发", "懂的", "老客户", "自己看图", "不议价", "一比一", "品质", "包邮", "耐克", "适用于", "正品",
            " ", "，", "🔥", "\u200B", "39", "v5", "出厂价", "代购", "支持", "无防伪", "拿货", "私", "批发");

    @ParameterizedTest
    @ValueSource(strings = {"渠道货 手感重量一致 过得了柜台", "老渠道拿货 细节到位 上身看不出区别", "内部渠道 包装齐全 二维码可扫 放心入"})
    void a_title_that_only_reads_so_is_for_review(String title) {
        Verdict verdict = SHIPPED.screen(Listing.of("1", title));

        assertThat(verdict.standing()).isEqualTo(Standing.REVIEW);
        assertThat(verdict.kind()).isEqualTo(Kind.MANNER);
        Finding finding = verdict.findings().stream()
                .filter(one -> one.kind() == Kind.MANNER)
                .findFirst()
                .orElseThrow();
        assertThat(finding.zh()).contains("由样本学得，仅供复核");
        assertThat(finding.en()).contains("for review only");
        assertThat(finding.matched()).isNotEmpty();
        assertThat(verdict.contributions()).anyMatch(part -> part.feature().equals(Manner.FEATURE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "全棉四件套 纯色 1.8米床 床单被套", "适用于小米手环8 表带 硅胶 防水", "新疆薄皮核桃 500g 当季新货 顺丰包邮",
                "stainless steel water bottle 500 ml with lid", "儿童绘本 3-6岁 全10册 新华书店"
            })
    void an_ordinary_title_is_left_alone(String title) {
        assertThat(SHIPPED.screen(Listing.of("1", title)).findings()).noneMatch(one -> one.kind() == Kind.MANNER);
    }

    /** Made of pieces of the trade's talk, so that it fires often; nothing of it may reach suspicion by manner. */
    @RepeatedTest(300)
    void it_never_makes_a_suspect_and_its_place_is_in_the_title(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(10); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        String title = text.toString();
        for (Thresholds thresholds : List.of(Thresholds.STANDARD, new Thresholds(0.2, 0.41), new Thresholds(0.6, 0.8))) {
            Verdict verdict = SHIPPED.screen(Listing.of("1", title), thresholds, SellerHistory.UNKNOWN);

            for (Finding finding : verdict.findings()) {
                assertThat(title.substring(finding.start(), finding.end())).isEqualTo(finding.text());
                if (finding.kind() == Kind.MANNER) {
                    assertThat(verdict.standing()).isEqualTo(Standing.REVIEW);
                    assertThat(verdict.kind()).isEqualTo(Kind.MANNER);
                    assertThat(verdict.clearings()).allMatch(one -> one.kind() == Kind.GENERIC_WORD);
                    assertThat(finding.text()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void what_speaks_for_the_seller_is_not_outweighed() {
        String title = "耐克 工厂渠道 高品质 老客户自己看图";
        Right right = SHIPPED.rights().stream()
                .filter(one -> one.name().equals("耐克"))
                .findFirst()
                .orElseThrow();
        assertThat(SHIPPED.screen(Listing.of("1", title)).kind()).isEqualTo(Kind.MANNER);
        Screening with = SHIPPED.with(right.withAuthorised("衡溪运动专营店"));

        assertThat(with.screen(Listing.of("1", title).withSeller("衡溪运动专营店")).findings())
                .noneMatch(one -> one.kind() == Kind.MANNER);
    }

    @Test
    void a_campaign_that_wants_more_certainty_does_not_hear_of_it() {
        assertThat(SHIPPED.screen(Listing.of("1", "渠道货 手感重量一致 过得了柜台"), new Thresholds(0.6, 0.8), SellerHistory.UNKNOWN)
                        .standing())
                .isEqualTo(Standing.CLEAR);
    }
}

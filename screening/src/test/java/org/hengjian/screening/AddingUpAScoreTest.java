package org.hengjian.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddingUpAScoreTest {

    private static final Screening SHIPPED = Screening.shipped();

    @ParameterizedTest
    @ValueSource(strings = {"耐★克 跑鞋", "阿迪达斯 高仿 卫衣", "二手 古驰 腰带 全套包装", "奈克 跑鞋 加微信", "百度网盘资源 4K", "绿水鬼 自动"})
    void the_parts_are_all_there_is(String title) {
        Verdict verdict = SHIPPED.screen(Listing.of("1", title));

        double sum = Model.shipped().start()
                + verdict.contributions().stream()
                        .mapToDouble(Contribution::weight)
                        .sum();

        assertThat(verdict.contributions()).isNotEmpty();
        assertThat(verdict.score()).isCloseTo(Model.score(sum), within(1e-9));
    }

    @Test
    void training_keeps_the_sign_of_every_feature() {
        Model.priors()
                .forEach((feature, prior) -> assertThat(
                                Math.signum(Model.shipped().weights().getOrDefault(feature, 0.0)))
                        .as(feature)
                        .isEqualTo(Math.signum(prior)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4, 4, 0.25, 0.75",
        "1, 2, 10, 0.5, 0.9",
        "2, 3, 3, 0.6666666666666666, 0.6666666666666666", // looks so dear that nothing is worth one
    })
    void bands_follow_from_what_errors_cost(double look, double missed, double wronged, double review, double suspect) {
        Thresholds thresholds = Thresholds.byCost(look, missed, wronged);

        assertThat(thresholds.reviewFrom()).isEqualTo(review, within(1e-9));
        assertThat(thresholds.suspectFrom()).isEqualTo(suspect, within(1e-9));
    }

    @Test
    void a_look_that_costs_more_than_an_error_is_no_ground_for_bands() {
        assertThatIllegalArgumentException().isThrownBy(() -> Thresholds.byCost(5, 4, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(0.8, 0.7));
    }

    @Test
    void a_campaign_may_look_closer_than_usual() {
        Listing listing = Listing.of("1", "三叶草 卫衣 现货");
        double score = SHIPPED.screen(listing).score();

        var close = new Thresholds(score * 0.9, 0.99);
        var wide = new Thresholds(Math.min(0.98, score * 1.1), 0.99);

        assertThat(SHIPPED.screen(listing, close, SellerHistory.UNKNOWN).standing())
                .isEqualTo(Standing.REVIEW);
        assertThat(SHIPPED.screen(listing, wide, SellerHistory.UNKNOWN).standing())
                .isEqualTo(Standing.CLEAR);
    }

    @Test
    void a_history_moves_doubt_and_never_an_honest_mention() {
        var known = new SellerHistory(4, 0);
        Listing doubtful = Listing.of("1", "奈克 跑鞋 男");
        Listing honest = Listing.of("2", "耐克 跑鞋 男");

        assertThat(SHIPPED.screen(doubtful, Thresholds.STANDARD, known).score())
                .isGreaterThan(SHIPPED.screen(doubtful).score());
        assertThat(SHIPPED.screen(doubtful, Thresholds.STANDARD, new SellerHistory(0, 4))
                        .score())
                .isLessThan(SHIPPED.screen(doubtful).score());
        assertThat(SHIPPED.screen(honest, Thresholds.STANDARD, known)).isEqualTo(SHIPPED.screen(honest));
    }

    @Test
    void nothing_found_is_one_answer_for_all() {
        assertThat(SHIPPED.screen(Listing.of("1", "纯棉四件套 床单被套"))).isSameAs(SHIPPED.screen(Listing.of("2", "不锈钢晾衣架")));
        assertThat(SHIPPED.screen(Listing.of("1", "纯棉四件套 床单被套")).findings()).isEqualTo(List.of());
    }
}

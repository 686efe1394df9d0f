package org.hengjian.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A denial is of its own claim; what is claimed beside it stands. */
class DenyingAClaimTest {

    private static final Screening SHIPPED = Screening.shipped();

    private static Verdict verdict(String title) {
        return SHIPPED.screen(Listing.of("1", title));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "不是高仿 A货 耐克 鞋",
                "耐克 非高仿，A货 现货",
                "不是高仿 是A货 耐克",
                "非高仿 纯原版 耐克 鞋",
                "耐克 没有高仿 只有A货",
                "Nike shoes not replica, mirror quality",
            })
    void a_claim_beside_a_denied_one_stands(String title) {
        assertThat(verdict(title).standing()).as(title).isEqualTo(Standing.SUSPECT);
        assertThat(verdict(title).clearings()).extracting(Clearing::kind).contains(Kind.DENIAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "不卖高仿、精仿、A货 耐克",
                "拒绝高仿A货 假一赔十 耐克鞋",
                "谨防高仿 仿品 假货 耐克",
                "耐克 不是高仿也不是A货",
                "耐克 不是高仿或A货",
                "耐克 正品 高仿勿扰",
                "Nike shoes no fakes or replicas",
                "海蓝之谜假货太多 我被坑过的经历",
            })
    void a_list_of_what_is_denied_is_denied_whole(String title) {
        assertThat(verdict(title).standing()).as(title).isEqualTo(Standing.CLEAR);
    }
}

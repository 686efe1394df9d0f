package org.hengjian.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreeningATitleTest {

    private final Screening screening = Screening.shipped()
            .with(Right.of("tm:90000001", "衡溪", "HENGXI").withClasses(25));

    @Test
    void a_claim_of_imitation_with_a_name_is_suspect() {
        Verdict verdict = screening.screen(Listing.of("1", "衡溪A货 代购级"));

        assertThat(verdict.standing()).isEqualTo(Standing.SUSPECT);
        assertThat(verdict.kind()).isEqualTo(Kind.COUNTERFEIT_CLAIM);
        assertThat(verdict.right()).map(Right::id).hasValue("tm:90000001");
        assertThat(verdict.findings()).anySatisfy(finding -> assertThat(finding.text()).isEqualTo("A货"));
    }

    @Test
    void goods_of_no_name_are_clear() {
        assertThat(screening.screen(Listing.of("1", "纯棉卫衣 男 秋冬")).standing()).isEqualTo(Standing.CLEAR);
    }
}

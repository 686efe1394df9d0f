package org.hengjian.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SevenOffersOfOneMarkTest {

    private final Screening screening = Screening.shipped()
            .with(Right.of("tm:90000001", "衡溪", "HENGXI").withClasses(25).withAuthorised("衡溪服饰旗舰店"));

    @ParameterizedTest
    @CsvSource({
        "HΕNGXI 卫衣, confusable",
        "ℍENGXI 运动鞋, enclosed",
        "h e n g x i 同款, spaced",
        "恒溪 1:1 复刻, homophone",
    })
    void an_altered_name_becomes_a_lead_with_its_path(String title, String step) {
        Verdict verdict = screening.screen(Listing.of("1", title));

        assertThat(verdict.standing()).isNotEqualTo(Standing.CLEAR);
        assertThat(verdict.right()).map(Right::id).hasValue("tm:90000001");
        assertThat(verdict.findings()).anyMatch(finding -> finding.path().contains(step));
    }

    @Test
    void a_claim_beside_the_name_becomes_a_lead() {
        assertThat(screening.screen(Listing.of("1", "衡溪A货 代购级")).standing()).isEqualTo(Standing.SUSPECT);
    }

    @Test
    void a_part_that_fits_is_no_lead_and_says_why() {
        Verdict verdict = screening.screen(Listing.of("1", "适用于HENGXI鞋 鞋垫"));

        assertThat(verdict.standing()).isEqualTo(Standing.CLEAR);
        assertThat(verdict.kind()).isEqualTo(Kind.COMPATIBLE_USE);
        assertThat(verdict.clearings()).isNotEmpty();
    }

    @Test
    void the_listed_shop_is_no_lead_and_says_why() {
        Verdict verdict = screening.screen(Listing.of("1", "HENGXI旗舰店 卫衣").withSeller("衡溪服饰旗舰店"));

        assertThat(verdict.standing()).isEqualTo(Standing.CLEAR);
        assertThat(verdict.kind()).isEqualTo(Kind.AUTHORISED_SELLER);
    }

    @Test
    void the_same_words_from_another_shop_are_a_lead() {
        Verdict verdict = screening.screen(Listing.of("1", "HENGXI旗舰店 卫衣").withSeller("小满衣橱"));

        assertThat(verdict.standing()).isEqualTo(Standing.SUSPECT);
        assertThat(verdict.kind()).isEqualTo(Kind.UNAUTHORISED_USE);
    }
}

package org.hengjian.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SayingAClaimInManyWaysTest {

    private static Claim claim(String text) {
        return new Claim(text, Kind.COUNTERFEIT_CLAIM, 5, "zh", "fakery", List.of(), LocalDate.of(2026, 1, 1), "test");
    }

    @Test
    void a_family_is_each_of_its_words_beside_each_of_the_others() {
        assertThat(claim("柜姐|店员…认不出|看不出").wordings()).containsExactly("柜姐…认不出", "柜姐…看不出", "店员…认不出", "店员…看不出");
        assertThat(claim("跟版|对版").wordings()).containsExactly("跟版", "对版");
        assertThat(claim("高仿").wordings()).containsExactly("高仿");
    }

    @Test
    void a_finding_says_which_words_of_the_family_stood_there() {
        Verdict verdict =
                Screening.of(List.of(), List.of(claim("柜姐|店员…认不出|看不出"))).screen(Listing.of("1", "手袋 店员 也 看不出"));

        assertThat(verdict.standing()).isEqualTo(Standing.SUSPECT);
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.text()).isEqualTo("店员");
            assertThat(finding.matched()).isEqualTo("店员…看不出");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"柜姐|…认不出", "柜姐|店…认不出", "柜姐…认不出|", "柜姐…认不出|$", "高仿||精仿", "|"})
    void a_family_has_no_empty_word_none_of_signs_and_none_of_one_character_before_the_gap(String text) {
        assertThat(Claim.bothPartsSaid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> claim(text));
    }
}

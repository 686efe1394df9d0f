package org.hengjian.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class UnifiedSocialCreditCodeTests {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void a_code_with_the_right_check_character_is_read() {
        assertThat(UnifiedSocialCreditCode.isValid("91350100M000100Y43")).isTrue();
        assertThat(UnifiedSocialCreditCode.read(" 91350100m000100y43 ")).isPresent();
    }

    @Test
    void a_wrong_check_character_is_refused_and_the_right_one_is_known() {
        assertThat(UnifiedSocialCreditCode.isValid("91350100M000100Y44")).isFalse();
        assertThat(UnifiedSocialCreditCode.checkCharacter("91350100M000100Y44")).isEqualTo('3');
        assertThatThrownBy(() -> new UnifiedSocialCreditCode("91350100M000100Y44"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("91350100M000100Y44");
    }

    @Test
    void its_parts_are_where_the_standard_puts_them() {
        var code = new UnifiedSocialCreditCode("91350100M000100Y43");

        assertThat(code.region()).isEqualTo("350100");
        assertThat(code.organisationCode()).isEqualTo("M000100Y4");
    }

    @RepeatedTest(200)
    void one_wrong_character_never_passes(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var code = new StringBuilder("91350100M000100Y43");
        int at = random.nextInt(18);
        int was = ALPHABET.indexOf(code.charAt(at));
        code.setCharAt(at, ALPHABET.charAt((was + random.nextInt(1, 31)) % 31));

        assertThat(UnifiedSocialCreditCode.isValid(code.toString())).as("seed %d", run.getCurrentRepetition()).isFalse();
    }
}

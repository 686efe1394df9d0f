package org.hengjian.screening.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckingAGtinTest {

    @Test
    void the_check_digit_decides() {
        assertThat(Gtin.isValid("6901234567892")).isTrue();
        assertThat(Gtin.isValid("6901234567893")).isFalse();
        assertThat(Gtin.isValid("036000291452")).isTrue();
        assertThatThrownBy(() -> new Gtin("69012345678")).hasMessageContaining("69012345678");
    }

    @Test
    void chinese_prefixes_are_690_to_699() {
        assertThat(new Gtin("6901234567892").givenInChina()).isTrue();
        assertThat(new Gtin("4006381333931").givenInChina()).isFalse();
    }
}

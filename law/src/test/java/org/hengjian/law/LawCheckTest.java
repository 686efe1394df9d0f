package org.hengjian.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LawCheckTest {

    @Test
    void every_value_has_its_source_and_every_quotation_stands_in_the_text() {
        assertThat(LawCheck.findings(Law.load())).isEmpty();
    }
}

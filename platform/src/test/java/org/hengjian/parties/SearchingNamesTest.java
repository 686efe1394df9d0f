package org.hengjian.parties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchingNamesTest {

    @Test
    void a_name_is_searched_as_it_is_stored_and_nothing_typed_searches_for_nothing() {
        assertThat(SearchText.searched("Heng-Xi")).isEqualTo("hengxi");
        assertThat(SearchText.searched("  ")).isEmpty();
    }

    /** The whole list in answer to a slip of the keyboard would read as its finds. */
    @ParameterizedTest
    @ValueSource(strings = {"'", "%", "_", "\\", "😀", "——", "\u0000"})
    void what_holds_no_letter_and_no_digit_is_found_in_no_name(String typed) {
        assertThat(SearchText.searched(typed)).isNotEmpty();
        assertThat(SearchText.of("衡溪_100%'\\", "heng-xi——😀")).doesNotContain(SearchText.searched(typed));
    }
}

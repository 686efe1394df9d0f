package org.hengjian.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypingADayTest {

    @Test
    void a_day_of_the_calendar_is_one() {
        assertThat(TypedDay.parse("2026-02-28")).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "gestern", "", "0001-01-01", "+999999999-01-01", "-2026-01-01"})
    void what_no_office_writes_is_none(String text) {
        assertThatThrownBy(() -> TypedDay.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}

package org.hengjian.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write of a right, in a form or a file. */
class ReadingRightsTest {

    private static RightReading.Read read(String field, String text) {
        var told = new HashMap<>(Map.of("number", "90000001", "name", "衡溪"));
        told.put(field, text);
        return RightReading.read(told, false, null, false, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "number, , rights.fault.number.needed",
        "number, 九千万, rights.fault.number.trademark",
        "classes, 46, rights.fault.class",
        "classes, 25；0, rights.fault.class",
        "classes, 服装, rights.fault.class",
        "status, 大概有效, rights.fault.status",
        "status, UNVERIFIED, rights.fault.status",
        "kind, 外号, rights.fault.kind",
        "validFrom, 2026-02-30, rights.fault.day",
        "validTo, 明年, rights.fault.day",
        "holderCode, 91350100M000100Y44, rights.fault.code.check",
        "holderCode, 9135010, rights.fault.code.form",
        "details, WORDS, rights.fault.details"
    })
    void each_fault_is_told_at_its_field(String field, String text, String key) {
        var read = read(field, text == null ? "" : text);

        assertThat(read.facts()).isEmpty();
        assertThat(read.faults()).anyMatch(fault -> fault.field().equals(field) && fault.key().equals(key));
    }

    @Test
    void the_check_digit_that_it_should_be_is_told() {
        assertThat(read("holderCode", "91350100M000100Y44").faults())
                .extracting(RightReading.Fault::arguments)
                .containsExactly(List.of("3", "4"));
    }

    @Test
    void ends_are_compared_with_beginnings() {
        var read = RightReading.read(
                Map.of("number", "1", "name", "甲", "validFrom", "2026-03-02", "validTo", "2026-03-01"),
                false,
                null,
                false,
                List.of());

        assertThat(read.faults()).extracting(RightReading.Fault::key).containsExactly("rights.fault.ends-before");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01", "2026/3/1", "2026年3月1日", "20260301", "2026.03.01", "2026-03-01 00:00"})
    void days_are_read_as_offices_write_them(String text) {
        assertThat(read("validFrom", text).facts().orElseThrow().validFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({"25;28", "第25类、第28类", "'25, 28'", "28|25"})
    void classes_are_read_as_offices_write_them(String text) {
        assertThat(read("classes", text).facts().orElseThrow().classes()).containsExactly(25, 28);
    }

    @Test
    void a_number_is_read_without_its_wrapping() {
        assertThat(read("number", "第 90000001 号").facts().orElseThrow().number()).isEqualTo("90000001");
    }
}

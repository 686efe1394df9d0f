package org.hengjian.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Exclusion;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What was asked of the law library comes back as it was written, or the days shown would not be those that were counted. */
class AskingAgainTest {

    private final Questions questions = new Questions(JsonMapper.builder().build());

    @Test
    void a_moment_keeps_its_offset_and_so_its_day() {
        var question = DeadlineQuestion.of("referral.transfer", OffsetDateTime.parse("2026-09-07T00:30:00+08:00"));

        assertThat(questions.read(questions.written(question))).contains(question);
    }

    @Test
    void extensions_and_days_that_do_not_count_come_back() {
        var question = DeadlineQuestion.of("procedure.handling", LocalDate.of(2026, 9, 7))
                .extended(1)
                .excluding(List.of(new Exclusion(
                        LocalDate.of(2026, 9, 9), LocalDate.of(2026, 9, 12), Exclusion.Reason.TESTING, true)));

        assertThat(questions.read(questions.written(question))).contains(question);
    }

    @Test
    void what_was_kept_before_has_none() {
        assertThat(questions.read("")).isEmpty();
    }
}

package org.hengjian.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.time.PlatformTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Days long ago, so that no answer of another test is forgotten. */
@OnThePlatform
class ForgettingAnswersTests {

    private static final String WHO = "shen.zhiyao";
    private static final LocalDate TODAY = LocalDate.of(2001, 3, 31);

    @Autowired
    ForgettingAnswers forgetting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    Persons persons;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Viewers viewers;

    private final String key = UUID.randomUUID().toString();

    @ParameterizedTest
    @CsvSource({"cases, case_id", "goods, item_id", "referrals, referral_id", "adjudications, subject_id"})
    void an_answer_can_be_repeated_for_thirty_days(String room, String column) {
        var requests = new KeyedRequests(template, room, column);
        answer(requests, "old", TODAY.minusDays(30).atStartOfDay(PlatformTime.ZONE).toInstant().minusMillis(1));
        answer(requests, "young", TODAY.minusDays(30).atStartOfDay(PlatformTime.ZONE).toInstant());
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> forgetting.forget(TODAY)));
        assertThat(isAnswered(requests, "old")).isFalse();
        assertThat(isAnswered(requests, "young")).isTrue();
    }

    @Test
    void only_the_platform_forgets() {
        for (String room : List.of("cases", "goods", "referrals", "adjudications")) {
            assertThatThrownBy(() -> persons.as("jiang.lin", () -> transaction.executeWithoutResult(
                            _ -> jdbc.sql("select " + room + ".forget_answers(now())").query(Long.class).single())))
                    .as(room)
                    .rootCause()
                    .hasMessageContaining("answers are forgotten by the platform alone");
        }
    }

    @Test
    void no_room_keeps_them_for_ever() {
        assertThat(jdbc.sql("""
                        select n.nspname
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relname = 'answered_request'
                           and has_schema_privilege(n.oid, 'usage')
                           and has_table_privilege(c.oid, 'insert')
                           and to_regprocedure(format('%I.forget_answers(timestamptz)', n.nspname)) is null
                        """)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void nothing_is_forgotten_at_once() {
        assertThatThrownBy(() -> new ForgettingAnswers(jdbc, Period.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hengjian.requests.answers-kept");
    }

    private void answer(KeyedRequests requests, String which, Instant at) {
        persons.as(WHO, () -> transaction.executeWithoutResult(
                _ -> requests.answer(persons.viewer(WHO).person(), which + key, "asked", 1, at)));
    }

    private boolean isAnswered(KeyedRequests requests, String which) {
        return persons.as(WHO, () -> Boolean.TRUE.equals(transaction.execute(
                _ -> requests.answered(persons.viewer(WHO).person(), which + key).isPresent())));
    }
}

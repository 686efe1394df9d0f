package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The clerk of the court before which a case was brought enters the judgment, and nothing else. */
@OnThePlatform
class ACourtEntersItsJudgmentTests {

    @Autowired
    ReferralWork work;

    @Autowired
    Referrals referrals;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Referral prosecuted() {
        var concluded = work.step(ReferralWork.POLICE, work.filed(), (room, step) -> room.conclude(
                step, new Paper.Investigated(Paper.Investigation.TO_PROSECUTION, work.today(), "起诉意见书9", "查明")));
        assertThat(persons.as(ReferralWork.CLERK, () -> referrals.find(concluded.dossier().id()))).isEmpty();
        return work.step(ReferralWork.PROSECUTOR, concluded, (room, step) ->
                room.prosecute(step, work.today(), "起诉书9", work.court(concluded)));
    }

    private static Paper.Judged judgment(java.time.LocalDate on) {
        return new Paper.Judged(Paper.Judgment.PUNISHED, on, "杭州市西湖区人民法院", "刑初9", "罚金", "没收销毁");
    }

    @Test
    void the_clerk_enters_it_and_the_agency_reads_what_becomes_of_the_goods() {
        var judged = work.step(ReferralWork.CLERK, prosecuted(), (room, step) -> room.judge(step, judgment(work.today())));

        var seen = persons.as(ReferralWork.OFFICER, () -> referrals.find(judged.dossier().id())).orElseThrow();
        assertThat(seen.stage()).isEqualTo(Stage.PUNISHED);
        assertThat(seen.dossier().paper(Paper.Judged.class).orElseThrow().goods()).isEqualTo("没收销毁");
        assertThat(seen.dossier().last(Paper.Judged.class).orElseThrow().by().name()).isEqualTo("丁安");
    }

    @Test
    void the_prosecutor_may_enter_it_in_the_courts_place() {
        var judged = work.step(ReferralWork.PROSECUTOR, prosecuted(), (room, step) -> room.judge(step, judgment(work.today())));

        assertThat(judged.stage()).isEqualTo(Stage.PUNISHED);
    }

    @Test
    void a_court_of_another_level_or_place_is_refused() {
        var concluded = work.step(ReferralWork.POLICE, work.filed(), (room, step) -> room.conclude(
                step, new Paper.Investigated(Paper.Investigation.TO_PROSECUTION, work.today(), "起诉意见书9", "查明")));

        assertThat(ReferralWork.codes(work.attempt(ReferralWork.PROSECUTOR, concluded, (room, step) ->
                        room.prosecute(step, work.today(), "起诉书9", 999_999))))
                .containsExactly("NOT_THE_SAME_LEVEL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into referrals.paper (referral_id, n, kind, content, person, name, agency, agency_name, on_day, at) values (%1$d, 99, 'Filed', '{}', access.person(), 'x', access.agency(), 'x', now(), now())",
                "insert into referrals.paper (referral_id, n, kind, content, person, name, agency, agency_name, on_day, at) values (%1$d, 99, 'Judged', '{}', 1, 'x', access.agency(), 'x', now(), now())",
                "update referrals.referral set court_id = 1 where id = %1$d"
            })
    void past_the_application_a_clerk_adds_no_other_paper_and_hands_it_to_no_other_court(String attempt) {
        long id = prosecuted().dossier().id();

        assertThatThrownBy(() -> persons.as(ReferralWork.CLERK, () -> transaction.executeWithoutResult(
                        _ -> jdbc.sql(attempt.formatted(id)).update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void past_the_application_a_clerk_changes_nothing_before_and_nothing_after() {
        var filed = work.filed();
        var judged = work.step(ReferralWork.CLERK, prosecuted(), (room, step) -> room.judge(step, judgment(work.today())));

        for (var referral : java.util.List.of(filed, judged)) {
            int changed = persons.as(ReferralWork.CLERK, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                            "update referrals.referral set state = 'PUNISHED' where id = " + referral.dossier().id())
                    .update())));
            assertThat(changed).as(referral.stage().name()).isZero();
        }
    }
}

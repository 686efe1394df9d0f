package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.hengjian.access.Forbidden;
import org.hengjian.audit.Audit;
import org.hengjian.cases.FactWork;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the facts of a case weigh is not left lying: alerts, their dismissal, questions in writing, the radar. */
@OnThePlatform
class WatchingTheThresholdsTests {

    private static final String CITY = "qin.shan";

    @Autowired
    FactWork facts;

    @Autowired
    ReferralWork work;

    @Autowired
    Alerts alerts;

    @Autowired
    Referrals referrals;

    @Autowired
    Radar radar;

    @Autowired
    Audit audit;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** The alert of a case, which comes when the event has been heard. */
    private Alert heard(long caseId, Alert.Level level) {
        return await().until(() -> alert(caseId), alert -> alert != null && alert.level() == level);
    }

    private @org.jspecify.annotations.Nullable Alert alert(long caseId) {
        return persons.as(ReferralWork.OFFICER, () -> alerts.ofCase(caseId)).orElse(null);
    }

    private boolean shown(String who, Radar.Kind kind, long alert) {
        return persons.as(who, () -> radar.rows(kind, 1000)).stream().anyMatch(row -> row.id() == alert);
    }

    @ParameterizedTest
    @CsvSource({"50000, MET", "35000, NEAR"})
    void facts_at_or_near_a_threshold_raise_an_alert_that_supervisor_and_prosecutor_see(String sales, Alert.Level level) {
        var alert = heard(facts.investigatingWithSales(sales), level);

        assertThat(alert.state()).isEqualTo(Alert.State.OPEN);
        assertThat(alert.crime()).isEqualTo("214");
        for (var who : List.of(ReferralWork.OFFICER, ReferralWork.HEAD, ReferralWork.PROSECUTOR, CITY)) {
            assertThat(shown(who, Radar.Kind.NOT_REFERRED, alert.id())).as(who).isTrue();
        }
        for (var other : List.of(ReferralWork.POLICE, "fang.qing", "bai.shu", "mu.qing", "ding.an", "ji.shi")) {
            assertThat(persons.as(other, () -> alerts.find(alert.id()))).as(other).isEmpty();
            assertThat(shown(other, Radar.Kind.NOT_REFERRED, alert.id())).as(other).isFalse();
        }
    }

    @Test
    void an_alert_is_put_aside_by_the_head_alone_with_a_reason_that_others_read_and_graver_facts_open_it_again() {
        long caseId = facts.investigatingWithSales("35000");
        var alert = heard(caseId, Alert.Level.NEAR);

        var byOfficer = persons.as(ReferralWork.OFFICER, () -> alerts.dismiss(alert.id(), alert.version(), "不够"));
        assertThat(byOfficer.grounds()).extracting(Ground::code).containsExactly("ROLE.HEAD");
        assertThatThrownBy(() -> persons.as(ReferralWork.PROSECUTOR, () -> alerts.dismiss(alert.id(), alert.version(), "不够")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> persons.as("bai.shu", () -> alerts.dismiss(alert.id(), alert.version(), "不够")))
                .isInstanceOf(NotFound.class);
        assertThat(persons.as(ReferralWork.HEAD, () -> alerts.dismiss(alert.id(), alert.version(), "销售金额没有达到标准，继续调查。")).done())
                .isTrue();
        assertThatThrownBy(() -> persons.as(ReferralWork.HEAD, () -> alerts.dismiss(alert.id(), alert.version(), "再来一次")))
                .isInstanceOf(Conflict.class);

        for (var who : List.of(ReferralWork.PROSECUTOR, CITY)) {
            assertThat(persons.as(who, () -> radar.rows(Radar.Kind.DISMISSED, 1000)))
                    .as(who)
                    .filteredOn(row -> row.id() == alert.id())
                    .singleElement()
                    .satisfies(row -> assertThat(row.note()).contains("继续调查"));
        }
        assertThat(persons.as(ReferralWork.HEAD, () -> audit.of("alert", alert.caseNumber())))
                .extracting(entry -> entry.deed())
                .contains("referrals.dismiss");

        facts.establishAnew(caseId, "60000");
        var again = heard(caseId, Alert.Level.MET);
        assertThat(again.state()).isEqualTo(Alert.State.OPEN);
        assertThat(persons.as(ReferralWork.PROSECUTOR, () -> alerts.happenings(again)))
                .extracting(Alert.Happening::kind)
                .containsExactly("REOPENED", "DISMISSED", "RAISED");
    }

    @Test
    void a_case_that_is_sent_to_the_police_leaves_the_radar() {
        long caseId = facts.investigatingWithSales("50000");
        var alert = heard(caseId, Alert.Level.MET);
        var proposed = ReferralWork.done(work.attemptProposal(ReferralWork.OFFICER, caseId, ""));
        var approved = work.step(ReferralWork.HEAD, proposed, (room, step) -> room.approve(step, "", false));

        assertThat(shown(ReferralWork.PROSECUTOR, Radar.Kind.NOT_REFERRED, alert.id())).isTrue();
        work.send(approved);
        assertThat(shown(ReferralWork.PROSECUTOR, Radar.Kind.NOT_REFERRED, alert.id())).isFalse();
        assertThat(persons.as(ReferralWork.PROSECUTOR, () -> alerts.find(alert.id()).orElseThrow().state()))
                .isEqualTo(Alert.State.REFERRED);
    }

    @Test
    void a_penalty_without_a_referral_is_shown_as_such() {
        long caseId = facts.penalisedWithSales("50000");
        var alert = await().until(() -> alert(caseId), found -> found != null && !found.penalty().isEmpty());

        assertThat(alert.penalty()).contains("市监罚〔");
        assertThat(shown(ReferralWork.PROSECUTOR, Radar.Kind.PENALISED, alert.id())).isTrue();
    }

    @Test
    void the_prosecutor_asks_in_writing_and_the_agency_answers_once() {
        var alert = heard(facts.investigatingWithSales("50000"), Alert.Level.MET);

        assertThatThrownBy(() -> persons.as(ReferralWork.OFFICER, () -> alerts.ask(alert, "为什么不移送"))).isInstanceOf(Forbidden.class);
        assertThat(persons.as(ReferralWork.HEAD, () -> alerts.ask(alert, "为什么不移送")).grounds())
                .extracting(Ground::code)
                .containsExactly("ASK_ONESELF");
        assertThat(persons.as(ReferralWork.PROSECUTOR, () -> alerts.ask(alert, "已达五万元，为什么没有移送？")).done()).isTrue();
        var question = persons.as(ReferralWork.OFFICER, () -> alerts.questions(alert)).getFirst();

        assertThat(question.isOpen()).isTrue();
        assertThatThrownBy(() -> persons.as("fang.qing", () -> alerts.answer(question.id(), "冒名"))).isInstanceOf(NotFound.class);
        assertThat(persons.as(ReferralWork.OFFICER, () -> alerts.answer(question.id(), "移送报告正在审批。")).done()).isTrue();
        assertThatThrownBy(() -> persons.as(ReferralWork.OFFICER, () -> alerts.answer(question.id(), "改口")))
                .isInstanceOf(Conflict.class);
        assertThat(persons.as(ReferralWork.PROSECUTOR, () -> alerts.questions(alert)).getFirst().answer()).isEqualTo("移送报告正在审批。");
    }

    @Test
    void the_police_answer_what_they_are_asked_about_a_referral_and_nobody_else_for_them() {
        var declined = work.declined();

        assertThat(persons.as(ReferralWork.PROSECUTOR, () -> radar.rows(Radar.Kind.DECLINED, 1000)))
                .anyMatch(row -> row.id() == declined.dossier().id());
        assertThat(persons.as(ReferralWork.PROSECUTOR, () -> alerts.ask(declined, Side.POLICE, "依据是什么？")).done()).isTrue();
        var question = persons.as(ReferralWork.POLICE, () -> alerts.questions(declined)).getFirst();

        assertThat(persons.as(ReferralWork.OFFICER, () -> alerts.answer(question.id(), "代答")).grounds())
                .extracting(Ground::code)
                .containsExactly("NOT_ASKED");
        assertThat(persons.as(ReferralWork.POLICE, () -> alerts.answer(question.id(), "见不予立案通知书。")).done()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update referrals.alert set state = 'DISMISSED', reason = 'x', dismissed_on = now() where id = %d",
                "update referrals.alert set title = 'x' where id = %d",
                "delete from referrals.alert where id = %d",
                "insert into referrals.alert (case_id, case_number, title, level, state, raised_on, weighed_on, agency_name, agency_id, line, region) select -id, 'x', 'x', 'MET', 'OPEN', now(), now(), 'x', agency_id, line, region from referrals.alert where id = %d",
                "update referrals.alert_entry set text = 'x' where alert_id = %d",
                "insert into referrals.question (alert_id, subject, text, asker, asked_by, asked_at, addressee_id, addressee, agency_id, line, region, shared_with) select id, 'x', 'x', 'x', 0, now(), agency_id, 'x', access.agency(), 'x', region, array[agency_id] from referrals.alert where id = %d"
            })
    void past_the_application_an_officer_puts_nothing_aside_and_forges_nothing(String attempt) {
        var alert = heard(facts.investigatingWithSales("50000"), Alert.Level.MET);

        assertThatThrownBy(() -> persons.as(ReferralWork.OFFICER, () -> transaction.executeWithoutResult(
                        _ -> jdbc.sql(attempt.formatted(alert.id())).update())))
                .isInstanceOf(DataAccessException.class);
    }
}

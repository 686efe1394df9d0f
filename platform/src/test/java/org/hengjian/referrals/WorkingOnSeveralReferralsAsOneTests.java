package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.hengjian.access.Forbidden;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The police join referrals into one operation (并案侦办): their own, received, each in one only. */
@OnThePlatform
@Tag("browser")
class WorkingOnSeveralReferralsAsOneTests {

    @LocalServerPort
    int port;

    @Autowired
    ReferralWork work;

    @Autowired
    JointOperations operations;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private JointOperations.Done open(String who, String name, List<Long> referrals) {
        return persons.as(who, () -> operations.open(name, "同一来源的假冒卫衣，查清生产窝点。", referrals));
    }

    private long opened() {
        var done = open(ReferralWork.POLICE, "云岫专案", List.of(id(work.accepted()), id(work.received())));
        assertThat(done.faults()).isEmpty();
        return done.id();
    }

    private static long id(Referral referral) {
        return referral.dossier().id();
    }

    @Test
    void two_that_the_office_has_become_one_and_a_third_joins_and_it_ends_with_a_result() {
        long operation = opened();
        var third = work.filed();

        var joined = persons.as(ReferralWork.POLICE, () -> operations.add(operation, List.of(id(third))));
        assertThat(joined.faults()).isEmpty();
        assertThat(persons.as(ReferralWork.POLICE, () -> operations.members(operation))).hasSize(3);
        assertThat(persons.as(ReferralWork.POLICE, () -> operations.of(id(third))).orElseThrow().name()).isEqualTo("云岫专案");

        assertThat(persons.as(ReferralWork.POLICE, () -> operations.end(operation, " ")).faults()).containsKey("result");
        assertThat(persons.as(ReferralWork.POLICE, () -> operations.end(operation, "捣毁窝点一处。")).faults()).isEmpty();
        assertThatThrownBy(() -> persons.as(ReferralWork.POLICE, () -> operations.end(operation, "又一次")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> persons.as(ReferralWork.POLICE, () -> operations.add(operation, List.of(id(work.accepted())))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void one_alone_one_not_received_and_one_that_is_taken_are_refused() {
        long taken = id(work.accepted());
        assertThat(open(ReferralWork.POLICE, "甲专案", List.of(taken, id(work.accepted()))).faults()).isEmpty();

        assertThat(open(ReferralWork.POLICE, "乙专案", List.of(id(work.accepted()))).faults())
                .containsEntry("referrals", "referrals.error.two");
        assertThat(open(ReferralWork.POLICE, "丙专案", List.of(id(work.accepted()), id(work.sent()))).faults())
                .containsKey("referrals");
        assertThat(open(ReferralWork.POLICE, "丁专案", List.of(id(work.accepted()), id(work.accepted()), taken)).faults())
                .containsEntry("referrals", "referrals.error.taken");
        assertThat(open(ReferralWork.POLICE, "", List.of()).faults()).containsKey("name");
    }

    @Test
    void nobody_but_the_police_opens_one_or_knows_of_it() {
        long operation = opened();

        for (var other : List.of(ReferralWork.OFFICER, ReferralWork.HEAD, ReferralWork.PROSECUTOR, ReferralWork.CLERK, "fang.qing")) {
            assertThat(persons.as(other, () -> operations.find(operation))).as(other).isEmpty();
            assertThatThrownBy(() -> open(other, "戊专案", List.of(1L, 2L))).as(other).isInstanceOf(Forbidden.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into referrals.operation_referral (referral_id, operation_id, joined_on, joined_by) select %2$d, %1$d, now(), 'x'",
                "insert into referrals.operation (name, goal, opened_on, opened_by, opener, agency_name, agency_id, line, region) values ('x', 'x', now(), 'x', 1, 'x', access.agency(), 'police', 330106)",
                "update referrals.operation set name = 'x' where id = %1$d",
                "delete from referrals.operation_referral where operation_id = %1$d",
                "update referrals.operation_referral set joined_by = 'x' where operation_id = %1$d"
            })
    void past_the_application_none_joins_that_the_office_does_not_have_and_nothing_is_unsaid(String attempt) {
        long operation = opened();
        long notSent = id(work.approved());

        assertThatThrownBy(() -> persons.as(ReferralWork.POLICE, () -> transaction.executeWithoutResult(
                        _ -> jdbc.sql(attempt.formatted(operation, notSent)).update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void past_the_application_others_neither_see_nor_end_it() {
        long operation = opened();

        int changed = persons.as(ReferralWork.PROSECUTOR, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        "update referrals.operation set ended_on = opened_on, result = 'x' where id = " + operation)
                .update())));

        assertThat(changed).isZero();
    }

    @Test
    void on_the_pages() {
        var one = work.accepted();
        var two = work.filed();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(ReferralWork.POLICE).go("/referrals/operations/new").isAccessible();
            browser.submit().sees("还要改这些").isAccessible();
            browser.type("name", "云岫来源专案")
                    .type("goal", "两案货源相同，并案查清生产窝点。")
                    .tick("input[name=referrals][value='" + id(one) + "']")
                    .tick("input[name=referrals][value='" + id(two) + "']")
                    .submit();
            browser.sees("云岫来源专案").sees(one.name()).sees(two.name()).isAccessible().picture("referral-operation");
            browser.go("/referrals/" + id(one)).sees("云岫来源专案");
            browser.go("/referrals/operations").sees("云岫来源专案").isAccessible();
            browser.signIn(ReferralWork.OFFICER).go("/referrals/" + id(one)).sees(one.name());
            assertThat(browser.says("云岫来源专案")).isFalse();
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(ReferralWork.POLICE).go("/referrals/operations?lang=en").sees("Joint operations").isAccessible();
            phone.go("/referrals/operations/new").isAccessible().picture("referral-operation-new-phone-en");
        }
    }
}

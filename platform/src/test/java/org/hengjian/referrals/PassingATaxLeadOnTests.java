package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.hengjian.access.Forbidden;
import org.hengjian.documents.Documents;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What looks like a tax offence in a case goes to the tax authority with a letter; it signs for it and answers, once each. */
@OnThePlatform
@Tag("browser")
class PassingATaxLeadOnTests {

    private static final String TAX = "cen.shui";

    @LocalServerPort
    int port;

    @Autowired
    ReferralWork work;

    @Autowired
    TaxLeads leads;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private long sent() {
        long caseId = work.investigatingCase();
        return persons.as(ReferralWork.OFFICER, () -> leads.send(caseId, "账外经营，未申报收入。", "账册复印件1册"));
    }

    private TaxLeads.TaxLead seen(String who, long id) {
        return persons.as(who, () -> leads.find(id)).orElseThrow();
    }

    @Test
    void it_is_sent_signed_for_and_answered_and_the_agency_reads_the_answer() {
        long id = sent();
        assertThat(seen(ReferralWork.OFFICER, id).number()).contains("税线");
        assertThat(persons.as(TAX, () -> documents.of(TaxLeads.OBJECT, id))).singleElement()
                .satisfies(letter -> assertThat(letter.title()).isEqualTo("涉税违法线索移送函"));

        assertThat(persons.as(TAX, () -> leads.answer(id, TaxLeads.Result.FILED, "太早"))).as("before the receipt").isFalse();
        assertThat(persons.as(TAX, () -> leads.receive(id))).isTrue();
        assertThat(persons.as(TAX, () -> leads.receive(id))).as("a second time").isFalse();
        assertThat(persons.as(TAX, () -> leads.answer(id, TaxLeads.Result.COLLECTED, "已追缴税款三万元。"))).isTrue();
        assertThat(persons.as(TAX, () -> leads.answer(id, TaxLeads.Result.FILED, "改主意"))).as("a second time").isFalse();

        assertThat(seen(ReferralWork.OFFICER, id)).satisfies(lead -> {
            assertThat(lead.state()).isEqualTo("ANSWERED");
            assertThat(lead.answer()).isEqualTo("已追缴税款三万元。");
            assertThat(lead.receiver()).isEqualTo("岑税");
        });
    }

    @Test
    void only_an_officer_on_the_case_sends_and_only_the_tax_authority_signs() {
        long caseId = work.investigatingCase();
        for (var other : List.of("fang.qing", "lin.wan", "mu.qing")) {
            assertThatThrownBy(() -> persons.as(other, () -> leads.send(caseId, "情况", "材料"))).as(other).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> persons.as(ReferralWork.POLICE, () -> leads.send(caseId, "情况", "材料"))).isInstanceOf(Forbidden.class);

        long id = sent();
        assertThat(persons.as(ReferralWork.OFFICER, () -> leads.receive(id))).isFalse();
        for (var other : List.of(ReferralWork.POLICE, ReferralWork.PROSECUTOR, "fang.qing", "mu.qing")) {
            assertThat(persons.as(other, () -> leads.find(id))).as(other).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update referrals.tax_lead set suspicion = 'x' where id = %1$d",
                "update referrals.tax_lead set tax_id = 1 where id = %1$d",
                "delete from referrals.tax_lead where id = %1$d"
            })
    void past_the_application_what_was_sent_stays_as_it_was_sent(String attempt) {
        long id = sent();

        for (var who : List.of(TAX, ReferralWork.OFFICER)) {
            assertThatThrownBy(() -> persons.as(who, () -> transaction.executeWithoutResult(
                            _ -> jdbc.sql(attempt.formatted(id)).update())))
                    .as(who)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void past_the_application_the_sender_does_not_answer_in_the_tax_authoritys_place() {
        long id = sent();

        int changed = persons.as(ReferralWork.OFFICER, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        "update referrals.tax_lead set received_on = sent_on, received_by = 1 where id = " + id)
                .update())));

        assertThat(changed).isZero();
    }

    @Test
    void on_the_pages() {
        long caseId = work.investigatingCase();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(ReferralWork.OFFICER).go("/referrals/case/" + caseId).click("移送涉税线索").isAccessible();
            browser.submit().sees("还要改这些").isAccessible();
            browser.type("suspicion", "账外经营，2026年上半年未申报收入约二十万元。").type("materials", "账册复印件1册，询问笔录1份。").submit();
            browser.sees("待签收").isAccessible();
            String page = browser.address();
            browser.signIn(TAX).go("/referrals/tax").sees("待签收").isAccessible();
            browser.go(page).submit().sees("待反馈").isAccessible();
            browser.type("answer", "已立案检查。").submit();
            browser.sees("已反馈").sees("立案检查").isAccessible().picture("referral-tax");
            browser.signIn(ReferralWork.OFFICER).go("/referrals/case/" + caseId).sees("已反馈").isAccessible();
        }
        try (var foreign = Visitor.signedIn(port, "fang.qing");
                var police = Visitor.signedIn(port, ReferralWork.POLICE)) {
            assertThat(foreign.get("/referrals/tax/new?case=" + caseId).statusCode()).isEqualTo(404);
            assertThat(police.get("/referrals/tax").statusCode()).isEqualTo(403);
            assertThat(new String(foreign.get("/referrals/tax").body(), StandardCharsets.UTF_8)).contains("还没有移送涉税线索");
        }
    }
}

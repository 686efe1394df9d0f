package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import org.hengjian.leads.LeadWork;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The one list of what is due has the terms of referrals and of leads, each with the side and the people it binds. */
@OnThePlatform
class WhatIsDueInAReferralTests {

    private static final String RUNNING =
            """
            select id, duty, owner_names as owners, agency_id as agency, due_at is not null as hours, cause
              from duties.duty
             where object = :object
               and href = :href
               and done_on is null
             order by due_on, id
            """;

    @LocalServerPort
    int port;

    @Autowired
    ReferralWork work;

    @Autowired
    LeadWork leads;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    record Running(long id, String duty, String owners, long agency, boolean hours, String cause) {}

    private List<Running> running(String who, String object, String href) {
        return persons.as(who, () -> Objects.requireNonNull(transaction.execute(_ ->
                jdbc.sql(RUNNING).param("object", object).param("href", href).query(Running.class).list())));
    }

    private Running only(String who, Referral referral, String duty) {
        String href = "/referrals/" + referral.dossier().id();
        return await().until(() -> running(who, "referral", href), list -> list.size() == 1 && list.getFirst().duty().equals(duty))
                .getFirst();
    }

    @Test
    void each_step_ends_the_duty_of_one_side_and_begins_that_of_the_next() {
        var proposed = work.proposed();
        assertThat(only(ReferralWork.HEAD, proposed, Clocks.DECIDE).owners()).as("the heads decide").contains("江临");

        var approved = work.step(ReferralWork.HEAD, proposed, (room, step) -> room.approve(step, "同意。", false));
        var transfer = only(ReferralWork.OFFICER, approved, Clocks.TRANSFER);
        assertThat(transfer.owners()).contains("沈知遥");
        assertThat(transfer.hours()).as("the hours have a last moment").isTrue();
        assertThat(running(ReferralWork.POLICE, "referral", "/referrals/" + approved.dossier().id()))
                .as("nobody else knows of it")
                .isEmpty();

        var sent = work.send(approved);
        var receipt = only(ReferralWork.POLICE, sent, Clocks.RECEIPT);
        assertThat(receipt.owners()).contains("罗锦");
        assertThat(receipt.agency()).isEqualTo(persons.viewer(ReferralWork.POLICE).agency());
        assertThat(only(ReferralWork.OFFICER, sent, Clocks.RECEIPT)).as("the agency sees the same clock").isEqualTo(receipt);
        assertThat(only(ReferralWork.PROSECUTOR, sent, Clocks.RECEIPT)).isEqualTo(receipt);
        assertThat(running("fang.qing", "referral", "/referrals/" + sent.dossier().id())).isEmpty();

        var received = work.step(ReferralWork.POLICE, sent, Referrals::receive);
        only(ReferralWork.POLICE, received, Clocks.POLICE_DECIDE);
        var accepted = work.step(ReferralWork.POLICE, received, (room, step) -> room.accept(step, "杭西公受案字〔2026〕9号"));
        var extended = work.step(ReferralWork.POLICE, accepted, (room, step) -> room.extend(
                step, Paper.Extension.COMPLEX, "县级公安机关负责人", "案情复杂。"));
        assertThat(only(ReferralWork.POLICE, extended, Paper.Extension.COMPLEX.duty()).cause())
                .contains("县级公安机关负责人", "案情复杂。");

        work.step(ReferralWork.POLICE, extended, (room, step) -> room.decline(step, "不足以认定明知。"));
        await().until(() -> running(ReferralWork.POLICE, "referral", "/referrals/" + sent.dossier().id()).isEmpty());
    }

    @Test
    void the_page_shows_the_days_the_sentence_and_the_owner_and_the_list_filters_by_kind_of_thing() {
        var accepted = work.accepted();
        var duty = only(ReferralWork.POLICE, accepted, Clocks.POLICE_DECIDE);
        try (var police = Visitor.signedIn(port, ReferralWork.POLICE);
                var foreign = Visitor.signedIn(port, "fang.qing")) {
            assertThat(page(police, "/due/" + duty.id()))
                    .contains("决定是否立案", "罗锦", "逐日说明")
                    .contains(accepted.name());
            assertThat(foreign.get("/due/" + duty.id()).statusCode()).isEqualTo(404);
            assertThat(police.get("/due/999999999").statusCode()).isEqualTo(404);
            assertThat(page(police, "/due?object=referral&q=" + word(accepted))).contains(accepted.name());
            assertThat(page(police, "/due?object=case&q=" + word(accepted))).doesNotContain("/due/" + duty.id());
            assertThat(page(police, "/due/register.csv?object=referral&whose=AGENCY"))
                    .startsWith("\uFEFF")
                    .contains(accepted.name(), "罗锦");
        }
    }

    private static String word(Referral referral) {
        return java.net.URLEncoder.encode(referral.name(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void a_lead_is_due_from_its_receipt_to_its_end_whoever_has_it() {
        var lead = leads.received("待办一号店");
        String href = "/leads/" + lead.number();
        var waiting = await().until(() -> running(ReferralWork.HEAD, "lead", href), list -> list.size() == 1).getFirst();
        assertThat(waiting.owners()).as("nobody has it yet").isEmpty();

        var verified = leads.verified("待办二号店");
        String next = "/leads/" + verified.number();
        var owned = await().until(() -> running(ReferralWork.OFFICER, "lead", next), list -> list.size() == 1
                && !list.getFirst().owners().isEmpty());
        assertThat(owned.getFirst().owners()).isEqualTo("沈知遥");
        assertThat(running("fang.qing", "lead", next)).isEmpty();

        leads.dismissed(lead.number());
        await().until(() -> running(ReferralWork.HEAD, "lead", href).isEmpty());
    }

    private static String page(Visitor visitor, String path) {
        return new String(visitor.get(path).body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}

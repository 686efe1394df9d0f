package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.hengjian.access.Role;
import org.hengjian.access.Scope;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Agency, police and prosecutor each see a referral from the point at which the law says so; nobody else does. */
@OnThePlatform
class WhoSeesAReferralTests {

    @LocalServerPort
    int port;

    @Autowired
    ReferralWork work;

    @Autowired
    Referrals referrals;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private boolean sees(String who, Referral referral) {
        return persons.as(who, () -> referrals.find(referral.dossier().id())).isPresent();
    }

    @Test
    void before_it_is_sent_it_is_the_agencys_alone() {
        for (var referral : List.of(work.proposed(), work.approved())) {
            assertThat(sees(ReferralWork.OFFICER, referral)).isTrue();
            assertThat(sees(ReferralWork.HEAD, referral)).isTrue();
            for (var other : List.of(ReferralWork.POLICE, ReferralWork.PROSECUTOR, "ding.an", "fang.qing", "mu.qing", "ji.shi", "heng.an")) {
                assertThat(sees(other, referral)).as("%s, %s", other, referral.stage()).isFalse();
            }
        }
    }

    @Test
    void from_sending_on_the_police_office_and_the_prosecutor_see_it_and_no_other() {
        var sent = work.sent();

        for (var who : List.of(ReferralWork.OFFICER, ReferralWork.POLICE, ReferralWork.PROSECUTOR, "qin.shan")) {
            assertThat(sees(who, sent)).as(who).isTrue();
        }
        for (var other : List.of("ding.an", "fang.qing", "bai.shu", "mu.qing", "yao.jian", "ji.shi", "heng.an")) {
            assertThat(sees(other, sent)).as(other).isFalse();
        }
        var elsewhere = new Viewer(
                999, "高远", 999_999, "另一公安局", "police", 330_110, Scope.LINE, Set.of(Role.POLICE));
        assertThat(viewers.as(elsewhere, () -> referrals.find(sent.dossier().id()))).isEmpty();
        var prosecutorElsewhere = new Viewer(
                998, "白露", 999_998, "另一检察院", "procuratorate", 330_110, Scope.LINE, Set.of(Role.PROSECUTOR));
        assertThat(viewers.as(prosecutorElsewhere, () -> referrals.find(sent.dossier().id()))).isEmpty();
    }

    @Test
    void the_office_that_it_is_forwarded_to_sees_it_from_then_on_with_its_documents() {
        var received = work.received();
        var other = work.policeOf(received).get(1);
        var viewer = new Viewer(997, "高远", other.id(), other.name(), "police", 330_102, Scope.LINE, Set.of(Role.POLICE));

        assertThat(viewers.as(viewer, () -> referrals.find(received.dossier().id()))).isEmpty();
        var forwarded = work.step(ReferralWork.POLICE, received, (room, step) -> room.forward(step, other.id(), "犯罪地在该区。"));

        assertThat(viewers.as(viewer, () -> referrals.find(received.dossier().id()))).isPresent();
        assertThat(sees(ReferralWork.POLICE, forwarded)).isTrue();
        assertThat(viewers.as(viewer, () -> jdbcCount("select count(*) from documents.document where object = 'referral' and object_id = "
                        + forwarded.dossier().id())))
                .isEqualTo(5);
        assertThat(ReferralWork.done(viewers.as(viewer, () -> referrals.receive(
                                new Step(forwarded.dossier().id(), forwarded.dossier().version(), ""))))
                        .stage())
                .isEqualTo(Stage.RECEIVED);
        // The first office has handed it on: it takes no more steps.
        assertThatThrownBy(() -> work.attempt(ReferralWork.POLICE, forwarded, Referrals::receive)).isInstanceOf(NotFound.class);
    }

    private long jdbcCount(String sql) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(sql).query(Long.class).single()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a paper under another's name, for another office, on a referral of others
                "insert into referrals.paper (referral_id, n, kind, content, person, name, agency, agency_name, on_day, at) values (%1$d, 99, 'Filed', '{}', 1, 'x', access.agency(), 'x', now(), now())",
                "insert into referrals.paper (referral_id, n, kind, content, person, name, agency, agency_name, on_day, at) values (%1$d, 99, 'Filed', '{}', access.person(), 'x', 1, 'x', now(), now())",
                "update referrals.paper set content = '{}' where referral_id = %1$d",
                "delete from referrals.paper where referral_id = %1$d",
                "delete from referrals.referral where id = %1$d",
                "update referrals.referral set title = 'x' where id = %1$d",
                "update referrals.referral set agency_id = access.agency() where id = %1$d",
                "update referrals.referral set shared_with = '{}' where id = %1$d",
                "update referrals.referral set letter_number = 'x' where id = %1$d",
                "update documents.document set title = 'x' where object = 'referral' and object_id = %1$d",
                "update documents.document set shared_with = '{}' where object = 'referral' and object_id = %1$d"
            })
    void past_the_application_a_receiver_can_neither_forge_nor_unsay(String attempt) {
        var accepted = work.accepted();

        assertThatThrownBy(() -> persons.as(ReferralWork.POLICE, () -> transaction.executeWithoutResult(
                        _ -> jdbc.sql(attempt.formatted(accepted.dossier().id())).update())))
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fang.qing", "ding.an", "mu.qing", "ning.yuan", "qin.shan"})
    void others_change_nothing_past_the_application_either(String other) {
        var sent = work.sent();
        Supplier<Integer> update = () -> java.util.Objects.requireNonNull(transaction.execute(
                _ -> jdbc.sql("update referrals.referral set state = 'FILED' where id = " + sent.dossier().id()).update()));

        assertThat(persons.as(other, update)).isZero();
    }

    @Test
    void pages_of_others_are_not_found_and_a_stranger_is_sent_to_the_door() {
        long id = work.sent().dossier().id();
        try (var foreign = Visitor.signedIn(port, "fang.qing");
                var court = Visitor.signedIn(port, "ding.an");
                var stranger = Visitor.stranger(port);
                var police = Visitor.signedIn(port, ReferralWork.POLICE)) {
            assertThat(foreign.get("/referrals/" + id).statusCode()).isEqualTo(404);
            assertThat(foreign.get("/referrals/" + id + "/send").statusCode()).isEqualTo(404);
            assertThat(court.get("/referrals").statusCode()).isEqualTo(200);
            assertThat(court.get("/referrals/" + id).statusCode()).as("before the prosecution").isEqualTo(404);
            assertThat(stranger.get("/referrals/" + id).statusCode()).isEqualTo(302);
            assertThat(police.get("/referrals/" + id).statusCode()).isEqualTo(200);
            assertThat(police.get("/referrals/" + id + "/nothing").statusCode()).isEqualTo(404);
            assertThat(police.get("/referrals/register.xlsx").body()).startsWith('P', 'K');
            assertThat(police.get("/referrals/case/999999999").statusCode()).isEqualTo(404);
        }
    }
}

package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import org.hengjian.access.Role;
import org.hengjian.access.Scope;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.evidence.EvidenceWork;
import org.hengjian.goods.GoodsWork;
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

/** Police and prosecutor read the case that was referred to them, its evidence and its goods; not before, and not for ever. */
@OnThePlatform
class ReadingAReferredCaseTests {

    private static final List<String> ROWS = List.of(
            "select count(*) from cases.case_file where id = :case",
            "select count(*) from cases.paper where case_id = :case",
            "select count(*) from evidence.item where case_id = :case",
            "select count(*) from goods.item where case_id = :case",
            "select count(*) from goods.balance b join goods.item i on i.id = b.item_id where i.case_id = :case");

    @LocalServerPort
    int port;

    @Autowired
    ReferralWork work;

    @Autowired
    EvidenceWork evidence;

    @Autowired
    GoodsWork goods;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Referral approvedWithEvidenceAndGoods() {
        var approved = work.approved();
        long id = caseOf(approved);
        evidence.received(id, "现场照片.txt", "现场照片 " + id);
        goods.register(goods.hoodies(id, "730"));
        return approved;
    }

    private static long caseOf(Referral referral) {
        return referral.dossier().matter().caseId();
    }

    /** Whether the database itself gives the rows of the case to that person: all kinds of them, or none. */
    private boolean reads(Viewer who, Referral referral) {
        var counts = ROWS.stream()
                .map(sql -> viewers.as(who, () -> Objects.requireNonNull(transaction.execute(_ ->
                        jdbc.sql(sql).param("case", caseOf(referral)).query(Long.class).single()))))
                .toList();
        boolean all = counts.stream().allMatch(count -> count > 0);
        assertThat(all || counts.stream().allMatch(count -> count == 0)).as("all or nothing: " + counts).isTrue();
        return all;
    }

    private boolean reads(String who, Referral referral) {
        return reads(persons.viewer(who), referral);
    }

    private void untilReads(String who, Referral referral, boolean expected) {
        await().until(() -> counted(who, referral) > 0 == expected);
        assertThat(reads(who, referral)).as(who).isEqualTo(expected);
    }

    private long counted(String who, Referral referral) {
        return persons.as(who, () -> Objects.requireNonNull(transaction.execute(_ ->
                jdbc.sql(ROWS.getFirst()).param("case", caseOf(referral)).query(Long.class).single())));
    }

    @Test
    void from_sending_on_both_read_it_and_no_other_does() {
        var approved = approvedWithEvidenceAndGoods();
        assertThat(reads(ReferralWork.OFFICER, approved)).isTrue();
        for (var other : List.of(ReferralWork.POLICE, ReferralWork.PROSECUTOR)) {
            assertThat(reads(other, approved)).as("before it is sent, " + other).isFalse();
        }

        var sent = work.send(approved);

        untilReads(ReferralWork.POLICE, sent, true);
        untilReads(ReferralWork.PROSECUTOR, sent, true);
        var elsewhere = new Viewer(
                997, "高远", 999_997, "另一公安局", "police", 330_110, Scope.LINE, java.util.Set.of(Role.POLICE));
        assertThat(reads(elsewhere, sent)).isFalse();
        for (var other : List.of("ding.an", "fang.qing", "mu.qing", "ji.shi", "heng.an")) {
            assertThat(reads(other, sent)).as(other).isFalse();
        }
    }

    @Test
    void on_the_pages_they_read_and_are_offered_nothing_to_change() {
        var sent = work.send(approvedWithEvidenceAndGoods());
        long id = caseOf(sent);
        untilReads(ReferralWork.POLICE, sent, true);
        untilReads(ReferralWork.PROSECUTOR, sent, true);

        for (var who : List.of(ReferralWork.POLICE, ReferralWork.PROSECUTOR)) {
            try (var receiver = Visitor.signedIn(port, who)) {
                assertThat(page(receiver, "/referrals/" + sent.dossier().id()))
                        .contains("/evidence/case/" + id, "/goods/case/" + id);
                assertThat(page(receiver, "/evidence/case/" + id)).contains("现场照片.txt").doesNotContain("id=\"receive\"");
                assertThat(page(receiver, "/goods/case/" + id)).contains("连帽卫衣").doesNotContain("/goods/new?");
                assertThat(receiver.get("/cases/" + id).statusCode()).isEqualTo(200);
                assertThat(receiver.get("/cases/" + id + "/finish").statusCode()).isEqualTo(403);
                assertThat(receiver.get("/goods/new?case=" + id).statusCode()).isEqualTo(403);
            }
        }
        try (var foreign = Visitor.signedIn(port, "fang.qing")) {
            assertThat(foreign.get("/evidence/case/" + id).statusCode()).isEqualTo(404);
            assertThat(foreign.get("/goods/case/" + id).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void returned_as_no_matter_for_the_police_it_is_closed_to_them_again() {
        var received = work.step(ReferralWork.POLICE, work.send(approvedWithEvidenceAndGoods()), Referrals::receive);
        untilReads(ReferralWork.POLICE, received, true);

        var returned = work.step(ReferralWork.POLICE, received, (room, step) -> room.giveBack(step, "不属于公安机关职责范围。"));

        untilReads(ReferralWork.POLICE, returned, false);
        untilReads(ReferralWork.PROSECUTOR, returned, false);
        assertThat(reads(ReferralWork.OFFICER, returned)).isTrue();
    }

    @Test
    void forwarded_to_the_right_office_it_is_closed_to_the_wrong_one() {
        var received = work.step(ReferralWork.POLICE, work.send(approvedWithEvidenceAndGoods()), Referrals::receive);
        untilReads(ReferralWork.POLICE, received, true);
        long other = work.policeOf(received).get(1).id();

        var forwarded = work.step(
                ReferralWork.POLICE, received, (room, step) -> room.forward(step, other, "犯罪地在其他区。"));

        untilReads(ReferralWork.POLICE, received, false);
        assertThat(reads(ReferralWork.PROSECUTOR, forwarded)).isTrue();
        var next = new Viewer(996, "高远", other, "另一公安局", "police", 330_110, Scope.OWN, java.util.Set.of(Role.POLICE));
        assertThat(reads(next, forwarded)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update cases.case_file set title = 'x' where id = %1$d",
                "update cases.case_file set shared_with = array[1, 2, 3] where id = %1$d",
                "update goods.item set keeper = 'x' where case_id = %1$d",
                "update evidence.item set withdrawn_for = 'x', withdrawn_at = now() where case_id = %1$d"
            })
    void past_the_application_a_reader_changes_nothing(String attempt) {
        var sent = work.send(approvedWithEvidenceAndGoods());
        untilReads(ReferralWork.POLICE, sent, true);

        int changed = persons.as(ReferralWork.POLICE, () -> Objects.requireNonNull(
                transaction.execute(_ -> jdbc.sql(attempt.formatted(caseOf(sent))).update())));

        assertThat(changed).isZero();
    }

    @Test
    void past_the_application_a_reader_adds_nothing() {
        var sent = work.send(approvedWithEvidenceAndGoods());
        untilReads(ReferralWork.POLICE, sent, true);

        assertThatThrownBy(() -> persons.as(ReferralWork.POLICE, () -> transaction.executeWithoutResult(_ -> jdbc.sql(
                                "insert into cases.paper (case_id, n, kind, content, person, name, on_day, at) values (%d, 99, 'Resumed', '{}', 1, 'x', now(), now())"
                                        .formatted(caseOf(sent)))
                        .update())))
                .isInstanceOf(DataAccessException.class);
    }

    private static String page(Visitor visitor, String path) {
        return new String(visitor.get(path).body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}

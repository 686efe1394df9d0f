package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hengjian.access.Role;
import org.hengjian.access.Scope;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.goods.GoodsWork;
import org.hengjian.networks.Link;
import org.hengjian.networks.Network;
import org.hengjian.networks.Networks;
import org.hengjian.networks.Node;
import org.hengjian.networks.View;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A case that was referred stands open in the networks of the police and the prosecutor who have it, and of nobody else. */
@OnThePlatform
class SeeingAReferredCaseInANetworkTests {

    @Autowired
    ReferralWork work;

    @Autowired
    GoodsWork goods;

    @Autowired
    Networks networks;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Referral approvedWithGoods() {
        var approved = work.approved();
        goods.register(goods.hoodies(caseOf(approved), "730"));
        await().until(() -> sees(ReferralWork.OFFICER, approved) && network(ReferralWork.OFFICER, approved).counts().containsKey(Node.Kind.GOODS));
        return approved;
    }

    private static long caseOf(Referral referral) {
        return referral.dossier().matter().caseId();
    }

    private static String key(Referral referral) {
        return "case-" + caseOf(referral);
    }

    private boolean sees(String who, Referral referral) {
        return persons.as(who, () -> networks.find(key(referral))).isPresent();
    }

    private Network network(String who, Referral referral) {
        return persons.as(who, () -> networks.of(key(referral), View.PLAIN));
    }

    /** How many rows of the case the database itself gives: its node, and what it tells. */
    private long rows(Viewer who, Referral referral) {
        return viewers.as(who, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        """
                        select (select count(*) from networks.node where key = :key)
                               + (select count(*) from networks.edge where told_by = :key)
                        """)
                .param("key", key(referral))
                .query(Long.class)
                .single())));
    }

    @Test
    void from_sending_on_it_is_open_with_its_goods_to_those_who_have_it() {
        var approved = approvedWithGoods();
        for (var who : List.of(ReferralWork.POLICE, ReferralWork.PROSECUTOR)) {
            assertThat(sees(who, approved)).as("before it is sent, " + who).isFalse();
        }

        var sent = work.send(approved);

        for (var who : List.of(ReferralWork.POLICE, ReferralWork.PROSECUTOR)) {
            await().until(() -> sees(who, sent));
            var theirs = network(who, sent);
            assertThat(theirs.linksOf(theirs.start())).as(who)
                    .extracting(Link::ground)
                    .contains(Link.Ground.TAKEN);
            assertThat(theirs.counts()).as(who).containsKey(Node.Kind.GOODS);
            assertThat(theirs.sealedAt(theirs.start())).as("nothing of it is sealed to " + who).isEmpty();
        }
        var elsewhere = new Viewer(997, "高远", 999_997, "另一公安局", "police", 330_110, Scope.LINE, Set.of(Role.POLICE));
        assertThat(rows(elsewhere, sent)).isZero();
        for (var other : List.of("fang.qing", "ding.an")) {
            assertThat(rows(persons.viewer(other), sent)).as(other).isZero();
        }
    }

    @Test
    void returned_as_no_matter_for_the_police_it_is_sealed_to_them_again() {
        var received = work.step(ReferralWork.POLICE, work.send(approvedWithGoods()), Referrals::receive);
        await().until(() -> sees(ReferralWork.POLICE, received));

        work.step(ReferralWork.POLICE, received, (room, step) -> room.giveBack(step, "不属于公安机关职责范围。"));

        await().until(() -> !sees(ReferralWork.POLICE, received));
        assertThat(rows(persons.viewer(ReferralWork.POLICE), received)).isZero();
        assertThat(sees(ReferralWork.OFFICER, received)).isTrue();
    }
}

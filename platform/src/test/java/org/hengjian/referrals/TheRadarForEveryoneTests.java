package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.cases.FactWork;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every kind of the radar shows everyone what the policies let them see of it, and counts the same. */
@OnThePlatform
class TheRadarForEveryoneTests {

    private static final Map<Radar.Kind, String> KINDS = Map.of(
            Radar.Kind.NOT_REFERRED, "alert where state = 'OPEN' and level in ('MET', 'SUSPICION', 'NEAR')",
            Radar.Kind.UNSURE, "alert where state = 'OPEN' and level = 'UNSURE'",
            Radar.Kind.PENALISED, "alert where penalised_on is not null and state <> 'REFERRED'",
            Radar.Kind.DISMISSED, "alert where state = 'DISMISSED'",
            Radar.Kind.LATE, "referral where 'AGENCY' = any (late_sides)",
            Radar.Kind.DECLINED, "referral where state in ('DECLINED', 'UPHELD', 'NOT_FILED')",
            Radar.Kind.SILENT, "referral where due_side = 'POLICE' and due_at < :now");

    @Autowired
    FactWork facts;

    @Autowired
    ReferralWork work;

    @Autowired
    Alerts alerts;

    @Autowired
    Radar radar;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shen.zhiyao", "fang.qing", "qin.shan", "ning.yuan", "ye.zhou", "luo.jin", "he.ming", "ding.an", "shen.ji"
            })
    void everyone_sees_what_the_policies_let_them_see_of_each_kind(String who) {
        one_of_each_kind();
        for (var kind : Radar.Kind.values()) {
            var expected = persons.as(who, () -> seen(kind));
            assertThat(persons.as(who, () -> radar.rows(kind, 1_000)))
                    .as("%s %s", who, kind)
                    .extracting(Radar.Row::id)
                    .isEqualTo(expected);
            assertThat(persons.as(who, () -> radar.counts())).containsEntry(kind, expected.size());
        }
        if (who.equals(ReferralWork.PROSECUTOR)) {
            for (var kind : Radar.Kind.values()) {
                assertThat(persons.as(who, () -> seen(kind))).as("the prosecutor sees some, %s", kind).isNotEmpty();
            }
        }
        assertThat(persons.as(who, () -> radar.waiting()).open())
                .isEqualTo(persons.as(who, () -> seen(Radar.Kind.NOT_REFERRED)).size());
    }

    private void one_of_each_kind() {
        if (KINDS.keySet().stream().allMatch(kind -> !persons.as(ReferralWork.PROSECUTOR, () -> seen(kind)).isEmpty())) {
            return;
        }
        for (int i = 0; i < 4; i++) {
            long id = facts.investigatingWithSales("50000");
            await().until(() -> persons.as(ReferralWork.OFFICER, () -> alerts.ofCase(id)).isPresent());
            String what = List.of(
                            "level = 'MET'", "level = 'UNSURE'", "penalty = 'x', penalised_on = now()",
                            "state = 'DISMISSED', reason = 'x', dismissed_on = now()")
                    .get(i);
            machine("update referrals.alert set " + what + " where case_id = " + id);
        }
        machine("update referrals.referral set late_sides = '{AGENCY}' where id = " + work.sent().dossier().id());
        machine("update referrals.referral set due_side = 'POLICE', due_at = timestamptz '2001-01-01' where id = "
                + work.sent().dossier().id());
        work.declined();
    }

    private void machine(String sql) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }

    /** Said without knowing of parts: the policies alone keep away what is not to be seen. */
    private List<Long> seen(Radar.Kind kind) {
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        "select id from referrals." + KINDS.get(kind) + " and cast(:now as timestamptz) is not null order by id desc")
                .param("now", Timestamp.from(Instant.now(clock)))
                .query(Long.class)
                .list()));
    }
}

package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.shell.Cursor;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of referrals, what waits and the statistics tell everyone what the policies let them see, whatever they ask for. */
@OnThePlatform
class ListingReferralsTests {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    @Autowired
    ReferralWork work;

    @Autowired
    ReferralList list;

    @Autowired
    ReferralStatistics statistics;

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

    @Autowired
    DatabaseAddress address;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shen.zhiyao", "fang.qing", "qin.shan", "ning.yuan", "ye.zhou", "luo.jin", "he.ming", "ding.an", "shen.ji"
            })
    void everyone_finds_what_the_policies_let_them_see_whatever_they_ask_for(String who) {
        var sent = work.sent();
        work.approved();
        work.declined();
        machine("update referrals.referral set due_at = timestamptz '2001-01-01' where id = " + work.received().dossier().id());
        for (boolean analysed : new boolean[] {false, true}) {
            if (analysed) {
                JdbcClient.create(new DriverManagerDataSource(
                                address.url(), address.owner().role(), address.owner().password()))
                        .sql("analyze referrals.referral")
                        .update();
            }
            for (var words : List.of("", "商标", "没有这样的", "_", sent.dossier().report())) {
                for (var state : List.of("", "SENT", "PUNISHED")) {
                    for (boolean waiting : new boolean[] {false, true}) {
                        for (boolean late : new boolean[] {false, true}) {
                            var filter = new ReferralList.Filter(words, state, waiting, late);
                            assertThat(persons.as(who, () -> list.rows(filter, 10_000)))
                                    .as("%s %s, analysed: %s", who, filter, analysed)
                                    .extracting(ReferralList.Row::id)
                                    .isEqualTo(persons.as(who, () -> seen(filter)));
                        }
                    }
                }
            }
        }
        persons.as(who, () -> {
            var mine = seen(new ReferralList.Filter("", "", true, false));
            assertThat(list.due(10_000)).extracting(ReferralList.Row::id).containsExactlyInAnyOrderElementsOf(mine);
            assertThat(list.due(10_000)).extracting(ReferralList.Row::dueAt).isSortedAccordingTo(
                    java.util.Comparator.comparing(Objects::requireNonNull));
            assertThat(list.waiting().open()).isEqualTo(mine.size());
            assertThat(list.waiting().late())
                    .isEqualTo(seen(new ReferralList.Filter("", "", true, true)).size());
            for (var by : ReferralStatistics.By.values()) {
                assertThat(statistics.between(FIRST, LAST, by).stream().mapToLong(ReferralStatistics.Row::proposed).sum())
                        .as("counted by %s", by)
                        .isEqualTo(seen(new ReferralList.Filter("", "", false, false)).size());
            }
            assertThat(statistics.between(FIRST, FIRST, ReferralStatistics.By.AGENCY)).isEmpty();
        });
    }

    @Test
    void those_to_whom_some_were_sent_find_them() {
        var sent = work.sent().dossier().id();
        for (var who : List.of(ReferralWork.OFFICER, ReferralWork.POLICE, ReferralWork.PROSECUTOR)) {
            assertThat(persons.as(who, () -> list.rows(new ReferralList.Filter("", "", false, false), 10_000)))
                    .as(who)
                    .extracting(ReferralList.Row::id)
                    .contains(sent);
        }
    }

    @Test
    void the_pages_together_are_the_list() {
        long one = work.sent().dossier().id();
        machine("""
                insert into referrals.referral (state, report_number, letter_number, case_id, case_number, title, cause, act, place,
                       party_name, party_address, crime, team, agency_name, police_id, procuratorate_id, proposed_on, sent_on,
                       agency_id, line, region, shared_with)
                select 'PUNISHED', report_number || '-' || i, letter_number || '-' || i, case_id, case_number, title, cause, act,
                       place, party_name, party_address, crime, team, agency_name, police_id, procuratorate_id, proposed_on,
                       sent_on, agency_id, line, region, shared_with
                  from referrals.referral, generate_series(1, 60) i
                 where id = """ + " " + one);
        for (var who : List.of(ReferralWork.OFFICER, ReferralWork.PROSECUTOR)) {
            persons.as(who, () -> {
                var filter = new ReferralList.Filter("", "PUNISHED", false, false);
                var paged = new ArrayList<ReferralList.Row>();
                @Nullable String after = null;
                int pages = 0;
                do {
                    var page = list.page(filter, after);
                    paged.addAll(page.rows());
                    after = page.next().map(Cursor::text).orElse(null);
                    pages++;
                } while (after != null);
                assertThat(pages).isGreaterThan(1);
                assertThat(paged).isEqualTo(list.rows(filter, 10_000));
            });
        }
    }

    private void machine(String sql) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }

    /** Said without knowing of parts: the policies alone keep away what is not to be seen. */
    private List<Long> seen(ReferralList.Filter filter) {
        var viewer = viewers.require();
        String office = viewer.has(Role.POLICE) ? "police_id" : viewer.has(Role.PROSECUTOR) ? "procuratorate_id" : "agency_id";
        String side = viewer.has(Role.POLICE) ? "POLICE" : viewer.has(Role.PROSECUTOR) ? "PROCURATORATE" : "AGENCY";
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        """
                        select id
                          from referrals.referral
                         where (:state = '' or state = :state)
                           and (:words = '' or position(:words in title) > 0 or position(:words in letter_number) > 0
                                or position(:words in report_number) > 0 or position(:words in case_number) > 0)
                           and (not :waiting or due_side = '%s' and %s = :agency)
                           and (not :late or due_at < :now)
                         order by id desc
                        """
                                .formatted(side, office))
                .param("state", filter.state())
                .param("words", filter.words())
                .param("waiting", filter.waiting())
                .param("late", filter.late())
                .param("agency", viewer.agency())
                .param("now", Timestamp.from(Instant.now(clock)))
                .query(Long.class)
                .list()));
    }
}

package org.hengjian.referrals;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hengjian.access.Viewer;
import org.hengjian.testing.AtScale;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Measures, when asked by {@code -Dhengjian.scale.rows=1000000}, what the radar and the list read among the alerts and
 * referrals of so many cases and writes it to {@code target/radar-performance.txt}. Skipped otherwise; asserts only what does
 * not depend on the machine. The statistics of a year read the year's referrals, of the country out of an index alone.
 */
@OnThePlatform
class RadarAtAMillionTests {

    private static final Set<String> LARGE = Set.of("alert", "referral", "alert_told", "referral_told");
    private static final List<ReferralList.Filter> FILTERS = List.of(
            new ReferralList.Filter("", "", false, false),
            new ReferralList.Filter("", "FILED", false, false),
            new ReferralList.Filter("", "REASONS_ASKED", false, false),
            new ReferralList.Filter("", "", true, false),
            new ReferralList.Filter("", "", false, true),
            new ReferralList.Filter("注册商标", "", false, false),
            new ReferralList.Filter("当事人4712涉", "", false, false));

    private static final String ALERTS_TOLD =
            """
            insert into referrals.alert_told (agency_id, alert_id, state, level, penalised)
            select distinct reader, id, state, level, penalised_on is not null
              from referrals.alert, unnest(shared_with) as reader
                on conflict do nothing
            """;
    private static final String REFERRALS_TOLD =
            """
            insert into referrals.referral_told (agency_id, referral_id, state, due_at, on_day, late, police_due_at)
            select distinct reader, id, state, due_at, coalesce(sent_on, proposed_on), 'AGENCY' = any (late_sides),
                   case when due_side = 'POLICE' then due_at end
              from referrals.referral, unnest(shared_with) as reader
                on conflict do nothing
            """;

    @Autowired
    Radar radar;

    @Autowired
    ReferralList list;

    @Autowired
    ReferralStatistics statistics;

    @Autowired
    AtScale scale;

    @Test
    void no_kind_reads_all_alerts_or_referrals() {
        assumeTrue(AtScale.rows() > 0, "asked for by -Dhengjian.scale.rows");
        scale.fill("radar.sql", List.of("referrals.alert", "referrals.referral"), "");
        scale.fill("", List.of("referrals.alert_told"), ALERTS_TOLD);
        scale.fill("", List.of("referrals.referral_told"), REFERRALS_TOLD);

        for (var viewer : AtScale.VIEWERS) {
            for (var kind : Radar.Kind.values()) {
                measure(viewer, kind.name(), () -> radar.page(kind, null));
            }
            for (var filter : FILTERS) {
                measure(viewer, "list, " + filter, () -> list.page(filter, null));
            }
            measure(viewer, "list, what waits for the office", () -> list.due(8));
            measure(viewer, "list, count of the navigation", () -> list.waiting());
            // Up to a thousand of each of seven kinds, of each region.
            scale.measure(viewer, "counts of the kinds", List.of("referrals"), LARGE, AtScale.rows(), () -> radar.counts());
            measure(viewer, "count of the navigation", () -> radar.waiting());
            for (var by : List.of(ReferralStatistics.By.AGENCY, ReferralStatistics.By.PROVINCE)) {
                scale.measure(viewer, "statistics of a year by " + by, List.of("referrals"), LARGE, AtScale.rows() / 100, () -> statistics.between(
                        LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), by));
            }
        }

        scale.write("radar-performance.txt");
    }

    private void measure(Viewer viewer, String name, Runnable ask) {
        scale.measure(viewer, name, List.of("referrals"), LARGE, ask);
    }
}

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
 * Measures, when asked by {@code -Dhengjian.scale.rows=1000000}, what the radar reads among the alerts and referrals of so
 * many cases and writes it to {@code target/radar-performance.txt}. Skipped otherwise; asserts only what does not depend on
 * the machine. The statistics of a year read the year's referrals and are not held to it.
 */
@OnThePlatform
class RadarAtAMillionTests {

    @Autowired
    Radar radar;

    @Autowired
    ReferralStatistics statistics;

    @Autowired
    AtScale scale;

    @Test
    void no_kind_reads_all_alerts_or_referrals() {
        assumeTrue(AtScale.rows() > 0, "asked for by -Dhengjian.scale.rows");
        scale.fill("radar.sql", List.of("referrals.alert", "referrals.referral"), "");

        for (var viewer : AtScale.VIEWERS) {
            for (var kind : Radar.Kind.values()) {
                measure(viewer, kind.name(), () -> radar.page(kind, null));
            }
            measure(viewer, "counts of the kinds", () -> radar.counts());
            measure(viewer, "count of the navigation", () -> radar.waiting());
            scale.measure(viewer, "statistics of a year by agency", List.of("referrals"), Set.of(), () -> statistics.between(
                    LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ReferralStatistics.By.AGENCY));
        }

        scale.write("radar-performance.txt");
    }

    private void measure(Viewer viewer, String name, Runnable ask) {
        scale.measure(viewer, name, List.of("referrals"), Set.of("alert", "referral"), ask);
    }
}

package org.hengjian.referrals;

import java.time.LocalDate;
import java.util.List;
import org.hengjian.access.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The radar and the statistics of referrals over HTTP. A kind, a day or a group that is none is refused with 400. */
@RestController
@RequestMapping("/api/v1/referrals")
class RadarApi {

    private final Radar radar;
    private final ReferralStatistics statistics;
    private final Viewers viewers;

    RadarApi(Radar radar, ReferralStatistics statistics, Viewers viewers) {
        this.radar = radar;
        this.statistics = statistics;
        this.viewers = viewers;
    }

    /** @param next cursor for {@code after}; empty on the last page */
    record Listed(List<Radar.Row> rows, String next) {}

    @GetMapping("/radar")
    Listed radar(@RequestParam Radar.Kind kind, @RequestParam(required = false) @Nullable String after) {
        viewers.require("referrals.radar", RadarPages.WATCHERS);
        var page = radar.page(kind, after);
        return new Listed(page.rows(), page.next().map(cursor -> cursor.text()).orElse(""));
    }

    @GetMapping("/statistics")
    List<ReferralStatistics.Row> statistics(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "AGENCY") ReferralStatistics.By by) {
        viewers.require("referrals.statistics", RadarPages.WATCHERS);
        return statistics.between(from, to, by);
    }
}

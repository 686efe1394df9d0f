package org.hengjian.leads;

import java.time.LocalDate;
import org.hengjian.screening.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * From which score on the offers of a campaign are looked at (专项行动阈值).
 *
 * @param source  id of the source in intake whose listings it is for; null for all of the agency's
 * @param endedOn first day on which it counts no more, before its last day; null while it runs
 */
record CampaignThreshold(
        long id,
        String name,
        @Nullable Long source,
        String sourceName,
        double review,
        double suspect,
        LocalDate fromDay,
        LocalDate toDay,
        String reason,
        String person,
        @Nullable LocalDate endedOn,
        long agency) {

    Thresholds thresholds() {
        return new Thresholds(review, suspect);
    }

    public boolean countsOn(LocalDate day) {
        return !day.isBefore(fromDay) && !day.isAfter(toDay) && (endedOn == null || day.isBefore(endedOn));
    }

    /** For the snapshot that stands beside each verdict. */
    String shown() {
        return name + " " + review + "/" + suspect;
    }
}

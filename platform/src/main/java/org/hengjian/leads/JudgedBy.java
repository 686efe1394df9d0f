package org.hengjian.leads;

import java.util.List;
import java.util.Optional;
import org.hengjian.screening.PriceBand;
import org.hengjian.screening.Right;
import org.hengjian.screening.SellerHistory;
import org.hengjian.screening.Thresholds;

/**
 * What an offer was judged by besides its own words (判断所依), as it stood then: thresholds and histories change, and the
 * reason must not change with them.
 *
 * @param review    from which score on it was for review
 * @param suspect   from which score on it was suspect
 * @param campaign  whose thresholds these were; empty for the general ones
 * @param confirmed earlier leads on the seller that people confirmed
 * @param dismissed earlier leads on the seller that people dismissed as unfounded
 * @param rightId   of the right that is named; empty when none is
 * @param prices    what genuine goods of the right usually cost, class by class; empty when unknown or no right is named
 */
public record JudgedBy(
        double review,
        double suspect,
        String campaign,
        int confirmed,
        int dismissed,
        String rightId,
        List<PriceBand> prices) {

    /** Where nobody asked for other ones, and for leads of the time when this was not kept. */
    static final JudgedBy STANDARD = of(Thresholds.STANDARD, "", SellerHistory.UNKNOWN, Optional.empty());

    public JudgedBy {
        prices = List.copyOf(prices);
    }

    static JudgedBy of(Thresholds thresholds, String campaign, SellerHistory history, Optional<Right> right) {
        return new JudgedBy(
                thresholds.reviewFrom(),
                thresholds.suspectFrom(),
                campaign,
                history.confirmed(),
                history.dismissed(),
                right.map(Right::id).orElse(""),
                right.map(Right::prices).orElse(List.of()));
    }

    Thresholds thresholds() {
        return new Thresholds(review, suspect);
    }

    SellerHistory history() {
        return new SellerHistory(confirmed, dismissed);
    }
}

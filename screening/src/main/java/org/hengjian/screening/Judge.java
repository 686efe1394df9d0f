package org.hengjian.screening;

import java.util.List;
import java.util.Optional;
import org.hengjian.screening.text.Units;

/**
 * Weighs what was read in an offer (研判): each name is asked whether its use is honest, each claim whether it is
 * denied or means something else, and what is left adds up to the score.
 */
final class Judge {

    /** The answer for an offer in which nothing was found: most of them, so nothing is made for it. */
    private static final Verdict NOTHING_FOUND = new Verdict(
            Standing.CLEAR,
            Model.score(Model.shipped().start()),
            Optional.empty(),
            Kind.NONE,
            List.of(),
            List.of(),
            List.of());

    private Judge() {}

    static Verdict judge(Screening screening, Listing listing, Thresholds thresholds, SellerHistory history) {
        Reading title = Reading.of(screening, "title", listing.title());
        List<Reading> readings = title.isEmpty() ? List.of() : List.of(title);
        if (!listing.description().isBlank()) {
            Reading description = Reading.of(screening, "description", listing.description());
            if (!description.isEmpty()) {
                readings = readings.isEmpty() ? List.of(description) : List.of(title, description);
            }
        }
        if (readings.isEmpty()) {
            return Manner.shipped()
                    .of(title, Model.shipped().start(), thresholds)
                    .map(Judge::byMannerAlone)
                    .orElse(NOTHING_FOUND);
        }
        var evidence = new Evidence(screening, listing, readings, goods(screening, listing, readings));
        var claims = new ClaimWeighing(evidence);
        readings.forEach(claims::weigh);
        var names = new NameWeighing(evidence);
        readings.forEach(names::weigh);
        return new Conclusion(evidence, thresholds, history).draw(title);
    }

    private static Verdict byMannerAlone(Finding finding) {
        return new Verdict(
                Standing.REVIEW,
                Model.score(Model.shipped().start() + finding.weight()),
                Optional.empty(),
                Kind.MANNER,
                List.of(finding),
                List.of(Manner.contribution(finding.weight())),
                List.of());
    }

    private static long goods(Screening screening, Listing listing, List<Reading> readings) {
        long goods = 0;
        for (Reading reading : readings) {
            goods |= Cues.goods(reading.units, reading.cues);
        }
        if (!listing.category().isBlank()) {
            Units category = Units.of(listing.category());
            goods |= Cues.goods(category, screening.cues().in(category, new Surroundings(category)));
        }
        return goods;
    }
}

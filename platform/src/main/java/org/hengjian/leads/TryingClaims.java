package org.hengjian.leads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hengjian.claims.Trial;
import org.hengjian.claims.Trials;
import org.hengjian.intake.Intake;
import org.hengjian.intake.Listing;
import org.hengjian.screening.Claim;
import org.hengjian.screening.Screening;
import org.hengjian.screening.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Screens the latest offers once with the claims in force and once with others, and compares. */
@Component
class TryingClaims implements Trials {

    private static final int OFFERS = 20_000; // a second of screening, twice
    private static final int EXAMPLES = 30;

    private final CurrentScreening screening;
    private final Intake intake;
    private final OutcomeTable outcomes;

    TryingClaims(CurrentScreening screening, Intake intake, OutcomeTable outcomes) {
        this.screening = screening;
        this.intake = intake;
        this.outcomes = outcomes;
    }

    private record Changed(long listing, Standing before, Standing after) {}

    // Whoever asks has a transaction of their own, on their own behalf; offers of all agencies are read on the machine's.
    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Trial run(List<Claim> claims) {
        Screening now = screening.screening();
        Screening then = Screening.of(now.rights(), claims);
        var changed = new ArrayList<Changed>();
        int suspects = 0;
        int reviews = 0;
        List<Listing> offers = intake.newest(OFFERS);
        for (Listing offer : offers) {
            var listing = Intaking.received(offer).listingForScreening();
            Standing before = now.screen(listing).standing();
            Standing after = then.screen(listing).standing();
            if (before != after) {
                changed.add(new Changed(offer.id(), before, after));
                suspects += one(after == Standing.SUSPECT) - one(before == Standing.SUSPECT);
                reviews += one(after == Standing.REVIEW) - one(before == Standing.REVIEW);
            }
        }
        Map<Long, OutcomeTable.Outcome> found =
                outcomes.of(changed.stream().map(Changed::listing).toList());
        return new Trial(
                offers.size(),
                suspects,
                reviews,
                changed.size(),
                moved(changed, found, "CONFIRMED"),
                moved(changed, found, "DISMISSED"),
                changed.stream()
                        .sorted(Comparator.comparing((Changed one) -> outcome(found, one).isEmpty())
                                .thenComparing(one -> one.after() != Standing.SUSPECT))
                        .limit(EXAMPLES)
                        .map(one -> new Trial.Example(
                                one.listing(), one.before().name(), one.after().name(), outcome(found, one)))
                        .toList(),
                null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Shown> shown(List<Trial.Example> examples) {
        List<Long> ids = examples.stream().map(Trial.Example::listing).toList();
        Map<Long, Listing> seen = intake.listings(ids).stream()
                .collect(Collectors.toMap(Listing::id, Function.identity()));
        Map<Long, OutcomeTable.Outcome> found = outcomes.of(ids);
        return examples.stream()
                .map(example -> new Shown(
                        example,
                        found.containsKey(example.listing())
                                ? found.get(example.listing()).lead()
                                : "",
                        seen.containsKey(example.listing())
                                ? seen.get(example.listing()).title()
                                : ""))
                .toList();
    }

    private static Trial.Moved moved(
            List<Changed> changed, Map<Long, OutcomeTable.Outcome> found, String outcome) {
        int raised = 0;
        int lowered = 0;
        for (Changed one : changed) {
            if (outcome(found, one).equals(outcome)) {
                boolean up = gravity(one.after()) > gravity(one.before());
                raised += one(up);
                lowered += one(!up);
            }
        }
        return new Trial.Moved(raised, lowered);
    }

    private static String outcome(Map<Long, OutcomeTable.Outcome> found, Changed one) {
        var outcome = found.get(one.listing());
        return outcome == null ? "" : outcome.outcome();
    }

    private static int gravity(Standing standing) {
        return switch (standing) {
            case CLEAR -> 0;
            case REVIEW -> 1;
            case SUSPECT -> 2;
        };
    }

    private static int one(boolean holds) {
        return holds ? 1 : 0;
    }
}

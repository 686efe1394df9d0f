package org.hengjian.leads;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.screening.Finding;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Listing;
import org.hengjian.screening.PriceBand;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.SellerHistory;
import org.hengjian.screening.Standing;
import org.hengjian.screening.Verdict;
import org.springframework.stereotype.Component;

/**
 * What would change the verdict (什么会改变结论): each small change of fact is screened again with today's snapshot, the
 * smallest one that turns the verdict first, judged by the thresholds, the history and the reference prices that the offer
 * was judged by. It tells the officer what to ask for.
 */
@Component
class Counterfactuals {

    private static final int SHOWN = 4;

    private final CurrentScreening screening;

    Counterfactuals(CurrentScreening screening) {
        this.screening = screening;
    }

    /**
     * A change of fact and what screening would then say.
     *
     * @param code  {@code authorised}, {@code without}, {@code without-claims}, {@code price}, {@code without-history}
     * @param what  the name or the words changed
     * @param turns whether the offer would no longer be suspected
     */
    record Change(String code, String what, double score, Standing standing, boolean turns) {}

    List<Change> of(Listing listing, Explanation explanation) {
        if (explanation.standing() == Standing.CLEAR) {
            return List.of();
        }
        JudgedBy basis = explanation.judgedBy();
        Screening now = asPricedThen(explanation);
        var changes = new ArrayList<Change>();
        if (!listing.seller().isBlank()) {
            explanation.findings().stream()
                    .map(Finding::rightId)
                    .filter(id -> !id.isEmpty())
                    .findFirst()
                    .flatMap(now::right)
                    .ifPresent(right -> changes.add(change(
                            "authorised", right.name(), judged(now.with(authorising(right, listing.seller())), listing, basis))));
        }
        List<Finding> claims = explanation.findings().stream()
                .filter(one -> one.rightId().isEmpty() && one.end() > one.start())
                .filter(one -> one.field().equals("title"))
                .toList();
        for (Finding claim : claims) {
            changes.add(change("without", claim.text(), judged(now, without(listing, List.of(claim)), basis)));
        }
        if (claims.size() > 1) {
            changes.add(change("without-claims", "", judged(now, without(listing, claims), basis)));
        }
        explanation.findings().stream()
                .filter(one -> !one.rightId().isEmpty() && one.field().equals("title") && one.end() > one.start())
                .limit(2)
                .forEach(name -> changes.add(
                        change("without", name.text(), judged(now, without(listing, List.of(name)), basis))));
        if (explanation.findings().stream().anyMatch(one -> one.kind() == Kind.PRICE_FAR_BELOW)) {
            changes.add(change("price", "", judged(now, priceless(listing), basis)));
        }
        if (basis.confirmed() > 0) {
            changes.add(change(
                    "without-history", "", now.screen(listing, basis.thresholds(), SellerHistory.UNKNOWN)));
        }
        return changes.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing((Change one) -> !one.turns()))
                .limit(SHOWN)
                .toList();
    }

    private static Verdict judged(Screening screening, Listing listing, JudgedBy basis) {
        return screening.screen(listing, basis.thresholds(), basis.history());
    }

    /** Today's snapshot, with the reference prices of the named right as they were. */
    private Screening asPricedThen(Explanation explanation) {
        Screening now = screening.screening();
        List<PriceBand> then = explanation.judgedBy().prices();
        return now.right(explanation.judgedBy().rightId())
                .filter(right -> !right.prices().equals(then))
                .map(right -> now.with(right.withPrices(then.toArray(PriceBand[]::new))))
                .orElse(now);
    }

    private static Listing priceless(Listing listing) {
        return listing(listing, listing.title(), Listing.UNKNOWN_PRICE);
    }

    private static Right authorising(Right right, String seller) {
        var sellers = new ArrayList<>(right.authorised());
        sellers.add(seller);
        return right.withAuthorised(sellers.toArray(String[]::new));
    }

    private static Change change(String code, String what, Verdict verdict) {
        return new Change(
                code, what, verdict.score(), verdict.standing(), verdict.standing() == Standing.CLEAR);
    }

    private static Listing without(Listing listing, List<Finding> findings) {
        var title = new StringBuilder(listing.title());
        findings.stream()
                .sorted(java.util.Comparator.comparingInt(Finding::start).reversed())
                .filter(one -> one.end() <= title.length())
                .forEach(one -> title.delete(one.start(), one.end()));
        return listing(listing, title.toString(), listing.priceFen());
    }

    private static Listing listing(Listing listing, String title, long priceFen) {
        return new Listing(
                listing.id(), title, listing.description(), priceFen, listing.currency(),
                listing.category(), listing.brand(), listing.seller(), listing.platform(), listing.url(),
                listing.region(), listing.images());
    }
}

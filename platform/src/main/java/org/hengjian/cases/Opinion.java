package org.hengjian.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * An expert opinion (鉴定意见) or a right holder's identification (权利人辨认、鉴别意见), as the papers tell it.
 *
 * @param n        its place among the papers of the case
 * @param told     how the party was told of it; empty before
 * @param renewals what the party asked instead of it (重新鉴定), in the order of asking
 */
record Opinion(int n, Paper.OpinionReceived received, Optional<Paper.OpinionTold> told, List<Renewal> renewals) {

    Opinion {
        renewals = List.copyOf(renewals);
    }

    /** @param decided the newest decision with its place; empty while it waits */
    record Renewal(int n, Paper.NewOpinionAsked asked, Optional<Entry> decided) {

        boolean isGranted() {
            return decided.map(entry -> ((Paper.NewOpinionDecided) entry.paper()).granted()).orElse(false);
        }
    }

    boolean isExpert() {
        return received.kind() == Testing.Kind.EXPERT_OPINION;
    }

    /** Whether the law orders that the party be told and nobody has told it: of opinions of experts alone (程序规定 art. 32). */
    boolean isUntold() {
        return isExpert() && told.isEmpty();
    }

    /** All of the case in their order. */
    static List<Opinion> of(Docket docket) {
        var opinions = new TreeMap<Integer, Opinion>();
        for (var entry : docket.entries()) {
            switch (entry.paper()) {
                case Paper.OpinionReceived paper ->
                    opinions.put(entry.n(), new Opinion(entry.n(), paper, Optional.empty(), List.of()));
                case Paper.OpinionTold paper -> opinions.computeIfPresent(
                        paper.opinion(), (n, was) -> new Opinion(n, was.received, Optional.of(paper), was.renewals));
                case Paper.NewOpinionAsked paper -> opinions.computeIfPresent(paper.opinion(), (n, was) -> {
                    var more = new ArrayList<>(was.renewals);
                    more.add(new Renewal(entry.n(), paper, Optional.empty()));
                    return new Opinion(n, was.received, was.told, more);
                });
                case Paper.NewOpinionDecided paper -> opinions.replaceAll((_, was) -> was.with(renewal ->
                        renewal.n == paper.request() ? new Renewal(renewal.n, renewal.asked, Optional.of(entry)) : renewal));
                default -> {}
            }
        }
        return List.copyOf(opinions.values());
    }

    private Opinion with(UnaryOperator<Renewal> change) {
        return new Opinion(n, received, told, renewals.stream().map(change).toList());
    }

    /**
     * The requests that can be decided on: those that wait, and those that were granted and brought no other opinion yet, so
     * that a case does not stand still for ever where nobody can give one.
     */
    static List<Renewal> pending(Docket docket) {
        var opinions = of(docket);
        return opinions.stream()
                .flatMap(opinion -> opinion.renewals.stream())
                .filter(renewal -> renewal.decided.isEmpty() || isOwed(renewal, opinions))
                .toList();
    }

    private static boolean isOwed(Renewal renewal, List<Opinion> opinions) {
        return renewal.isGranted()
                && opinions.stream().noneMatch(later -> later.isExpert() && later.n > renewal.decided.orElseThrow().n());
    }
}

package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the question of jurisdiction over a case stands (管辖), as the papers tell it. */
sealed interface Venue {

    /** Nothing is asked, or what was asked is settled for the agency that has the case. */
    record Unquestioned() implements Venue {}

    /** 争议: the agencies consult. @param failed whether they have done so in vain */
    record Disputed(Paper.VenueDisputed dispute, boolean failed) implements Venue {}

    /** 协商一致，待对方确认. */
    record Consulted(Paper.VenueDisputed dispute, Paper.VenueConsulted consulted) implements Venue {}

    /** 待负责人同意报请. @param before where it stands again when the head does not agree */
    record Proposed(Paper.DesignationProposed proposal, Venue before) implements Venue {}

    /** 待上级指定. */
    record Asked(Paper.DesignationProposed proposal, Paper.DesignationAsked asked) implements Venue {}

    /** 待负责人同意移送. */
    record Leaving(Office to, String text) implements Venue {}

    /** 由其他机关管辖: the case is to be handed over. */
    record Elsewhere(Office to, Paper.Handover why, String text) implements Venue {}

    /** 已移送. */
    record Gone(Office to) implements Venue {}

    /** One term of it. @param holder whom it binds, where that is not the agency that has the case */
    record Term(String duty, int n, LocalDate start, Optional<LocalDate> met, Optional<Office> holder) {}

    /** Whether nobody can say yet who has jurisdiction. */
    default boolean isOpen() {
        return switch (this) {
            case Unquestioned _, Elsewhere _, Gone _ -> false;
            case Disputed _, Consulted _, Proposed _, Asked _, Leaving _ -> true;
        };
    }

    /** What the jurisdiction of the agency rests on (管辖依据), as it was stated last; empty where nobody has said so. */
    static Optional<Paper.VenueStated> ground(Docket docket) {
        return docket.paper(Paper.VenueStated.class)
                .or(() -> docket.paper(Paper.Proposal.class).flatMap(Paper.Proposal::venue));
    }

    /** The other agency that is asked to confirm what was consulted. */
    static Optional<Office> confirming(Docket docket) {
        return of(docket) instanceof Consulted consulted ? Optional.of(consulted.dispute().counterpart()) : Optional.empty();
    }

    /** The superior that is asked. */
    static Optional<Office> superior(Docket docket) {
        return of(docket) instanceof Asked asked ? Optional.of(asked.asked().superior()) : Optional.empty();
    }

    static Venue of(Docket docket) {
        Venue venue = new Unquestioned();
        for (var entry : docket.entries()) {
            venue = after(venue, entry.paper(), docket.agency());
        }
        return venue;
    }

    private static Venue after(Venue venue, Paper paper, long own) {
        return switch (paper) {
            case Paper.VenueDisputed dispute -> new Disputed(dispute, false);
            case Paper.VenueConsulted consulted -> {
                var dispute = dispute(venue);
                yield consulted.outcome() == Paper.Consultation.FAILED
                        ? new Disputed(dispute, true)
                        : new Consulted(dispute, consulted);
            }
            case Paper.VenueConfirmed confirmed -> {
                var consulted = (Consulted) venue;
                if (!confirmed.agreed()) {
                    yield new Disputed(consulted.dispute(), true);
                }
                yield consulted.consulted().outcome() == Paper.Consultation.OURS
                        ? new Unquestioned()
                        : new Elsewhere(consulted.dispute().counterpart(), Paper.Handover.AGREED, consulted.consulted().record());
            }
            case Paper.DesignationProposed proposal -> new Proposed(proposal, venue);
            case Paper.DesignationRefused _ -> ((Proposed) venue).before();
            case Paper.DesignationAsked asked -> new Asked(((Proposed) venue).proposal(), asked);
            case Paper.Designated designated -> settled(designated.to(), Paper.Handover.DESIGNATED, designated.text(), own);
            case Paper.TakenUp taken -> settled(taken.to(), Paper.Handover.TAKEN_UP, taken.text(), own);
            case Paper.VenueWithdrawn _, Paper.FilingRefused _, Paper.Reopened _ -> new Unquestioned();
            case Paper.HandoverProposed proposed -> new Leaving(proposed.to(), proposed.text());
            case Paper.HandedOver handed -> new Gone(handed.to());
            default -> venue;
        };
    }

    private static Venue settled(Office to, Paper.Handover why, String text, long own) {
        return to.id() == own ? new Unquestioned() : new Elsewhere(to, why, text);
    }

    /** The dispute that is consulted on; consulted again, it is the same one. */
    private static Paper.VenueDisputed dispute(Venue venue) {
        return switch (venue) {
            case Disputed disputed -> disputed.dispute();
            case Consulted consulted -> consulted.dispute();
            case Unquestioned _, Proposed _, Asked _, Leaving _, Elsewhere _, Gone _ ->
                throw new IllegalStateException("nothing is disputed");
        };
    }

    /** The agencies that are asked about the case now and answer, and of which none has it: they do not read it. */
    static Set<Long> asked(Docket docket) {
        var readers = new LinkedHashSet<Long>();
        switch (of(docket)) {
            case Unquestioned _, Leaving _, Elsewhere _, Gone _ -> {}
            case Disputed disputed -> readers.add(disputed.dispute().counterpart().id());
            case Consulted consulted -> readers.add(consulted.dispute().counterpart().id());
            case Proposed proposed -> proposed.proposal().counterpart().map(Office::id).ifPresent(readers::add);
            case Asked asked -> {
                asked.proposal().counterpart().map(Office::id).ifPresent(readers::add);
                readers.add(asked.asked().superior().id());
            }
        }
        readers.remove(docket.agency());
        return readers;
    }

    /** The agency that the case goes to or has gone to, which reads it. */
    static Set<Long> readers(Docket docket) {
        var readers = new LinkedHashSet<Long>();
        switch (of(docket)) {
            case Unquestioned _, Disputed _, Consulted _, Proposed _, Asked _, Leaving _ -> {}
            case Elsewhere elsewhere -> readers.add(elsewhere.to().id());
            case Gone gone -> readers.add(gone.to().id());
        }
        readers.remove(docket.agency());
        return readers;
    }

    /** All agencies that a question about the case ever concerned. */
    static Set<Long> concerned(Docket docket) {
        var concerned = new LinkedHashSet<Long>();
        for (var entry : docket.entries()) {
            switch (entry.paper()) {
                case Paper.VenueDisputed paper -> concerned.add(paper.counterpart().id());
                case Paper.DesignationProposed paper -> paper.counterpart().map(Office::id).ifPresent(concerned::add);
                case Paper.DesignationAsked paper -> concerned.add(paper.superior().id());
                case Paper.Designated paper -> concerned.add(paper.to().id());
                case Paper.TakenUp paper -> concerned.add(paper.to().id());
                case Paper.HandedOver paper -> concerned.add(paper.to().id());
                default -> {}
            }
        }
        concerned.remove(docket.agency());
        return concerned;
    }

    /** The terms that ran and run: consulting binds the agency that has the case, designating the superior. */
    static List<Term> terms(Docket docket) {
        var terms = new ArrayList<Term>();
        for (var entry : docket.entries()) {
            switch (entry.paper()) {
                case Paper.VenueDisputed dispute -> terms.add(new Term(
                        Clocks.CONSULTATION, entry.n(), dispute.on(), consulted(docket, entry.n()), Optional.empty()));
                case Paper.DesignationAsked asked -> terms.add(new Term(
                        Clocks.DESIGNATION, entry.n(), entry.by().on(), designated(docket, entry.n()),
                        Optional.of(asked.superior())));
                default -> {}
            }
        }
        return terms;
    }

    /** Agreed on, or brought before the superior; else given up. */
    private static Optional<LocalDate> consulted(Docket docket, int n) {
        return first(docket, n, paper -> paper instanceof Paper.VenueConfirmed confirmed && confirmed.agreed()
                || paper instanceof Paper.DesignationAsked
                || ends(paper));
    }

    private static Optional<LocalDate> designated(Docket docket, int n) {
        return first(docket, n, paper -> paper instanceof Paper.Designated || ends(paper));
    }

    private static boolean ends(Paper paper) {
        return switch (paper) {
            case Paper.VenueWithdrawn _, Paper.TakenUp _, Paper.HandedOver _, Paper.Terminated _, Paper.FilingRefused _ -> true;
            default -> false;
        };
    }

    private static Optional<LocalDate> first(Docket docket, int n, java.util.function.Predicate<Paper> which) {
        return docket.entries().stream()
                .filter(entry -> entry.n() > n && which.test(entry.paper()))
                .map(entry -> entry.by().on())
                .findFirst();
    }
}

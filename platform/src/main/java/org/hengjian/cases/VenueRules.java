package org.hengjian.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hengjian.agencies.Agencies;
import org.hengjian.statutes.Ground;
import org.hengjian.statutes.Provisions;
import org.springframework.stereotype.Component;

/** Who may have a case and who says so (程序规定 ch. 2): which agency is above which, and what a question stops. */
@Component
class VenueRules {

    /** While nobody can say who has jurisdiction, nothing is filed, ended or decided, and nobody is told of a penalty. */
    private static final Set<Verb> UNTIL_SETTLED = EnumSet.of(Verb.APPROVE, Verb.INFORM, Verb.DECIDE, Verb.TERMINATE);

    /** What an agency without jurisdiction leaves to the one that has it. What the party says is still recorded. */
    private static final Set<Verb> OF_THE_OTHER = EnumSet.of(
            Verb.APPROVE, Verb.RECORD, Verb.FINISH, Verb.REVIEW, Verb.INFORM, Verb.SERVE_NOTICE, Verb.CALL_HEARING,
            Verb.HOLD_HEARING, Verb.HEAR, Verb.DISCUSS, Verb.DECIDE,
            Verb.TERMINATE);

    private static final String MARKET_REGULATION = "市场监督管理";

    private static final int SUGGESTED = 20;
    private static final int LEVELS = 6; // nation, province, city, county and whatever lies between

    private final Provisions provisions = Provisions.of("cases");
    private final Agencies agencies;
    private final Clock clock;

    VenueRules(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    /** What stops a step. @param name of the agency that has jurisdiction, where there is one */
    record Blocked(String code, String name) {}

    static Optional<Blocked> blocking(Verb verb, CaseFile file) {
        var venue = Venue.of(file.docket());
        if (venue instanceof Venue.Elsewhere elsewhere && OF_THE_OTHER.contains(verb)) {
            return Optional.of(new Blocked("VENUE_ELSEWHERE", elsewhere.to().name()));
        }
        return venue.isOpen() && UNTIL_SETTLED.contains(verb)
                ? Optional.of(new Blocked("VENUE_OPEN", ""))
                : Optional.empty();
    }

    /** The steps about jurisdiction that the file offers, to whomever. */
    static List<Verb> steps(CaseFile file) {
        var docket = file.docket();
        boolean pending = file instanceof CaseFile.Pending;
        if (!pending && !(file instanceof CaseFile.Proposed)) {
            return List.of();
        }
        var verbs = new ArrayList<>(List.of(Verb.STATE_VENUE));
        switch (Venue.of(docket)) {
            case Venue.Unquestioned _ -> {
                if (pending) {
                    verbs.addAll(List.of(
                            Verb.DISPUTE_VENUE, Verb.PROPOSE_DESIGNATION, Verb.PROPOSE_HANDOVER, Verb.HAND_DOWN, Verb.TAKE_UP));
                } else if (docket.matter().source() == Docket.Source.TRANSFER) {
                    verbs.add(Verb.PROPOSE_DESIGNATION);
                }
            }
            case Venue.Disputed _ -> verbs.addAll(List.of(
                    Verb.CONSULT_VENUE, Verb.PROPOSE_DESIGNATION, Verb.WITHDRAW_VENUE, Verb.TAKE_UP));
            case Venue.Consulted _ -> verbs.addAll(List.of(
                    Verb.CONFIRM_VENUE, Verb.CONSULT_VENUE, Verb.PROPOSE_DESIGNATION, Verb.WITHDRAW_VENUE, Verb.TAKE_UP));
            case Venue.Proposed _ ->
                verbs.addAll(List.of(Verb.ASK_DESIGNATION, Verb.REFUSE_DESIGNATION, Verb.WITHDRAW_VENUE));
            case Venue.Asked _ -> verbs.addAll(List.of(Verb.DESIGNATE, Verb.WITHDRAW_VENUE));
            case Venue.Leaving _ -> verbs.addAll(List.of(Verb.HAND_OVER, Verb.WITHDRAW_VENUE));
            case Venue.Elsewhere _ -> {
                if (pending) {
                    verbs.add(Verb.HAND_OVER);
                }
            }
            case Venue.Gone _ -> {}
        }
        return verbs;
    }

    /** The agency that was typed: its name, or its name with its code in brackets as the field proposes it. */
    Optional<Office> office(String typed) {
        String words = typed.strip();
        String code = words.replaceFirst("^.*\\((\\S+)\\)$", "$1");
        return agencies.byCode(code, today())
                .filter(agency -> agency.kind() == Agencies.Kind.ENFORCEMENT)
                .or(() -> agencies.named(words, Set.of(Agencies.Kind.ENFORCEMENT), today(), 1).stream()
                        .filter(agency -> agency.name().equals(words))
                        .findFirst())
                .map(agency -> new Office(agency.id(), agency.name()));
    }

    Optional<Office> find(long id) {
        return agencies.on(id, today()).map(agency -> new Office(id, agency.name()));
    }

    Office office(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("agency " + id + " has no record on " + today()));
    }

    /** Those in whose name or code the words stand, for the field's suggestions. */
    List<Agencies.Agency> suggested(String words) {
        return agencies.named(words.strip(), Set.of(Agencies.Kind.ENFORCEMENT), today(), SUGGESTED);
    }

    /** 共同的上一级: the nearest agency above both. */
    Optional<Office> commonSuperior(long one, long other) {
        var above = above(other);
        return above(one).stream().filter(above::contains).findFirst();
    }

    /** 上一级. */
    Optional<Office> superior(long agency) {
        return above(agency).stream().findFirst();
    }

    private boolean isAbove(long superior, long agency) {
        return above(agency).stream().anyMatch(office -> office.id() == superior);
    }

    /** From the nearest on, in the same line. */
    private List<Office> above(long agency) {
        var above = new ArrayList<Office>();
        var here = agencies.on(agency, today());
        for (int level = 0; level < LEVELS && here.isPresent(); level++) {
            String line = here.get().line();
            here = Optional.ofNullable(here.get().parent())
                    .flatMap(parent -> agencies.on(parent, today()))
                    .filter(parent -> parent.line().equals(line));
            here.ifPresent(parent -> above.add(new Office(parent.id(), parent.name())));
        }
        return above;
    }

    /** What stands against a question between this case's agency and another one. */
    List<Ground> againstCounterpart(CaseFile file, Office other) {
        if (other.id() == file.docket().agency()) {
            return List.of(provisions.ground("SAME_AGENCY", other.name()));
        }
        return commonSuperior(file.docket().agency(), other.id()).isPresent()
                ? List.of()
                : List.of(provisions.ground("NO_COMMON_SUPERIOR", other.name()));
    }

    /** What stands against asking the superior for that reason. */
    List<Ground> againstDesignation(CaseFile file, Paper.Designation kind) {
        var venue = Venue.of(file.docket());
        boolean disputed = venue instanceof Venue.Disputed || venue instanceof Venue.Consulted;
        return switch (kind) {
            case DISPUTE -> disputed ? List.of() : List.of(provisions.ground("NOT_DISPUTED"));
            case OBJECTION -> isTransferred(file) && !disputed ? List.of() : List.of(provisions.ground("NOT_TRANSFERRED"));
            case HARDSHIP -> file instanceof CaseFile.Pending && !disputed
                    ? superior(file.docket().agency()).isPresent() ? List.of() : List.of(provisions.ground("NO_SUPERIOR"))
                    : List.of(provisions.ground("HARDSHIP_ONLY_OWN"));
        };
    }

    /** What stands against a superior's choice of who has the case: itself, or an agency below it. */
    List<Ground> againstChoice(long superior, Office to) {
        return to.id() == superior || isAbove(superior, to.id())
                ? List.of()
                : List.of(provisions.ground("NOT_BELOW", to.name()));
    }

    /** What stands against a superior's taking a case up unasked. */
    List<Ground> againstTakingUp(CaseFile file, long superior, Office to) {
        if (!isAbove(superior, file.docket().agency())) {
            return List.of(provisions.ground("NOT_ABOVE"));
        }
        return to.id() == file.docket().agency()
                ? List.of(provisions.ground("HAS_IT", to.name()))
                : againstChoice(superior, to);
    }

    /** What stands against a superior's giving its own case to an agency below. @param reserved whether the law leaves it above */
    List<Ground> againstHandingDown(CaseFile file, Office to, boolean reserved) {
        var grounds = new ArrayList<Ground>();
        if (!isAbove(file.docket().agency(), to.id())) {
            grounds.add(provisions.ground("NOT_BELOW", to.name()));
        }
        if (reserved) {
            grounds.add(provisions.ground("RESERVED"));
        }
        return grounds;
    }

    /** A case that was transferred to an agency is not transferred on by it. */
    List<Ground> againstHandingOver(CaseFile file, Office to, Paper.Handover why) {
        if (to.id() == file.docket().agency()) {
            return List.of(provisions.ground("SAME_AGENCY", to.name()));
        }
        boolean own = why == Paper.Handover.NOT_OURS || why == Paper.Handover.AGREED;
        return own && isTransferred(file) ? List.of(provisions.ground("TRANSFERRED_AGAIN")) : List.of();
    }

    /** The same of a decision to transfer, whose receiver is typed: another department may have it, no other of market regulation. */
    List<Ground> againstTransfer(CaseFile file, String receiver) {
        return isTransferred(file) && receiver.contains(MARKET_REGULATION)
                ? List.of(provisions.ground("TRANSFERRED_AGAIN"))
                : List.of();
    }

    private static boolean isTransferred(CaseFile file) {
        return file.docket().matter().source() == Docket.Source.TRANSFER;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

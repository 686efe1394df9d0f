package org.hengjian.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.cases.CaseFile;
import org.hengjian.statutes.Ground;
import org.hengjian.statutes.Provisions;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;

/**
 * Who may take which step when: the pages ask it what to offer and why not, the verbs ask it again. A ground names the
 * provision and comes with a remedy.
 */
@Component("referralProcedure") // cases have theirs
class Procedure {

    private static final int TEAM_AT_LEAST = 2;

    private final Provisions provisions = Provisions.of("referrals");
    private final Clocks clocks;

    Procedure(Clocks clocks) {
        this.clocks = clocks;
    }

    /** The steps that this state offers, the usual one first. */
    static List<Verb> steps(Referral referral) {
        return switch (referral) {
            case Referral.Proposed _ -> List.of(Verb.APPROVE, Verb.REJECT);
            case Referral.Approved _ -> List.of(Verb.SEND);
            case Referral.Sent _ -> List.of(Verb.RECEIVE);
            case Referral.Received _ -> List.of(Verb.ACCEPT, Verb.FORWARD, Verb.RETURN, Verb.ASK_REASONS);
            case Referral.Accepted _ -> List.of(
                    Verb.FILE, Verb.DECLINE, Verb.ASK_MORE, Verb.EXTEND, Verb.FORWARD, Verb.ASK_REASONS);
            case Referral.MoreAsked _ -> List.of(Verb.SUPPLY, Verb.FILE, Verb.DECLINE, Verb.EXTEND, Verb.ASK_REASONS);
            case Referral.Filed _ -> handedOver(referral)
                    ? List.of(Verb.CONCLUDE)
                    : List.of(Verb.HAND_OVER, Verb.CONCLUDE);
            case Referral.Declined _ -> List.of(
                    Verb.ASK_RECONSIDERATION, Verb.ASK_SUPERVISION, Verb.TAKE_BACK, Verb.ASK_REASONS);
            case Referral.ReconsiderationAsked _ -> List.of(Verb.FILE, Verb.UPHOLD, Verb.ASK_REASONS);
            case Referral.Upheld _ -> List.of(Verb.ASK_SUPERVISION, Verb.TAKE_BACK, Verb.ASK_REASONS);
            case Referral.SupervisionAsked _ -> List.of(Verb.ASK_REASONS, Verb.END_SUPERVISION);
            case Referral.ReasonsAsked _ -> List.of(Verb.GIVE_REASONS, Verb.FILE);
            case Referral.ReasonsGiven _ -> List.of(Verb.ORDER_FILING, Verb.END_SUPERVISION);
            case Referral.FilingOrdered _ -> List.of(Verb.FILE);
            case Referral.UnderProsecution _ -> handedOver(referral)
                    ? List.of(Verb.PROSECUTE, Verb.REFRAIN)
                    : List.of(Verb.PROSECUTE, Verb.REFRAIN, Verb.HAND_OVER);
            case Referral.Prosecuted _ -> List.of(Verb.JUDGE);
            case Referral.NotPunished notPunished ->
                List.of(notPunished.endedByThePolice() ? Verb.HAND_BACK : Verb.REVERSE);
            case Referral.Reversed _ -> List.of(Verb.REPLY);
            case Referral.NotApproved _,
                    Referral.Returned _,
                    Referral.NotFiled _,
                    Referral.Punished _,
                    Referral.Replied _ -> List.of();
        };
    }

    private static boolean handedOver(Referral referral) {
        return referral.dossier().last(Paper.HandedOver.class).isPresent();
    }

    /** Everything that stands against this person's taking this step now; nothing if it may be taken. */
    List<Ground> against(Verb verb, Referral referral, Viewer viewer, Instant now) {
        var grounds = new ArrayList<Ground>();
        if (!steps(referral).contains(verb)) {
            grounds.add(provisions.ground("ORDER." + verb.name()));
        }
        grounds.addAll(againstPerson(verb, referral, viewer));
        if (grounds.isEmpty()) {
            grounds.addAll(againstNow(verb, referral, now));
        }
        return grounds;
    }

    private List<Ground> againstPerson(Verb verb, Referral referral, Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        var dossier = referral.dossier();
        boolean may = verb.roles().stream()
                .anyMatch(role -> viewer.has(role)
                        && office(Side.of(role), dossier).filter(one -> one.id() == viewer.agency()).isPresent());
        var office = office(verb.side(), dossier);
        if (!may && office.filter(one -> one.id() == viewer.agency()).isEmpty()) {
            grounds.add(provisions.ground("ELSEWHERE." + verb.side(), office.map(Office::name).orElse("—")));
        }
        if (!may && !viewer.has(verb.role())) {
            grounds.add(provisions.ground("ROLE." + verb.role().name()));
        }
        if (verb.role() == Role.HEAD && dossier.isOfTheTeam(viewer.person())) {
            grounds.add(provisions.ground("OWN_REPORT"));
        }
        if (verb.role() == Role.OFFICER && viewer.has(Role.OFFICER) && !dossier.isOfTheTeam(viewer.person())) {
            grounds.add(provisions.ground(
                    "NOT_OF_THE_TEAM", String.join("、", dossier.team().stream().map(officer -> officer.name()).toList())));
        }
        return grounds;
    }

    private static Optional<Office> office(Side side, Dossier dossier) {
        return switch (side) {
            case AGENCY -> Optional.of(dossier.agency());
            case POLICE -> dossier.police();
            case PROCURATORATE -> dossier.procuratorate();
            case COURT -> dossier.court();
        };
    }

    private List<Ground> againstNow(Verb verb, Referral referral, Instant now) {
        var dossier = referral.dossier();
        return switch (verb) {
            case ASK_MORE -> {
                // The hours run from the receipt alone: what was supplied meanwhile begins no new ones.
                var last = clocks.lastForMore(dossier.receipt().orElseThrow().by());
                yield now.isAfter(last) ? List.of(provisions.ground("MORE_LATE", PlatformTime.minute(last))) : List.of();
            }
            case ASK_RECONSIDERATION -> {
                var last = clocks.lastForReconsideration(dossier.last(Paper.Declined.class).orElseThrow().by());
                yield day(now).isAfter(last) ? List.of(provisions.ground("RECONSIDERATION_LATE", last)) : List.of();
            }
            case ASK_REASONS -> againstAskingReasons(referral, now);
            case EXTEND -> clocks.decision(referral).filter(clock -> clock.late(now)).isPresent()
                    ? List.of(provisions.ground("EXTENSION_LATE", clocks.decision(referral).orElseThrow().due()))
                    : List.of();
            case APPROVE, REJECT, SEND, RECEIVE, ACCEPT, FORWARD, RETURN, SUPPLY, FILE, DECLINE, HAND_OVER, UPHOLD,
                    ASK_SUPERVISION, GIVE_REASONS, ORDER_FILING, END_SUPERVISION, TAKE_BACK, CONCLUDE, PROSECUTE,
                    REFRAIN, JUDGE, HAND_BACK, REVERSE, REPLY -> List.of();
        };
    }

    /** Before the police have decided, there are reasons to ask for only when their time is over. */
    private List<Ground> againstAskingReasons(Referral referral, Instant now) {
        if (!(referral instanceof Referral.AtThePolice)) {
            return List.of();
        }
        var running = clocks.of(referral).stream()
                .filter(Clocks.Clock::runs)
                .filter(clock -> clock.duty().startsWith(Clocks.POLICE_DECIDE) || clock.duty().equals(Clocks.RECONSIDERATION_DECIDE))
                .findFirst()
                .orElseThrow();
        return running.late(now) ? List.of() : List.of(provisions.ground("POLICE_IN_TIME", running.due()));
    }

    /** What stands against a step's having happened on that day. */
    List<Ground> againstDay(Verb verb, Referral referral, LocalDate on) {
        return EarliestDays.before(verb, referral.dossier())
                .map(earliest -> earliest.against(on, provisions))
                .orElse(List.of());
    }

    /** What stands against an extension of that kind. */
    List<Ground> againstExtension(Referral referral, Paper.Extension kind) {
        var before = referral.dossier().paper(Paper.Extended.class).map(Paper.Extended::kind);
        boolean next = kind == Paper.Extension.COMPLEX
                ? before.isEmpty()
                : before.filter(Paper.Extension.COMPLEX::equals).isPresent();
        return next ? List.of() : List.of(provisions.ground("EXTENSION_ORDER"));
    }

    /** What stands against proposing a referral from a case. */
    List<Ground> againstProposal(CaseFile file, Viewer viewer, Optional<String> open) {
        var grounds = new ArrayList<Ground>();
        if (file.docket().agency() != viewer.agency()) {
            grounds.add(provisions.ground("CASE_ELSEWHERE"));
        }
        if (!viewer.has(Role.OFFICER)) {
            grounds.add(provisions.ground("ROLE.OFFICER"));
        }
        if (file.docket().officers().stream().noneMatch(officer -> officer.id() == viewer.person())) {
            grounds.add(provisions.ground("NOT_HANDLING", file.name()));
        }
        if (file.docket().officers().size() < TEAM_AT_LEAST) {
            grounds.add(provisions.ground("TEAM_TOO_SMALL"));
        }
        if (file.number().isEmpty()) {
            grounds.add(provisions.ground("CASE_NOT_FILED", file.name()));
        }
        open.ifPresent(name -> grounds.add(provisions.ground("ALREADY_OPEN", name)));
        return grounds;
    }

    Ground ground(String code, Object... arguments) {
        return provisions.ground(code, arguments);
    }

    /** Every ground there is: for the tests of messages and quotes. */
    Provisions provisions() {
        return provisions;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, PlatformTime.ZONE);
    }
}

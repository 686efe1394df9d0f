package org.hengjian.adjudications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hengjian.access.RegionSpan;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.statutes.Ground;
import org.hengjian.statutes.Provisions;
import org.springframework.stereotype.Component;

/**
 * The whole procedure: which steps a state offers, by whom, and what stands against them now. The pages ask it what to
 * offer and why not, the verbs ask it again. A ground names the provision and comes with a remedy.
 */
@Component("adjudicationProcedure") // cases have theirs
class Procedure {

    /** The lines whose agencies administer patents (管理专利工作的部门). */
    static final Set<String> LINES = Set.of("ip", "market");

    /** Power of an agency to which patent disputes are entrusted though it is not of the level of the rules. */
    static final String POWER = "patent-dispute";

    /** The steps that each state offers, the usual one first. */
    private static final Map<Stage, List<Verb>> STEPS = new EnumMap<>(Map.ofEntries(
            Map.entry(Stage.REQUESTED, List.of(Verb.ACCEPT, Verb.ASK_SUPPLEMENT, Verb.REFUSE, Verb.WITHDRAW)),
            Map.entry(Stage.SUPPLEMENT_ASKED, List.of(Verb.SUPPLEMENT, Verb.REFUSE, Verb.WITHDRAW)),
            Map.entry(Stage.ACCEPTED, List.of(
                    Verb.SERVE_COPY, Verb.ASK_RECUSAL, Verb.DECIDE_RECUSAL, Verb.MERGE, Verb.WITHDRAW)),
            Map.entry(Stage.COPY_SERVED, List.of(
                    Verb.ANSWER, Verb.GO_ON, Verb.MEDIATE, Verb.SUSPEND, Verb.DENY_SUSPENSION, Verb.ASK_RECUSAL,
                    Verb.DECIDE_RECUSAL, Verb.MERGE, Verb.WITHDRAW)),
            Map.entry(Stage.EXAMINING, List.of(
                    Verb.CALL_HEARING, Verb.DELIBERATE, Verb.RULE, Verb.FORWARD_ANSWER, Verb.EXCHANGE_EVIDENCE, Verb.INVESTIGATE,
                    Verb.APPRAISE, Verb.RECEIVE_APPRAISAL, Verb.MEDIATE, Verb.SUSPEND, Verb.DENY_SUSPENSION, Verb.EXTEND,
                    Verb.ASK_RECUSAL, Verb.DECIDE_RECUSAL, Verb.MERGE, Verb.WITHDRAW)),
            Map.entry(Stage.HEARING_CALLED, List.of(
                    Verb.HOLD_HEARING, Verb.CALL_HEARING, Verb.FORWARD_ANSWER, Verb.EXCHANGE_EVIDENCE, Verb.MEDIATE, Verb.SUSPEND,
                    Verb.DENY_SUSPENSION, Verb.EXTEND, Verb.ASK_RECUSAL, Verb.DECIDE_RECUSAL, Verb.WITHDRAW)),
            Map.entry(Stage.SUSPENDED, List.of(Verb.RESUME, Verb.WITHDRAW)),
            Map.entry(Stage.MEDIATED, List.of(Verb.CONFIRM, Verb.CLOSE)),
            Map.entry(Stage.RULED, List.of(Verb.SERVE_RULING)),
            Map.entry(Stage.RULING_SERVED, List.of(Verb.CLOSE, Verb.SUE, Verb.DEMAND, Verb.APPLY_ENFORCEMENT)),
            Map.entry(Stage.SUED, List.of(Verb.JUDGE)),
            Map.entry(Stage.ENFORCEMENT_APPLIED, List.of(Verb.CLOSE)),
            Map.entry(Stage.NOT_ACCEPTED, List.of()),
            Map.entry(Stage.CLOSED, List.of()),
            Map.entry(Stage.WITHDRAWN, List.of()),
            Map.entry(Stage.MERGED, List.of())));

    private final Provisions provisions = Provisions.of("adjudications");
    private final Clocks clocks;

    Procedure(Clocks clocks) {
        this.clocks = clocks;
    }

    static List<Verb> steps(Stage stage) {
        return STEPS.getOrDefault(stage, List.of());
    }

    /** Everything that stands against this person's taking this step now; nothing if it may be taken. */
    List<Ground> against(Verb verb, Adjudication adjudication, Viewer viewer, LocalDate today) {
        var grounds = new ArrayList<Ground>();
        if (!steps(adjudication.stage()).contains(verb)) {
            grounds.add(ground("ORDER." + verb.name()));
        }
        grounds.addAll(againstPerson(verb, adjudication.dossier(), viewer));
        if (grounds.isEmpty()) {
            grounds.addAll(againstNow(verb, adjudication, today));
        }
        return grounds;
    }

    private List<Ground> againstPerson(Verb verb, Dossier dossier, Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        if (dossier.agency() != viewer.agency()) {
            grounds.add(ground("ELSEWHERE", dossier.agencyName()));
        }
        if (!viewer.has(verb.role())) {
            grounds.add(ground("ROLE." + verb.role().name()));
        }
        var panel = dossier.panel();
        switch (verb.who()) {
            case HEAD -> panel.filter(one -> one.has(viewer.person())).ifPresent(_ -> grounds.add(ground("OWN_PANEL")));
            case PANEL -> panel.filter(one -> !one.judges(viewer.person()))
                    .ifPresent(one -> grounds.add(ground("NOT_OF_THE_PANEL", names(one.members()))));
            case PANEL_OR_CLERK -> panel.filter(one -> !one.has(viewer.person()))
                    .ifPresent(one -> grounds.add(ground("NOT_OF_THE_PANEL", names(one.all()))));
            case OFFICER -> {}
        }
        dossier.recusal()
                .filter(asked -> asked.person() == viewer.person() && verb != Verb.ASK_RECUSAL)
                .ifPresent(asked -> grounds.add(ground("RECUSAL_PENDING", asked.name())));
        return grounds;
    }

    private List<Ground> againstNow(Verb verb, Adjudication adjudication, LocalDate today) {
        var dossier = adjudication.dossier();
        var grounds = new ArrayList<Ground>();
        switch (verb) {
            case GO_ON -> {
                var last = clocks.last(Clocks.ANSWER, dossier.need(Paper.CopyServed.class).delivery().effective());
                when(!today.isAfter(last), grounds, "ANSWER_RUNNING", last);
            }
            case FORWARD_ANSWER -> {
                when(dossier.last(Paper.Answered.class).isEmpty(), grounds, "NO_ANSWER");
                when(dossier.last(Paper.AnswerForwarded.class).isPresent(), grounds, "ALREADY_FORWARDED");
            }
            case HOLD_HEARING -> {
                var called = dossier.need(Paper.HearingCalled.class);
                when(today.isBefore(called.on()), grounds, "HEARING_NOT_YET", called.on());
                recusalOpen(dossier, grounds);
            }
            case APPRAISE -> dossier.appraisal().ifPresent(_ -> grounds.add(ground("APPRAISAL_OUT")));
            case RECEIVE_APPRAISAL -> when(dossier.appraisal().isEmpty(), grounds, "NO_APPRAISAL");
            case DELIBERATE -> {
                recusalOpen(dossier, grounds);
                dossier.appraisal().ifPresent(_ -> grounds.add(ground("APPRAISAL_OUT")));
            }
            case RULE -> {
                recusalOpen(dossier, grounds);
                when(!deliberated(dossier), grounds, "NOT_DELIBERATED");
            }
            case EXTEND -> {
                when(dossier.last(Paper.Extended.class).isPresent(), grounds, "EXTENDED_ALREADY");
                clocks.of(adjudication, today).stream()
                        .filter(clock -> clock.duty().equals(Clocks.DECIDE) && clock.late(today))
                        .forEach(clock -> grounds.add(ground("EXTENSION_LATE", clock.due())));
            }
            case ASK_RECUSAL -> recusalOpen(dossier, grounds);
            case DECIDE_RECUSAL -> when(dossier.recusal().isEmpty(), grounds, "NO_RECUSAL");
            case SUE -> when(dossier.sinceRuling(Paper.Judged.class), grounds, "JUDGED_ALREADY");
            case DEMAND -> {
                againstForce(dossier, today, grounds);
                when(dossier.sinceRuling(Paper.Demanded.class), grounds, "DEMANDED_ALREADY");
            }
            case APPLY_ENFORCEMENT -> {
                againstForce(dossier, today, grounds);
                if (grounds.isEmpty()) {
                    againstApplying(dossier, today, grounds);
                }
            }
            case CLOSE -> {
                if (adjudication instanceof Adjudication.RulingServed) {
                    againstRunningTerm(dossier, today, grounds, Party.Side.REQUESTER, Party.Side.RESPONDENT);
                }
            }
            case CONFIRM -> when(dossier.last(Paper.Confirmed.class).isPresent(), grounds, "CONFIRMED_ALREADY");
            case ACCEPT, REFUSE, ASK_SUPPLEMENT, SUPPLEMENT, SERVE_COPY, ANSWER, CALL_HEARING, EXCHANGE_EVIDENCE, INVESTIGATE,
                    MEDIATE, SERVE_RULING, JUDGE, SUSPEND, DENY_SUSPENSION, RESUME, MERGE, WITHDRAW -> {}
        }
        return grounds;
    }

    /** After all that was heard, seen or received last. */
    private static boolean deliberated(Dossier dossier) {
        int matters = dossier.entries().stream()
                .filter(entry -> switch (entry.paper()) {
                    case Paper.HearingHeld _, Paper.EvidenceExchanged _, Paper.Investigated _, Paper.AppraisalReceived _,
                            Paper.Answered _, Paper.Judged _ -> true;
                    case Paper.RecusalDecided decided -> decided.granted();
                    default -> false;
                })
                .mapToInt(Entry::n)
                .max()
                .orElse(0);
        return dossier.last(Paper.Deliberated.class).filter(entry -> entry.n() > matters).isPresent();
    }

    private void recusalOpen(Dossier dossier, List<Ground> grounds) {
        dossier.recusal().ifPresent(asked -> grounds.add(ground("RECUSAL_PENDING", asked.name())));
    }

    /** Only an order that nobody can challenge any more is enforced. */
    private void againstForce(Dossier dossier, LocalDate today, List<Ground> grounds) {
        when(dossier.need(Paper.Ruled.class).orders().isEmpty(), grounds, "NO_ORDERS");
        againstRunningTerm(dossier, today, grounds, Party.Side.RESPONDENT);
    }

    private void againstRunningTerm(Dossier dossier, LocalDate today, List<Ground> grounds, Party.Side... sides) {
        if (dossier.sinceRuling(Paper.Judged.class)) {
            return; // the court has spoken
        }
        for (var side : sides) {
            dossier.served(side)
                    .map(delivery -> clocks.last(Clocks.LAWSUIT, delivery.effective()))
                    .filter(last -> !today.isAfter(last))
                    .ifPresent(last -> grounds.add(ground("LAWSUIT_RUNNING", last)));
        }
    }

    private void againstApplying(Dossier dossier, LocalDate today, List<Ground> grounds) {
        var demanded = dossier.last(Paper.Demanded.class);
        if (!dossier.sinceRuling(Paper.Demanded.class)) {
            grounds.add(ground("NOT_DEMANDED"));
            return;
        }
        var waited = clocks.last(Clocks.DEMAND_WAIT, demanded.orElseThrow().by().on());
        when(!today.isAfter(waited), grounds, "DEMAND_RUNNING", waited);
        var challenge = clocks.last(Clocks.LAWSUIT, dossier.served(Party.Side.RESPONDENT).orElseThrow().effective());
        var last = clocks.last(Clocks.APPLY_WITHIN, challenge);
        when(!dossier.sinceRuling(Paper.Judged.class) && today.isAfter(last), grounds, "ENFORCEMENT_LATE", last);
    }

    /**
     * Where an agency stands.
     *
     * @param line  its line
     * @param able  whether it is of the level that handles patent disputes, or they are entrusted to it
     */
    record Office(String line, boolean able, int region) {

        boolean covers(int place) {
            return RegionSpan.of(region).contains(place);
        }
    }

    /** What stands against a step's having happened on that day. */
    List<Ground> againstDay(Verb verb, Adjudication adjudication, LocalDate on) {
        return EarliestDays.before(verb, adjudication.dossier())
                .map(earliest -> earliest.against(on, provisions))
                .orElse(List.of());
    }

    /** What stands against entering a request: only who administers patents has this procedure. */
    List<Ground> againstRequest(Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        when(!LINES.contains(viewer.line()), grounds, "NOT_A_PATENT_OFFICE", viewer.agencyName());
        when(!viewer.has(Role.OFFICER), grounds, "ROLE.OFFICER");
        return grounds;
    }

    /** What stands against this office's accepting this dispute. @param same name of one that is open about the same */
    List<Ground> againstAccepting(Dispute dispute, Office office, List<String> same) {
        var grounds = new ArrayList<Ground>();
        when(!office.able(), grounds, "LEVEL");
        when(!office.covers(dispute.respondentRegion()) && !office.covers(dispute.actRegion()), grounds, "JURISDICTION");
        when(dispute.beforeCourt(), grounds, "BEFORE_COURT");
        same.stream().findFirst().ifPresent(name -> grounds.add(ground("SAME_OPEN", name)));
        return grounds;
    }

    /** What stands against a panel. @param officers of the agency @param head who signs */
    List<Ground> againstPanel(Panel panel, Set<Long> officers, long head, LocalDate today) {
        var grounds = new ArrayList<Ground>();
        var rule = clocks.panel(today);
        long distinct = panel.all().stream().map(Panel.Member::id).distinct().count();
        when(!rule.fits(panel.members().size()) || distinct != panel.all().size(), grounds, "PANEL_NUMBER", rule.least());
        when(panel.all().stream().anyMatch(member -> !officers.contains(member.id())), grounds, "PANEL_FOREIGN");
        when(panel.has(head), grounds, "OWN_PANEL");
        return grounds;
    }

    /** Whether the notice is in time for a hearing on that day. */
    List<Ground> againstCalling(LocalDate day, LocalDate today) {
        var last = clocks.last(Clocks.HEARING_NOTICE, day);
        return today.isAfter(last) ? List.of(ground("HEARING_TOO_SOON", last)) : List.of();
    }

    List<Ground> againstSuing(Dossier dossier, Party.Side side, LocalDate on) {
        var delivery = dossier.served(side).orElseThrow();
        var last = clocks.last(Clocks.LAWSUIT, delivery.effective());
        return on.isAfter(last) ? List.of(ground("LAWSUIT_LATE", last)) : List.of();
    }

    Ground ground(String code, Object... arguments) {
        return provisions.ground(code, arguments);
    }

    /** Every ground there is: for the tests of messages and quotes. */
    Provisions provisions() {
        return provisions;
    }

    private void when(boolean stands, List<Ground> grounds, String code, Object... arguments) {
        if (stands) {
            grounds.add(ground(code, arguments));
        }
    }

    private static String names(List<Panel.Member> members) {
        return String.join("、", members.stream().map(Panel.Member::name).toList());
    }
}

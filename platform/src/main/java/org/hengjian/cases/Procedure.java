package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hengjian.access.Viewer;
import org.hengjian.law.Money;
import org.springframework.stereotype.Component;

/**
 * Who may take which step when (普通程序): the pages ask it what to offer and why not, the verbs ask it again. A ground
 * names the provision and comes with a remedy.
 */
@Component
class Procedure {

    private static final int OFFICERS_AT_LEAST = 2;

    private final Provisions provisions = Provisions.load();
    private final Clocks clocks;

    Procedure(Clocks clocks) {
        this.clocks = clocks;
    }

    /** The steps that this state offers, the usual one first. */
    static List<Verb> steps(CaseFile file) {
        return switch (file) {
            case CaseFile.Proposed _ -> List.of(Verb.APPROVE, Verb.REFUSE);
            case CaseFile.Refused _ -> List.of();
            case CaseFile.Filed _ -> List.of(Verb.RECORD, Verb.EXTEND);
            case CaseFile.Investigating _ -> List.of(Verb.FINISH, Verb.RECORD, Verb.EXTEND);
            case CaseFile.UnderReview _ -> List.of(Verb.REVIEW, Verb.EXTEND);
            case CaseFile.Reviewed reviewed -> proposed(reviewed).nothing()
                    ? List.of(Verb.DECIDE, Verb.EXTEND)
                    : List.of(Verb.INFORM, Verb.DECIDE, Verb.EXTEND);
            case CaseFile.NoticeIssued _ -> List.of(Verb.SERVE_NOTICE, Verb.EXTEND);
            case CaseFile.Informed _ -> List.of(Verb.DECIDE, Verb.DEFENCE, Verb.ASK_HEARING, Verb.EXTEND);
            case CaseFile.HearingAsked _ -> List.of(Verb.HEAR, Verb.EXTEND);
            case CaseFile.Heard heard -> heard.reviewed()
                    ? List.of(Verb.DECIDE, Verb.DEFENCE, Verb.EXTEND)
                    : List.of(Verb.REVIEW, Verb.DEFENCE, Verb.EXTEND);
            case CaseFile.Decided _ -> List.of(Verb.SERVE);
            case CaseFile.Served served ->
                served.owed().fen() > 0
                        ? List.of(Verb.PAY, Verb.PROPOSE_CLOSING)
                        : List.of(Verb.PROPOSE_CLOSING);
            case CaseFile.Executing executing ->
                executing.owed().fen() > 0
                        ? List.of(Verb.PAY, Verb.PROPOSE_CLOSING)
                        : List.of(Verb.PROPOSE_CLOSING);
            case CaseFile.Closing _ -> List.of(Verb.CLOSE);
            case CaseFile.Closed _ -> List.of();
        };
    }

    /** Everything that stands against this person's taking this step today; nothing if it may be taken. */
    List<Ground> against(Verb verb, CaseFile file, Viewer viewer, LocalDate today) {
        var grounds = new ArrayList<Ground>();
        if (!steps(file).contains(verb)) {
            grounds.add(provisions.ground("ORDER." + verb.name()));
        }
        grounds.addAll(againstPerson(verb, file, viewer));
        if (grounds.isEmpty()) {
            grounds.addAll(againstToday(verb, file, today));
        }
        return grounds;
    }

    List<Ground> againstPerson(Verb verb, CaseFile file, Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        var docket = file.docket();
        if (docket.agency() != viewer.agency()) {
            grounds.add(provisions.ground("ELSEWHERE"));
        }
        if (!viewer.has(verb.role())) {
            grounds.add(provisions.ground("ROLE." + verb.role().name()));
        }
        String names = String.join("、", docket.officers().stream().map(Officer::name).toList());
        switch (verb.by()) {
            case HANDLING -> {
                if (viewer.has(verb.role()) && !docket.isHandledBy(viewer.person())) {
                    grounds.add(provisions.ground("NOT_HANDLING", names));
                }
            }
            case NOT_HANDLING -> {
                if (docket.isHandledBy(viewer.person())) {
                    grounds.add(provisions.ground(verb == Verb.REVIEW || verb == Verb.HEAR ? "REVIEWS_OWN" : "DECIDES_OWN"));
                }
            }
            case NOT_THE_PROPOSER -> {
                if (signed(docket, Paper.Proposal.class, viewer) || docket.isHandledBy(viewer.person())) {
                    grounds.add(provisions.ground("OWN_PROPOSAL"));
                }
            }
            case NOT_THE_CLOSER -> {
                if (signed(docket, Paper.ClosingProposed.class, viewer)) {
                    grounds.add(provisions.ground("OWN_CLOSING"));
                }
            }
        }
        return grounds;
    }

    private List<Ground> againstToday(Verb verb, CaseFile file, LocalDate today) {
        return switch (verb) {
            case EXTEND ->
                file instanceof CaseFile.Pending pending && !clocks.extendable(pending)
                        ? List.of(provisions.ground("EXTENSION_SPENT"))
                        : List.of();
            case ASK_HEARING ->
                file.docket().need(Paper.Notice.class).hearing()
                        ? List.of()
                        : List.of(provisions.ground("NO_HEARING_RIGHT"));
            case DECIDE -> againstDeciding(file, today);
            case PROPOSE_CLOSING -> againstClosing((CaseFile.Concluded) file, today);
            case APPROVE, REFUSE, RECORD, FINISH, REVIEW, INFORM, SERVE_NOTICE, DEFENCE, HEAR, SERVE, PAY, CLOSE ->
                List.of();
        };
    }

    private List<Ground> againstDeciding(CaseFile file, LocalDate today) {
        if (file instanceof CaseFile.Informed informed && !informed.waived()) {
            LocalDate last = clocks.informing(informed).dueDay().orElseThrow();
            if (!today.isAfter(last)) {
                return List.of(provisions.ground("TERM_RUNNING", last));
            }
        }
        return List.of();
    }

    private List<Ground> againstClosing(CaseFile.Concluded file, LocalDate today) {
        var grounds = new ArrayList<Ground>();
        if (file.owed().fen() > 0) {
            grounds.add(provisions.ground("NOT_EXECUTED", Amounts.plain(file.owed())));
        }
        LocalDate effective = file.docket().need(Paper.Served.class).delivery().effective();
        if (effective.isAfter(today)) {
            grounds.add(provisions.ground("SERVICE_RUNNING", effective));
        }
        return grounds;
    }

    /** What stands against this decision, beyond who decides and when. */
    List<Ground> againstDecision(CaseFile file, Paper.Result result, Penalty penalty) {
        var grounds = new ArrayList<Ground>();
        if (result == Paper.Result.PENALTY) {
            Optional<Paper.Notice> notice = file.docket().paper(Paper.Notice.class);
            if (file instanceof CaseFile.Reviewed || notice.isEmpty()) {
                grounds.add(provisions.ground("NOT_INFORMED"));
            } else if (penalty.heavierThan(notice.get().penalty())) {
                grounds.add(provisions.ground("HEAVIER", Amounts.plain(notice.get().penalty().fine()),
                        Amounts.plain(notice.get().penalty().confiscation())));
            }
            if (penalty.nothing()) {
                grounds.add(provisions.ground("EMPTY_PENALTY"));
            }
        } else if (!penalty.nothing()) {
            grounds.add(provisions.ground("PENALTY_WITHOUT_PENALTY"));
        }
        return grounds;
    }

    /** What stands against a request for a hearing made on that day. */
    List<Ground> againstHearing(CaseFile.Informed file, LocalDate on) {
        LocalDate last = clocks.informing(file).dueDay().orElseThrow();
        return on.isAfter(last) ? List.of(provisions.ground("HEARING_LATE", last)) : List.of();
    }

    List<Ground> againstPayment(CaseFile.Concluded file, Money amount) {
        return amount.compareTo(file.owed()) > 0
                ? List.of(provisions.ground("OVERPAID", Amounts.plain(file.owed())))
                : List.of();
    }

    List<Ground> againstNotice(CaseFile.Reviewed file) {
        return proposed(file).nothing() ? List.of(provisions.ground("NO_PENALTY_PROPOSED")) : List.of();
    }

    /** What stands against filing with these officers. */
    List<Ground> againstOfficers(List<Officer> officers, Set<Long> ofTheAgency, Viewer proposer) {
        var codes = new java.util.LinkedHashMap<String, Object[]>();
        if (officers.stream().map(Officer::id).distinct().count() < OFFICERS_AT_LEAST) {
            codes.put("TOO_FEW_OFFICERS", new Object[] {});
        }
        for (var officer : officers) {
            if (!ofTheAgency.contains(officer.id())) {
                codes.put("OFFICER_ELSEWHERE", new Object[] {officer.name()});
            } else if (officer.licence().isEmpty()) {
                codes.put("NO_LICENCE", new Object[] {officer.name()});
            }
        }
        if (!proposer.has(Verb.RECORD.role())) {
            codes.put("ROLE." + Verb.RECORD.role().name(), new Object[] {});
        }
        var grounds = new ArrayList<Ground>();
        codes.forEach((code, arguments) -> grounds.add(provisions.ground(code, arguments)));
        return grounds;
    }

    Ground alreadyFiled(String number) {
        return provisions.ground("ALREADY_FILED", number);
    }

    Ground notVerified(String lead) {
        return provisions.ground("LEAD_NOT_VERIFIED", lead);
    }

    /** Every ground there is: for the tests of messages and quotes. */
    Provisions provisions() {
        return provisions;
    }

    /** The roles that have something to do in this state. */
    static Set<Verb> offered(CaseFile file) {
        var steps = steps(file);
        return steps.isEmpty() ? Set.of() : EnumSet.copyOf(steps);
    }

    private static Penalty proposed(CaseFile.Reviewed file) {
        return file.docket().need(Paper.Findings.class).penalty();
    }

    private static boolean signed(Docket docket, Class<? extends Paper> paper, Viewer viewer) {
        return docket.last(paper).filter(entry -> entry.by().person() == viewer.person()).isPresent();
    }
}

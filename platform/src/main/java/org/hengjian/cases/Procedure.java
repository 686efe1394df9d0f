package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hengjian.access.Scope;
import org.hengjian.access.Viewer;
import org.hengjian.agencies.People;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;
import org.hengjian.statutes.Provisions;
import org.springframework.stereotype.Component;

/**
 * Who may take which step when (普通程序): the pages ask it what to offer and why not, the verbs ask it again. A ground
 * names the provision and comes with a remedy.
 */
@Component
class Procedure {

    private static final Set<Verb> SELDOM = EnumSet.of(Verb.EXTEND, Verb.DISCUSS);
    private static final Set<Verb> AFTER_REVIEW = EnumSet.of(Verb.INFORM, Verb.DISCUSS, Verb.DECIDE);

    private final Provisions provisions = Provisions.of("cases");
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
            case CaseFile.Reviewed reviewed when reviewed.docket().awaitsLegalReview() -> List.of(Verb.REVIEW, Verb.EXTEND);
            case CaseFile.Reviewed reviewed -> proposed(reviewed).nothing()
                    ? List.of(Verb.DECIDE, Verb.EXTEND)
                    : List.of(Verb.INFORM, Verb.DECIDE, Verb.EXTEND);
            case CaseFile.NoticeIssued _ -> List.of(Verb.SERVE_NOTICE, Verb.EXTEND);
            case CaseFile.Informed informed when informed.docket().awaitsLegalReview() ->
                List.of(Verb.REVIEW, Verb.DEFENCE, Verb.ASK_HEARING, Verb.EXTEND);
            case CaseFile.Informed _ -> List.of(Verb.DECIDE, Verb.DISCUSS, Verb.DEFENCE, Verb.ASK_HEARING, Verb.EXTEND);
            case CaseFile.HearingAsked asked -> hearing(asked);
            case CaseFile.Heard heard -> heard.reviewed() && !heard.docket().awaitsLegalReview()
                    ? List.of(Verb.DECIDE, Verb.DISCUSS, Verb.DEFENCE, Verb.EXTEND)
                    : List.of(Verb.REVIEW, Verb.DEFENCE, Verb.EXTEND);
            case CaseFile.Terminated _, CaseFile.HandedOver _ -> List.of(Verb.PROPOSE_CLOSING);
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

    /** Whether it may be shown as the next step; more time, or a request taken back, is only asked for beside it. */
    static boolean isUsual(Verb verb, CaseFile file) {
        return !SELDOM.contains(verb)
                && (!(file instanceof CaseFile.HearingAsked) || verb == steps(file).getFirst());
    }

    private static List<Verb> hearing(CaseFile.HearingAsked file) {
        var hearing = Hearing.of(file.docket()).orElseThrow();
        if (hearing.called().filter(one -> Recusal.isRecused(file.docket(), one.presiding())).isPresent()) {
            return List.of(Verb.CALL_HEARING, Verb.WITHDRAW_HEARING, Verb.EXTEND);
        }
        if (hearing.held().isPresent()) {
            return List.of(Verb.HEAR, Verb.EXTEND);
        }
        if (hearing.served().isPresent()) {
            return List.of(
                    Verb.HOLD_HEARING, Verb.END_HEARING, Verb.CALL_HEARING, Verb.WITHDRAW_HEARING, Verb.EXTEND);
        }
        return hearing.called().isPresent()
                ? List.of(Verb.SERVE_HEARING, Verb.CALL_HEARING, Verb.WITHDRAW_HEARING, Verb.EXTEND)
                : List.of(Verb.CALL_HEARING, Verb.WITHDRAW_HEARING, Verb.EXTEND);
    }

    /** What runs beside the main line and can be done now: measures, tests, suspension, facts. */
    static List<Verb> beside(CaseFile file) {
        var docket = file.docket();
        var verbs = new ArrayList<Verb>();
        if (file instanceof CaseFile.Pending) {
            if (docket.suspension().isPresent()) {
                verbs.add(Verb.RESUME);
            } else {
                verbs.addAll(List.of(Verb.ASK_MEASURE, Verb.TAKE_MEASURE, Verb.COMMISSION_TESTING, Verb.SUSPEND));
            }
            verbs.addAll(List.of(Verb.ESTABLISH, Verb.DISCRETION));
        }
        for (var measure : Measure.of(docket)) {
            switch (measure) {
                case Measure.Asked _ when file instanceof CaseFile.Pending ->
                    verbs.addAll(List.of(Verb.IMPOSE_MEASURE, Verb.REFUSE_MEASURE));
                case Measure.Asked _ -> verbs.add(Verb.REFUSE_MEASURE);
                case Measure.Urgent _ -> verbs.addAll(List.of(Verb.CONFIRM_MEASURE, Verb.LIFT_MEASURE));
                case Measure.Running running when running.kind().isCompulsory() ->
                    verbs.addAll(List.of(Verb.EXTEND_MEASURE, Verb.LIFT_MEASURE));
                case Measure.Running _ -> verbs.addAll(List.of(Verb.SETTLE_REGISTRATION, Verb.LIFT_MEASURE));
                case Measure.Refused _, Measure.Settled _, Measure.Lifted _ -> {}
            }
        }
        var waited = Testing.of(docket).stream().filter(Testing::isOpen).toList();
        if (waited.stream().anyMatch(testing -> testing.kind() == Testing.Kind.TESTING)) {
            verbs.add(Verb.END_TESTING);
        }
        if (!waited.isEmpty()) {
            verbs.add(Verb.PROLONG_TESTING);
        }
        verbs.addAll(opinions(file, waited));
        verbs.addAll(letters(file));
        verbs.addAll(people(file));
        verbs.addAll(grave(file));
        verbs.addAll(ends(file));
        verbs.addAll(execution(file));
        verbs.addAll(VenueRules.steps(file));
        if (file instanceof CaseFile.Closed closed) {
            verbs.addAll(closed.isArchived() ? List.of(Verb.REOPEN) : List.of(Verb.ARCHIVE, Verb.REOPEN));
        }
        return verbs.stream().distinct().toList();
    }

    /** What comes late is still put on file, told and answered. @param waited commissions without a result */
    private static List<Verb> opinions(CaseFile file, List<Testing> waited) {
        var docket = file.docket();
        var verbs = new ArrayList<Verb>();
        if (file instanceof CaseFile.Pending || waited.stream().anyMatch(one -> one.kind() != Testing.Kind.TESTING)) {
            verbs.add(Verb.RECORD_OPINION);
        }
        var opinions = Opinion.of(docket);
        if (opinions.stream().anyMatch(one -> one.told().isEmpty())) {
            verbs.add(Verb.TELL_OPINION);
        }
        if (file instanceof CaseFile.Pending && opinions.stream().anyMatch(one -> one.isExpert() && one.told().isPresent())) {
            verbs.add(Verb.ASK_NEW_OPINION);
        }
        if (!Opinion.pending(docket).isEmpty()) {
            verbs.add(Verb.DECIDE_NEW_OPINION);
        }
        return verbs;
    }

    private static List<Verb> letters(CaseFile file) {
        if (file instanceof CaseFile.Proposed || file.stage().isEnd()) {
            return List.of();
        }
        var verbs = new ArrayList<Verb>();
        boolean pending = file instanceof CaseFile.Pending;
        if (pending || file instanceof CaseFile.Decided || file instanceof CaseFile.Served || file instanceof CaseFile.Executing) {
            verbs.add(Verb.ORDER_CORRECTION);
        }
        var orders = CorrectionOrder.of(file.docket());
        if (orders.stream().anyMatch(CorrectionOrder::isUnserved)) {
            verbs.add(Verb.SERVE_CORRECTION);
        }
        if (orders.stream().anyMatch(CorrectionOrder::isUnchecked)) {
            verbs.add(Verb.CHECK_CORRECTION);
        }
        if (pending) {
            verbs.addAll(List.of(Verb.ASK_ASSISTANCE, Verb.SUMMON));
        }
        if (Assistance.of(file.docket()).stream().anyMatch(Assistance::isOpen)) {
            verbs.add(Verb.RECORD_ASSISTANCE);
        }
        verbs.add(Verb.CONFIRM_ADDRESS);
        return verbs;
    }

    private static List<Verb> execution(CaseFile file) {
        var docket = file.docket();
        var verbs = new ArrayList<Verb>();
        if (docket.last(Paper.Served.class).isEmpty()) {
            return verbs;
        }
        if (Remedy.of(docket).stream().anyMatch(Remedy::isOpen)) {
            verbs.add(Verb.END_REMEDY);
        } else {
            verbs.add(Verb.MARK_REMEDY);
        }
        boolean runs = file instanceof CaseFile.Served || file instanceof CaseFile.Executing;
        if (!runs || ((CaseFile.Concluded) file).owed().fen() == 0) {
            return verbs;
        }
        if (docket.instalments().isPresent()) {
            verbs.addAll(List.of(Verb.GRANT_INSTALMENTS, Verb.REFUSE_INSTALMENTS));
        } else {
            verbs.add(Verb.ASK_INSTALMENTS);
        }
        verbs.addAll(List.of(Verb.IMPOSE_SURCHARGE, Verb.DEMAND));
        int decided = docket.last(Paper.Decided.class).map(Entry::n).orElse(0);
        int demanded = docket.last(Paper.Demanded.class).map(Entry::n).orElse(0);
        if (demanded > decided && demanded > docket.last(Paper.DemandServed.class).map(Entry::n).orElse(0)) {
            verbs.add(Verb.SERVE_DEMAND);
        }
        var ruled = docket.since(Paper.EnforcementApplied.class, Paper.CourtRuled.class);
        if (docket.since(Paper.Decided.class, Paper.EnforcementApplied.class).isEmpty()) {
            verbs.add(Verb.APPLY_ENFORCEMENT);
        } else if (ruled.isEmpty() || ruled.getLast().ruling() == Paper.Ruling.GRANTED) {
            verbs.add(Verb.RECORD_RULING);
        }
        return verbs;
    }

    private static List<Verb> grave(CaseFile file) {
        return file instanceof CaseFile.Pending && file.docket().last(Paper.Findings.class).isPresent()
                ? List.of(Verb.MARK_GRAVE)
                : List.of();
    }

    private static List<Verb> ends(CaseFile file) {
        var verbs = new ArrayList<Verb>();
        if (file instanceof CaseFile.Pending) {
            if (file.docket().termination().isPresent()) {
                verbs.addAll(List.of(Verb.TERMINATE, Verb.REFUSE_TERMINATION));
            } else {
                verbs.add(Verb.PROPOSE_TERMINATION);
            }
        }
        boolean filingDecided = !(file instanceof CaseFile.Proposed);
        if (filingDecided
                && file.docket().matter().source() == Docket.Source.REPORT
                && file.docket().last(Paper.ReporterTold.class).isEmpty()) {
            verbs.add(Verb.TELL_REPORTER);
        }
        return verbs;
    }

    private static List<Verb> people(CaseFile file) {
        if (file instanceof CaseFile.Proposed || file.stage().isEnd()) {
            return List.of();
        }
        var verbs = new ArrayList<>(List.of(Verb.ASK_RECUSAL, Verb.DECLARE_RECUSAL, Verb.CHANGE_OFFICERS));
        if (Recusal.of(file.docket()).stream().anyMatch(Recusal::isOpen)) {
            verbs.addFirst(Verb.DECIDE_RECUSAL);
        }
        return verbs;
    }

    /** Everything that stands against this person's taking this step today; nothing if it may be taken. */
    List<Ground> against(Verb verb, CaseFile file, Viewer viewer, LocalDate today) {
        var grounds = new ArrayList<Ground>();
        if (!steps(file).contains(verb) && !beside(file).contains(verb)) {
            grounds.add(provisions.ground(waitsForLegalReview(verb, file) ? "LEGAL_REVIEW_OWED" : "ORDER." + verb.name()));
        }
        grounds.addAll(againstPerson(verb, file, viewer));
        if (grounds.isEmpty() && !verb.comesWhileSuspended() && file.docket().suspension().isPresent()) {
            grounds.add(provisions.ground("SUSPENDED"));
        }
        if (grounds.isEmpty()) {
            grounds.addAll(againstToday(verb, file, today));
            VenueRules.blocking(verb, file).map(why -> provisions.ground(why.code(), why.name())).ifPresent(grounds::add);
        }
        return grounds;
    }

    private static boolean waitsForLegalReview(Verb verb, CaseFile file) {
        return AFTER_REVIEW.contains(verb)
                && (file instanceof CaseFile.Reviewed || file instanceof CaseFile.Informed || file instanceof CaseFile.Heard)
                && file.docket().awaitsLegalReview();
    }

    /** What stands against a step's having happened on that day. */
    List<Ground> againstDay(Verb verb, CaseFile file, LocalDate on) {
        return EarliestDays.before(verb, file.docket())
                .map(earliest -> earliest.against(on, provisions))
                .orElse(List.of());
    }

    List<Ground> againstPerson(Verb verb, CaseFile file, Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        var docket = file.docket();
        againstAgency(verb, docket, viewer).ifPresent(grounds::add);
        if (verb.by() == Verb.By.ANYONE) {
            if (Arrays.stream(Steps.STAFF).noneMatch(viewer::has)) {
                grounds.add(provisions.ground("ROLE." + verb.role().name()));
            }
        } else if (!viewer.has(verb.role())) {
            grounds.add(provisions.ground("ROLE." + verb.role().name()));
        }
        if (Recusal.isRecused(docket, viewer.person())) {
            grounds.add(provisions.ground("RECUSED"));
        }
        String names = String.join("、", docket.officers().stream().map(Officer::name).toList());
        switch (verb.by()) {
            case HANDLING -> {
                if (viewer.has(verb.role()) && !docket.isHandledBy(viewer.person())) {
                    grounds.add(provisions.ground("NOT_HANDLING", names));
                }
            }
            case NOT_HANDLING -> {
                if (docket.hasHandled(viewer.person())) {
                    grounds.add(provisions.ground(verb == Verb.REVIEW ? "REVIEWS_OWN" : "DECIDES_OWN"));
                }
            }
            case PRESIDING -> {
                var hearing = Hearing.of(docket);
                if (viewer.has(verb.role()) && hearing.filter(one -> one.isPresidedBy(viewer.person())).isEmpty()) {
                    grounds.add(provisions.ground("NOT_PRESIDING", hearing.flatMap(Hearing::called)
                            .map(Paper.HearingCalled::presidingName).orElse("—")));
                }
            }
            case ANYONE, COUNTERPART, SUPERIOR, ABOVE -> {}
            case NOT_THE_RECUSED -> {
                var open = Recusal.of(docket).stream().filter(Recusal::isOpen).toList();
                if (!open.isEmpty() && open.stream().allMatch(one -> one.asked().person() == viewer.person())) {
                    grounds.add(provisions.ground("RECUSAL_OWN"));
                }
            }
            case NOT_THE_PROPOSER -> {
                if (signed(docket, Paper.Proposal.class, viewer) || docket.isHandledBy(viewer.person())) {
                    grounds.add(provisions.ground("OWN_PROPOSAL"));
                }
            }
            case NOT_THE_CLOSER -> {
                if (signed(docket, Paper.ClosingProposed.class, viewer) || docket.hasHandled(viewer.person())) {
                    grounds.add(provisions.ground("OWN_CLOSING"));
                }
            }
        }
        return grounds;
    }

    /** Whose people take the step: those of the agency that has the case, or of another that the question concerns. */
    private Optional<Ground> againstAgency(Verb verb, Docket docket, Viewer viewer) {
        return switch (verb.by()) {
            case COUNTERPART -> {
                var other = Venue.confirming(docket);
                yield other.filter(office -> office.id() == viewer.agency()).isPresent()
                        ? Optional.empty()
                        : Optional.of(provisions.ground("NOT_COUNTERPART", other.map(Office::name).orElse("—")));
            }
            case SUPERIOR -> {
                var superior = Venue.superior(docket);
                yield superior.filter(office -> office.id() == viewer.agency()).isPresent()
                        ? Optional.empty()
                        : Optional.of(provisions.ground("NOT_SUPERIOR", superior.map(Office::name).orElse("—")));
            }
            // That the agency is above, and in the same line, is asked where the step is taken; those who were only shown
            // the case are not offered it.
            case ABOVE -> viewer.agency() != docket.agency()
                            && viewer.scope() == Scope.LINE
                            && !Venue.readers(docket).contains(viewer.agency())
                    ? Optional.empty()
                    : Optional.of(provisions.ground("NOT_ABOVE"));
            case HANDLING, NOT_HANDLING, PRESIDING, ANYONE, NOT_THE_RECUSED, NOT_THE_PROPOSER, NOT_THE_CLOSER ->
                docket.agency() == viewer.agency() ? Optional.empty() : Optional.of(provisions.ground("ELSEWHERE"));
        };
    }

    private List<Ground> againstToday(Verb verb, CaseFile file, LocalDate today) {
        return switch (verb) {
            case EXTEND ->
                file instanceof CaseFile.Pending pending
                                && !clocks.extendable(pending)
                                && !clocks.isExtendedByDiscussion(pending)
                        ? List.of(provisions.ground("EXTENSION_SPENT"))
                        : List.of();
            case ASK_HEARING ->
                file.docket().need(Paper.Notice.class).hearing()
                        ? List.of()
                        : List.of(provisions.ground("NO_HEARING_RIGHT"));
            case FINISH, INFORM -> OpinionRules.againstGoingOn(file.docket(), provisions);
            case DECIDE -> {
                var grounds = new ArrayList<>(againstDeciding(file, today));
                grounds.addAll(OpinionRules.againstGoingOn(file.docket(), provisions));
                yield grounds;
            }
            case DISCUSS -> againstDeciding(file, today);
            case PROPOSE_TERMINATION, TERMINATE -> againstTerminating(file);
            case ASK_INSTALMENTS, GRANT_INSTALMENTS, IMPOSE_SURCHARGE, DEMAND, APPLY_ENFORCEMENT ->
                againstExecuting(verb, file, today);
            case PROPOSE_CLOSING -> againstClosing((CaseFile.Concluded) file, today);
            case HOLD_HEARING, END_HEARING -> againstHolding((CaseFile.HearingAsked) file, today);
            case APPROVE, REFUSE, RECORD, REVIEW, SERVE_NOTICE, DEFENCE, HEAR, SERVE, PAY, CLOSE,
                    CALL_HEARING, SERVE_HEARING, WITHDRAW_HEARING,
                    ASK_RECUSAL, DECLARE_RECUSAL, DECIDE_RECUSAL, CHANGE_OFFICERS,
                    MARK_GRAVE, REFUSE_TERMINATION, TELL_REPORTER,
                    MARK_REMEDY, END_REMEDY, REFUSE_INSTALMENTS, SERVE_DEMAND, RECORD_RULING,
                    ARCHIVE, REOPEN,
                    STATE_VENUE, DISPUTE_VENUE, CONSULT_VENUE, CONFIRM_VENUE, PROPOSE_DESIGNATION, ASK_DESIGNATION,
                    REFUSE_DESIGNATION, DESIGNATE, TAKE_UP, WITHDRAW_VENUE, PROPOSE_HANDOVER, HAND_OVER, HAND_DOWN ->
                List.of();
            case ASK_MEASURE, IMPOSE_MEASURE, REFUSE_MEASURE, TAKE_MEASURE, CONFIRM_MEASURE, EXTEND_MEASURE,
                    SETTLE_REGISTRATION, LIFT_MEASURE, COMMISSION_TESTING, PROLONG_TESTING, END_TESTING, SUSPEND, RESUME,
                    ESTABLISH, DISCRETION, RECORD_OPINION, TELL_OPINION, ASK_NEW_OPINION, DECIDE_NEW_OPINION,
                    ORDER_CORRECTION, SERVE_CORRECTION, CHECK_CORRECTION, ASK_ASSISTANCE, RECORD_ASSISTANCE, SUMMON, CONFIRM_ADDRESS ->
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

    private List<Ground> againstExecuting(Verb verb, CaseFile file, LocalDate today) {
        var execution = clocks.execution(file).orElseThrow();
        return switch (verb) {
            case ASK_INSTALMENTS, GRANT_INSTALMENTS ->
                execution.fineOwed().fen() == 0 ? List.of(provisions.ground("NO_FINE_OWED")) : List.of();
            case IMPOSE_SURCHARGE -> {
                var added = execution.surcharge(today).amount();
                var before = ((CaseFile.Concluded) file).surcharge();
                yield added.compareTo(before) > 0
                        ? List.of()
                        : List.of(provisions.ground("NOTHING_TO_ADD", execution.schedule().getFirst().on()));
            }
            case DEMAND -> execution.isDemandUnserved()
                    ? List.of(provisions.ground("DEMAND_UNSERVED"))
                    : today.isAfter(execution.schedule().getFirst().on())
                            ? List.of()
                            : List.of(provisions.ground("NOT_OVERDUE", execution.schedule().getFirst().on()));
            case APPLY_ENFORCEMENT -> againstApplying(execution, file, today);
            default -> throw new IllegalArgumentException("nothing of an execution: " + verb);
        };
    }

    private List<Ground> againstApplying(Execution execution, CaseFile file, LocalDate today) {
        var grounds = new ArrayList<Ground>();
        if (Remedy.of(file.docket()).stream().anyMatch(Remedy::isOpen)) {
            grounds.add(provisions.ground("REMEDY_PENDING"));
            return grounds;
        }
        if (!today.isAfter(execution.remediesOver())) {
            grounds.add(provisions.ground("REMEDY_TERM_RUNNING", execution.remediesOver()));
        }
        execution.demandWait().map(wait -> wait.dueDay().orElseThrow()).ifPresentOrElse(
                last -> {
                    if (!today.isAfter(last)) {
                        grounds.add(provisions.ground("DEMAND_RUNNING", last));
                    }
                },
                () -> grounds.add(provisions.ground("NOT_DEMANDED")));
        var last = execution.applyWithin().dueDay().orElseThrow();
        if (today.isAfter(last)) {
            grounds.add(provisions.ground("ENFORCEMENT_LATE", last));
        }
        return grounds;
    }

    /** What stands against these instalments: all of what is left of the fine, on days to come in their order. */
    List<Ground> againstInstalments(CaseFile.Concluded file, List<Paper.Instalment> schedule, LocalDate today) {
        var owed = clocks.execution(file).orElseThrow().fineOwed();
        var grounds = new ArrayList<Ground>();
        if (!schedule.stream().map(Paper.Instalment::amount).reduce(Money.ZERO, Money::plus).equals(owed)) {
            grounds.add(provisions.ground("INSTALMENTS_SUM", Amounts.plain(owed)));
        }
        var before = today;
        for (var one : schedule) {
            if (!one.on().isAfter(before)) {
                grounds.add(provisions.ground("INSTALMENTS_ORDER", one.on()));
                break;
            }
            before = one.on();
        }
        return grounds;
    }

    /** What stands against going on with a closed case so. */
    List<Ground> againstReopening(CaseFile.Closed file, Paper.Reopening kind) {
        return kind == Paper.Reopening.EXECUTION && file.served().isEmpty()
                ? List.of(provisions.ground("NOTHING_TO_EXECUTE"))
                : List.of();
    }

    /** What was seized on suspicion is given back before the suspicion is given up. */
    private List<Ground> againstTerminating(CaseFile file) {
        long standing = Measure.of(file.docket()).stream().filter(Measure.Standing.class::isInstance).count();
        return standing > 0 ? List.of(provisions.ground("MEASURE_STANDS", standing)) : List.of();
    }

    private List<Ground> againstClosing(CaseFile.Concluded file, LocalDate today) {
        var grounds = new ArrayList<Ground>();
        // What a court has ended is not executed any further.
        boolean ended = file.docket().since(Paper.Decided.class, Paper.CourtRuled.class).stream()
                .anyMatch(ruled -> ruled.ruling() == Paper.Ruling.ENDED);
        if (file.owed().fen() > 0 && !ended) {
            grounds.add(provisions.ground("NOT_EXECUTED", Amounts.plain(file.owed())));
        }
        file.served()
                .map(Paper.Delivery::effective)
                .filter(effective -> effective.isAfter(today))
                .ifPresent(effective -> grounds.add(provisions.ground("SERVICE_RUNNING", effective)));
        CorrectionOrder.of(file.docket()).stream()
                .filter(CorrectionOrder::isUnchecked)
                .forEach(order -> grounds.add(provisions.ground("CORRECTION_UNCHECKED", order.ordered().number().text())));
        long standing = Measure.of(file.docket()).stream().filter(Measure.Standing.class::isInstance).count();
        if (standing > 0) {
            grounds.add(provisions.ground("MEASURE_STANDS", standing));
        }
        return grounds;
    }

    /**
     * What stands against a fine of that size: nothing goes above a range of the law, below it only what is reduced or
     * spared. A range without bounds forbids nothing; people must tell.
     */
    List<Ground> againstFine(
            Optional<Money> least, Optional<Money> most, Severity severity, Money fine, Ground.Provision provision) {
        if (severity == Severity.EXEMPT) {
            return fine.fen() == 0 ? List.of() : List.of(provisions.ground("EXEMPT_WITH_FINE"));
        }
        if (most.filter(bound -> fine.compareTo(bound) > 0).isPresent()) {
            return List.of(new Ground("FINE_ABOVE", List.of(Amounts.plain(most.get())), provision));
        }
        return severity != Severity.REDUCED && least.filter(bound -> fine.compareTo(bound) < 0).isPresent()
                ? List.of(provisions.ground("FINE_BELOW", Amounts.plain(least.get())))
                : List.of();
    }

    /** The same against the penalty that is now proposed or decided, by the newest weighing on file; none on file, none asked. */
    List<Ground> againstFine(CaseFile file, Penalty penalty) {
        if (penalty.nothing()) {
            return List.of();
        }
        int facts = file.docket().last(Paper.Facts.class).map(Entry::n).orElse(0);
        if (file.docket().last(Paper.Weighed.class).filter(weighed -> weighed.n() < facts).isPresent()) {
            return List.of(provisions.ground("WEIGHED_BEFORE_FACTS"));
        }
        return file.docket()
                .paper(Paper.Weighed.class)
                .map(Paper.Weighed::discretion)
                .map(on -> againstFine(on.least(), on.most(), on.severity(), penalty.fine(), on.provision()))
                .orElse(List.of());
    }

    /** What stands against this decision, beyond who decides and when. */
    List<Ground> againstDecision(CaseFile file, Paper.Result result, Penalty penalty, LocalDate today) {
        var grounds = new ArrayList<Ground>();
        var discussion = clocks.discussion(file.docket(), today);
        if (result == Paper.Result.PENALTY && discussion.isMissing()) {
            grounds.add(provisions.ground("NOT_DISCUSSED"));
        }
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
            grounds.addAll(againstFine(file, penalty));
        } else if (!penalty.nothing()) {
            grounds.add(provisions.ground("PENALTY_WITHOUT_PENALTY"));
        }
        return grounds;
    }

    /** What stands against such a decision as to how it ends without a penalty. */
    List<Ground> againstDisposal(Paper.Result result, Disposal disposal) {
        var grounds = new ArrayList<Ground>();
        if (result == Paper.Result.EXEMPT && disposal.exemption() == Disposal.Exemption.NONE) {
            grounds.add(provisions.ground("EXEMPTION_UNNAMED"));
        }
        if (result == Paper.Result.TRANSFERRED && disposal.receiver().isEmpty()) {
            grounds.add(provisions.ground("RECEIVER_UNNAMED"));
        }
        return grounds;
    }

    /** What stands against deciding so as to the police. @param letter by which the case is with them */
    List<Ground> againstReferring(Paper.Result result, Optional<String> letter) {
        return result == Paper.Result.REFERRED && letter.isEmpty()
                ? List.of(provisions.ground("REFERRAL_MISSING"))
                : List.of();
    }

    /** What stands against a request for a hearing made on that day. */
    List<Ground> againstHearing(CaseFile.Informed file, LocalDate on) {
        if (Hearing.of(file.docket()).filter(Hearing::isGivenUp).isPresent()) {
            return List.of(provisions.ground("HEARING_GIVEN_UP"));
        }
        LocalDate last = clocks.informing(file).dueDay().orElseThrow();
        return on.isAfter(last) ? List.of(provisions.ground("HEARING_LATE", last)) : List.of();
    }

    private List<Ground> againstHolding(CaseFile.HearingAsked file, LocalDate today) {
        LocalDate day = Hearing.of(file.docket()).flatMap(Hearing::day).orElseThrow();
        return today.isBefore(day) ? List.of(provisions.ground("HEARING_NOT_YET", day)) : List.of();
    }

    /** What stands against calling a hearing for that day. @param known whether the one to preside may do so at all */
    List<Ground> againstCalling(CaseFile.HearingAsked file, long presiding, boolean known, LocalDate day, LocalDate today) {
        var grounds = new ArrayList<Ground>();
        if (!known || file.docket().hasHandled(presiding) || Recusal.isRecused(file.docket(), presiding)) {
            grounds.add(provisions.ground("PRESIDES_OWN"));
        }
        if (today.isAfter(clocks.lastDayToCall(day))) {
            grounds.add(provisions.ground("HEARING_SHORT", clocks.firstHearing(today)));
        }
        return grounds;
    }

    /** What stands against a notice of the hearing that reached the party so. */
    List<Ground> againstServingCall(CaseFile.HearingAsked file, Paper.Delivery delivery) {
        LocalDate last = clocks.lastDayToCall(Hearing.of(file.docket()).flatMap(Hearing::day).orElseThrow());
        return delivery.effective().isAfter(last)
                ? List.of(provisions.ground("HEARING_SERVED_LATE", last))
                : List.of();
    }

    List<Ground> againstPayment(CaseFile.Concluded file, Money amount) {
        return amount.compareTo(file.owed()) > 0
                ? List.of(provisions.ground("OVERPAID", Amounts.plain(file.owed())))
                : List.of();
    }

    /** What stands against an extension by the head alone, or by the heads together. */
    List<Ground> againstExtension(CaseFile.Pending file, boolean together) {
        return together == clocks.isExtendedByDiscussion(file)
                ? List.of()
                : List.of(provisions.ground(together ? "EXTENSION_BY_HEAD" : "EXTENSION_SPENT"));
    }

    /** What stands against this review. @param owed the kind that the law asks for */
    List<Ground> againstReview(Paper.Review review, Paper.ReviewKind owed) {
        var grounds = new ArrayList<Ground>();
        if (owed == Paper.ReviewKind.LEGAL && review.kind().filter(owed::equals).isEmpty()) {
            grounds.add(provisions.ground("LEGAL_REVIEW_OWED"));
        }
        if (review.consents() && !review.doubts().isEmpty()) {
            grounds.add(provisions.ground("CONSENT_WITH_DOUBTS"));
        }
        return grounds;
    }

    /**
     * Who reviews the law for the first time must hold the legal qualification; who did before that was the law need not.
     *
     * @param reviewer as kept by the administrator
     */
    List<Ground> againstReviewer(Paper.Review review, People.Person reviewer, LocalDate today) {
        if (review.kind().filter(Paper.ReviewKind.LEGAL::equals).isEmpty()
                || reviewer.review().isCertifiedOn(today)
                || reviewer.review().since().filter(clocks::isBeforeQualification).isPresent()) {
            return List.of();
        }
        return List.of(provisions.ground("NOT_QUALIFIED", reviewer.name()));
    }

    /** @param hearing whether the notice tells of the right to a hearing */
    List<Ground> againstNotice(CaseFile.Reviewed file, boolean hearing, LocalDate today) {
        if (proposed(file).nothing()) {
            return List.of(provisions.ground("NO_PENALTY_PROPOSED"));
        }
        var right = clocks.hearingRight(file.docket().party().kind(), today);
        return !hearing && right.filter(one -> one.isOwedFor(proposed(file))).isPresent()
                ? List.of(provisions.ground("HEARING_OWED", Amounts.plain(right.get().fine()),
                        Amounts.plain(right.get().confiscation())))
                : List.of();
    }

    Ground alreadyFiled(String number) {
        return provisions.ground("ALREADY_FILED", number);
    }

    Ground notVerified(String lead) {
        return provisions.ground("LEAD_NOT_VERIFIED", lead);
    }

    Ground ground(String code, Object... arguments) {
        return provisions.ground(code, arguments);
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

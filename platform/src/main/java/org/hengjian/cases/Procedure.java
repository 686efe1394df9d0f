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
 * Who may take which step when (普通程序), of those that the {@link Course} offers: the pages ask it why not, the verbs ask it
 * again. A ground names the provision and comes with a remedy.
 */
@Component
class Procedure {

    private static final Set<Verb> AFTER_REVIEW = EnumSet.of(Verb.INFORM, Verb.DISCUSS, Verb.DECIDE);

    private final Provisions provisions = Provisions.of("cases");
    private final Clocks clocks;

    Procedure(Clocks clocks) {
        this.clocks = clocks;
    }

    /** Everything that stands against this person's taking this step today; nothing if it may be taken. */
    List<Ground> against(Verb verb, CaseFile file, Viewer viewer, LocalDate today) {
        var grounds = new ArrayList<Ground>();
        if (!Course.offers(verb, file)) {
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
                            && !Venue.asked(docket).contains(viewer.agency())
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
            // Whether a case belongs to the agency is a condition of its filing, which somebody must have looked at.
            case APPROVE -> Venue.ground(file.docket()).isEmpty() ? List.of(provisions.ground("VENUE_UNSTATED")) : List.of();
            case PROPOSE_TERMINATION, TERMINATE -> againstTerminating(file);
            case ASK_INSTALMENTS, GRANT_INSTALMENTS, IMPOSE_SURCHARGE, DEMAND, APPLY_ENFORCEMENT ->
                againstExecuting(verb, file, today);
            case PROPOSE_CLOSING -> againstClosing((CaseFile.Concluded) file, today);
            case HOLD_HEARING, END_HEARING -> againstHolding((CaseFile.HearingAsked) file, today);
            case REFUSE, RECORD, REVIEW, SERVE_NOTICE, DEFENCE, HEAR, SERVE, PAY, CLOSE,
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

    private static Penalty proposed(CaseFile.Reviewed file) {
        return file.docket().need(Paper.Findings.class).penalty();
    }

    private static boolean signed(Docket docket, Class<? extends Paper> paper, Viewer viewer) {
        return docket.last(paper).filter(entry -> entry.by().person() == viewer.person()).isPresent();
    }
}

package org.hengjian.cases;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The course of a case (普通程序): which steps its state offers, on the main line and beside it, whoever asks. Who may take
 * them is asked of the {@link Procedure}.
 */
final class Course {

    private static final Set<Verb> SELDOM = EnumSet.of(Verb.EXTEND, Verb.DISCUSS);

    private Course() {}

    static boolean offers(Verb verb, CaseFile file) {
        return steps(file).contains(verb) || beside(file).contains(verb);
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
            case CaseFile.Reviewed reviewed -> reviewed.docket().need(Paper.Findings.class).penalty().nothing()
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
}

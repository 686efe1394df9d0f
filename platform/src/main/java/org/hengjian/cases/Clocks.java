package org.hengjian.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hengjian.law.Deadline;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Exclusion;
import org.hengjian.law.Law;
import org.hengjian.law.NotInForce;
import org.hengjian.law.Period;
import org.hengjian.shell.Light;
import org.hengjian.statutes.Lights;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;

/** The terms that run in a case (期限), all from the law library: which days, until when, by which sentence. */
@Component
class Clocks {

    static final String VERIFICATION = "procedure.verification";
    static final String HANDLING = "procedure.handling";
    static final String REVIEW = "procedure.legal-review";
    static final String HEARING_REQUEST = "procedure.hearing-request";
    static final String HEARING_NOTICE = "procedure.hearing-notice";
    static final String SERVICE = "procedure.service";
    private static final String REVIEWER_QUALIFICATION = "procedure.legal-review-qualification";
    static final String PUBLIC_NOTICE = "procedure.service.public-notice";
    static final String PAYMENT = "procedure.payment";
    static final String REPORTER = "report.inform-filing";
    static final String CLOSING = "procedure.close-case";
    static final String REGISTRATION = "procedure.evidence-registration";
    static final String SEIZURE = "procedure.seizure";
    static final String URGENT = "procedure.urgent-measure-report";

    static final String ASSIST = "procedure.assist";
    private static final String ASSIST_BY_DAY = "procedure.assist-by-day";
    private static final String CORRECTION = "procedure.correction";
    static final String CONSULTATION = "procedure.jurisdiction-consultation";
    static final String DESIGNATION = "procedure.jurisdiction-designation";

    private final Law law;

    Clocks(Law law) {
        this.law = law;
    }

    /**
     * One term of a case.
     *
     * @param party whether it binds the party, or the superior, rather than the agency
     * @param met   the day on which it was met; empty while it runs
     * @param pausedUntil last day on which it stands still; {@link LocalDate#MAX} while nobody can tell
     */
    record Clock(
            String duty, Deadline deadline, boolean party, Optional<LocalDate> met, Optional<LocalDate> pausedUntil) {

        Clock(String duty, Deadline deadline, boolean party, Optional<LocalDate> met) {
            this(duty, deadline, party, met, Optional.empty());
        }

        boolean pausedOn(LocalDate today) {
            return runs() && pausedUntil.filter(last -> !today.isAfter(last)).isPresent();
        }

        public LocalDate due() {
            return deadline.dueDay().orElseThrow();
        }

        public boolean runs() {
            return met.isEmpty();
        }

        /** Whether it was met too late, or runs on past its day. */
        boolean late(LocalDate today) {
            return !pausedOn(today) && met.orElse(today).isAfter(due());
        }

        Light.Unit unit() {
            return deadline.period() != null && deadline.period().unit() == Period.Unit.WORKING_DAYS
                    ? Light.Unit.WORKING_DAYS
                    : Light.Unit.CALENDAR_DAYS;
        }
    }

    /** All terms of the case, those that run before those that were met, nearest first. */
    List<Clock> of(CaseFile file) {
        var docket = file.docket();
        var clocks = new ArrayList<Clock>();
        var filed = docket.last(Paper.Filed.class).map(entry -> entry.by().on());
        var refused = docket.last(Paper.FilingRefused.class).map(entry -> entry.by().on());
        clocks.add(clock(VERIFICATION, docket.matter().foundOn(), filed.or(() -> refused)));
        if (docket.matter().source() == Docket.Source.REPORT) {
            filed.or(() -> refused).ifPresent(on -> clocks.add(clock(
                    REPORTER, on, docket.last(Paper.ReporterTold.class).map(entry -> entry.by().on()))));
        }
        int anew = docket.reinvestigation().map(Entry::n).orElse(0);
        var decided = docket.last(Paper.Decided.class)
                .filter(entry -> entry.n() > anew)
                .or(() -> docket.last(Paper.Terminated.class).filter(entry -> entry.n() > anew))
                .or(() -> docket.last(Paper.HandedOver.class).filter(entry -> entry.n() > anew))
                .map(entry -> entry.by().on());
        filed.ifPresent(on -> {
            // Taken up anew, a case has its time anew: the law names none, so the usual one is shown.
            var handling = handling(docket, docket.reinvestigation().map(entry -> entry.by().on()).orElse(on));
            clocks.add(new Clock(HANDLING, handling, false, decided, paused(docket, handling)));
        });
        Measure.of(docket).forEach(measure -> of(measure, docket).ifPresent(clocks::add));
        CorrectionOrder.of(docket).forEach(order -> clocks.add(new Clock(
                CORRECTION, by(CORRECTION, order.on(), order.due()), false, order.checked().map(Paper.CorrectionChecked::on))));
        Assistance.of(docket).forEach(letter -> clocks.add(answer(letter)));
        docket.last(Paper.Findings.class).ifPresent(findings -> clocks.add(clock(
                REVIEW,
                findings.by().on(),
                docket.last(Paper.Review.class)
                        .filter(review -> review.n() > findings.n())
                        .map(review -> review.by().on()))));
        if (file instanceof CaseFile.Informed informed) {
            clocks.add(new Clock(
                    HEARING_REQUEST, informing(informed), true, Hearing.of(docket).map(hearing -> hearing.asked().on())));
        }
        if (file instanceof CaseFile.HearingAsked) {
            Hearing.of(docket).ifPresent(hearing -> hearing.day().ifPresent(day -> clocks.add(
                    clock(HEARING_NOTICE, day, hearing.served().map(Paper.Delivery::effective)))));
        }
        var served = file instanceof CaseFile.Concluded concluded ? concluded.served() : Optional.<Paper.Delivery>empty();
        docket.last(Paper.Decided.class).filter(entry -> entry.n() > anew).ifPresent(entry -> clocks.add(
                clock(SERVICE, entry.by().on(), served.map(Paper.Delivery::on))));
        docket.last(Paper.Terminated.class)
                .or(() -> docket.last(Paper.HandedOver.class))
                .filter(entry -> entry.n() > anew)
                .ifPresent(entry -> clocks.add(clock(CLOSING, entry.by().on(), closedSinceReopened(docket))));
        Venue.terms(docket).forEach(term -> clocks.add(of(term)));
        if (file instanceof CaseFile.Concluded concluded && served.isPresent()) {
            boolean paid = concluded.owed().fen() == 0;
            var execution = paid ? executed(concluded) : Optional.<LocalDate>empty();
            var executed = Execution.of(file, law);
            if (!paid) {
                executed.flatMap(Execution::demandWait).ifPresent(wait ->
                        clocks.add(new Clock(Execution.DEMAND_WAIT, wait, true, Optional.empty())));
                executed.filter(one -> one.demandServed().isPresent()
                                && Remedy.of(docket).stream().noneMatch(Remedy::isOpen))
                        .ifPresent(one -> clocks.add(new Clock(
                                Execution.APPLY_WITHIN, one.applyWithin(), false,
                                docket.last(Paper.EnforcementApplied.class).map(entry -> entry.by().on()))));
            }
            if (concluded.penalty().total().fen() > 0 && executed.filter(Execution::isGranted).isEmpty()) {
                clocks.add(new Clock(
                        PAYMENT, law.deadline(DeadlineQuestion.of(PAYMENT, served.get().effective()).forParty(true)), true, execution));
            }
            execution.ifPresent(on -> clocks.add(
                    clock(CLOSING, on, closedSinceReopened(docket))));
        }
        clocks.sort(Comparator.comparing(Clock::runs).reversed().thenComparing(Clock::due));
        return clocks;
    }

    /** Until when an answer is waited for: the days of the rules, or the day that the letter names; more if the other agency said so. */
    private Clock answer(Assistance letter) {
        var end = letter.end().map(Paper.AssistanceNoted::on);
        return letter.asked()
                .until()
                .map(until -> new Clock(
                        ASSIST_BY_DAY, by(ASSIST_BY_DAY, letter.sent(), letter.prolonged().orElse(until)), false, end))
                .orElseGet(() -> new Clock(
                        ASSIST, law.deadline(DeadlineQuestion.of(ASSIST, letter.start())), false, end, letter.prolonged()));
    }

    /** A term whose last day a document fixes. */
    private Deadline by(String duty, LocalDate start, LocalDate last) {
        int days = (int) ChronoUnit.DAYS.between(start, last);
        var question = DeadlineQuestion.of(duty, start);
        return law.deadline(days > 0 ? question.extended(1).fixing(days) : question);
    }

    /** A term about jurisdiction; no time of it is left out of the term of handling, since the rules leave none out. */
    Clock of(Venue.Term term) {
        return new Clock(
                term.duty(), law.deadline(DeadlineQuestion.of(term.duty(), term.start())), term.holder().isPresent(), term.met());
    }

    private static Optional<LocalDate> closedSinceReopened(Docket docket) {
        int reopened = docket.last(Paper.Reopened.class).map(Entry::n).orElse(0);
        return docket.last(Paper.Closed.class).filter(entry -> entry.n() > reopened).map(entry -> entry.by().on());
    }

    /** The nearest term that binds the agency and runs. */
    Optional<Clock> next(CaseFile file) {
        return next(file, of(file));
    }

    /** The same, of its terms as {@link #of} gave them. */
    Optional<Clock> next(CaseFile file, List<Clock> clocks) {
        // Of a case that has ended only the reporter may still have to be told.
        return file.stage().isEnd() && file.docket().matter().source() != Docket.Source.REPORT
                ? Optional.empty()
                : clocks.stream()
                        .filter(clock -> !file.stage().isEnd() || clock.duty().equals(REPORTER))
                        .filter(Clock::runs)
                        .filter(clock -> !clock.party())
                        .filter(clock -> !clock.pausedOn(LocalDate.MAX))
                        .findFirst();
    }

    /** Until when a measure stands: the hours for its approval, the days for what becomes of it. */
    Deadline term(Measure.Standing measure, Docket docket) {
        return switch (measure) {
            case Measure.Urgent urgent ->
                law.deadline(DeadlineQuestion.of(URGENT, urgent.at().atZone(PlatformTime.ZONE).toOffsetDateTime()));
            case Measure.Running running ->
                term(running, running.since(), running.extended().size(), docket);
        };
    }

    private Deadline term(Measure measure, LocalDate since, int extended, Docket docket) {
        return measure.kind().isCompulsory()
                ? law.deadline(DeadlineQuestion.of(SEIZURE, since)
                        .extended(extended)
                        .excluding(tested(measure, docket).map(Testing::excluded).toList()))
                : law.deadline(DeadlineQuestion.of(REGISTRATION, since));
    }

    /** Whether the law has one more extension for what is sealed or seized. */
    boolean extendable(Measure.Running measure, Docket docket) {
        int times = measure.extended().size();
        return measure.kind().isCompulsory()
                && term(measure, measure.since(), times + 1, docket).extended()
                        > term(measure, measure.since(), times, docket).extended();
    }

    /** The term of a measure; none before it was taken. */
    Optional<Clock> of(Measure measure, Docket docket) {
        return switch (measure) {
            case Measure.Asked _, Measure.Refused _ -> Optional.empty();
            case Measure.Urgent urgent -> Optional.of(new Clock(URGENT, term(urgent, docket), false, Optional.empty()));
            case Measure.Running running -> {
                var deadline = term(running, docket);
                yield Optional.of(new Clock(
                        duty(running.kind()), deadline, false, Optional.empty(), paused(tested(running, docket), deadline)));
            }
            case Measure.Settled settled -> Optional.of(new Clock(
                    duty(settled.kind()), term(settled, settled.since(), 0, docket), false, Optional.of(settled.on())));
            case Measure.Lifted lifted -> Optional.of(new Clock(
                    duty(lifted.kind()),
                    term(lifted, lifted.since(), extensions(docket, lifted.n()), docket),
                    false,
                    Optional.of(lifted.on())));
        };
    }

    private static String duty(Measure.Kind kind) {
        return kind.isCompulsory() ? SEIZURE : REGISTRATION;
    }

    private static int extensions(Docket docket, int measure) {
        return (int) docket.all(Paper.MeasureExtended.class).stream()
                .filter(entry -> ((Paper.MeasureExtended) entry.paper()).measure() == measure)
                .count();
    }

    private static Stream<Testing> tested(Measure measure, Docket docket) {
        return Testing.of(docket).stream().filter(testing -> testing.measure() == measure.n());
    }

    /** Until when tests that are waited for stop a term. */
    private static Optional<LocalDate> paused(Stream<Testing> testings, Deadline deadline) {
        return testings.filter(Testing::isOpen)
                .map(Testing::excluded)
                .filter(deadline.counting()::contains)
                .map(Exclusion::to)
                .max(Comparator.naturalOrder());
    }

    /** Until when the party may state its case and ask for a hearing. */
    Deadline informing(CaseFile.Informed informed) {
        return law.deadline(
                DeadlineQuestion.of(HEARING_REQUEST, informed.served().effective()).forParty(true));
    }

    /** The last day on which the notice of a hearing held on {@code day} may reach the party. */
    LocalDate lastDayToCall(LocalDate day) {
        return law.deadline(DeadlineQuestion.of(HEARING_NOTICE, day)).dueDay().orElseThrow();
    }

    /** The first working day for which a hearing can be called today. */
    LocalDate firstHearing(LocalDate today) {
        return today.datesUntil(today.plusMonths(2))
                .filter(law.workingDays()::isWorkingDayProvisionally)
                .filter(day -> !today.isAfter(lastDayToCall(day)))
                .findFirst()
                .orElseThrow();
    }

    Optional<Execution> execution(CaseFile file) {
        return Execution.of(file, law);
    }

    Discussion discussion(Docket docket, LocalDate day) {
        return Discussion.of(docket, law, day);
    }

    /** Which of the two reviews the law asks for. */
    Paper.ReviewKind reviewOwed(Docket docket, LocalDate day) {
        return discussion(docket, day).owed().isPresent() ? Paper.ReviewKind.LEGAL : Paper.ReviewKind.CASE;
    }

    Optional<HearingRight> hearingRight(Party.Kind kind, LocalDate day) {
        return HearingRight.of(law, kind, day);
    }

    /** Whether the law has one more extension and leaves its length to the heads together. */
    boolean isExtendedByDiscussion(CaseFile.Pending file) {
        var period = law.deadline(DeadlineQuestion.of(HANDLING, file.filedOn())).period();
        int times = file.docket().all(Paper.Extended.class).size();
        return period != null
                && period.extensions().size() > times
                && period.extensions().get(times).amount() == null;
    }

    /** Whether one more extension has a figure in the law. */
    boolean extendable(CaseFile.Pending file) {
        var question = DeadlineQuestion.of(HANDLING, file.filedOn());
        int times = file.docket().all(Paper.Extended.class).size();
        return law.deadline(question.extended(times + 1)).extended() > law.deadline(question.extended(times)).extended();
    }

    /** The day on which a service by public notice takes effect. */
    LocalDate effective(Paper.Way way, LocalDate on) {
        return way == Paper.Way.PUBLIC_NOTICE
                ? law.deadline(DeadlineQuestion.of(PUBLIC_NOTICE, on)).dueDay().orElseThrow()
                : on;
    }

    /** What an order to put things right (责令改正) rests on where no special law has one; empty where there was no such rule. */
    String correctionBasis(LocalDate day) {
        return law.parameter(CORRECTION).on(day)
                .map(rule -> rule.sources().getLast())
                .map(source -> "《" + source.instrument().replaceFirst("（.*$", "") + "》" + source.article())
                .orElse("");
    }

    /** Whether nobody was asked for the legal qualification on that day yet. */
    boolean isBeforeQualification(LocalDate day) {
        try {
            law.parameter(REVIEWER_QUALIFICATION, day);
            return false;
        } catch (NotInForce e) {
            return true;
        }
    }

    Light light(Clock clock, LocalDate today) {
        return clock.pausedOn(today)
                ? Light.suspended()
                : Lights.of(law, clock.due(), clock.unit(), today);
    }

    /** The light of a term of which only the duty and the last day are at hand. */
    Light light(String duty, LocalDate due, LocalDate today) {
        // From a moment, since a term of hours runs from no day.
        var start = today.atStartOfDay(PlatformTime.ZONE).toOffsetDateTime();
        var period = law.deadline(DeadlineQuestion.of(duty, start)).period();
        var unit = period != null && period.unit() == Period.Unit.WORKING_DAYS
                ? Light.Unit.WORKING_DAYS
                : Light.Unit.CALENDAR_DAYS;
        return Lights.of(law, due, unit, today);
    }

    /** The last day for handling a case that was filed. */
    LocalDate handlingDue(CaseFile file) {
        var filedOn = file.docket().last(Paper.Filed.class).orElseThrow().by().on();
        return handling(file.docket(), filedOn).dueDay().orElseThrow();
    }

    private Deadline handling(Docket docket, LocalDate filedOn) {
        var extensions = docket.all(Paper.Extended.class).stream().map(entry -> (Paper.Extended) entry.paper()).toList();
        return law.deadline(DeadlineQuestion.of(HANDLING, filedOn)
                .extended(extensions.size())
                .fixing(extensions.stream().flatMap(one -> one.fixed().stream()).mapToInt(Paper.FixedExtension::days).sum())
                .excluding(excluded(docket)));
    }

    private static List<Exclusion> excluded(Docket docket) {
        var spans = new ArrayList<Exclusion>();
        Hearing.of(docket).ifPresent(hearing -> hearing.lastDay()
                .filter(last -> !last.isBefore(hearing.asked().on()))
                .ifPresent(last -> spans.add(
                        new Exclusion(hearing.asked().on(), last, Exclusion.Reason.HEARING, true))));
        docket.paper(Paper.NoticeServed.class)
                .map(Paper.NoticeServed::delivery)
                .filter(delivery -> delivery.way() == Paper.Way.PUBLIC_NOTICE)
                .ifPresent(delivery -> spans.add(new Exclusion(
                        delivery.on(), delivery.effective(), Exclusion.Reason.PUBLIC_NOTICE, true)));
        Testing.of(docket).forEach(testing -> spans.add(testing.excluded()));
        spans.addAll(docket.suspensions());
        return spans;
    }

    /** Until when the term of handling stands still; a term that was over before stays over. */
    private static Optional<LocalDate> paused(Docket docket, Deadline handling) {
        var due = handling.dueDay().orElseThrow();
        var suspended = docket.suspension()
                .filter(entry -> !entry.by().on().isAfter(due))
                .map(_ -> LocalDate.MAX);
        return suspended.or(() -> paused(Testing.of(docket).stream(), handling));
    }

    private static Optional<LocalDate> executed(CaseFile.Concluded file) {
        var served = file.served().orElseThrow().effective();
        return file.docket().since(Paper.Decided.class, Paper.Paid.class).stream()
                .map(Paper.Paid::on)
                .max(Comparator.naturalOrder())
                .filter(paid -> paid.isAfter(served))
                .or(() -> Optional.of(served));
    }

    private Clock clock(String duty, LocalDate start, Optional<LocalDate> met) {
        return new Clock(duty, law.deadline(DeadlineQuestion.of(duty, start)), false, met);
    }
}

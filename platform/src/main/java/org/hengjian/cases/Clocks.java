package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.Deadline;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Exclusion;
import org.hengjian.law.Law;
import org.hengjian.law.Period;
import org.hengjian.shell.Light;
import org.springframework.stereotype.Component;

/** The terms that run in a case (期限), all from the law library: which days, until when, by which sentence. */
@Component
class Clocks {

    static final String VERIFICATION = "procedure.verification";
    static final String HANDLING = "procedure.handling";
    static final String REVIEW = "procedure.legal-review";
    static final String HEARING_REQUEST = "procedure.hearing-request";
    static final String SERVICE = "procedure.service";
    static final String PUBLIC_NOTICE = "procedure.service.public-notice";
    static final String PAYMENT = "procedure.payment";
    static final String CLOSING = "procedure.close-case";

    private final Law law;

    Clocks(Law law) {
        this.law = law;
    }

    /**
     * One term of a case.
     *
     * @param party whether it binds the party rather than the agency
     * @param met   the day on which it was met; empty while it runs
     */
    record Clock(String duty, Deadline deadline, boolean party, Optional<LocalDate> met) {

        public LocalDate due() {
            return deadline.dueDay().orElseThrow();
        }

        public boolean runs() {
            return met.isEmpty();
        }

        /** Whether it was met too late, or runs on past its day. */
        boolean late(LocalDate today) {
            return met.orElse(today).isAfter(due());
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
        var decided = docket.last(Paper.Decided.class).map(entry -> entry.by().on());
        filed.ifPresent(on -> clocks.add(new Clock(HANDLING, handling(docket, on), false, decided)));
        docket.last(Paper.Findings.class).ifPresent(findings -> clocks.add(clock(
                REVIEW,
                findings.by().on(),
                docket.last(Paper.Review.class)
                        .filter(review -> review.n() > findings.n())
                        .map(review -> review.by().on()))));
        if (file instanceof CaseFile.Informed informed) {
            clocks.add(new Clock(HEARING_REQUEST, informing(informed), true, Optional.empty()));
        }
        var served = docket.paper(Paper.Served.class).map(paper -> paper.delivery());
        decided.ifPresent(on -> clocks.add(clock(SERVICE, on, served.map(Paper.Delivery::on))));
        if (file instanceof CaseFile.Concluded concluded && served.isPresent()) {
            boolean paid = concluded.owed().fen() == 0;
            var execution = paid ? executed(concluded) : Optional.<LocalDate>empty();
            if (concluded.decision().penalty().total().fen() > 0) {
                clocks.add(new Clock(
                        PAYMENT, law.deadline(DeadlineQuestion.of(PAYMENT, served.get().effective()).forParty(true)), true, execution));
            }
            execution.ifPresent(on -> clocks.add(
                    clock(CLOSING, on, docket.last(Paper.Closed.class).map(entry -> entry.by().on()))));
        }
        clocks.sort(Comparator.comparing(Clock::runs).reversed().thenComparing(Clock::due));
        return clocks;
    }

    /** The nearest term that binds the agency and runs. */
    Optional<Clock> next(CaseFile file) {
        return file.stage().isEnd()
                ? Optional.empty()
                : of(file).stream().filter(Clock::runs).filter(clock -> !clock.party()).findFirst();
    }

    /** Until when the party may state its case and ask for a hearing. */
    Deadline informing(CaseFile.Informed informed) {
        return law.deadline(
                DeadlineQuestion.of(HEARING_REQUEST, informed.served().effective()).forParty(true));
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

    Light light(Clock clock, LocalDate today) {
        return Light.of(left(clock.due(), clock.unit(), today), clock.unit());
    }

    /** The light of a term of which only the duty and the last day are at hand. */
    Light light(String duty, LocalDate due, LocalDate today) {
        var period = law.deadline(DeadlineQuestion.of(duty, today)).period();
        var unit = period != null && period.unit() == Period.Unit.WORKING_DAYS
                ? Light.Unit.WORKING_DAYS
                : Light.Unit.CALENDAR_DAYS;
        return Light.of(left(due, unit, today), unit);
    }

    /** Days from today to that day in the unit that the law counts; negative when it is over. */
    private long left(LocalDate due, Light.Unit unit, LocalDate today) {
        if (unit == Light.Unit.CALENDAR_DAYS) {
            return due.toEpochDay() - today.toEpochDay();
        }
        return due.isBefore(today) ? -working(due, today) : working(today, due);
    }

    private long working(LocalDate from, LocalDate to) {
        return from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(law.workingDays()::isWorkingDayProvisionally)
                .count();
    }

    private Deadline handling(Docket docket, LocalDate filedOn) {
        return law.deadline(DeadlineQuestion.of(HANDLING, filedOn)
                .extended(docket.all(Paper.Extended.class).size())
                .excluding(excluded(docket)));
    }

    private static List<Exclusion> excluded(Docket docket) {
        var spans = new ArrayList<Exclusion>();
        var asked = docket.paper(Paper.HearingAsked.class).map(Paper.HearingAsked::on);
        var heard = docket.paper(Paper.Heard.class).map(Paper.Heard::on);
        if (asked.isPresent() && heard.isPresent() && !heard.get().isBefore(asked.get())) {
            spans.add(new Exclusion(asked.get(), heard.get(), Exclusion.Reason.HEARING, true));
        }
        docket.paper(Paper.NoticeServed.class)
                .map(Paper.NoticeServed::delivery)
                .filter(delivery -> delivery.way() == Paper.Way.PUBLIC_NOTICE)
                .ifPresent(delivery -> spans.add(new Exclusion(
                        delivery.on(), delivery.effective(), Exclusion.Reason.PUBLIC_NOTICE, true)));
        return spans;
    }

    private static Optional<LocalDate> executed(CaseFile.Concluded file) {
        var served = file.docket().need(Paper.Served.class).delivery().effective();
        return file.docket().all(Paper.Paid.class).stream()
                .map(entry -> ((Paper.Paid) entry.paper()).on())
                .max(Comparator.naturalOrder())
                .filter(paid -> paid.isAfter(served))
                .or(() -> Optional.of(served));
    }

    private Clock clock(String duty, LocalDate start, Optional<LocalDate> met) {
        return new Clock(duty, law.deadline(DeadlineQuestion.of(duty, start)), false, met);
    }
}

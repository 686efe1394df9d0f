package org.hengjian.adjudications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hengjian.law.Deadline;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Exclusion;
import org.hengjian.law.Law;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;

/** The terms that run in an adjudication (期限), all from the law library. */
@Component("adjudicationClocks") // cases have theirs
class Clocks {

    static final String ACCEPTANCE = "adjudication.acceptance";
    static final String COPY = "adjudication.copy";
    static final String ANSWER = "adjudication.answer";
    static final String ANSWER_COPY = "adjudication.answer-copy";
    static final String HEARING_NOTICE = "adjudication.hearing-notice";
    static final String DECIDE = "adjudication.decide";
    static final String LAWSUIT = "adjudication.lawsuit";
    static final String CONFIRMATION = "adjudication.confirmation";
    static final String DEMAND_WAIT = "procedure.court-enforcement.demand-wait";
    static final String APPLY_WITHIN = "procedure.court-enforcement.apply-within";
    static final String PUBLIC_NOTICE = "procedure.service.public-notice";
    private static final String PANEL = "adjudication.panel";

    private final Law law;

    Clocks(Law law) {
        this.law = law;
    }

    /**
     * One term.
     *
     * @param party  whether it is the parties': letting it pass breaks no duty of the agency
     * @param paused whether it stands still, nobody can tell until when
     * @param met    the day on which it was met; empty while it runs
     */
    record Clock(String duty, Deadline deadline, boolean party, boolean paused, Optional<LocalDate> met) {

        LocalDate due() {
            return deadline.dueDay().orElseThrow();
        }

        boolean runs() {
            return met.isEmpty();
        }

        boolean late(LocalDate today) {
            return !party && !(paused && runs()) && met.orElse(today).isAfter(due());
        }
    }

    /** All terms, those that run before those that were met, nearest first. */
    List<Clock> of(Adjudication adjudication, LocalDate today) {
        var clocks = new ArrayList<Clock>();
        for (var entry : adjudication.dossier().entries()) {
            begun(entry, adjudication, today).forEach(clocks::add);
        }
        clocks.sort(Comparator.comparing(Clock::runs).reversed().thenComparing(Clock::due));
        return clocks;
    }

    /** The nearest duty of the agency that runs. */
    Optional<Clock> next(Adjudication adjudication, LocalDate today) {
        return of(adjudication, today).stream().filter(clock -> clock.runs() && !clock.party()).findFirst();
    }

    /** The terms that a paper set running. */
    private List<Clock> begun(Entry entry, Adjudication adjudication, LocalDate today) {
        var dossier = adjudication.dossier();
        var on = entry.by().on();
        return switch (entry.paper()) {
            case Paper.Request _ -> List.of(acceptance(dossier.dispute().receivedOn(), entry, dossier));
            case Paper.Supplemented _ -> List.of(acceptance(on, entry, dossier));
            case Paper.Accepted _ -> List.of(
                    clock(COPY, on, false, after(dossier, entry, Paper.CopyServed.class, Paper.Withdrawn.class, Paper.Merged.class)),
                    decide(entry, dossier, today));
            case Paper.CopyServed served -> List.of(clock(
                    ANSWER, served.delivery().effective(), true,
                    after(dossier, entry, Paper.Answered.class, Paper.Silent.class, Paper.Withdrawn.class, Paper.Merged.class,
                            Paper.MediationAgreed.class)));
            case Paper.Answered answered -> List.of(clock(
                    ANSWER_COPY, answered.on(), false,
                    after(dossier, entry, Paper.AnswerForwarded.class, Paper.Withdrawn.class, Paper.Merged.class,
                            Paper.MediationAgreed.class, Paper.Ruled.class)));
            case Paper.RulingServed served -> adjudication.stage().isEnd() || dossier.sinceRuling(Paper.Sued.class)
                    ? List.of()
                    : List.of(clock(LAWSUIT, served.delivery().effective(), true, Optional.empty()));
            case Paper.Demanded _ ->
                List.of(clock(DEMAND_WAIT, on, true, after(dossier, entry, Paper.EnforcementApplied.class, Paper.Closed.class)));
            case Paper.MediationAgreed _ ->
                List.of(clock(CONFIRMATION, on, true, after(dossier, entry, Paper.Confirmed.class, Paper.Closed.class)));
            case Paper.SupplementAsked _, Paper.NotAccepted _, Paper.Silent _, Paper.AnswerForwarded _, Paper.RecusalAsked _,
                    Paper.RecusalDecided _, Paper.EvidenceExchanged _, Paper.Investigated _, Paper.AppraisalCommissioned _,
                    Paper.AppraisalReceived _, Paper.HearingCalled _, Paper.HearingHeld _, Paper.MediationFailed _,
                    Paper.Suspended _, Paper.SuspensionDenied _, Paper.Resumed _, Paper.Extended _, Paper.Merged _,
                    Paper.Withdrawn _, Paper.Deliberated _, Paper.Ruled _, Paper.Sued _, Paper.Judged _,
                    Paper.EnforcementApplied _, Paper.Confirmed _, Paper.Closed _ -> List.of();
        };
    }

    private Clock acceptance(LocalDate received, Entry entry, Dossier dossier) {
        return clock(
                ACCEPTANCE, received, false,
                after(dossier, entry, Paper.Accepted.class, Paper.NotAccepted.class, Paper.SupplementAsked.class,
                        Paper.Withdrawn.class));
    }

    private Clock decide(Entry accepted, Dossier dossier, LocalDate today) {
        var met = after(dossier, accepted, Paper.Ruled.class, Paper.MediationAgreed.class, Paper.Withdrawn.class, Paper.Merged.class);
        int extended = (int) dossier.entries().stream().filter(entry -> entry.paper() instanceof Paper.Extended).count();
        var spans = new ArrayList<Exclusion>();
        boolean still = false;
        still |= spans(dossier, Paper.Suspended.class, Paper.Resumed.class, Exclusion.Reason.SUSPENSION, today, spans);
        still |= spans(
                dossier, Paper.AppraisalCommissioned.class, Paper.AppraisalReceived.class, Exclusion.Reason.EXPERT_OPINION, today,
                spans);
        dossier.paper(Paper.CopyServed.class).map(Paper.CopyServed::delivery)
                .filter(delivery -> delivery.way() == Paper.Way.PUBLIC_NOTICE && delivery.effective().isAfter(delivery.on()))
                .ifPresent(delivery -> spans.add(new Exclusion(
                        delivery.on().plusDays(1), delivery.effective(), Exclusion.Reason.PUBLIC_NOTICE, true)));
        var question = DeadlineQuestion.of(DECIDE, accepted.by().on()).extended(extended).excluding(spans);
        return new Clock(DECIDE, law.deadline(question), false, still && met.isEmpty(), met);
    }

    /** From the paper that stops it to the day before the one that lets it go on. @return whether it stands still now */
    private static boolean spans(
            Dossier dossier,
            Class<? extends Paper> stops,
            Class<? extends Paper> goesOn,
            Exclusion.Reason reason,
            LocalDate today,
            List<Exclusion> spans) {
        boolean still = false;
        for (var entry : dossier.entries()) {
            if (stops.isInstance(entry.paper())) {
                var until = after(dossier, entry, goesOn);
                still = until.isEmpty();
                var last = until.map(day -> day.minusDays(1)).orElse(today);
                if (!last.isBefore(entry.by().on())) {
                    spans.add(new Exclusion(entry.by().on(), last, reason, true));
                }
            }
        }
        return still;
    }

    /** How a panel must be made up on that day. */
    PanelRule panel(LocalDate day) {
        var value = law.parameter(PANEL, day).value();
        return new PanelRule(value.need("least").integer(), value.need("odd").isTrue());
    }

    /** @param least adjudicators at the least */
    record PanelRule(int least, boolean odd) {

        boolean fits(int count) {
            return count >= least && (!odd || count % 2 == 1);
        }
    }

    /** The last day of a term that begins on that day; for one counted back, the day before it. */
    LocalDate last(String duty, LocalDate start) {
        return law.deadline(DeadlineQuestion.of(duty, start)).dueDay().orElseThrow();
    }

    /** How long a term is, in its own unit. */
    int days(String duty, LocalDate start) {
        var period = law.deadline(DeadlineQuestion.of(duty, start)).period();
        return Objects.requireNonNull(period, duty).amount();
    }

    /** When a delivery counts as served: by public notice at the end of its days, else on its day. */
    LocalDate effective(Paper.Way way, LocalDate on) {
        return way == Paper.Way.PUBLIC_NOTICE ? last(PUBLIC_NOTICE, on) : on;
    }

    @SafeVarargs
    private static Optional<LocalDate> after(Dossier dossier, Entry entry, Class<? extends Paper>... types) {
        return dossier.entries().stream()
                .filter(later -> later.n() > entry.n())
                .filter(later -> List.of(types).contains(later.paper().getClass()))
                .map(later -> later.by().on())
                .findFirst();
    }

    private Clock clock(String duty, LocalDate start, boolean party, Optional<LocalDate> met) {
        return new Clock(duty, law.deadline(DeadlineQuestion.of(duty, start)), party, false, met);
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, PlatformTime.ZONE);
    }
}

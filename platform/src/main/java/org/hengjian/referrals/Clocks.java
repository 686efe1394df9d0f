package org.hengjian.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.Deadline;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Law;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;

/** The terms that run in a referral (期限), all from the law library: whose, which days, until when, by which sentence. */
@Component("referralClocks") // cases have theirs
class Clocks {

    static final String DECIDE = "referral.decide";
    static final String TRANSFER = "referral.transfer";
    static final String RECEIPT = "referral.police-sign-receipt";
    static final String FORWARD = "referral.police-forward";
    static final String ASK_MORE = "referral.police-request-supplement";
    static final String SUPPLY = "referral.agency-supplement";
    static final String POLICE_DECIDE = "referral.police-decide";
    static final String HAND_OVER = "referral.handover-evidence";
    static final String RECONSIDERATION = "referral.agency-reconsideration-request";
    static final String RECONSIDERATION_DECIDE = "referral.police-reconsideration-decide";
    static final String SUGGEST = "referral.agency-suggest-supervision";
    static final String REASONS = "referral.procuratorate-ask-reasons";
    static final String ORDERED = "referral.procuratorate-order-filing";
    static final String OPINION = "referral.spp-2021.opinion-follow-up";

    private final Law law;

    Clocks(Law law) {
        this.law = law;
    }

    /**
     * One term of a referral.
     *
     * @param begun number of the paper that set it running
     * @param side whom it binds
     * @param may  whether it limits what one may do rather than orders it: letting it pass breaks no duty
     * @param met  when it was met; empty while it runs
     */
    record Clock(int begun, String duty, Deadline deadline, Side side, boolean may, Optional<Signature> met) {

        Clock since(int paper) {
            return new Clock(paper, duty, deadline, side, may, met);
        }

        LocalDate due() {
            return deadline.dueDay().orElseThrow();
        }

        /** The last moment: that of a period in hours, else the end of its last day. */
        Instant dueAt() {
            var moment = deadline.dueMoment();
            return moment != null
                    ? moment.toInstant()
                    : due().plusDays(1).atStartOfDay(PlatformTime.ZONE).toInstant().minusMillis(1);
        }

        boolean runs() {
            return met.isEmpty();
        }

        /** Whether the duty was met too late, or runs on past its last moment. */
        boolean late(Instant now) {
            return !may && met.map(Signature::at).orElse(now).isAfter(dueAt());
        }
    }

    /** All terms of the referral, those that run before those that were met, nearest first. */
    List<Clock> of(Referral referral) {
        var clocks = new ArrayList<Clock>();
        var entries = referral.dossier().entries();
        for (var entry : entries) {
            begun(entry, referral).map(clock -> clock.since(entry.n())).ifPresent(clocks::add);
        }
        clocks.sort(Comparator.comparing(Clock::runs).reversed().thenComparing(Clock::dueAt));
        return clocks;
    }

    /** The nearest duty that runs. */
    Optional<Clock> next(Referral referral) {
        return of(referral).stream().filter(Clock::runs).filter(clock -> !clock.may()).findFirst();
    }

    /** The term that a paper set running. */
    private Optional<Clock> begun(Entry entry, Referral referral) {
        var dossier = referral.dossier();
        var by = entry.by();
        var stage = referral.stage();
        return switch (entry.paper()) {
            case Paper.Report _ -> duty(DECIDE, by, Side.AGENCY, after(dossier, entry, Paper.Approved.class, Paper.NotApproved.class));
            case Paper.Approved _ -> hours(TRANSFER, by, Side.AGENCY, after(dossier, entry, Paper.Sent.class));
            case Paper.Sent _, Paper.Forwarded _ ->
                duty(RECEIPT, by, Side.POLICE, after(dossier, entry, Paper.Received.class));
            case Paper.Received _ -> decision(entry, dossier);
            case Paper.MoreAsked _ -> {
                var supplied = after(dossier, entry, Paper.Supplied.class);
                yield supplied.isPresent() || stage == Stage.MORE_ASKED
                        ? duty(SUPPLY, by, Side.AGENCY, supplied)
                        : Optional.empty(); // the police decided without waiting
            }
            case Paper.Filed _ -> duty(HAND_OVER, by, Side.AGENCY, after(dossier, entry, Paper.HandedOver.class))
                    .filter(clock -> !clock.runs() || stage == Stage.FILED || stage == Stage.UNDER_PROSECUTION);
            case Paper.Declined _ -> stage == Stage.DECLINED ? may(RECONSIDERATION, by) : Optional.empty();
            case Paper.ReconsiderationAsked _ -> duty(
                    RECONSIDERATION_DECIDE, by, Side.POLICE,
                    after(dossier, entry, Paper.Upheld.class, Paper.Filed.class, Paper.ReasonsAsked.class));
            case Paper.Upheld _ -> stage == Stage.UPHELD ? may(SUGGEST, by) : Optional.empty();
            case Paper.ReasonsAsked _ ->
                duty(REASONS, by, Side.POLICE, after(dossier, entry, Paper.ReasonsGiven.class, Paper.Filed.class));
            case Paper.FilingOrdered _ -> duty(ORDERED, by, Side.POLICE, after(dossier, entry, Paper.Filed.class));
            case Paper.Reversed _ -> dossier.last(Paper.NotProsecuted.class).isPresent()
                    ? duty(OPINION, by, Side.AGENCY, after(dossier, entry, Paper.Replied.class))
                    : Optional.empty();
            case Paper.NotApproved _, Paper.Returned _, Paper.Accepted _, Paper.Extended _, Paper.Supplied _,
                    Paper.HandedOver _, Paper.SupervisionAsked _, Paper.ReasonsGiven _, Paper.SupervisionEnded _,
                    Paper.TakenBack _, Paper.Investigated _, Paper.Prosecuted _, Paper.NotProsecuted _, Paper.Judged _,
                    Paper.Replied _ -> Optional.empty();
        };
    }

    /** From the receipt, whoever says when the case was accepted: it may not be left lying (接受之日). */
    private Optional<Clock> decision(Entry receipt, Dossier dossier) {
        boolean current = dossier.receipt().filter(receipt::equals).isPresent();
        String duty = current
                ? dossier.paper(Paper.Extended.class).map(paper -> paper.kind().duty()).orElse(POLICE_DECIDE)
                : POLICE_DECIDE;
        return duty(
                duty, receipt.by(), Side.POLICE,
                after(dossier, receipt, Paper.Filed.class, Paper.Declined.class, Paper.Forwarded.class,
                        Paper.Returned.class, Paper.ReasonsAsked.class));
    }

    /** Until when a police office decides on what it has received. */
    Optional<Clock> decision(Referral referral) {
        return referral.dossier().receipt().flatMap(receipt -> decision(receipt, referral.dossier()));
    }

    /** The last moment for asking the agency for more. */
    Instant lastForMore(Signature receipt) {
        return new Clock(0, ASK_MORE, law.deadline(inHours(ASK_MORE, receipt)), Side.POLICE, true, Optional.empty()).dueAt();
    }

    /** The last day for asking the police to reconsider. */
    LocalDate lastForReconsideration(Signature declined) {
        return law.deadline(DeadlineQuestion.of(RECONSIDERATION, declined.on())).dueDay().orElseThrow();
    }

    /** The last day of a duty that begins on that day. */
    LocalDate last(String duty, LocalDate start) {
        return law.deadline(DeadlineQuestion.of(duty, start)).dueDay().orElseThrow();
    }

    @SafeVarargs
    private static Optional<Signature> after(Dossier dossier, Entry entry, Class<? extends Paper>... types) {
        return dossier.entries().stream()
                .filter(later -> later.n() > entry.n())
                .filter(later -> List.of(types).contains(later.paper().getClass()))
                .map(Entry::by)
                .findFirst();
    }

    private Optional<Clock> duty(String duty, Signature by, Side side, Optional<Signature> met) {
        return Optional.of(new Clock(0, duty, law.deadline(DeadlineQuestion.of(duty, by.on())), side, false, met));
    }

    private Optional<Clock> hours(String duty, Signature by, Side side, Optional<Signature> met) {
        return Optional.of(new Clock(0, duty, law.deadline(inHours(duty, by)), side, false, met));
    }

    private Optional<Clock> may(String duty, Signature by) {
        return Optional.of(new Clock(
                0, duty, law.deadline(DeadlineQuestion.of(duty, by.on())), Side.AGENCY, true, Optional.empty()));
    }

    private static DeadlineQuestion inHours(String duty, Signature by) {
        return DeadlineQuestion.of(duty, by.at().atZone(PlatformTime.ZONE).toOffsetDateTime());
    }
}

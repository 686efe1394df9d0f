package org.hengjian.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.hengjian.law.Money;

/**
 * A case file (案卷) in one state of the procedure. Each state offers only its lawful moves and has the papers that it
 * says it has; {@link Procedure} says who may make a move and when.
 */
public sealed interface CaseFile {

    Docket docket();

    /** The state's name as stored and shown. */
    default Stage stage() {
        return Stage.of(this);
    }

    /** 案号; none before filing. */
    default Optional<CaseNumber> number() {
        return docket().paper(Paper.Filed.class).map(Paper.Filed::number);
    }

    /** What people call it: the case number, before filing the proposal's. */
    default String name() {
        return number().map(CaseNumber::text).orElse(docket().proposalNumber());
    }

    /** The same state with one more paper, for what runs beside the main line; {@link Course#beside} says when. */
    default CaseFile put(Signature by, Paper paper) {
        return Stage.of(this).of(docket().with(paper, by));
    }

    /** Filed and not yet decided: the days of handling run. */
    sealed interface Pending extends CaseFile {

        default LocalDate filedOn() {
            return docket().last(Paper.Filed.class).orElseThrow().by().on();
        }

        /** The investigation cannot go on. */
        default Terminated terminate(Signature by, String ground) {
            var proposed = (Paper.TerminationProposed) docket().termination().orElseThrow().paper();
            return new Terminated(docket().with(new Paper.Terminated(proposed.kind(), proposed.text(), ground), by));
        }

        /** 移送案件 to the agency that has jurisdiction. */
        default HandedOver handOver(Signature by, Paper.HandedOver handed) {
            return new HandedOver(docket().with(handed, by));
        }

        /** Whether the term of handling may still be extended says {@link Procedure}. */
        default Pending extend(Signature by, String ground) {
            return extend(by, new Paper.Extended(ground));
        }

        default Pending extend(Signature by, Paper.Extended extended) {
            return (Pending) Stage.of(this).of(docket().with(extended, by));
        }
    }

    /** What goes through a review, for the first time or once more. */
    sealed interface Reviewable extends Pending {

        /** Where it stands once the review consents. @param reviewed with the review on file */
        Pending consented(Docket reviewed);

        /** Without consent it goes back to those who investigate. */
        default Pending review(Signature by, Paper.Review review) {
            var reviewed = docket().with(review, by);
            return review.consents() ? consented(reviewed) : new Investigating(reviewed);
        }
    }

    /** Concluded: by a decision, by the end of the investigation, or since another agency has the case. */
    sealed interface Concluded extends CaseFile {

        default Paper.Decided decision() {
            return docket().need(Paper.Decided.class);
        }

        default Money paid() {
            return docket().since(Paper.Decided.class, Paper.Paid.class).stream()
                    .map(Paper.Paid::amount)
                    .reduce(Money.ZERO, Money::plus);
        }

        /** How the decision reached the party; empty before it did. */
        default Optional<Paper.Delivery> served() {
            return docket().since(Paper.Decided.class, Paper.Served.class).stream().map(Paper.Served::delivery).findFirst();
        }

        /** What the decision imposes, or what a remedy has left of it; not one against an earlier decision. */
        default Penalty penalty() {
            if (docket().isTakenBack()) {
                return Penalty.NONE;
            }
            var decided = docket().paper(Paper.Decided.class).map(Paper.Decided::penalty).orElse(Penalty.NONE);
            int from = docket().last(Paper.Decided.class).map(Entry::n).orElse(0);
            return docket().since(Paper.Decided.class, Paper.RemedyEnded.class).stream()
                    .filter(ended -> ended.remedy() > from)
                    .reduce(decided, (left, ended) -> switch (ended.outcome()) {
                        case REVOKED -> Penalty.NONE;
                        case CHANGED -> ended.penalty().orElse(left);
                        case MAINTAINED, WITHDRAWN, UNLAWFUL -> left;
                    }, (_, after) -> after);
        }

        /** What was added for delay (加处罚款). */
        default Money surcharge() {
            return penalty().fine().equals(Money.ZERO)
                    ? Money.ZERO
                    : docket().since(Paper.Decided.class, Paper.Surcharged.class).stream()
                            .map(Paper.Surcharged::amount)
                            .reduce(Money.ZERO, (_, last) -> last);
        }

        /** What is still to be paid of fine, confiscation and what was added; nothing when more was paid than is left. */
        default Money owed() {
            return penalty().total().plus(surcharge()).minus(paid()).max(Money.ZERO);
        }
    }

    /** 待批准立案. */
    record Proposed(Docket docket) implements CaseFile {

        public Proposed {
            docket.need(Paper.Proposal.class);
        }

        Filed file(Signature by, CaseNumber number) {
            return new Filed(docket.with(new Paper.Filed(number), by));
        }

        Refused refuse(Signature by, String kind, String ground) {
            return new Refused(docket.with(new Paper.FilingRefused(kind, ground), by));
        }
    }

    /** 不予立案. */
    record Refused(Docket docket) implements CaseFile {

        public Refused {
            docket.need(Paper.FilingRefused.class);
        }
    }

    /** 已立案. */
    record Filed(Docket docket) implements Pending {

        public Filed {
            docket.need(Paper.Filed.class);
        }

        Investigating add(Signature by, Paper.Recorded recorded) {
            return new Investigating(docket.with(recorded, by));
        }
    }

    /** 调查中. */
    record Investigating(Docket docket) implements Pending {

        public Investigating {
            docket.need(Paper.Recorded.class);
        }

        Investigating add(Signature by, Paper.Recorded recorded) {
            return new Investigating(docket.with(recorded, by));
        }

        UnderReview finish(Signature by, Paper.Findings findings) {
            return new UnderReview(docket.with(findings, by));
        }
    }

    /** 审核中. */
    record UnderReview(Docket docket) implements Reviewable {

        public UnderReview {
            docket.need(Paper.Findings.class);
        }

        @Override
        public Reviewed consented(Docket reviewed) {
            return new Reviewed(reviewed);
        }
    }

    /** 已审核. */
    record Reviewed(Docket docket) implements Reviewable {

        public Reviewed {
            docket.need(Paper.Review.class);
        }

        /** 法制审核 of a case that was found grave after its review. */
        @Override
        public Reviewed consented(Docket reviewed) {
            return new Reviewed(reviewed);
        }

        NoticeIssued inform(Signature by, Paper.Notice notice) {
            return new NoticeIssued(docket.with(notice, by));
        }

        /** Without penalty there is nothing to inform of. */
        Decided conclude(Signature by, Paper.Decided decision) {
            if (decision.result() == Paper.Result.PENALTY) {
                throw new IllegalStateException("a penalty needs its notice first");
            }
            return new Decided(docket.with(decision, by));
        }
    }

    /** 告知书已签发，待送达. */
    record NoticeIssued(Docket docket) implements Pending {

        public NoticeIssued {
            docket.need(Paper.Notice.class);
        }

        Informed serve(Signature by, Paper.Delivery delivery) {
            return new Informed(docket.with(new Paper.NoticeServed(delivery), by));
        }
    }

    /** 已告知: the party may state its case and ask for a hearing. */
    record Informed(Docket docket) implements Reviewable {

        public Informed {
            docket.need(Paper.NoticeServed.class);
        }

        Paper.Delivery served() {
            return docket.need(Paper.NoticeServed.class).delivery();
        }

        Informed record(Signature by, Paper.Defence defence) {
            return new Informed(docket.with(defence, by));
        }

        /** 法制审核 of a case that was found grave after its review. */
        @Override
        public Informed consented(Docket reviewed) {
            return new Informed(reviewed);
        }

        HearingAsked askHearing(Signature by, LocalDate on) {
            return new HearingAsked(docket.with(new Paper.HearingAsked(on), by));
        }

        /** 当事人书面放弃. */
        boolean waived() {
            return docket.since(Paper.NoticeServed.class, Paper.Defence.class).stream().anyMatch(Paper.Defence::waiver);
        }

        Decided decide(Signature by, Paper.Decided decision) {
            return new Decided(docket.with(decision, by));
        }
    }

    /** 已要求听证. */
    record HearingAsked(Docket docket) implements Pending {

        public HearingAsked {
            docket.need(Paper.HearingAsked.class);
        }

        @Override
        public HearingAsked put(Signature by, Paper paper) {
            return new HearingAsked(docket.with(paper, by));
        }

        Heard hear(Signature by, Paper.Heard heard) {
            return new Heard(docket.with(heard, by));
        }

        /** Without a hearing the case stands where it stood before the request. */
        Informed end(Signature by, Paper.HearingEnded ended) {
            return new Informed(docket.with(ended, by));
        }
    }

    /** 已听证: legal review comes once more, then the decision. */
    record Heard(Docket docket) implements Reviewable {

        public Heard {
            docket.need(Paper.Heard.class);
        }

        /** Whether a review after the hearing consents. */
        boolean reviewed() {
            int hearing = docket.last(Paper.Heard.class).orElseThrow().n();
            return docket.last(Paper.Review.class)
                    .filter(entry -> entry.n() > hearing && ((Paper.Review) entry.paper()).consents())
                    .isPresent();
        }

        @Override
        public Heard consented(Docket reviewed) {
            return new Heard(reviewed);
        }

        Heard record(Signature by, Paper.Defence defence) {
            return new Heard(docket.with(defence, by));
        }

        Decided decide(Signature by, Paper.Decided decision) {
            return new Decided(docket.with(decision, by));
        }
    }

    /** 已终止调查. */
    record Terminated(Docket docket) implements Concluded {

        public Terminated {
            docket.need(Paper.Terminated.class);
        }

        Closing proposeClosing(Signature by, String outcome) {
            return new Closing(docket.with(new Paper.ClosingProposed(outcome), by));
        }
    }

    /** 已移送管辖: another agency of market regulation has the case from here on. */
    record HandedOver(Docket docket) implements Concluded {

        public HandedOver {
            docket.need(Paper.HandedOver.class);
        }

        Closing proposeClosing(Signature by, String outcome) {
            return new Closing(docket.with(new Paper.ClosingProposed(outcome), by));
        }
    }

    /** 已决定，待送达. */
    record Decided(Docket docket) implements Concluded {

        public Decided {
            docket.need(Paper.Decided.class);
        }

        Served serve(Signature by, Paper.Delivery delivery) {
            return new Served(docket.with(new Paper.Served(delivery), by));
        }
    }

    /** 已送达. */
    record Served(Docket docket) implements Concluded {

        public Served {
            docket.need(Paper.Served.class);
        }

        Executing pay(Signature by, Paper.Paid paid) {
            return new Executing(docket.with(paid, by));
        }

        Closing proposeClosing(Signature by, String outcome) {
            return new Closing(docket.with(new Paper.ClosingProposed(outcome), by));
        }
    }

    /** 执行中. */
    record Executing(Docket docket) implements Concluded {

        public Executing {
            docket.need(Paper.Paid.class);
        }

        Executing pay(Signature by, Paper.Paid paid) {
            return new Executing(docket.with(paid, by));
        }

        Closing proposeClosing(Signature by, String outcome) {
            return new Closing(docket.with(new Paper.ClosingProposed(outcome), by));
        }
    }

    /** 待批准结案. */
    record Closing(Docket docket) implements Concluded {

        public Closing {
            docket.need(Paper.ClosingProposed.class);
        }

        Closed close(Signature by, String ground) {
            return new Closed(docket.with(new Paper.Closed(ground), by));
        }
    }

    /** 已结案. */
    record Closed(Docket docket) implements Concluded {

        public Closed {
            docket.need(Paper.Closed.class);
        }

        /** Whether it was archived since it was closed last. */
        boolean isArchived() {
            int closed = docket.last(Paper.Closed.class).orElseThrow().n();
            return docket.last(Paper.Archived.class).filter(entry -> entry.n() > closed).isPresent();
        }

        /** What was decided stays on file; where the case goes on says {@code reopened}. */
        CaseFile reopen(Signature by, Paper.Reopened reopened) {
            var after = docket.with(reopened, by);
            return switch (reopened.kind()) {
                case INVESTIGATION ->
                    docket.last(Paper.Recorded.class).isPresent() ? new Investigating(after) : new Filed(after);
                case EXECUTION ->
                    docket.since(Paper.Decided.class, Paper.Paid.class).isEmpty() ? new Served(after) : new Executing(after);
            };
        }
    }
}

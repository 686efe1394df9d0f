package org.hengjian.referrals;

/**
 * A referral (移送) in one state. Each state offers only its lawful moves and has the papers that it says it has;
 * {@link Procedure} says who may make a move and when.
 */
public sealed interface Referral {

    Dossier dossier();

    /** The state's name as stored and shown. */
    default Stage stage() {
        return Stage.of(this);
    }

    /** What people call it: the letter's number, before sending the report's. */
    default String name() {
        return dossier().letter().orElse(dossier().report());
    }

    /** The same state with one more paper, for what changes no state. */
    default Referral put(Signature by, Paper paper) {
        return Stage.of(this).of(dossier().with(paper, by));
    }

    /** The police have it and have not decided. */
    sealed interface AtThePolice extends Referral {

        default Filed file(Signature by, Paper.Filed filed) {
            return new Filed(dossier().with(filed, by));
        }

        /** Without a word when the term was over, the prosecutor asks (逾期不作出决定). */
        default ReasonsAsked askReasons(Signature by, Paper.ReasonsAsked asked) {
            return new ReasonsAsked(dossier().with(asked, by));
        }
    }

    /** The police said no. */
    sealed interface Refused extends Referral {

        default SupervisionAsked askSupervision(Signature by, Paper.SupervisionAsked asked) {
            return new SupervisionAsked(dossier().with(asked, by));
        }

        default ReasonsAsked askReasons(Signature by, Paper.ReasonsAsked asked) {
            return new ReasonsAsked(dossier().with(asked, by));
        }

        default NotFiled takeBack(Signature by, Paper.TakenBack back) {
            return new NotFiled(dossier().with(back, by));
        }
    }

    /** 待批准移送. */
    record Proposed(Dossier dossier) implements Referral {

        public Proposed {
            dossier.need(Paper.Report.class);
        }

        Approved approve(Signature by, Paper.Approved approved) {
            return new Approved(dossier.with(approved, by));
        }

        NotApproved reject(Signature by, String reasons) {
            return new NotApproved(dossier.with(new Paper.NotApproved(reasons), by));
        }
    }

    /** 不批准移送. */
    record NotApproved(Dossier dossier) implements Referral {

        public NotApproved {
            dossier.need(Paper.NotApproved.class);
        }
    }

    /** 已批准，待移送. */
    record Approved(Dossier dossier) implements Referral {

        public Approved {
            dossier.need(Paper.Approved.class);
        }

        Sent send(Signature by, Paper.Sent sent) {
            return new Sent(dossier.with(sent, by));
        }
    }

    /** 已移送，待签收. */
    record Sent(Dossier dossier) implements Referral {

        public Sent {
            dossier.need(Paper.Sent.class);
        }

        Received receive(Signature by, Paper.Received received) {
            return new Received(dossier.with(received, by));
        }
    }

    /** 已签收. */
    record Received(Dossier dossier) implements AtThePolice {

        public Received {
            dossier.need(Paper.Received.class);
        }

        Accepted accept(Signature by, String register) {
            return new Accepted(dossier.with(new Paper.Accepted(register), by));
        }

        Sent forward(Signature by, Paper.Forwarded forwarded) {
            return new Sent(dossier.with(forwarded, by));
        }

        Returned giveBack(Signature by, Paper.Returned returned) {
            return new Returned(dossier.with(returned, by));
        }
    }

    /** 已受案，审查中. */
    record Accepted(Dossier dossier) implements AtThePolice {

        public Accepted {
            dossier.need(Paper.Accepted.class);
        }

        MoreAsked askMore(Signature by, Paper.MoreAsked asked) {
            return new MoreAsked(dossier.with(asked, by));
        }

        Declined decline(Signature by, Paper.Declined declined) {
            return new Declined(dossier.with(declined, by));
        }

        Sent forward(Signature by, Paper.Forwarded forwarded) {
            return new Sent(dossier.with(forwarded, by));
        }
    }

    /** 待补正: the days for the decision run on. */
    record MoreAsked(Dossier dossier) implements AtThePolice {

        public MoreAsked {
            dossier.need(Paper.MoreAsked.class);
        }

        Accepted supply(Signature by, String what) {
            return new Accepted(dossier.with(new Paper.Supplied(what), by));
        }

        Declined decline(Signature by, Paper.Declined declined) {
            return new Declined(dossier.with(declined, by));
        }
    }

    /** 已退回: no matter for the police. */
    record Returned(Dossier dossier) implements Referral {

        public Returned {
            dossier.need(Paper.Returned.class);
        }
    }

    /** 已立案侦查. */
    record Filed(Dossier dossier) implements Referral {

        public Filed {
            dossier.need(Paper.Filed.class);
        }

        Referral conclude(Signature by, Paper.Investigated investigated) {
            var after = dossier.with(investigated, by);
            return investigated.result() == Paper.Investigation.TO_PROSECUTION
                    ? new UnderProsecution(after)
                    : new NotPunished(after);
        }
    }

    /** 不予立案. */
    record Declined(Dossier dossier) implements Refused {

        public Declined {
            dossier.need(Paper.Declined.class);
        }

        ReconsiderationAsked askReconsideration(Signature by, Paper.ReconsiderationAsked asked) {
            return new ReconsiderationAsked(dossier.with(asked, by));
        }
    }

    /** 已提请复议. */
    record ReconsiderationAsked(Dossier dossier) implements AtThePolice {

        public ReconsiderationAsked {
            dossier.need(Paper.ReconsiderationAsked.class);
        }

        Upheld uphold(Signature by, Paper.Upheld upheld) {
            return new Upheld(dossier.with(upheld, by));
        }
    }

    /** 复议维持不予立案. */
    record Upheld(Dossier dossier) implements Refused {

        public Upheld {
            dossier.need(Paper.Upheld.class);
        }
    }

    /** 已建议立案监督. */
    record SupervisionAsked(Dossier dossier) implements Referral {

        public SupervisionAsked {
            dossier.need(Paper.SupervisionAsked.class);
        }

        ReasonsAsked askReasons(Signature by, Paper.ReasonsAsked asked) {
            return new ReasonsAsked(dossier.with(asked, by));
        }

        NotFiled end(Signature by, String reasons) {
            return new NotFiled(dossier.with(new Paper.SupervisionEnded(reasons), by));
        }
    }

    /** 已要求说明不立案理由. */
    record ReasonsAsked(Dossier dossier) implements Referral {

        public ReasonsAsked {
            dossier.need(Paper.ReasonsAsked.class);
        }

        ReasonsGiven give(Signature by, Paper.ReasonsGiven given) {
            return new ReasonsGiven(dossier.with(given, by));
        }

        Filed file(Signature by, Paper.Filed filed) {
            return new Filed(dossier.with(filed, by));
        }
    }

    /** 已说明不立案理由. */
    record ReasonsGiven(Dossier dossier) implements Referral {

        public ReasonsGiven {
            dossier.need(Paper.ReasonsGiven.class);
        }

        FilingOrdered order(Signature by, Paper.FilingOrdered ordered) {
            return new FilingOrdered(dossier.with(ordered, by));
        }

        NotFiled end(Signature by, String reasons) {
            return new NotFiled(dossier.with(new Paper.SupervisionEnded(reasons), by));
        }
    }

    /** 已通知立案: the police shall file (应当立案). */
    record FilingOrdered(Dossier dossier) implements Referral {

        public FilingOrdered {
            dossier.need(Paper.FilingOrdered.class);
        }

        Filed file(Signature by, Paper.Filed filed) {
            return new Filed(dossier.with(filed, by));
        }
    }

    /** 未立案: the agency deals with the case (依法作出处理). */
    record NotFiled(Dossier dossier) implements Referral {

        public NotFiled {
            dossier.need(Paper.Received.class);
        }
    }

    /** 审查起诉. */
    record UnderProsecution(Dossier dossier) implements Referral {

        public UnderProsecution {
            dossier.need(Paper.Investigated.class);
        }

        Prosecuted prosecute(Signature by, Paper.Prosecuted prosecuted) {
            return new Prosecuted(dossier.with(prosecuted, by));
        }

        NotPunished refrain(Signature by, Paper.NotProsecuted refrained) {
            return new NotPunished(dossier.with(refrained, by));
        }
    }

    /** 已起诉. */
    record Prosecuted(Dossier dossier) implements Referral {

        public Prosecuted {
            dossier.need(Paper.Prosecuted.class);
        }

        Referral judge(Signature by, Paper.Judged judged) {
            var after = dossier.with(judged, by);
            return judged.result() == Paper.Judgment.PUNISHED ? new Punished(after) : new NotPunished(after);
        }
    }

    /** 已判处刑罚. */
    record Punished(Dossier dossier) implements Referral {

        public Punished {
            dossier.need(Paper.Judged.class);
        }
    }

    /** 未予刑事处罚: withdrawn, not prosecuted, exempt or acquitted. */
    record NotPunished(Dossier dossier) implements Referral {

        public NotPunished {
            dossier.need(Paper.Investigated.class);
        }

        /** Whether the police ended it, before any prosecutor had it. */
        boolean endedByThePolice() {
            return dossier.need(Paper.Investigated.class).result() != Paper.Investigation.TO_PROSECUTION;
        }

        Reversed reverse(Signature by, Paper.Reversed reversed) {
            return new Reversed(dossier.with(reversed, by));
        }
    }

    /** 已反向移送，待回复. */
    record Reversed(Dossier dossier) implements Referral {

        public Reversed {
            dossier.need(Paper.Reversed.class);
        }

        Replied reply(Signature by, Paper.Replied replied) {
            return new Replied(dossier.with(replied, by));
        }
    }

    /** 已回复. */
    record Replied(Dossier dossier) implements Referral {

        public Replied {
            dossier.need(Paper.Replied.class);
        }
    }
}

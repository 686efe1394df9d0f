package org.hengjian.adjudications;

/**
 * An adjudication (行政裁决) in one state. Each state offers only its lawful moves and has the papers that it says it has;
 * {@link Procedure} says who may make a move and when.
 */
public sealed interface Adjudication {

    Dossier dossier();

    /** The state's name as stored and shown. */
    default Stage stage() {
        return Stage.of(this);
    }

    /** What people call it. */
    default String name() {
        return dossier().name();
    }

    /** The same state with one more paper, for what changes no state. */
    default Adjudication put(Signature by, Paper paper) {
        return Stage.of(this).of(dossier().with(paper, by));
    }

    /** Nothing is ruled yet: the requester can take the request back. */
    sealed interface Open extends Adjudication {

        default Withdrawn withdraw(Signature by, Paper.Withdrawn withdrawn) {
            return new Withdrawn(dossier().with(withdrawn, by));
        }
    }

    /** Accepted, and not ruled on. */
    sealed interface Pending extends Open {

        default Merged merge(Signature by, Paper.Merged merged) {
            return new Merged(dossier().with(merged, by));
        }
    }

    /** The respondent has it: mediation and suspension are possible. */
    sealed interface Heard extends Pending {

        default Suspended suspend(Signature by, Paper.Suspended suspended) {
            return new Suspended(dossier().with(suspended, by));
        }

        default Mediated agree(Signature by, Paper.MediationAgreed agreed) {
            return new Mediated(dossier().with(agreed, by));
        }
    }

    /** 待审查. */
    record Requested(Dossier dossier) implements Open {

        public Requested {
            dossier.need(Paper.Request.class);
        }

        SupplementAsked askSupplement(Signature by, Paper.SupplementAsked asked) {
            return new SupplementAsked(dossier.with(asked, by));
        }

        Accepted accept(Signature by, Paper.Accepted accepted) {
            return new Accepted(dossier.with(accepted, by));
        }

        NotAccepted refuse(Signature by, Paper.NotAccepted refused) {
            return new NotAccepted(dossier.with(refused, by));
        }
    }

    /** 待补正. */
    record SupplementAsked(Dossier dossier) implements Open {

        public SupplementAsked {
            dossier.need(Paper.SupplementAsked.class);
        }

        Requested supplement(Signature by, String what) {
            return new Requested(dossier.with(new Paper.Supplemented(what), by));
        }

        NotAccepted refuse(Signature by, Paper.NotAccepted refused) {
            return new NotAccepted(dossier.with(refused, by));
        }
    }

    /** 不予受理. */
    record NotAccepted(Dossier dossier) implements Adjudication {

        public NotAccepted {
            dossier.need(Paper.NotAccepted.class);
        }
    }

    /** 已受理，待送达副本. */
    record Accepted(Dossier dossier) implements Pending {

        public Accepted {
            dossier.need(Paper.Accepted.class);
        }

        CopyServed serve(Signature by, Paper.CopyServed served) {
            return new CopyServed(dossier.with(served, by));
        }
    }

    /** 待答辩. */
    record CopyServed(Dossier dossier) implements Heard {

        public CopyServed {
            dossier.need(Paper.CopyServed.class);
        }

        Examining answer(Signature by, Paper.Answered answered) {
            return new Examining(dossier.with(answered, by));
        }

        Examining goOn(Signature by, String note) {
            return new Examining(dossier.with(new Paper.Silent(note), by));
        }
    }

    /** 审理中. */
    record Examining(Dossier dossier) implements Heard {

        public Examining {
            dossier.need(Paper.CopyServed.class);
        }

        HearingCalled call(Signature by, Paper.HearingCalled called) {
            return new HearingCalled(dossier.with(called, by));
        }

        Ruled rule(Signature by, Paper.Ruled ruled) {
            return new Ruled(dossier.with(ruled, by));
        }
    }

    /** 待口头审理. */
    record HearingCalled(Dossier dossier) implements Heard {

        public HearingCalled {
            dossier.need(Paper.HearingCalled.class);
        }

        Examining hold(Signature by, Paper.HearingHeld held) {
            return new Examining(dossier.with(held, by));
        }
    }

    /** 中止. */
    record Suspended(Dossier dossier) implements Pending {

        public Suspended {
            dossier.need(Paper.Suspended.class);
        }

        /** Back to the examination: what was called before is called anew. */
        Adjudication resume(Signature by, Paper.Resumed resumed) {
            var more = dossier.with(resumed, by);
            boolean answered = dossier.last(Paper.Answered.class).isPresent() || dossier.last(Paper.Silent.class).isPresent();
            return answered ? new Examining(more) : new CopyServed(more);
        }
    }

    /** 调解达成. */
    record Mediated(Dossier dossier) implements Adjudication {

        public Mediated {
            dossier.need(Paper.MediationAgreed.class);
        }

        Closed close(Signature by, String text) {
            return new Closed(dossier.with(new Paper.Closed(text), by));
        }
    }

    /** 已裁决，待送达. */
    record Ruled(Dossier dossier) implements Adjudication {

        public Ruled {
            dossier.need(Paper.Ruled.class);
        }

        /** Once both have it, the days for the lawsuit run for both. */
        Adjudication serve(Signature by, Paper.RulingServed served) {
            var more = dossier.with(served, by);
            boolean both = more.served(Party.Side.REQUESTER).isPresent() && more.served(Party.Side.RESPONDENT).isPresent();
            return both ? new RulingServed(more) : new Ruled(more);
        }
    }

    /** 裁决已送达. */
    record RulingServed(Dossier dossier) implements Adjudication {

        public RulingServed {
            dossier.need(Paper.RulingServed.class);
        }

        Sued sue(Signature by, Paper.Sued sued) {
            return new Sued(dossier.with(sued, by));
        }

        EnforcementApplied apply(Signature by, Paper.EnforcementApplied applied) {
            return new EnforcementApplied(dossier.with(applied, by));
        }

        Closed close(Signature by, String text) {
            return new Closed(dossier.with(new Paper.Closed(text), by));
        }
    }

    /** 诉讼中. */
    record Sued(Dossier dossier) implements Adjudication {

        public Sued {
            dossier.need(Paper.Sued.class);
        }

        Adjudication judge(Signature by, Paper.Judged judged) {
            var more = dossier.with(judged, by);
            return switch (judged.result()) {
                case UPHELD -> new RulingServed(more);
                case REVOKED -> new Closed(more.with(new Paper.Closed("裁决被人民法院撤销"), by));
                case REVOKED_REDO -> new Examining(more);
            };
        }
    }

    /** 已申请强制执行. */
    record EnforcementApplied(Dossier dossier) implements Adjudication {

        public EnforcementApplied {
            dossier.need(Paper.EnforcementApplied.class);
        }

        Closed close(Signature by, String text) {
            return new Closed(dossier.with(new Paper.Closed(text), by));
        }
    }

    /** 已结案. */
    record Closed(Dossier dossier) implements Adjudication {

        public Closed {
            dossier.need(Paper.Closed.class);
        }
    }

    /** 已撤回. */
    record Withdrawn(Dossier dossier) implements Adjudication {

        public Withdrawn {
            dossier.need(Paper.Withdrawn.class);
        }
    }

    /** 已并入另案. */
    record Merged(Dossier dossier) implements Adjudication {

        public Merged {
            dossier.need(Paper.Merged.class);
        }
    }
}

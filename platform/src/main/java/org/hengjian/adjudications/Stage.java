package org.hengjian.adjudications;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** The states by the names that they are stored and filtered under; {@link Adjudication} is what they mean. */
public enum Stage {
    REQUESTED(Adjudication.Requested::new),
    SUPPLEMENT_ASKED(Adjudication.SupplementAsked::new),
    NOT_ACCEPTED(Adjudication.NotAccepted::new),
    ACCEPTED(Adjudication.Accepted::new),
    COPY_SERVED(Adjudication.CopyServed::new),
    EXAMINING(Adjudication.Examining::new),
    HEARING_CALLED(Adjudication.HearingCalled::new),
    SUSPENDED(Adjudication.Suspended::new),
    MEDIATED(Adjudication.Mediated::new),
    RULED(Adjudication.Ruled::new),
    RULING_SERVED(Adjudication.RulingServed::new),
    SUED(Adjudication.Sued::new),
    ENFORCEMENT_APPLIED(Adjudication.EnforcementApplied::new),
    CLOSED(Adjudication.Closed::new),
    WITHDRAWN(Adjudication.Withdrawn::new),
    MERGED(Adjudication.Merged::new);

    private static final Set<Stage> ENDS = EnumSet.of(NOT_ACCEPTED, CLOSED, WITHDRAWN, MERGED);

    private final Function<Dossier, Adjudication> adjudication;

    Stage(Function<Dossier, Adjudication> adjudication) {
        this.adjudication = adjudication;
    }

    /** The adjudication in this state; the state checks that its papers are there. */
    Adjudication of(Dossier dossier) {
        return adjudication.apply(dossier);
    }

    static Stage of(Adjudication adjudication) {
        return switch (adjudication) {
            case Adjudication.Requested _ -> REQUESTED;
            case Adjudication.SupplementAsked _ -> SUPPLEMENT_ASKED;
            case Adjudication.NotAccepted _ -> NOT_ACCEPTED;
            case Adjudication.Accepted _ -> ACCEPTED;
            case Adjudication.CopyServed _ -> COPY_SERVED;
            case Adjudication.Examining _ -> EXAMINING;
            case Adjudication.HearingCalled _ -> HEARING_CALLED;
            case Adjudication.Suspended _ -> SUSPENDED;
            case Adjudication.Mediated _ -> MEDIATED;
            case Adjudication.Ruled _ -> RULED;
            case Adjudication.RulingServed _ -> RULING_SERVED;
            case Adjudication.Sued _ -> SUED;
            case Adjudication.EnforcementApplied _ -> ENFORCEMENT_APPLIED;
            case Adjudication.Closed _ -> CLOSED;
            case Adjudication.Withdrawn _ -> WITHDRAWN;
            case Adjudication.Merged _ -> MERGED;
        };
    }

    /** No step is open any more. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }
}

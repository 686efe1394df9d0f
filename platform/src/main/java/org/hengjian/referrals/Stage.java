package org.hengjian.referrals;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** The states by the names that they are stored and filtered under; {@link Referral} is what they mean. */
public enum Stage {
    PROPOSED(Referral.Proposed::new),
    NOT_APPROVED(Referral.NotApproved::new),
    APPROVED(Referral.Approved::new),
    SENT(Referral.Sent::new),
    RECEIVED(Referral.Received::new),
    ACCEPTED(Referral.Accepted::new),
    MORE_ASKED(Referral.MoreAsked::new),
    RETURNED(Referral.Returned::new),
    FILED(Referral.Filed::new),
    DECLINED(Referral.Declined::new),
    RECONSIDERATION_ASKED(Referral.ReconsiderationAsked::new),
    UPHELD(Referral.Upheld::new),
    SUPERVISION_ASKED(Referral.SupervisionAsked::new),
    REASONS_ASKED(Referral.ReasonsAsked::new),
    REASONS_GIVEN(Referral.ReasonsGiven::new),
    FILING_ORDERED(Referral.FilingOrdered::new),
    NOT_FILED(Referral.NotFiled::new),
    UNDER_PROSECUTION(Referral.UnderProsecution::new),
    PROSECUTED(Referral.Prosecuted::new),
    PUNISHED(Referral.Punished::new),
    NOT_PUNISHED(Referral.NotPunished::new),
    REVERSED(Referral.Reversed::new),
    REPLIED(Referral.Replied::new);

    private static final Set<Stage> ENDS = EnumSet.of(NOT_APPROVED, RETURNED, NOT_FILED, PUNISHED, REPLIED);

    private static final Set<Stage> WITH_THE_POLICE = EnumSet.of(
            SENT, RECEIVED, ACCEPTED, MORE_ASKED, FILED, RECONSIDERATION_ASKED, SUPERVISION_ASKED, REASONS_ASKED,
            REASONS_GIVEN, FILING_ORDERED, UNDER_PROSECUTION, PROSECUTED, PUNISHED);

    private final Function<Dossier, Referral> referral;

    Stage(Function<Dossier, Referral> referral) {
        this.referral = referral;
    }

    /** The referral in this state; the state checks that its papers are there. */
    Referral of(Dossier dossier) {
        return referral.apply(dossier);
    }

    static Stage of(Referral referral) {
        return switch (referral) {
            case Referral.Proposed _ -> PROPOSED;
            case Referral.NotApproved _ -> NOT_APPROVED;
            case Referral.Approved _ -> APPROVED;
            case Referral.Sent _ -> SENT;
            case Referral.Received _ -> RECEIVED;
            case Referral.Accepted _ -> ACCEPTED;
            case Referral.MoreAsked _ -> MORE_ASKED;
            case Referral.Returned _ -> RETURNED;
            case Referral.Filed _ -> FILED;
            case Referral.Declined _ -> DECLINED;
            case Referral.ReconsiderationAsked _ -> RECONSIDERATION_ASKED;
            case Referral.Upheld _ -> UPHELD;
            case Referral.SupervisionAsked _ -> SUPERVISION_ASKED;
            case Referral.ReasonsAsked _ -> REASONS_ASKED;
            case Referral.ReasonsGiven _ -> REASONS_GIVEN;
            case Referral.FilingOrdered _ -> FILING_ORDERED;
            case Referral.NotFiled _ -> NOT_FILED;
            case Referral.UnderProsecution _ -> UNDER_PROSECUTION;
            case Referral.Prosecuted _ -> PROSECUTED;
            case Referral.Punished _ -> PUNISHED;
            case Referral.NotPunished _ -> NOT_PUNISHED;
            case Referral.Reversed _ -> REVERSED;
            case Referral.Replied _ -> REPLIED;
        };
    }

    /** Whether the case is with the police, the procuratorate or the court by it: sent, and neither returned nor declined. */
    public boolean isWithThePolice() {
        return WITH_THE_POLICE.contains(this);
    }

    /** No step is open any more. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }
}

package org.hengjian.cases;

import java.util.function.Function;

/** The states by the names that they are stored and filtered under; {@link CaseFile} is what they mean. */
public enum Stage {
    PROPOSED(CaseFile.Proposed::new),
    REFUSED(CaseFile.Refused::new),
    FILED(CaseFile.Filed::new),
    INVESTIGATING(CaseFile.Investigating::new),
    UNDER_REVIEW(CaseFile.UnderReview::new),
    REVIEWED(CaseFile.Reviewed::new),
    NOTICE_ISSUED(CaseFile.NoticeIssued::new),
    INFORMED(CaseFile.Informed::new),
    HEARING_ASKED(CaseFile.HearingAsked::new),
    HEARD(CaseFile.Heard::new),
    TERMINATED(CaseFile.Terminated::new),
    HANDED_OVER(CaseFile.HandedOver::new),
    DECIDED(CaseFile.Decided::new),
    SERVED(CaseFile.Served::new),
    EXECUTING(CaseFile.Executing::new),
    CLOSING(CaseFile.Closing::new),
    CLOSED(CaseFile.Closed::new);

    private final Function<Docket, CaseFile> file;

    Stage(Function<Docket, CaseFile> file) {
        this.file = file;
    }

    /** The file in this state; the state checks that its papers are there. */
    CaseFile of(Docket docket) {
        return file.apply(docket);
    }

    static Stage of(CaseFile file) {
        return switch (file) {
            case CaseFile.Proposed _ -> PROPOSED;
            case CaseFile.Refused _ -> REFUSED;
            case CaseFile.Filed _ -> FILED;
            case CaseFile.Investigating _ -> INVESTIGATING;
            case CaseFile.UnderReview _ -> UNDER_REVIEW;
            case CaseFile.Reviewed _ -> REVIEWED;
            case CaseFile.NoticeIssued _ -> NOTICE_ISSUED;
            case CaseFile.Informed _ -> INFORMED;
            case CaseFile.HearingAsked _ -> HEARING_ASKED;
            case CaseFile.Heard _ -> HEARD;
            case CaseFile.Terminated _ -> TERMINATED;
            case CaseFile.HandedOver _ -> HANDED_OVER;
            case CaseFile.Decided _ -> DECIDED;
            case CaseFile.Served _ -> SERVED;
            case CaseFile.Executing _ -> EXECUTING;
            case CaseFile.Closing _ -> CLOSING;
            case CaseFile.Closed _ -> CLOSED;
        };
    }

    /** No step is open any more. */
    public boolean isEnd() {
        return this == REFUSED || this == CLOSED;
    }
}

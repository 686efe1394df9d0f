package org.hengjian.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.hengjian.cases.Docket;
import org.hengjian.cases.Party;
import org.hengjian.cases.Penalty;
import org.hengjian.law.Money;

/**
 * A case of the demonstration as {@code seed/demo/cases.csv} tells it: what it is about, when it began, how far it came.
 * Everybody in it is made up.
 *
 * @param source  number of the inspection or report that it comes from; tells one story from another
 * @param daysAgo when it was proposed, in days before the day on which the demonstration begins
 */
record PastCase(
        String source, int daysAgo, Reach reach, Docket.Matter matter, Party party, Party.Personal personal,
        Optional<Money> turnover, Penalty penalty) {

    /** Days between the call and the hearing: long enough before and after any holiday. */
    static final int HEARING_AFTER = 26;

    /** How far a story goes. */
    enum Reach {
        PROPOSED,
        REFUSED,
        FILED,
        INVESTIGATING,
        EXTENDED,
        UNDER_REVIEW,
        REVIEWED,
        NOTICE_ISSUED,
        INFORMED,
        HEARING_ASKED,
        HEARD,
        DECIDED,
        SERVED,
        EXECUTING,
        CLOSING,
        CLOSED,
        EXEMPT
    }

    /** A step of the story. */
    enum Beat {
        PROPOSE,
        REFUSE,
        APPROVE,
        TELL_REPORTER,
        INSPECT,
        QUESTION,
        EXTEND,
        FINISH,
        REVIEW,
        INFORM,
        SERVE_NOTICE,
        ASK_HEARING,
        CALL_HEARING,
        SERVE_HEARING,
        HOLD_HEARING,
        HEAR,
        REVIEW_AGAIN,
        WAIVE,
        DECIDE,
        SERVE,
        PAY_A_PART,
        PAY,
        PROPOSE_CLOSING,
        CLOSE
    }

    /** @param after days after the proposal */
    record Due(Beat beat, int after) {}

    static PastCase of(CSVRecord row, java.time.LocalDate begin) {
        int daysAgo = Integer.parseInt(row.get("days_ago"));
        var found = begin.minusDays(daysAgo);
        var matter = new Docket.Matter(
                row.get("party") + "涉嫌" + row.get("cause") + "案",
                row.get("cause"),
                row.get("act"),
                row.get("place"),
                new Docket.Span(found.minusDays(75), Optional.of(found.minusDays(2))),
                row.get("right"),
                row.get("source").startsWith("举") ? Docket.Source.REPORT : Docket.Source.INSPECTION,
                row.get("source"),
                found);
        String others = row.get("others");
        return new PastCase(
                row.get("source"),
                daysAgo,
                Reach.valueOf(row.get("reach")),
                matter,
                new Party(Party.Kind.FIRM, row.get("party"), row.get("code"), row.get("address")),
                new Party.Personal(row.get("person"), "", ""),
                row.get("turnover").isEmpty() ? Optional.empty() : Optional.of(yuan(row.get("turnover"))),
                new Penalty(
                        yuan(row.get("fine")),
                        yuan(row.get("confiscation")),
                        others,
                        others.isEmpty() ? "" : "《中华人民共和国商标法》第六十条第二款"));
    }

    private static Money yuan(String text) {
        return Money.ofFen(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    /** The steps up to where the story goes, at the pace of an agency that keeps its terms. */
    List<Due> story() {
        var story = new ArrayList<Due>();
        story.add(new Due(Beat.PROPOSE, 0));
        if (reach == Reach.REFUSED) {
            story.add(new Due(Beat.REFUSE, 2));
            if (matter.source() == Docket.Source.REPORT) {
                story.add(new Due(Beat.TELL_REPORTER, 3));
            }
            return story;
        }
        boolean heard = reach == Reach.HEARING_ASKED || reach == Reach.HEARD;
        add(story, Reach.FILED, Beat.APPROVE, 1);
        if (matter.source() == Docket.Source.REPORT) {
            add(story, Reach.FILED, Beat.TELL_REPORTER, 2);
        }
        add(story, Reach.INVESTIGATING, Beat.INSPECT, 3);
        add(story, Reach.INVESTIGATING, Beat.QUESTION, 6);
        if (reach == Reach.EXTENDED) {
            story.add(new Due(Beat.EXTEND, 80));
            return story;
        }
        add(story, Reach.UNDER_REVIEW, Beat.FINISH, 14);
        add(story, Reach.REVIEWED, Beat.REVIEW, 17);
        if (reach == Reach.EXEMPT) {
            story.add(new Due(Beat.DECIDE, 19));
            story.add(new Due(Beat.SERVE, 21));
            story.add(new Due(Beat.PROPOSE_CLOSING, 24));
            story.add(new Due(Beat.CLOSE, 25));
            return story;
        }
        add(story, Reach.NOTICE_ISSUED, Beat.INFORM, 19);
        add(story, Reach.INFORMED, Beat.SERVE_NOTICE, 21);
        if (heard) {
            story.add(new Due(Beat.ASK_HEARING, 23));
            add(story, Reach.HEARD, Beat.CALL_HEARING, 24);
            add(story, Reach.HEARD, Beat.SERVE_HEARING, 24);
            add(story, Reach.HEARD, Beat.HOLD_HEARING, 24 + HEARING_AFTER);
            add(story, Reach.HEARD, Beat.HEAR, 51);
            add(story, Reach.HEARD, Beat.REVIEW_AGAIN, 53);
            return story;
        }
        add(story, Reach.DECIDED, Beat.WAIVE, 23);
        add(story, Reach.DECIDED, Beat.DECIDE, 26);
        add(story, Reach.SERVED, Beat.SERVE, 29);
        if (reach == Reach.EXECUTING) {
            story.add(new Due(Beat.PAY_A_PART, 40));
            return story;
        }
        add(story, Reach.CLOSING, Beat.PAY, 38);
        add(story, Reach.CLOSING, Beat.PROPOSE_CLOSING, 42);
        add(story, Reach.CLOSED, Beat.CLOSE, 45);
        return story;
    }

    private void add(List<Due> story, Reach from, Beat beat, int after) {
        if (reach.compareTo(from) >= 0) {
            story.add(new Due(beat, after));
        }
    }
}

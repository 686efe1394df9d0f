package org.hengjian.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.hengjian.statutes.Earliest;

/**
 * The days that people enter, and what each follows: nothing is served before it was issued, paid before it was decided, found
 * before it was commissioned. An earlier day is refused, never moved. A day to come is refused where the form is read.
 */
final class EarliestDays {

    private EarliestDays() {}

    /** What a step follows that is entered for a day; empty for one that follows nothing on file. */
    static Optional<Earliest> before(Verb verb, Docket docket) {
        return switch (verb) {
            case SERVE_NOTICE -> entered("SERVED_BEFORE", docket, Paper.Notice.class);
            case SERVE -> entered("SERVED_BEFORE", docket, Paper.Decided.class);
            case SERVE_HEARING -> entered("SERVED_BEFORE", docket, Paper.HearingCalled.class);
            case SERVE_DEMAND -> entered("SERVED_BEFORE", docket, Paper.Demanded.class);
            case DEFENCE -> served("DEFENCE_BEFORE", docket);
            case ASK_HEARING -> served("HEARING_ASKED_BEFORE", docket);
            case WITHDRAW_HEARING -> docket.paper(Paper.HearingAsked.class)
                    .map(asked -> new Earliest("HEARING_WITHDRAWN_BEFORE", asked.on()));
            case DISCUSS -> entered("DISCUSSED_BEFORE", docket, Paper.Findings.class);
            case PAY -> entered("PAID_BEFORE", docket, Paper.Decided.class);
            case MARK_REMEDY -> entered("REMEDY_BEFORE", docket, Paper.Decided.class);
            case ASK_INSTALMENTS -> entered("INSTALMENTS_BEFORE", docket, Paper.Decided.class);
            case RECORD_RULING -> entered("RULED_BEFORE", docket, Paper.EnforcementApplied.class);
            case TELL_REPORTER -> entered("TOLD_BEFORE", docket, Paper.Filed.class)
                    .or(() -> entered("TOLD_BEFORE", docket, Paper.FilingRefused.class));
            case ASK_RECUSAL -> Optional.of(new Earliest("RECUSAL_BEFORE", docket.matter().foundOn()));
            case TAKE_MEASURE -> Optional.of(new Earliest("MEASURE_BEFORE", docket.matter().foundOn()));
            case DISPUTE_VENUE -> Optional.of(new Earliest("DISPUTED_BEFORE", docket.matter().foundOn()));
            case CONSULT_VENUE -> docket.paper(Paper.VenueDisputed.class)
                    .map(dispute -> new Earliest("CONSULTED_BEFORE", dispute.on()));
            default -> Optional.empty();
        };
    }

    private static Optional<Earliest> entered(String ground, Docket docket, Class<? extends Paper> paper) {
        return docket.last(paper).map(entry -> new Earliest(ground, entry.by().on()));
    }

    private static Optional<Earliest> served(String ground, Docket docket) {
        return docket.paper(Paper.NoticeServed.class).map(served -> new Earliest(ground, served.delivery().on()));
    }
}

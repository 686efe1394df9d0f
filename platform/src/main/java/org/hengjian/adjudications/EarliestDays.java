package org.hengjian.adjudications;

import java.time.LocalDate;
import java.util.Optional;
import org.hengjian.statutes.Earliest;

/** The days that people enter, and what each follows; an earlier day is refused, never moved. */
final class EarliestDays {

    private EarliestDays() {}

    /** What a step follows that is entered for a day; empty for one that follows nothing on file. */
    static Optional<Earliest> before(Verb verb, Dossier dossier) {
        return switch (verb) {
            case SERVE_COPY -> entered("SERVED_BEFORE", dossier, Paper.Accepted.class);
            case SERVE_RULING -> entered("SERVED_BEFORE", dossier, Paper.Ruled.class);
            case ANSWER -> dossier.paper(Paper.CopyServed.class)
                    .map(served -> new Earliest("ANSWERED_BEFORE", served.delivery().on()));
            case FORWARD_ANSWER -> dossier.paper(Paper.Answered.class)
                    .map(answered -> new Earliest("FORWARDED_BEFORE", answered.on()));
            case EXCHANGE_EVIDENCE, INVESTIGATE -> entered("EXAMINED_BEFORE", dossier, Paper.Accepted.class);
            case SUE -> entered("SUED_BEFORE", dossier, Paper.Ruled.class);
            case JUDGE -> dossier.paper(Paper.Sued.class).map(sued -> new Earliest("JUDGED_BEFORE", sued.on()));
            case CONFIRM -> entered("CONFIRMED_BEFORE", dossier, Paper.MediationAgreed.class);
            default -> Optional.empty();
        };
    }

    private static Optional<Earliest> entered(String ground, Dossier dossier, Class<? extends Paper> paper) {
        return dossier.last(paper).map(entry -> new Earliest(ground, entry.by().on()));
    }
}

package org.hengjian.referrals;

import java.time.LocalDate;
import java.util.Optional;
import org.hengjian.statutes.Earliest;

/** The days that people enter, and what each follows; an earlier day is refused, never moved. */
final class EarliestDays {

    private EarliestDays() {}

    /** What a step follows that is entered for a day; empty for one that follows nothing on file. */
    static Optional<Earliest> before(Verb verb, Dossier dossier) {
        return switch (verb) {
            case CONCLUDE -> dossier.last(Paper.Filed.class).map(filed -> new Earliest("INVESTIGATED_BEFORE", filed.by().on()));
            case PROSECUTE, REFRAIN -> dossier.paper(Paper.Investigated.class)
                    .map(investigated -> new Earliest("PROSECUTED_BEFORE", investigated.on()));
            case JUDGE -> dossier.paper(Paper.Prosecuted.class)
                    .map(prosecuted -> new Earliest("JUDGED_BEFORE", prosecuted.on()));
            default -> Optional.empty();
        };
    }
}

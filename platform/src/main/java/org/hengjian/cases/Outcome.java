package org.hengjian.cases;

import java.util.List;
import org.hengjian.statutes.Ground;

/** What came of a verb. */
public sealed interface Outcome {

    /** It was done; the file as it stands now. */
    record Done(CaseFile file) implements Outcome {}

    /** The law does not allow it now, or not by this person. Nothing was changed. */
    record Refused(List<Ground> grounds) implements Outcome {
        public Refused {
            grounds = List.copyOf(grounds);
        }
    }
}

package org.hengjian.adjudications;

import java.util.List;
import org.hengjian.statutes.Ground;

/** What came of a verb. */
public sealed interface Outcome {

    /** It was done, now or when the same request came before; the adjudication as it stands. */
    record Done(Adjudication adjudication) implements Outcome {}

    /** The law does not allow it now, or not by this person. Nothing was changed. */
    record Refused(List<Ground> grounds) implements Outcome {
        public Refused {
            grounds = List.copyOf(grounds);
        }
    }
}

package org.hengjian.evidence;

import java.util.List;

/** What came of a file that was brought, or of a withdrawal. */
public sealed interface Answer {

    /** @param again whether the case had the same bytes already: nothing was added */
    record Done(Item item, boolean again) implements Answer {}

    /** Nothing was changed. */
    record Refused(List<Ground> grounds) implements Answer {
        public Refused {
            grounds = List.copyOf(grounds);
        }
    }
}

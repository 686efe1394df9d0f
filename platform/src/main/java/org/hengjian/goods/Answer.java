package org.hengjian.goods;

import java.util.List;

/** What came of a verb. */
public sealed interface Answer {

    /** It was done, now or when the same request came before; the item as it stands. */
    record Done(Item item) implements Answer {}

    /** Nothing was changed. */
    record Refused(List<Ground> grounds) implements Answer {
        public Refused {
            grounds = List.copyOf(grounds);
        }
    }
}

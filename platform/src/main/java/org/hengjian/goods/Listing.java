package org.hengjian.goods;

import java.util.List;

/** What came of registering lines of a list. */
public sealed interface Listing {

    /** All of them, in the order asked for; those that the same request had registered before as they stand now. */
    record Done(List<Item> items) implements Listing {
        public Done {
            items = List.copyOf(items);
        }
    }

    /** None was registered. */
    record Refused(List<Ground> grounds) implements Listing {
        public Refused {
            grounds = List.copyOf(grounds);
        }
    }
}

package org.hengjian.intake;

import java.util.List;

/**
 * What became of what was taken in. A later room contributes a bean of this; intake shows it and knows no more of it. Each
 * shows only what the viewer may see.
 */
public interface Aftermath {

    /**
     * @param key  message key of the sentence, with its arguments
     * @param href empty where the sentence is all there is
     */
    record Link(String key, List<String> arguments, String href) {
        public Link {
            arguments = List.copyOf(arguments);
        }
    }

    /** Of the whole batch, so far. */
    List<Link> ofBatch(long batch);

    /** Of one listing; empty while nothing has come of it. */
    List<Link> ofListing(long listing);

    /** Of one parcel, by the id of its first version; empty while nothing has come of it. */
    List<Link> ofParcel(long first);
}

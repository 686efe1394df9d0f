package org.hengjian.shell;

import java.util.List;

/** A room whose things can be found from the box on top of every page contributes a bean of this. */
public interface SearchSource {

    /**
     * @param kind  message key of what it is, {@code leads.one}
     * @param title number or name
     * @param note  what tells it from others of the same name
     */
    record Found(String kind, String title, String note, String href) {}

    /**
     * What the viewer may see of it, best first.
     *
     * @param query trimmed, at least one and at most {@value Search#LONGEST} characters
     */
    List<Found> find(String query, int most);
}

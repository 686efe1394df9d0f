package org.hengjian.parties;

import java.time.LocalDate;
import java.util.List;

/**
 * A place where a party appears in the work of a later room (涉及): a lead about its shop, a case against it. Shown on the
 * party's page, newest first.
 *
 * @param key    message key of what it is, {@code leads.involvement}
 * @param number as people know it
 * @param title  in the room's words
 * @param state  message key of where it stands
 */
public record Involvement(LocalDate day, String key, String number, String title, String state, String href) {

    /** A room that records deeds about parties contributes a bean of this; it shows only what the viewer may see. */
    public interface Source {

        /**
         * @param subjects ids of subjects
         * @param shops    ids of shops
         * @param most     how many are wanted, newest first
         */
        List<Involvement> of(List<Long> subjects, List<Long> shops, int most);
    }
}

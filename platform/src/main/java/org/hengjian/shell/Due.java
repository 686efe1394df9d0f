package org.hengjian.shell;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that someone must do by a day: a line of the workbench.
 *
 * @param day      last day of the term
 * @param light    red, amber, green or grey, with its words
 * @param key      message key of what is to be done, {@code leads.due.verify}
 * @param subject  number or name of the thing
 * @param href     where it is done
 */
public record Due(LocalDate day, Light light, String key, String subject, String href) {

    /** A room that has deadlines contributes a bean of this. */
    public interface Source {

        /** The viewer's own, nearest first. */
        List<Due> next(int most);
    }
}

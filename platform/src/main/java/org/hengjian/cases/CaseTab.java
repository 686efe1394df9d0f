package org.hengjian.cases;

import java.util.List;

/**
 * A room that keeps things of cases contributes a bean of this: its page of one case stands in the line of tabs on the
 * case's own.
 */
public interface CaseTab {

    /**
     * @param key  message key of the tab, with {@code arguments}
     * @param href address of the room's page of that case
     */
    record Shown(String key, List<Object> arguments, String href) {

        public Shown {
            arguments = List.copyOf(arguments);
        }

        public Object[] getArray() {
            return arguments.toArray();
        }
    }

    /** Asked when the case's page is shown: must be quick. */
    Shown of(long caseId);
}

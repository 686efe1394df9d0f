package org.hengjian.shell;

import java.time.Instant;
import org.hengjian.time.PlatformTime;

/**
 * Someone else changed the thing meanwhile (optimistic lock). Says who and when, so that the loser can look.
 */
public final class Conflict extends RuntimeException {

    private final String object;
    private final String who;
    private final String when;

    /**
     * @param object what was changed, as people call it
     * @param who    name of the one who was first
     */
    public Conflict(String object, String who, Instant when) {
        this(object, who, PlatformTime.minute(when));
    }

    /** @param when where no moment is known: a day, or a dash */
    public Conflict(String object, String who, String when) {
        super(object + " was changed by " + who + " at " + when);
        this.object = object;
        this.who = who;
        this.when = when;
    }

    public String object() {
        return object;
    }

    public String who() {
        return who;
    }

    public String when() {
        return when;
    }
}

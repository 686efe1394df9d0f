package org.hengjian.shell;

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
     * @param when   moment, as shown to people
     */
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

package org.hengjian.access;

/** The viewer may not do this. Shown as "not found", so that it does not tell what exists; kept in the audit log. */
public final class Forbidden extends RuntimeException {

    /** @param deed what was tried, for the log */
    public Forbidden(String deed) {
        super(deed);
    }
}

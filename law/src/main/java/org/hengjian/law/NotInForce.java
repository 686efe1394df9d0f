package org.hengjian.law;

import java.time.LocalDate;

/** The parameter has no value on that day. */
public final class NotInForce extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotInForce(String id, LocalDate day) {
        super(id + " has no value on " + day);
    }
}

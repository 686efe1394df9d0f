package org.hengjian.law;

/** No parameter has that id. */
public final class UnknownParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownParameter(String id) {
        super("no parameter with the id " + id);
    }
}

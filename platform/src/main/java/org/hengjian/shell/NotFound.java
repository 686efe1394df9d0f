package org.hengjian.shell;

/** No such thing, or not for this viewer's eyes: the page is the same. */
public final class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what + " is not here");
    }
}

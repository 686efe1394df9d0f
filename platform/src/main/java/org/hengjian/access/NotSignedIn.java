package org.hengjian.access;

/** Something was asked for that is not for strangers, and nobody is signed in. */
public final class NotSignedIn extends RuntimeException {

    public NotSignedIn() {
        super("nobody is signed in");
    }
}

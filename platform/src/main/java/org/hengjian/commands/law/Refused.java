package org.hengjian.commands.law;

/** A field of a question is wrong: where, as a JSON pointer, and why. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    Refused(String pointer, String reason) {
        super(reason);
        this.pointer = pointer;
    }

    String pointer() {
        return pointer;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

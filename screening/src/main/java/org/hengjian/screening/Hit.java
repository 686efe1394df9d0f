package org.hengjian.screening;

/**
 * A form found in a text, however written (命中).
 *
 * @param from first unit
 * @param to unit after the last
 * @param tricks mask of {@link Trick}
 * @param changes letters of the form that are not there as themselves
 * @param rare changed characters that ordinary text hardly ever has
 * @param needsContext too weak to stand alone
 */
record Hit(
        Index index, Form form, int from, int to, int start, int end, int tricks, int changes, int rare,
        boolean needsContext) {

    /** Tricks that hide nothing: an honest seller writes so too. */
    static final int INNOCENT = Trick.TRADITIONAL.bit() | Trick.DIACRITIC.bit()
            | Trick.COMPOUND.bit() | Trick.NICKNAME.bit();

    boolean plain() {
        return (tricks & ~INNOCENT) == 0;
    }

    boolean overlaps(Hit other) {
        return start < other.end && other.start < end;
    }

    /** Which of two readings of the same characters is the likelier one. */
    int quality() {
        return form.letters().length() * 10 - changes * 7 - Integer.bitCount(tricks & ~INNOCENT) * 2
                - (form.role() == Form.Role.NICKNAME ? 2 : 0);
    }
}

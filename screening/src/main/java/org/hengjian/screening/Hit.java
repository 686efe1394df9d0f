package org.hengjian.screening;

import org.hengjian.screening.text.Units;

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
        Index index,
        Form form,
        int from,
        int to,
        int start,
        int end,
        int tricks,
        int changes,
        int rare,
        boolean needsContext) {

    /** Tricks that hide nothing: an honest seller writes so too. */
    static final int INNOCENT =
            Trick.TRADITIONAL.bit() | Trick.DIACRITIC.bit() | Trick.COMPOUND.bit() | Trick.NICKNAME.bit();

    private static final int WHOLE_WORD = 10;
    /** Of 斯凯奇奇 the name is a part, and the whole is what is meant. */
    private static final int DOUBLED = 3;

    /** Of 氵·番高寿 the second part is drawn like the whole, and both parts are what is meant. */
    private static final int BOTH_PARTS = 3;

    /** What was put in between Han characters makes the reading of the whole no less likely than that of a part. */
    private static final int NOISE = Trick.ZERO_WIDTH.bit() | Trick.SYMBOLS.bit();

    private static final int AFTER_ALL_NAMES = 1000;

    boolean plain() {
        return (tricks & ~INNOCENT) == 0;
    }

    /** The same hit with a trick more. */
    Hit with(Trick trick) {
        return new Hit(index, form, from, to, start, end, tricks | trick.bit(), changes, rare, needsContext);
    }

    /** The same hit with a trick less. */
    Hit without(Trick trick) {
        return new Hit(index, form, from, to, start, end, tricks & ~trick.bit(), changes, rare, needsContext);
    }

    boolean isSameReading(Hit other) {
        return form == other.form && from == other.from && to == other.to;
    }

    /** Whether it is a part of the other and not all of it (可乐 of 可乐圈). */
    boolean isWithin(Hit other) {
        return start >= other.start && end <= other.end && end - start < other.end - other.start;
    }

    boolean overlaps(Hit other) {
        return start < other.end && other.start < end;
    }

    /** Whether one of these units is not the letter of the form, or it cannot be told unit by unit. */
    boolean changes(Units units, int first, int end) {
        String letters = form.letters();
        if (to - from != letters.length()) {
            return true;
        }
        for (int k = Math.max(from, first); k < Math.min(to, end); k++) {
            if (units.at(k) != letters.charAt(k - from)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is all that stands between two gaps, or changes of script. */
    boolean isWholeWord(Units units) {
        return parted(units, from) && parted(units, to);
    }

    private static boolean parted(Units units, int k) {
        return k == 0
                || k == units.size()
                || units.gap(k) != 0
                || Surroundings.alphanumeric(units.at(k)) != Surroundings.alphanumeric(units.at(k - 1));
    }

    /** Which of two readings of the same characters is the likelier one: in Chinese a whole word rather than its part. */
    int quality(Units units) {
        return form.letters().length() * 10
                - changes * 7
                - Integer.bitCount(tricks & ~INNOCENT & ~(form.latin() ? Trick.ZERO_WIDTH.bit() : NOISE)) * 2
                - (form.role() == Form.Role.NICKNAME ? 2 : form.role() == Form.Role.MODEL ? AFTER_ALL_NAMES : 0)
                - (Trick.in(tricks, Trick.FUZZY_HOMOPHONE) ? 3 : 0)
                + (Trick.in(tricks, Trick.SPLIT) ? BOTH_PARTS : 0)
                - (Trick.in(tricks, Trick.TYPO) && !form.latin()
                        ? to - from > form.letters().length() ? -DOUBLED : 5
                        : 0)
                + (!form.latin() && isWholeWord(units) ? WHOLE_WORD : 0);
    }
}

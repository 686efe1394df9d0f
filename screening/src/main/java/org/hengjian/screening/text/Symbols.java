package org.hengjian.screening.text;

/** The alphabet that names are compiled to: classes of syllables, then letters, digits and all else, in nine bits. */
public final class Symbols {

    /** Symbols from here on are single letters and digits. */
    public static final int LETTERS = 440;

    /** Size of the alphabet. */
    public static final int COUNT = 512;

    private Symbols() {}

    /** Symbol of a folded character: Han by its usual sound, letters and digits as themselves. */
    public static int of(char folded) {
        if (folded >= 'a' && folded <= 'z') {
            return LETTERS + folded - 'a';
        }
        if (folded >= '0' && folded <= '9') {
            return LETTERS + 26 + folded - '0';
        }
        int sound = Characters.sound(folded);
        return sound != 0 ? sound : LETTERS + 36 + folded % (COUNT - LETTERS - 36);
    }

    public static boolean isLetter(char folded) {
        return folded >= 'a' && folded <= 'z';
    }

    public static boolean isDigit(char folded) {
        return folded >= '0' && folded <= '9';
    }
}

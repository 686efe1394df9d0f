package org.hengjian.screening.text;

/** The alphabet that names are compiled to: classes of syllables, then letters, digits and all else, in nine bits. */
public final class Symbols {

    /** Symbols from here on are single letters and digits. */
    public static final int LETTERS = 440;

    /** Size of the alphabet. */
    public static final int COUNT = 512;

    private Symbols() {}

    private static final short[] OF = new short[1 << 16];

    static {
        for (int c = 0; c < OF.length; c++) {
            int sound = Characters.sound((char) c);
            OF[c] = (short)
                    (c >= 'a' && c <= 'z'
                            ? letter((char) c)
                            : c >= '0' && c <= '9'
                                    ? LETTERS + 26 + c - '0'
                                    : sound != 0 ? sound : LETTERS + 36 + c % (COUNT - LETTERS - 36));
        }
    }

    /** Symbol of a folded character: Han by its usual sound, letters and digits as themselves. */
    public static int of(char folded) {
        return OF[folded];
    }

    /** Symbol of a letter from a to z. */
    public static int letter(char letter) {
        return LETTERS + letter - 'a';
    }

    public static boolean isLetter(char folded) {
        return folded >= 'a' && folded <= 'z';
    }

    public static boolean isDigit(char folded) {
        return folded >= '0' && folded <= '9';
    }
}

package org.hengjian.screening;

import java.util.Arrays;

/** How far a walk has come (匹配步骤): for each letter where it begins in the text, by which trick, and what it stands for. */
final class Steps {

    static final int MOST = 40;

    private static final int USUAL = 8;

    int[] from = new int[USUAL];
    int[] tricks = new int[USUAL];

    /** In the place of a letter: any, the text shows another. */
    static final char ANY = 1;

    /** The letter that the text stands for there; 0 where letters spell a syllable. */
    char[] stands = new char[USUAL];

    /** Number of the syllable spelled there, 0 where none is. */
    int[] syllable = new int[USUAL];

    void put(int depth, int at, int trick, char letter, int spelled) {
        if (depth == from.length) {
            from = Arrays.copyOf(from, depth * 2);
            tricks = Arrays.copyOf(tricks, depth * 2);
            stands = Arrays.copyOf(stands, depth * 2);
            syllable = Arrays.copyOf(syllable, depth * 2);
        }
        from[depth] = at;
        tricks[depth] = trick;
        stands[depth] = letter;
        syllable[depth] = spelled;
    }
}

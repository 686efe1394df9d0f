package org.hengjian.screening;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Symbols;
import org.hengjian.screening.text.Words;

/**
 * Says whether a pattern may begin at a place of a text (首部筛). Most places of most texts are let go here, after two
 * looks at a table of bits; what passes is walked. A wrong yes costs one walk. Everything that {@link Plausibility} would
 * believe passes, if at most one of the letters shown is taken for another or split; any may sound alike, be drawn with
 * digits or spelled in pinyin.
 */
final class Sieve {

    /** In the place of a symbol: the text ends before. */
    static final int NONE = Symbols.COUNT - 1;

    /** Added to the symbol of a character that ordinary text hardly ever has. */
    private static final int RARE = Symbols.COUNT;

    private static final int LONG = 4;
    private static final int BITS_LEAST = 1 << 16;
    private static final int BITS_MOST = 1 << 27;
    private static final int BITS_PER_PATTERN = 128;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final short[] LOOK = new short[1 << 16];
    private static final List<List<Character>> BY_SOUND = new ArrayList<>();

    static {
        for (int sound = 0; sound < Symbols.COUNT; sound++) {
            BY_SOUND.add(new ArrayList<>());
        }
        for (int c = 0; c < LOOK.length; c++) {
            boolean rare = Characters.isHan((char) c) && Characters.isRare((char) c);
            LOOK[c] = (short) (Symbols.of((char) c) + (rare ? RARE : 0));
            if (Characters.isHan((char) c)) {
                for (int sound : Characters.sounds((char) c)) {
                    BY_SOUND.get(sound).add((char) c);
                }
            }
        }
    }

    private final long[] triples;
    private final long[] couples;
    private final long[] sounds = new long[Symbols.COUNT * Symbols.COUNT / 64];
    private final int mask;

    private final short[] seen = new short[3];

    Sieve(int patterns) {
        long wanted = Long.highestOneBit(Math.max(1, (long) patterns * BITS_PER_PATTERN - 1)) << 1;
        int bits = (int) Math.clamp(wanted, BITS_LEAST, BITS_MOST);
        triples = new long[bits / 64];
        couples = new long[bits / 64];
        mask = bits / 64 - 1;
    }

    /** What {@link #mayBegin} wants of a character: its symbol, and whether it is rare. */
    static int look(char folded) {
        return LOOK[folded];
    }

    /**
     * Whether a pattern of three letters or more may begin.
     *
     * @param first {@link #look} of the first character, likewise the others; {@link #NONE} after the last
     */
    boolean mayBegin(int first, int second, int third) {
        return holds(triples, triple(first & RARE - 1, second & RARE - 1, third & RARE - 1));
    }

    /** Whether a pattern of two letters may stand there. */
    boolean mayBe(char a, char b, int first, int second) {
        if (holds(couples, couple(a, b))) {
            return true;
        }
        if (((first | second) & RARE) == 0) {
            return false;
        }
        int pair = (first & RARE - 1) << 9 | second & RARE - 1;
        return (sounds[pair >> 6] & 1L << pair) != 0;
    }

    /** Whether one of the two characters may be taken for another that a pattern begins with. */
    boolean mayLookAlike(char a, char b) {
        return holds(triples, couple(a, b));
    }

    /** Whether a long name begins with these very characters. */
    boolean mayBeLong(char a, char b) {
        return holds(triples, couple(b, a));
    }

    private static long triple(int first, int second, int third) {
        return ((first << 9 | second) << 9 | third) * SPREAD;
    }

    private static long couple(char a, char b) {
        return ((long) a << 32 | b) * SPREAD;
    }

    /** A word of the table and three bits in it: one look at memory, and few that were never set are taken for set. */
    private boolean holds(long[] words, long hash) {
        long bits = bits(hash);
        return (words[(int) (hash >>> 32) & mask] & bits) == bits;
    }

    private void set(long[] words, long hash) {
        words[(int) (hash >>> 32) & mask] |= bits(hash);
    }

    private static long bits(long hash) {
        return 1L << (hash >>> 26) | 1L << (hash >>> 20) | 1L << (hash >>> 14);
    }

    /** The pattern as it is. @param shown the characters that a text shows for it */
    void add(short[] symbols, String shown) {
        if (symbols.length == 2) {
            set(couples, couple(shown.charAt(0), shown.charAt(1)));
        } else {
            System.arraycopy(symbols, 0, seen, 0, 3);
            set(triples, triple(seen[0], seen[1], seen[2]));
        }
    }

    /** The pattern, and what a text may show in the place of its first letters. */
    void addDisguised(short[] symbols, Form form) {
        String letters = form.letters();
        add(symbols, letters);
        if (form.latin()) {
            drawn(symbols, letters, 0, 0);
            return;
        }
        han(symbols, letters, 0, 0, false);
        for (char other : Characters.alike(letters.charAt(0))) {
            set(triples, couple(other, letters.charAt(1)));
        }
        for (char other : Characters.alike(letters.charAt(1))) {
            set(triples, couple(letters.charAt(0), other));
        }
        if (symbols.length >= LONG && form.han() == symbols.length && form.role() == Form.Role.NAME) {
            set(triples, couple(letters.charAt(1), letters.charAt(0)));
            set(couples, couple(letters.charAt(0), letters.charAt(1)));
        }
        if (symbols.length == 2 && form.han() == 2) {
            couples(symbols, letters, form.commonness() > 0);
        }
    }

    /**
     * Names of two characters sound like half the words there are. One character must be the name's own, the other of
     * its sound or drawn alike, and the two no word; or one is so rare that it stands there for its sound. Where
     * the name is a word too, nothing less will do.
     */
    private void couples(short[] symbols, String letters, boolean common) {
        char a = letters.charAt(0);
        char b = letters.charAt(1);
        int sounding = symbols[0] << 9 | symbols[1];
        sounds[sounding >> 6] |= 1L << sounding;
        for (char other : instead(a)) {
            if (Words.chinese(other, b) == 0 && (!common || Characters.isRare(other))) {
                set(couples, couple(other, b));
            }
        }
        for (char other : instead(b)) {
            if (Words.chinese(a, other) == 0 && (!common || Characters.isRare(other))) {
                set(couples, couple(a, other));
            }
        }
    }

    private static List<Character> instead(char han) {
        var all = new ArrayList<Character>();
        for (int sound : Characters.sounds(han)) {
            all.addAll(BY_SOUND.get(sound));
        }
        for (char other : Characters.alike(han)) {
            all.add(other);
        }
        return all;
    }

    /** Of names in Han characters one may be taken for another or be split; any may be spelled. */
    private void han(short[] symbols, String letters, int letter, int shown, boolean disguised) {
        if (shown == 3) {
            set(triples, triple(seen[0], seen[1], seen[2]));
            return;
        }
        if (letter == symbols.length) {
            return; // two characters: looked at by themselves
        }
        seen[shown] = symbols[letter];
        han(symbols, letters, letter + 1, shown + 1, disguised);
        char c = letters.charAt(letter);
        if (!Characters.isHan(c)) {
            return;
        }
        for (int syllable : Characters.syllableNumbers(c)) {
            String spelled = Characters.spelling(syllable);
            int end = Math.min(3, shown + spelled.length());
            for (int i = shown; i < end; i++) {
                seen[i] = (short) Symbols.of(spelled.charAt(i - shown));
            }
            han(symbols, letters, letter + 1, end, disguised);
        }
        if (disguised) {
            return;
        }
        if (symbols.length > 2) {
            for (char other : Characters.alike(c)) {
                seen[shown] = (short) Symbols.of(other);
                han(symbols, letters, letter + 1, shown + 1, true);
            }
        }
        for (String parts : Characters.partsOf(c)) {
            seen[shown] = (short) Symbols.of(parts.charAt(0));
            if (shown < 2) {
                seen[shown + 1] = (short) Symbols.of(parts.charAt(1));
            }
            han(symbols, letters, letter + 1, Math.min(3, shown + 2), true);
        }
    }

    /** Of names in Latin letters any may be repeated, or drawn with others. */
    private void drawn(short[] symbols, String letters, int letter, int shown) {
        if (shown == 3) {
            set(triples, triple(seen[0], seen[1], seen[2]));
            return;
        }
        if (letter == symbols.length) {
            return;
        }
        for (String drawing : Drawing.of(letters.charAt(letter))) {
            int end = Math.min(3, shown + drawing.length());
            for (int i = shown; i < end; i++) {
                seen[i] = (short) Symbols.of(drawing.charAt(i - shown));
            }
            drawn(symbols, letters, letter + 1, end);
        }
    }
}

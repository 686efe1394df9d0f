package org.hengjian.screening;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Symbols;
import org.hengjian.screening.text.Words;

/**
 * Says whether a pattern may begin at a place of a text (首部筛). Most places of most texts are let go after one look at a
 * table of bits, by the symbols of three characters, and one by the pair; what is left is asked for more exactly, and what
 * passes is walked. A wrong yes costs one walk.
 * Everything that {@link Plausibility} would believe passes, if at most one of the letters shown is taken for another or
 * split; any may sound alike, be drawn with digits or spelled in pinyin.
 */
final class Sieve {

    /** In the place of a symbol: the text ends before. */
    static final int NONE = Symbols.COUNT - 1;

    /** What {@link #at} answers, as bits: what a pattern that begins there may look like in the text. */
    static final int NOTHING = 0;

    /** Two letters. */
    static final int SHORT = 1;

    /** The first letters as they sound or are spelled. */
    static final int SOUNDING = 1 << 1;

    /** The first of the next characters is taken for another, or a part of one; the second and the third likewise. */
    static final int FIRST_TAKEN = 1 << 2;

    static final int SECOND_TAKEN = 1 << 3;
    static final int THIRD_TAKEN = 1 << 4;

    /** A letter after the second is wrong altogether. */
    static final int ONE_WRONG = 1 << 5;

    /** Added to the symbol of a character that ordinary text hardly ever has. */
    private static final int RARE = Symbols.COUNT;

    private static final int SYMBOL = Symbols.COUNT - 1;
    private static final int LONG = 4;
    private static final int PREFIX = 3;

    /** Sorts of keys in the table, beside the bits of the answer. */
    private static final int BEGINNING = 32;

    private static final int BY_FOUR = 33;
    private static final int THIRD_LETTER = 34;
    private static final int FOURTH_LETTER = 35;
    private static final int DRAWN_LIKE = 36;
    private static final int FIRST_TWO = 37;

    private static final int BITS_PER_PATTERN = 160;
    private static final int BITS_PER_PATTERN_WRONG = 4;
    private static final int SORT_SHIFT = 50;
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

    /** Pairs of symbols: of patterns of two letters, of such where sound is enough, of names of which a letter may be wrong. */
    private final long[] pairs = new long[Symbols.COUNT * Symbols.COUNT / Long.SIZE];

    private final long[] longs = new long[Symbols.COUNT * Symbols.COUNT / Long.SIZE];
    private final long[] sounds = new long[Symbols.COUNT * Symbols.COUNT / Long.SIZE];
    private final Marks marks;

    /** The few of which a letter may be wrong altogether: asked for at each tenth place, so they have a small table of their own. */
    private final Marks wrong;

    // What a text shows of the pattern under way: its first symbols, and the place of a character taken for another.
    private final short[] seen = new short[LONG];
    private int taken;
    private char takenFor;

    Sieve(int patterns) {
        marks = new Marks((long) patterns * BITS_PER_PATTERN);
        wrong = new Marks((long) patterns * BITS_PER_PATTERN_WRONG);
    }

    /** What {@link #at} wants of a character: its symbol, and whether it is rare. */
    static int look(char folded) {
        return LOOK[folded];
    }

    /**
     * At which of the next places three symbols stand that some pattern begins with, bit n for the n-th; asked for many places
     * at once, so that one look at the table need not wait for another.
     *
     * @param text the folded characters
     * @param from the first place
     * @param size how many characters there are
     */
    long beginnings(char[] text, int from, int size) {
        long found = 0;
        int second = LOOK[text[from]] & SYMBOL;
        int third = from + 1 < size ? LOOK[text[from + 1]] & SYMBOL : NONE;
        int to = Math.min(size - 1, from + Long.SIZE);
        for (int k = from; k < to; k++) {
            int first = second;
            second = third;
            third = k + 2 < size ? LOOK[text[k + 2]] & SYMBOL : NONE;
            found |= marks.holding(key(BEGINNING, first, second, third)) << k - from;
        }
        return found;
    }

    /**
     * Which patterns may begin at a place.
     *
     * @param text the folded characters, two of them at least from {@code k} on
     * @param size how many there are
     * @param first {@link #look} of the character there, likewise the next two; {@link #NONE} after the last
     * @param begins what {@link #beginnings} says of the place
     * @return {@link #NOTHING}, or bits
     */
    int at(char[] text, int k, int size, int first, int second, int third, boolean begins) {
        int a = first & SYMBOL;
        int b = second & SYMBOL;
        int c = third & SYMBOL;
        int may = begins ? beginning(text, k, size, a, b, c) : NOTHING;
        int pair = a << 9 | b;
        if ((pairs[pair >> 6] & 1L << pair) != 0) {
            may |= marks.hold(key(SHORT, 0, text[k], text[k + 1])) ? SHORT : NOTHING;
            may |= ((first | second) & RARE) != 0 && (sounds[pair >> 6] & 1L << pair) != 0 ? SHORT : NOTHING;
        }
        if ((longs[pair >> 6] & 1L << pair) != 0 && k + 2 < size) {
            may |= wrong.hold(key(FIRST_TWO, 0, text[k], text[k + 1])) ? ONE_WRONG : NOTHING;
        }
        if ((longs[pair >> 6] & 1L << pair) != 0 && k + PREFIX < size) {
            may |= wrong.hold(key(THIRD_LETTER, text[k], text[k + 1], text[k + 2]))
                            || wrong.hold(key(FOURTH_LETTER, text[k], text[k + 1], text[k + PREFIX]))
                    ? ONE_WRONG
                    : NOTHING;
        }
        return may;
    }

    /** Asked where the three symbols have been seen together: whether for what the text shows there. */
    private int beginning(char[] text, int k, int size, int a, int b, int c) {
        int fourth = k + PREFIX < size ? Symbols.of(text[k + PREFIX]) : NONE;
        long sounding = marks.holding(key(SOUNDING, a, b, c)) | marks.holding(key(BY_FOUR, a << 9 | b, c, fourth));
        long first = marks.holding(key(FIRST_TAKEN, b, c, text[k]));
        long second = marks.holding(key(SECOND_TAKEN, a, c, text[k + 1]));
        long third = k + 2 < size ? marks.holding(key(THIRD_TAKEN, a, b, text[k + 2])) : 0;
        return (int) (sounding * SOUNDING | first * FIRST_TAKEN | second * SECOND_TAKEN | third * THIRD_TAKEN);
    }

    /** Whether one of the two characters may be taken for another that a pattern begins with. */
    boolean mayLookAlike(char a, char b) {
        return marks.hold(key(DRAWN_LIKE, 0, a, b));
    }

    /** What is looked up: two symbols or one or none, then symbols or characters. */
    private static long key(int sort, int first, int second, int third) {
        return (long) sort << SORT_SHIFT | (long) first << 32 | (long) second << 16 | third;
    }

    private static void mark(long[] pairs, int first, int second) {
        int pair = first << 9 | second;
        pairs[pair >> 6] |= 1L << pair;
    }

    private void couple(char a, char b) {
        mark(pairs, Symbols.of(a), Symbols.of(b));
        marks.set(key(SHORT, 0, a, b));
    }

    private void three() {
        marks.set(key(BEGINNING, seen[0], seen[1], seen[2]));
        marks.set(key(SOUNDING, seen[0], seen[1], seen[2]));
    }

    private void four() {
        marks.set(key(BEGINNING, seen[0], seen[1], seen[2]));
        marks.set(key(BY_FOUR, seen[0] << 9 | seen[1], seen[2], seen[PREFIX]));
    }

    /** Three symbols, of which one is that of a character taken for another: the text must show that very character. */
    private void threeWithOneTaken() {
        marks.set(key(BEGINNING, seen[0], seen[1], seen[2]));
        marks.set(
                switch (taken) {
                    case 0 -> key(FIRST_TAKEN, seen[1], seen[2], takenFor);
                    case 1 -> key(SECOND_TAKEN, seen[0], seen[2], takenFor);
                    default -> key(THIRD_TAKEN, seen[0], seen[1], takenFor);
                });
    }

    /** The pattern as it is. @param shown the characters that a text shows for it */
    void add(short[] symbols, String shown) {
        if (symbols.length == 2) {
            couple(shown.charAt(0), shown.charAt(1));
        } else {
            System.arraycopy(symbols, 0, seen, 0, PREFIX);
            three();
        }
    }

    /** The pattern, and what a text may show in the place of its first letters. */
    void addDisguised(short[] symbols, Form form) {
        String letters = form.letters();
        if (form.latin()) {
            if (symbols.length == 2) {
                couple(letters.charAt(0), letters.charAt(1));
            }
            drawn(symbols, letters, 0, 0);
            return;
        }
        add(symbols, letters);
        taken = -1;
        han(symbols, letters, 0, 0, true);
        for (char other : Characters.alike(letters.charAt(0))) {
            marks.set(key(DRAWN_LIKE, 0, other, letters.charAt(1)));
        }
        for (char other : Characters.alike(letters.charAt(1))) {
            marks.set(key(DRAWN_LIKE, 0, letters.charAt(0), other));
        }
        boolean han = form.han() == symbols.length && form.role() == Form.Role.NAME;
        if (han && symbols.length == PREFIX) {
            mark(longs, Symbols.of(letters.charAt(0)), Symbols.of(letters.charAt(1)));
            wrong.set(key(FIRST_TWO, 0, letters.charAt(0), letters.charAt(1)));
        }
        if (han && symbols.length >= LONG) {
            mark(longs, Symbols.of(letters.charAt(0)), Symbols.of(letters.charAt(1)));
            wrong.set(key(THIRD_LETTER, letters.charAt(0), letters.charAt(1), letters.charAt(2)));
            wrong.set(key(FOURTH_LETTER, letters.charAt(0), letters.charAt(1), letters.charAt(PREFIX)));
        }
        if (symbols.length == 2 && form.han() == 2) {
            couples(symbols, letters, form.commonness() > 0);
        }
    }

    /**
     * Names of two characters sound like half the words there are. One character must be the name's own, the other of
     * its sound or drawn alike, and the two no word; or one is so rare that it stands there for its sound. Where
     * the name is a word too, it must be drawn alike or rare.
     */
    private void couples(short[] symbols, String letters, boolean common) {
        char a = letters.charAt(0);
        char b = letters.charAt(1);
        mark(pairs, symbols[0], symbols[1]);
        mark(sounds, symbols[0], symbols[1]);
        for (char other : instead(a)) {
            if (Words.chinese(other, b) == 0 && (!common || Characters.isRare(other) || Characters.alike(a, other))) {
                couple(other, b);
            }
        }
        for (char other : instead(b)) {
            if (Words.chinese(a, other) == 0 && (!common || Characters.isRare(other) || Characters.alike(b, other))) {
                couple(a, other);
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

    /**
     * Of names in Han characters one may be taken for another or be split; any may be spelled.
     *
     * @param spelled whether all that is shown so far are letters of syllables: words share them, so a fourth is asked for
     */
    private void han(short[] symbols, String letters, int letter, int shown, boolean spelled) {
        if (shown == LONG) {
            four();
            return;
        }
        if (shown == PREFIX && (!spelled || letter == symbols.length)) {
            if (taken >= 0) {
                threeWithOneTaken();
            } else {
                three();
            }
            return;
        }
        if (letter == symbols.length) {
            return; // two characters: looked at by themselves
        }
        char c = letters.charAt(letter);
        seen[shown] = symbols[letter];
        han(symbols, letters, letter + 1, shown + 1, spelled && !Characters.isHan(c));
        if (!Characters.isHan(c)) {
            return;
        }
        for (int syllable : Characters.syllableNumbers(c)) {
            String spelling = Characters.spelling(syllable);
            int end = Math.min(spelled ? LONG : PREFIX, shown + spelling.length());
            for (int i = shown; i < end; i++) {
                seen[i] = (short) Symbols.of(spelling.charAt(i - shown));
            }
            han(symbols, letters, letter + 1, end, spelled);
        }
        if (shown == PREFIX) {
            for (char other : Characters.alike(c)) {
                seen[PREFIX] = (short) Symbols.of(other);
                four();
            }
            for (String parts : Characters.partsOf(c)) {
                seen[PREFIX] = (short) Symbols.of(parts.charAt(0));
                four();
            }
        }
        if (taken >= 0 || shown == PREFIX) {
            return;
        }
        taken = shown;
        if (symbols.length > 2) {
            for (char other : Characters.alike(c)) {
                takenFor = other;
                seen[shown] = (short) Symbols.of(other);
                han(symbols, letters, letter + 1, shown + 1, false);
            }
        }
        for (String parts : Characters.partsOf(c)) {
            takenFor = parts.charAt(0);
            seen[shown] = (short) Symbols.of(parts.charAt(0));
            if (shown + 1 < PREFIX) {
                seen[shown + 1] = (short) Symbols.of(parts.charAt(1));
            }
            han(symbols, letters, letter + 1, Math.min(PREFIX, shown + 2), false);
        }
        taken = -1;
    }

    /** Of names in Latin letters any may be repeated, or drawn with others; words share the first three as they are. */
    private void drawn(short[] symbols, String letters, int letter, int shown) {
        if (shown == LONG) {
            four();
            return;
        }
        if (shown == PREFIX && (letter == symbols.length || !asItIs(symbols))) {
            three();
            return;
        }
        if (letter == symbols.length) {
            return;
        }
        for (String drawing : Drawing.of(letters.charAt(letter))) {
            int end = Math.min(LONG, shown + drawing.length());
            for (int i = shown; i < end; i++) {
                seen[i] = (short) Symbols.of(drawing.charAt(i - shown));
            }
            drawn(symbols, letters, letter + 1, end < PREFIX || asItIs(symbols) ? end : PREFIX);
        }
    }

    private boolean asItIs(short[] symbols) {
        return symbols.length >= PREFIX && seen[0] == symbols[0] && seen[1] == symbols[1] && seen[2] == symbols[2];
    }
}

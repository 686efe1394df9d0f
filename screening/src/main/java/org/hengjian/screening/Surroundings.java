package org.hengjian.screening;

import java.util.List;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Symbols;
import org.hengjian.screening.text.Units;
import org.hengjian.screening.text.Words;

/** What stands around a place of a text (上下文边界): gaps, words that end or begin there, words that go across. */
final class Surroundings {

    private static final int NOISE_LENGTH_MAX = 4;
    private static final int ASKED = 1;
    private static final int NEAR = 12;
    private static final int NEAR_LATIN = 30;

    private final Units units;
    private final char[] text;
    private final int size;

    /** For each place, once asked for: {@link #ASKED}, and bit n where a word of n characters begins. */
    private final byte[] words;

    /** Which characters the text has, as {@link #bit} tells them, once asked for; never 0 then. */
    private long has;

    Surroundings(Units units) {
        this.units = units;
        text = units.folded();
        size = units.size();
        words = new byte[size];
    }

    static boolean alphanumeric(char c) {
        return Symbols.isLetter(c) || Symbols.isDigit(c);
    }

    /** Whether nothing stands before the unit, or only a little of what nobody writes inside a word. */
    static boolean runsOn(Units units, int k) {
        int gap = units.gap(k);
        return gap == 0
                || (gap & ~(Characters.ZERO_WIDTH | Characters.SYMBOL | Characters.JOINER)) == 0
                        && units.gapLength(k) <= NOISE_LENGTH_MAX;
    }

    /** Whether the text begins or ends there, or a space stands there and nothing else. */
    boolean spaced(int k) {
        return k == 0 && units.gap(0) == 0 || k == size && units.gap(size) == 0 || units.gap(k) == Characters.SPACE;
    }

    /** A gap, a border or another script on both sides. */
    boolean isolated(int from, int end) {
        boolean han = Characters.isHan(text[from]);
        boolean before = from == 0 || units.gap(from) != 0 || Characters.isHan(text[from - 1]) != han;
        boolean hanLast = Characters.isHan(text[end - 1]);
        boolean after = end == size || units.gap(end) != 0 || Characters.isHan(text[end]) != hanLast;
        return before && after;
    }

    /** Which of the words stands near the place, before or after it, as a word of its own if Latin; -1 if none. */
    int nearest(List<String> words, long[] bits, int from, int end) {
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & ~has()) == 0 && standsNear(words.get(i), from, end)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the text has all characters of one of the words, as {@link #bits} tells them. */
    boolean mayHaveOne(long[] bits) {
        for (long word : bits) {
            if ((word & ~has()) == 0) {
                return true;
            }
        }
        return false;
    }

    private long has() {
        if (has == 0) {
            for (int k = 0; k < size; k++) {
                has |= bit(text[k]);
            }
        }
        return has;
    }

    /** The characters of the letters, several sharing one bit: what a text lacks of it does not stand there. */
    static long bits(String letters) {
        long bits = 0;
        for (int i = 0; i < letters.length(); i++) {
            bits |= bit(letters.charAt(i));
        }
        return bits;
    }

    private static long bit(char c) {
        return 1L << (c * 0x9E3779B9 >>> 26);
    }

    private boolean standsNear(String letters, int from, int end) {
        int near = alphanumeric(letters.charAt(0)) ? NEAR_LATIN : NEAR;
        int last = Math.min(size, end + near) - letters.length();
        for (int k = Math.max(0, from - near - letters.length()); k <= last; k++) {
            int to = k + letters.length();
            if ((to <= from || k >= end) && stands(letters, k) && !insideAWord(k) && !insideAWord(to)) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(String letters, int k) {
        for (int i = 0; i < letters.length(); i++) {
            if (text[k + i] != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean insideAWord(int k) {
        return k > 0 && k < size && units.gap(k) == 0 && alphanumeric(text[k - 1]) && alphanumeric(text[k]);
    }

    /** Letters must not go on on either side, except in ways that names do. */
    boolean bounded(Form form, int from, int end, int tricks) {
        if (Symbols.isDigit(text[from]) || Symbols.isLetter(text[from])) {
            if (from > 0 && units.gap(from) == 0 && alphanumeric(text[from - 1])) {
                return false;
            }
        }
        if (end < size && units.gap(end) == 0 && alphanumeric(text[end - 1]) && alphanumeric(text[end])) {
            if (Symbols.isDigit(text[end])) {
                return form.letters().length() >= 3 && !Symbols.isDigit(text[end - 1]);
            }
            if (form.role() != Form.Role.CUE
                    && form.latin()
                    && form.letters().length() >= 4
                    && text[end] == 's'
                    && (end + 1 == size || units.gap(end + 1) != 0 || !alphanumeric(text[end + 1]))) {
                return true;
            }
            if (form.role() != Form.Role.NAME
                    || !form.latin()
                    || form.letters().length() < 5
                    || (tricks & ~Hit.INNOCENT) != 0) {
                return false;
            }
            int token = end;
            while (token < size && units.gap(token) == 0 && Symbols.isLetter(text[token])) {
                token++;
            }
            return token - end >= 3
                    && text[end] != text[end - 1]
                    && Words.english(text, from, token) == 0
                    && form.commonness() == 0;
        }
        return true;
    }

    enum Explained {
        NOT,
        PARTLY,
        WHOLLY
    }

    /** How far a changed spelling is explained by ordinary words. */
    Explained explained(int from, int end, Form form) {
        Explained explained = Explained.NOT;
        for (int k = from + 1; k < end; k++) {
            if (units.gap(k) != 0) {
                return Explained.NOT;
            }
        }
        for (int a = Math.max(0, from - 3); a < end; a++) {
            for (int b = a + 2; b <= Math.min(size, a + 4); b++) {
                if (b <= from || !word(a, b)) {
                    continue;
                }
                boolean inside = a >= from && b <= end;
                if (inside && b - a < end - from) {
                    if (form.letters().length() <= 3 && (end - from) - (b - a) <= 1) {
                        explained = Explained.PARTLY;
                    }
                    continue;
                }
                if (inside || a <= from && b >= end) {
                    return Explained.WHOLLY;
                }
                boolean crossesLeft = a < from;
                if (crossesLeft && !wordEndsAt(from) || !crossesLeft && !wordStartsAt(end)) {
                    return Explained.WHOLLY;
                }
            }
        }
        return explained;
    }

    /** Whether an ordinary word of two or three characters goes over the place. */
    boolean inAWord(int k) {
        for (int a = Math.max(0, k - 2); a <= k; a++) {
            for (int b = Math.max(a + 2, k + 1); b <= Math.min(size, a + 3); b++) {
                if (word(a, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether every character stands alone between gaps. */
    boolean eachAlone(int from, int end) {
        for (int k = from + 1; k < end; k++) {
            if (units.gap(k) == 0) {
                return false;
            }
        }
        return true;
    }

    /** A border or a gap on one side, and on the other as well or an ordinary word. */
    boolean standsApart(int from, int end) {
        boolean left = from == 0 || units.gap(from) != 0 || !Characters.isHan(text[from - 1]);
        boolean right = end == size || units.gap(end) != 0 || !Characters.isHan(text[end]);
        return left && (right || wordStartsAt(end)) || right && wordEndsAt(from);
    }

    /** Whether an ordinary word ends before it and another begins behind it. */
    boolean betweenWords(int from, int end) {
        return wordEndsAt(from) && wordStartsAt(end);
    }

    boolean partOfAnotherWord(int from, int end, Form form) {
        for (int a = Math.max(0, from - 3); a < from; a++) {
            for (int b = from + 1; b <= Math.min(size, a + 4); b++) {
                if (b - a >= 2 && word(a, b) && !wordEndsAt(from)) {
                    return true;
                }
            }
        }
        if (form.role() == Form.Role.NICKNAME || form.commonness() > 0) {
            for (int a = from + 1; a < end; a++) {
                for (int b = end + 1; b <= Math.min(size, a + 4); b++) {
                    if (word(a, b) && !wordStartsAt(end)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether an ordinary word stands there, nothing between its characters. */
    private boolean word(int from, int end) {
        return (wordsFrom(from) & 1 << end - from) != 0;
    }

    private int wordsFrom(int from) {
        int found = words[from];
        if (found == 0) {
            int end = from + 1;
            while (end < size && end < from + Words.LONGEST && units.gap(end) == 0) {
                end++;
            }
            found = ASKED | Words.chineseFrom(text, from, end);
            words[from] = (byte) found;
        }
        return found;
    }

    private boolean wordEndsAt(int end) {
        for (int a = Math.max(0, end - 4); a <= end - 2; a++) {
            if (word(a, end)) {
                return true;
            }
        }
        return false;
    }

    boolean wordStartsAt(int from) {
        return from < size && (wordsFrom(from) & ~ASKED) != 0;
    }
}

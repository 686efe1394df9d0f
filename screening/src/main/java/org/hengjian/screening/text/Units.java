package org.hengjian.screening.text;

import java.util.Arrays;

/**
 * The significant characters of a text, folded, each with its place in the original (归一化字符序列). What lies between
 * two of them is noise, kept as a mask and a length.
 */
public final class Units {

    /** So many are looked past for the character beside a symbol. */
    private static final int INVISIBLE_MOST = 16;

    /** The character for one, which is drawn like a dash and counts as one between Latin letters and digits (SK一2). */
    private static final char DASH = '一';

    private static final int GAP_LOOKED_AT_MOST = 64;

    private final String text;
    private char[] folded;
    private int[] starts;
    private int[] ends;
    private byte[] how;
    private byte[] gaps;
    private int size;
    private boolean invisibleInside;
    private boolean pictures;

    private Units(String text, Units others) {
        this.text = text;
        folded = others.folded;
        starts = others.starts;
        ends = others.ends;
        how = others.how;
        gaps = others.gaps.clone();
        size = others.size;
    }

    private Units(String text) {
        this.text = text;
        int capacity = text.length() + 8;
        folded = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        how = new byte[capacity];
        gaps = new byte[capacity + 1];
    }

    public static Units of(String text) {
        var units = new Units(text);
        units.read(false);
        return units;
    }

    /** The same text where a picture is the character for what it shows. */
    public Units withPictures() {
        var units = new Units(text);
        units.read(true);
        return units;
    }

    /** Whether there are pictures that a character can be said by. */
    public boolean hasPictures() {
        return pictures;
    }

    /** @param pictured whether pictures count as characters */
    private void read(boolean pictured) {
        int length = text.length();
        int gap = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            char plain = Characters.fold(c);
            if (c == DASH && i > 0 && i + 1 < length && isLatin(text.charAt(i - 1)) && isLatin(text.charAt(i + 1))) {
                gap |= Characters.JOINER;
                continue;
            }
            if (plain != 0) {
                add(plain, i, i + 1, Characters.how(c), gap);
                gap = 0;
                continue;
            }
            int noise = Characters.plainGap(c);
            if (noise != 0 && (noise != Characters.SYMBOL || Characters.pictured(c) == 0)) {
                gap |= noise;
                continue;
            }
            int codePoint = c;
            int width = 1;
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                codePoint = Character.toCodePoint(c, text.charAt(i + 1));
                width = 2;
            }
            char shown = Characters.pictured(codePoint);
            pictures |= shown != 0;
            if (pictured && shown != 0) {
                add(shown, i, i + width, Characters.PICTURE, gap);
                gap = 0;
                i += width - 1;
                continue;
            }
            char leet = leet(c, i);
            if (leet != 0) {
                add(leet, i, i + 1, c > 0x2000 && c != '€' ? Characters.CONFUSABLE : Characters.LEET_SYMBOL, gap);
                gap = 0;
                continue;
            }
            String longer = Characters.longer(codePoint);
            if (longer.isEmpty()) {
                gap |= Characters.gap(codePoint);
            } else {
                int by = Characters.longerHow(codePoint);
                for (int k = 0; k < longer.length(); k++) {
                    add(Character.toLowerCase(longer.charAt(k)), i, i + width, by, gap);
                    gap = 0;
                }
            }
            i += width - 1;
        }
        gaps[size] = (byte) gap;
    }

    private static boolean isLatin(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** A symbol drawn like a letter counts as one only where it touches letters. */
    private char leet(char c, int at) {
        char letter = switch (c) {
            case '@' -> 'a';
            case '$' -> 's';
            case '!', '|', '¡' -> 'i';
            case '€' -> 'e';
            case '£' -> 'l';
            case '¥' -> 'y';
            case '¢', '(' -> 'c';
            case '∨', '√' -> 'v';
            case '∪' -> 'u';
            case '∈', '∑' -> 'e';
            case '∧' -> 'a';
            default -> 0;
        };
        if (letter == 0) {
            return 0;
        }
        boolean after = Symbols.isLetter(beside(at, 1));
        boolean before = Symbols.isLetter(beside(at, -1));
        return c == '@' || c == '$' || c == '€' || c == '£' || c == '¥' || c == '¢' || c > 0x2000
                ? after || before ? letter : 0
                : after && before ? letter : 0;
    }

    /** The folded character that one sees beside the place; what is drawn as nothing does not come between. */
    private char beside(int at, int step) {
        int seen = at + step;
        for (int passed = 0; passed < INVISIBLE_MOST && seen >= 0 && seen < text.length(); passed++) {
            int c = step > 0 ? text.codePointAt(seen) : text.codePointBefore(seen + 1);
            if (Characters.gap(c) != Characters.ZERO_WIDTH) {
                return c < 0x10000 ? Characters.fold((char) c) : 0;
            }
            seen += step * Character.charCount(c);
        }
        return 0;
    }

    private void add(char c, int start, int end, int by, int gap) {
        if (size == folded.length) {
            int capacity = size * 2;
            folded = Arrays.copyOf(folded, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            how = Arrays.copyOf(how, capacity);
            gaps = Arrays.copyOf(gaps, capacity + 1);
        }
        folded[size] = c;
        starts[size] = start;
        ends[size] = end;
        how[size] = (byte) by;
        gaps[size] = (byte) gap;
        invisibleInside |= gap == Characters.ZERO_WIDTH && size > 0;
        size++;
    }

    /** Whether something that is drawn as nothing, and nothing else, stands between two characters. */
    public boolean invisibleInside() {
        return invisibleInside;
    }

    /** The same characters as one sees them: what is drawn as nothing parts none of them. */
    public Units asSeen() {
        var seen = new Units(text, this);
        for (int k = 1; k < size; k++) {
            if (gaps[k] == Characters.ZERO_WIDTH) {
                seen.gaps[k] = 0;
            }
        }
        return seen;
    }

    /** Number of significant characters. */
    public int size() {
        return size;
    }

    public char at(int unit) {
        return folded[unit];
    }

    /** The folded characters themselves, at least {@link #size()} long; not to be changed. */
    public char[] folded() {
        return folded;
    }

    /** Where the original of a unit begins, as a UTF-16 index. */
    public int start(int unit) {
        return starts[unit];
    }

    /** Where the original of a unit ends, exclusive. */
    public int end(int unit) {
        return ends[unit];
    }

    /** How the unit was folded: a mask of {@link Characters}. */
    public int how(int unit) {
        return how[unit];
    }

    /** What lies before the unit: a mask of {@link Characters}; {@code gap(size())} is what follows the last one. */
    public int gap(int unit) {
        return gaps[unit];
    }

    /** Length in UTF-16 units of what lies before the unit; in a short gap only what one sees of it. */
    public int gapLength(int unit) {
        int from = unit == 0 ? 0 : ends[unit - 1];
        int to = unit == size ? text.length() : starts[unit];
        int length = Math.max(0, to - from);
        if (length <= 1 || length > GAP_LOOKED_AT_MOST || (gaps[unit] & Characters.ZERO_WIDTH) == 0) {
            return length;
        }
        int visible = 0;
        for (int i = from; i < to; i++) {
            visible += Characters.plainGap(text.charAt(i)) == Characters.ZERO_WIDTH ? 0 : 1;
        }
        return visible;
    }

    public String text() {
        return text;
    }
}

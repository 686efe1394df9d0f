package org.hengjian.screening.text;

/**
 * Ordinary words (普通词), so that they are not taken for a protected name written oddly: Chinese of two to four
 * characters in simplified form, English of two to twenty lower-case letters. A level runs from 1 (rare) to 9.
 */
public final class Words {

    /** Characters that a Chinese word has at most. */
    public static final int LONGEST = 4;

    /**
     * What begins with two Chinese characters: bits of their hash, and bit n for words of n characters. Small enough to
     * stay near the processor, and most places of most texts have no word in it.
     */
    private static final short[] BEGINNINGS = new short[1 << 18];

    private static final int LENGTHS = 7 << 2;

    private static final Words CHINESE = new Words(1 << 18);
    private static final Words ENGLISH = new Words(1 << 18);

    static {
        Tables.read("words-zh.tsv", Words::putChinese);
        Tables.read("words-trade.tsv", Words::putChinese);
        Tables.read("words-en.tsv", (word, level) -> ENGLISH.put(hash(word, 0, word.length()), Byte.parseByte(level)));
    }

    private final long[] keys;
    private final byte[] levels;

    private Words(int slots) {
        keys = new long[slots];
        levels = new byte[slots];
    }

    /** Level of the Chinese word, 0 if it is none. */
    public static int chinese(CharSequence text, int from, int to) {
        if (to - from < 2 || to - from > 4) {
            return 0;
        }
        long key = 0;
        for (int i = from; i < to; i++) {
            key = key << 16 | text.charAt(i);
        }
        return CHINESE.get(key);
    }

    /** Bit n is set where the first n characters are a word, two to four of them. */
    public static int chineseFrom(char[] text, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int lengths = beginning(text[from], text[from + 1]) & LENGTHS;
        int found = 0;
        for (int length = 2; lengths >>> length != 0 && from + length <= to; length++) {
            if ((lengths & 1 << length) != 0 && chinese(text, from, from + length) > 0) {
                found |= 1 << length;
            }
        }
        return found;
    }

    private static int beginning(char first, char second) {
        long hash = spread(first, second);
        int mark = mark(hash);
        for (int slot = (int) (hash >>> 46); BEGINNINGS[slot] != 0; slot = slot + 1 & BEGINNINGS.length - 1) {
            if ((BEGINNINGS[slot] & ~LENGTHS) == mark) {
                return BEGINNINGS[slot];
            }
        }
        return 0;
    }

    private static void putChinese(String word, String level) {
        CHINESE.put(packed(word), Byte.parseByte(level));
        long hash = spread(word.charAt(0), word.charAt(1));
        int slot = (int) (hash >>> 46);
        while (BEGINNINGS[slot] != 0 && (BEGINNINGS[slot] & ~LENGTHS) != mark(hash)) {
            slot = slot + 1 & BEGINNINGS.length - 1;
        }
        BEGINNINGS[slot] = (short) (mark(hash) | BEGINNINGS[slot] & LENGTHS | 1 << word.length());
    }

    private static long spread(char first, char second) {
        return ((long) first << 16 | second) * 0x9E3779B97F4A7C15L;
    }

    /** Eleven bits of the hash beside the place, never none. */
    private static int mark(long hash) {
        return (short) ((hash >>> 20 & 0x7FF) << 5 | 1);
    }

    /** Level of the word of two characters, 0 if it is none. */
    public static int chinese(char first, char second) {
        return CHINESE.get((long) first << 16 | second);
    }

    /** The same for characters in an array. */
    public static int chinese(char[] text, int from, int to) {
        if (to - from < 2 || to - from > 4) {
            return 0;
        }
        long key = 0;
        for (int i = from; i < to; i++) {
            key = key << 16 | text[i];
        }
        return CHINESE.get(key);
    }

    /** Level of the English word in lower case, 0 if it is none. */
    public static int english(CharSequence text, int from, int to) {
        return to - from < 2 || to - from > 20 ? 0 : ENGLISH.get(hash(text, from, to));
    }

    /** The same for characters in an array. */
    public static int english(char[] text, int from, int to) {
        if (to - from < 2 || to - from > 20) {
            return 0;
        }
        long hash = 1125899906842597L;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return ENGLISH.get(hash);
    }

    private static long packed(String word) {
        long key = 0;
        for (int i = 0; i < word.length(); i++) {
            key = key << 16 | word.charAt(i);
        }
        return key;
    }

    private static long hash(CharSequence text, int from, int to) {
        long hash = 1125899906842597L;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    private void put(long key, byte level) {
        int slot = slot(key);
        keys[slot] = key;
        levels[slot] = level;
    }

    private int get(long key) {
        return levels[slot(key)];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (levels[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}

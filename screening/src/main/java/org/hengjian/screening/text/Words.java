package org.hengjian.screening.text;

/**
 * Ordinary words (普通词), so that they are not taken for a protected name written oddly: Chinese of two to four
 * characters in simplified form, English of two to twenty lower-case letters. A level runs from 1 (rare) to 9.
 */
public final class Words {

    private static final Words CHINESE = new Words(1 << 18);
    private static final Words ENGLISH = new Words(1 << 18);

    static {
        Tables.read("words-zh.tsv", (word, level) -> CHINESE.put(packed(word), Byte.parseByte(level)));
        Tables.read("words-trade.tsv", (word, level) -> CHINESE.put(packed(word), Byte.parseByte(level)));
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

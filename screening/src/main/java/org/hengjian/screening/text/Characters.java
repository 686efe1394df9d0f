package org.hengjian.screening.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a character stands for: its folded form and how it came there, its sounds, the characters it is taken for, and
 * the character that two of them make side by side (拆字).
 */
public final class Characters {

    /** How a character was folded: bits of a mask. */
    public static final int FULL_WIDTH = 1;
    public static final int TRADITIONAL = 1 << 1;
    public static final int CONFUSABLE = 1 << 2;
    public static final int DIACRITIC = 1 << 3;
    public static final int ENCLOSED = 1 << 4;
    public static final int LEET_SYMBOL = 1 << 5;

    /** What lies between two significant characters: bits of a mask. */
    public static final int ZERO_WIDTH = 1;
    public static final int SPACE = 1 << 1;
    public static final int SYMBOL = 1 << 2;
    public static final int JOINER = 1 << 3;
    public static final int PUNCTUATION = 1 << 4;

    /** Folded forms that mean: not significant, and why. */
    private static final char NOISE = 0;

    private static final char[] FOLD = new char[1 << 16];
    private static final byte[] HOW = new byte[1 << 16];
    private static final short[] SOUND = new short[1 << 16];
    private static final String[] READINGS = new String[1 << 16];
    private static final byte[] FREQUENCY = new byte[1 << 16];
    private static final char[][] ALIKE = new char[1 << 16][];
    private static final char[] NO_CHARACTERS = {};
    private static final Map<Integer, String> LONGER = new HashMap<>();
    private static final Map<Integer, Byte> LONGER_HOW = new HashMap<>();
    private static final long[] COMPOSITION_SEEN = new long[1 << 10];
    private static final Map<Integer, Character> COMPOSITIONS = new HashMap<>();
    private static final Map<Character, List<String>> PARTS = new HashMap<>();

    private static final String JOINERS = "-.·•'’‘_&+‐‑–—・";
    private static final String PUNCTUATION_MARKS = ",，。;；:：!！?？、/\\|｜()（）[]【】「」『』《》<>〈〉“”\"…\n\r";

    /** Letters drawn otherwise which the Unicode list of confusables leaves out. */
    private static final String DRAWN = "Λa ΛA Δa Σe Яr Иn Шw Щw Цu Чy Ŋn ŋn Øo øo Łl łl Đd đd Ħh ħh ßb Þp þp Ɓb Ɔc Əe əe Ɛe Ɩi Ɨi ʙb "
            + "ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ᴀa ᴄc ᴅd ᴇe ꜰf ɐa ʞk ʍm ɹr ʇt ʌv ʎy ɯm ɥh ǝe ɔc ıi Іi ΙI Νn Κk Εe €e ¢c £l ¥y";

    static {
        for (int c = 0; c < FOLD.length; c++) {
            foldByUnicode(c);
        }
        for (String pair : DRAWN.split(" ")) {
            if (!Character.isSurrogate(pair.charAt(0)) && "€¢£¥".indexOf(pair.charAt(0)) < 0) {
                set(pair.charAt(0), Character.toLowerCase(pair.charAt(1)), CONFUSABLE);
            }
        }
        Tables.read("confusables.tsv", (code, target) -> {
            int c = Integer.parseInt(code, 16);
            if (c < 0x10000 && target.length() == 1) {
                if (!(FOLD[c] >= 'a' && FOLD[c] <= 'z')) {
                    set((char) c, target.charAt(0), CONFUSABLE);
                }
            } else {
                LONGER.putIfAbsent(c, target);
                LONGER_HOW.putIfAbsent(c, (byte) CONFUSABLE);
            }
        });
        for (int c = 0x1F130; c <= 0x1F1FF; c++) {
            int letter = c >= 0x1F1E6 ? c - 0x1F1E6
                    : c >= 0x1F170 ? c - 0x1F170
                    : c >= 0x1F150 ? c - 0x1F150
                    : c - 0x1F130;
            if (letter < 26) {
                LONGER.put(c, String.valueOf((char) ('a' + letter)));
                LONGER_HOW.put(c, (byte) ENCLOSED);
            }
        }
        Tables.read("simplified.tsv", (from, to) -> set(from.charAt(0), to.charAt(0), TRADITIONAL));
        Tables.read("readings.tsv", (character, rest) -> {
            char c = character.charAt(0);
            String[] cells = rest.split("\t");
            READINGS[c] = cells[0];
            FREQUENCY[c] = Byte.parseByte(cells[1]);
            for (String reading : cells[0].split(",")) {
                Syllables.add(reading.substring(0, reading.length() - 1));
            }
            SOUND[c] = Syllables.group(firstSyllable(cells[0]));
        });
        Tables.read("lookalikes.tsv", (character, others) -> ALIKE[character.charAt(0)] = others.toCharArray());
        Tables.read("compositions.tsv", (pair, whole) -> {
            int key = pair.charAt(0) << 16 | pair.charAt(1);
            COMPOSITIONS.put(key, whole.charAt(0));
            PARTS.computeIfAbsent(whole.charAt(0), c -> new ArrayList<>()).add(pair);
            int bit = compositionBit(pair.charAt(0), pair.charAt(1));
            COMPOSITION_SEEN[bit >> 6] |= 1L << bit;
        });
        for (int c = 0; c < FOLD.length; c++) {
            // A form folded to another Han character sounds like it.
            if (FOLD[c] != NOISE && FOLD[c] != c && SOUND[FOLD[c]] != 0) {
                SOUND[c] = SOUND[FOLD[c]];
            }
        }
    }

    private Characters() {}

    private static void foldByUnicode(int c) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            return;
        }
        if (c < 0x80) {
            FOLD[c] = c >= 'A' && c <= 'Z' ? (char) (c + 32)
                    : c >= 'a' && c <= 'z' || c >= '0' && c <= '9' ? (char) c
                    : NOISE;
            return;
        }
        String own = String.valueOf((char) c);
        String folded = Normalizer.normalize(own, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = Normalizer.normalize(folded, Normalizer.Form.NFD);
        int how = 0;
        if (!folded.equals(own.toLowerCase(Locale.ROOT))) {
            how = c >= 0xFF00 || c >= 0x2E80 && c < 0x3000 ? FULL_WIDTH : ENCLOSED;
        }
        if (bare.length() > 1 && bare.charAt(0) < 0x250 && isMark(bare.charAt(1))) {
            folded = bare.substring(0, 1);
            how |= DIACRITIC;
        }
        if (folded.length() == 1 && Character.isLetterOrDigit(folded.charAt(0))) {
            set((char) c, folded.charAt(0), how);
        } else if (folded.length() > 1 && folded.length() <= 6 && folded.chars().anyMatch(Character::isLetterOrDigit)) {
            String significant = folded.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            LONGER.put(c, significant);
            LONGER_HOW.put(c, (byte) ENCLOSED);
        }
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static void set(char c, char folded, int how) {
        FOLD[c] = folded;
        HOW[c] = (byte) how;
    }

    /** The significant character that this one stands for, or 0 if it is noise or stands for several. */
    static char fold(char c) {
        return FOLD[c];
    }

    static int how(char c) {
        return HOW[c];
    }

    /** The characters that a code point stands for when not exactly one; empty when it is noise. */
    static String longer(int codePoint) {
        if (codePoint < 0x80) {
            return "";
        }
        String own = LONGER.get(codePoint);
        if (own != null || codePoint < 0x10000) {
            return own == null ? "" : own;
        }
        String folded = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        return folded.length() == 1 && Character.isLetterOrDigit(folded.charAt(0)) ? folded : "";
    }

    static int longerHow(int codePoint) {
        Byte how = LONGER_HOW.get(codePoint);
        return how == null ? CONFUSABLE : how;
    }

    /** What kind of gap a character without meaning of its own makes. */
    static int gap(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.CONTROL && codePoint != '\n' && codePoint != '\t' && codePoint != '\r'
                || codePoint == 0x115F || codePoint == 0x3164 || codePoint == 0xFFA0) {
            return ZERO_WIDTH;
        }
        if (codePoint == '\t' || Character.isSpaceChar(codePoint) && codePoint != '\n') {
            return SPACE;
        }
        if (JOINERS.indexOf(codePoint) >= 0) {
            return JOINER;
        }
        return PUNCTUATION_MARKS.indexOf(codePoint) >= 0 ? PUNCTUATION : SYMBOL;
    }

    /** Class of the usual sound of a Han character, 0 if it has none. */
    public static int sound(char han) {
        return SOUND[han];
    }

    /** Classes of all its sounds, the usual one first. */
    public static int[] sounds(char han) {
        String readings = READINGS[han];
        if (readings == null) {
            return new int[] {Symbols.of(han)};
        }
        return java.util.Arrays.stream(readings.split(","))
                .mapToInt(r -> Syllables.group(r.substring(0, r.length() - 1)))
                .distinct()
                .toArray();
    }

    public static boolean isHan(char c) {
        return SOUND[c] != 0;
    }

    /** How usual the character is, 0 (hardly ever seen in ordinary text) to 9. */
    public static int frequency(char c) {
        return FREQUENCY[c];
    }

    /** Whether both can be read with one syllable, tones aside, no confusions allowed. */
    public static boolean sameSyllable(char a, char b) {
        return share(a, b, 1);
    }

    /** Whether both can be read alike, tone included. */
    public static boolean sameSound(char a, char b) {
        return share(a, b, 0);
    }

    private static boolean share(char a, char b, int dropped) {
        String of = READINGS[a];
        String other = READINGS[b];
        if (of == null || other == null) {
            return false;
        }
        for (String reading : of.split(",")) {
            String stem = reading.substring(0, reading.length() - dropped);
            for (String candidate : other.split(",")) {
                if (candidate.substring(0, candidate.length() - dropped).equals(stem)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a Han character can be read with the syllable spelled by the letters. */
    public static boolean reads(char han, String letters) {
        String readings = READINGS[han];
        if (readings == null) {
            return false;
        }
        for (String reading : readings.split(",")) {
            if (reading.length() == letters.length() + 1 && reading.startsWith(letters)) {
                return true;
            }
        }
        return false;
    }

    /** First letter of the usual reading, 0 if there is none. */
    public static char initial(char han) {
        String readings = READINGS[han];
        return readings == null ? 0 : readings.charAt(0);
    }

    /** The usual syllable in letters, empty if there is none. */
    public static String syllable(char han) {
        String readings = READINGS[han];
        return readings == null ? "" : firstSyllable(readings);
    }

    /** Characters taken for this one. */
    public static char[] alike(char c) {
        char[] alike = ALIKE[c];
        return alike == null ? NO_CHARACTERS : alike;
    }

    public static boolean alike(char a, char b) {
        for (char c : alike(a)) {
            if (c == b) {
                return true;
            }
        }
        return false;
    }

    /** The character that the two make side by side or one above the other, 0 if none. */
    public static char composed(char first, char second) {
        int bit = compositionBit(first, second);
        if ((COMPOSITION_SEEN[bit >> 6] & 1L << bit) == 0) {
            return 0;
        }
        Character whole = COMPOSITIONS.get(first << 16 | second);
        return whole == null ? 0 : whole;
    }

    /** The pairs that make the character. */
    public static List<String> partsOf(char whole) {
        return PARTS.getOrDefault(whole, List.of());
    }

    private static int compositionBit(char first, char second) {
        return (first * 0x9E37 + second * 0x85EB ^ first >> 3) & 0xFFFF;
    }

    private static String firstSyllable(String readings) {
        int comma = readings.indexOf(',');
        String first = comma < 0 ? readings : readings.substring(0, comma);
        return first.substring(0, first.length() - 1);
    }
}

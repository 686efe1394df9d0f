package org.hengjian.screening.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
    public static final int PICTURE = 1 << 6;

    /** What lies between two significant characters: bits of a mask. */
    public static final int ZERO_WIDTH = 1;

    public static final int SPACE = 1 << 1;
    public static final int SYMBOL = 1 << 2;
    public static final int JOINER = 1 << 3;
    public static final int PUNCTUATION = 1 << 4;

    private static final int RARE = 3;
    private static final int TONES = 8; // a reading is the syllable's number times this, and the tone

    /** Symbols that may be letters, depending on what stands beside them. */
    static final String LEET_SYMBOLS = "@$!|¡€£¥¢(∨√∪∈∑∧";

    /** Folded forms that mean: not significant, and why. */
    private static final char NOISE = 0;

    private static final char[] FOLD = new char[1 << 16];
    private static final byte[] HOW = new byte[1 << 16];
    private static final short[] SOUND = new short[1 << 16];
    private static final short[][] READINGS = new short[1 << 16][];
    private static final char[] INITIAL = new char[1 << 16];

    /** What kind of gap a character makes, 0 where that takes a closer look. */
    private static final byte[] GAP = new byte[1 << 16];

    private static final byte[] FREQUENCY = new byte[1 << 16];
    private static final char[][] ALIKE = new char[1 << 16][];
    private static final long[] ALIKE_SYMBOLS = new long[1 << 16];
    private static final char[] NO_CHARACTERS = {};
    private static final int[] NO_NUMBERS = {};
    private static final Map<Integer, String> LONGER = new HashMap<>();
    private static final Map<Integer, Byte> LONGER_HOW = new HashMap<>();
    private static final int COMPOSITION_SLOTS = 1 << 15;
    private static final int[] COMPOSITION_PAIRS = new int[COMPOSITION_SLOTS];
    private static final char[] COMPOSITION_WHOLES = new char[COMPOSITION_SLOTS];
    private static final long[] COMPOSES = new long[1 << 10];
    private static final Map<Character, List<String>> PARTS = new HashMap<>();

    /** Pictures that are put in the place of the character for what they show (爱🐎仕, 蓝🌙亮). */
    private static final String PICTURES = "🐎马 🐴马 🏇马 🐂牛 🐮牛 🐃牛 🐄牛 🐑羊 🐏羊 🐐羊 🐯虎 🐅虎 🐰兔 🐇兔 🐉龙 🐲龙 🐍蛇 🐔鸡 🐓鸡 "
            + "🐶狗 🐕狗 🐷猪 🐖猪 🐭鼠 🐁鼠 🐀鼠 🦁狮 🐻熊 🐘象 🐱猫 🐈猫 🐟鱼 🐠鱼 🐡鱼 🐦鸟 🐤鸟 🐥鸟 🦅鹰 🦢鹅 🐺狼 🦊狐 🐚贝 🦋蝶 "
            + "🌙月 🌛月 🌜月 🌝月 ⭐星 🌟星 ★星 ☆星 🔥火 💧水 💦水 🌊海 🌾米 🍚米 🌲树 🌳树 🌸花 🌺花 🌹花 🍃叶 🍁叶 ⛰山 🏔山 🗻山 👑王 "
            + "☁云 ❄雪 ⚡电 🌈虹 🏠家 🏡家 🚗车 🗡剑 👄唇 🍷酒 🍶酒 🍵茶 💰钱 ❤爱 💗爱 💕爱 💖爱 ♥爱 🧡爱 💛爱 🪨石 🌬风 🌪风 🪵木 🧊冰 ✔勾 ✅勾 ☑勾 ✓勾";

    private static final Map<Integer, Character> PICTURED = new HashMap<>();

    /** Strokes that are characters by their code and stand between others as dots do (劳丶力丶士). */
    private static final String STROKES = "丶丨丿乀乁亅";

    private static final String JOINERS = "-.·•'’‘_&+‐‑–—・";
    private static final String PUNCTUATION_MARKS = ",，。;；:：!！?？、/\\|｜()（）[]【】「」『』《》<>〈〉“”\"…\n\r";

    /** Letters drawn otherwise which the Unicode list of confusables leaves out. */
    private static final String DRAWN =
            "Λa ΛA Δa Σe Яr Иn Шw Щw Цu Чy Ŋn ŋn Øo øo Łl łl Đd đd Ħh ħh ßb Þp þp Ɓb Ɔc Əe əe Ɛe Ɩi Ɨi ʙb "
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
            int letter =
                    c >= 0x1F1E6 ? c - 0x1F1E6 : c >= 0x1F170 ? c - 0x1F170 : c >= 0x1F150 ? c - 0x1F150 : c - 0x1F130;
            if (letter < 26) {
                LONGER.put(c, String.valueOf((char) ('a' + letter)));
                LONGER_HOW.put(c, (byte) ENCLOSED);
            }
        }
        for (String pair : PICTURES.split(" ")) {
            PICTURED.put(pair.codePointAt(0), pair.charAt(pair.length() - 1));
        }
        Tables.read("simplified.tsv", (from, to) -> set(from.charAt(0), to.charAt(0), TRADITIONAL));
        Tables.read("readings.tsv", (character, rest) -> {
            char c = character.charAt(0);
            String[] cells = rest.split("\t");
            FREQUENCY[c] = Byte.parseByte(cells[1]);
            String[] readings = cells[0].split(",");
            READINGS[c] = new short[readings.length];
            for (int i = 0; i < readings.length; i++) {
                int tone = readings[i].length() - 1;
                short syllable = Syllables.add(readings[i].substring(0, tone));
                READINGS[c][i] = (short) (syllable * TONES + readings[i].charAt(tone) - '0');
            }
            INITIAL[c] = cells[0].charAt(0);
            SOUND[c] = Syllables.groupOf(READINGS[c][0] / TONES);
        });
        Tables.read("lookalikes.tsv", (character, others) -> ALIKE[character.charAt(0)] = others.toCharArray());
        Tables.read("compositions.tsv", (pair, whole) -> {
            char first = pair.charAt(0);
            int slot = compositionSlot(first, pair.charAt(1));
            COMPOSITION_PAIRS[slot] = first << 16 | pair.charAt(1);
            COMPOSITION_WHOLES[slot] = whole.charAt(0);
            COMPOSES[first >> 6] |= 1L << first;
            PARTS.computeIfAbsent(whole.charAt(0), c -> new ArrayList<>()).add(pair);
        });
        for (int c = 0; c < FOLD.length; c++) {
            // A form folded to another Han character sounds like it.
            if (FOLD[c] != NOISE && FOLD[c] != c && SOUND[FOLD[c]] != 0) {
                SOUND[c] = SOUND[FOLD[c]];
            }
            for (char other : alike((char) c)) {
                ALIKE_SYMBOLS[c] |= 1L << SOUND[other];
            }
            boolean plain = FOLD[c] == NOISE
                    && !Character.isSurrogate((char) c)
                    && !LONGER.containsKey(c)
                    && LEET_SYMBOLS.indexOf(c) < 0;
            GAP[c] = plain ? (byte) gap(c) : 0;
        }
    }

    private Characters() {}

    private static void foldByUnicode(int c) {
        if (c >= 0xD800 && c <= 0xDFFF || isFiller((char) c) || STROKES.indexOf(c) >= 0) {
            return;
        }
        if (c < 0x80) {
            FOLD[c] = c >= 'A' && c <= 'Z'
                    ? (char) (c + 32)
                    : c >= 'a' && c <= 'z' || c >= '0' && c <= '9' ? (char) c : NOISE;
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

    /** Letters by their category that are drawn as nothing: Hangul fillers, and the blank pattern of Braille. */
    private static boolean isFiller(char c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
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

    /** The character for what a picture shows, 0 if it is none of these. */
    static char pictured(int codePoint) {
        Character shown = codePoint < 0x2000 ? null : PICTURED.get(codePoint);
        return shown == null ? 0 : shown;
    }

    /** What kind of gap the character makes wherever it stands, 0 where that takes a closer look. */
    static int plainGap(char c) {
        return GAP[c];
    }

    /** What kind of gap a character without meaning of its own makes. */
    static int gap(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.CONTROL && codePoint != '\n' && codePoint != '\t' && codePoint != '\r'
                || codePoint < 0x10000 && isFiller((char) codePoint)) {
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
        short[] readings = READINGS[han];
        if (readings == null) {
            return new int[] {Symbols.of(han)};
        }
        var sounds = new LinkedHashSet<Integer>();
        for (short reading : readings) {
            sounds.add((int) Syllables.groupOf(reading / TONES));
        }
        return sounds.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Numbers of the syllables that it can be read with. */
    public static int[] syllableNumbers(char han) {
        short[] readings = READINGS[han];
        if (readings == null) {
            return NO_NUMBERS;
        }
        var syllables = new LinkedHashSet<Integer>();
        for (short reading : readings) {
            syllables.add(reading / TONES);
        }
        return syllables.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Letters of the syllable of that number. */
    public static String spelling(int syllable) {
        return Syllables.spelling(syllable);
    }

    public static boolean isHan(char c) {
        return SOUND[c] != 0;
    }

    /** How usual the character is, 0 (hardly ever seen in ordinary text) to 9. */
    public static int frequency(char c) {
        return FREQUENCY[c];
    }

    /** Whether ordinary text hardly ever has the character: then it stands there for its sound or look. */
    public static boolean isRare(char c) {
        return FREQUENCY[c] <= RARE;
    }

    /** Whether both can be read with one syllable, tones aside, no confusions allowed. */
    public static boolean sameSyllable(char a, char b) {
        return share(a, b, TONES);
    }

    /** Whether both can be read alike, tone included. */
    public static boolean sameSound(char a, char b) {
        return share(a, b, 1);
    }

    private static boolean share(char a, char b, int unit) {
        short[] of = READINGS[a];
        short[] others = READINGS[b];
        if (of == null || others == null) {
            return false;
        }
        for (short reading : of) {
            for (short other : others) {
                if (reading / unit == other / unit) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a Han character can be read with the syllable of that number. */
    public static boolean reads(char han, int syllable) {
        short[] readings = READINGS[han];
        if (readings != null) {
            for (short reading : readings) {
                if (reading / TONES == syllable) {
                    return true;
                }
            }
        }
        return false;
    }

    /** First letter of the usual reading, 0 if there is none. */
    public static char initial(char han) {
        return INITIAL[han];
    }

    /** The usual syllable in letters, empty if there is none. */
    public static String syllable(char han) {
        short[] readings = READINGS[han];
        return readings == null ? "" : Syllables.spelling(readings[0] / TONES);
    }

    /** Of the symbols of the characters taken for this one, by their last six bits, which there are. */
    public static long alikeSymbols(char c) {
        return ALIKE_SYMBOLS[c];
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
        if ((COMPOSES[first >> 6] & 1L << first) == 0) {
            return 0;
        }
        return COMPOSITION_WHOLES[compositionSlot(first, second)];
    }

    /** Where the pair lies, or the empty slot where it would. */
    private static int compositionSlot(char first, char second) {
        int pair = first << 16 | second;
        int slot = pair * 0x9E3779B9 >>> 17;
        while (COMPOSITION_WHOLES[slot] != 0 && COMPOSITION_PAIRS[slot] != pair) {
            slot = slot + 1 & COMPOSITION_SLOTS - 1;
        }
        return slot;
    }

    /** The pairs that make the character. */
    public static List<String> partsOf(char whole) {
        return PARTS.getOrDefault(whole, List.of());
    }
}

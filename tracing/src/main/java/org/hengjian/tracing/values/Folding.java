package org.hengjian.tracing.values;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;

/**
 * Takes out of a text what changes nothing in its meaning: full width, case, accents, traditional characters, invisible
 * characters, runs of blanks.
 */
public final class Folding {

    private static final char[] SIMPLIFIED = simplified();

    private Folding() {}

    /** Lower case, half width, simplified; blanks become single spaces, none at the ends. */
    public static String fold(String text) {
        String plain = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        var folded = new StringBuilder(plain.length());
        boolean blank = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c <= ' ' || Character.isWhitespace(c) || c == '\u00a0') {
                blank = !folded.isEmpty();
                continue;
            }
            if (c > 0x7f) {
                int type = Character.getType(c);
                if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.CONTROL) {
                    continue;
                }
            }
            if (blank) {
                folded.append(' ');
                blank = false;
            }
            folded.append(SIMPLIFIED[Character.toLowerCase(c)]);
        }
        return folded.toString();
    }

    /** Only the letters and digits of the folded text. */
    public static String bare(String text) {
        String folded = fold(text);
        var bare = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                bare.append(folded.charAt(i));
            }
        }
        return bare.length() == folded.length() ? folded : bare.toString();
    }

    public static boolean isHan(char c) {
        return c >= 0x3400 && c <= 0x9fff;
    }

    public static boolean hasHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Nothing said: empty, or one of the ways in which forms say "none". */
    public static boolean isNothing(String folded) {
        if (folded.length() <= LONGEST_NOTHING && NOTHINGS.contains(folded)) {
            return true;
        }
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static final Set<String> NOTHINGS = Set.of(
            "无", "暂无", "未知", "不详", "没有", "未填", "未填写", "未提供", "空", "保密", "待补充", "null", "none", "nan",
            "n/a", "na", "unknown", "undefined", "nil", "test", "测试");

    private static final int LONGEST_NOTHING =
            NOTHINGS.stream().mapToInt(String::length).max().orElse(0);

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && !(c >= 0x4e00 && c <= 0x9fff)) {
                return false;
            }
        }
        return true;
    }

    private static char[] simplified() {
        char[] table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        List<String> lines = Resource.lines("simplified.txt");
        for (int i = 0; i < lines.get(0).length(); i++) {
            table[lines.get(0).charAt(i)] = lines.get(1).charAt(i);
        }
        return table;
    }

}

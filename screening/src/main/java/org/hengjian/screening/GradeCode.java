package org.hengjian.screening;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Codes by which makers of copies tell their grades (版本代号): letters and figures before 版, 批次 or 厂 (G5版, XP版, APS厂), a
 * workshop's sign (VSF, ZF), marks of a class (A+++, 顶S, 1:1.0). New ones come up each season, so the shape is known and no
 * list. So is a 仿 by itself. They say so only of goods that are copied by grades: shoes, clothes, bags and watches of a protected name.
 */
final class GradeCode {

    /** Watches, bags, clothes and shoes. */
    static final long COPIED_BY_GRADES = 1L << 14 | 1L << 18 | 1L << 25;

    private static final long WATCHES = 1L << 14;

    private static final Pattern VERSION =
            Pattern.compile("(?<![A-Za-z0-9.\\-])([A-Z]{1,3}\\d{0,2}|\\d[A-Z])\\s?(?:版本|版(?![权式型面画块图])|批次|批(?![发准]))");
    private static final Pattern CLASS =
            Pattern.compile("(?<![A-Za-z0-9+/\\-])(?:A\\+{1,4}|A{3,5}\\+*|[5-9]A|1[0-2]A)(?![A-Za-z0-9+/\\-])"
                    + "|(?<![A-Za-z0-9])T0(?![0-9])|[顶超][SA](?![A-Za-z])|1[:：]1\\.0");
    private static final Pattern WORKSHOP = Pattern.compile("(?<![A-Za-z0-9])[A-Z0-9]{1,4}\\s?厂(?![A-Za-z0-9])"
            + "|(?<![A-Za-z0-9\\-])(?:VS|Z|PP|AR|GM|BT|3K|APS|KW|GS|JVS|EW|TW|BBR|MKS|BV|HB|RM)F(?![A-Za-z0-9\\-])");

    private static final Pattern COPY = Pattern.compile("(?<!\\S)[仿復复](?!\\S)");

    /** Letters that say something of their own: regions, media, features, sizes. */
    private static final Set<String> ORDINARY = Set.of(
            "HD", "PRO", "USB", "PC", "NFC", "GPS", "LTE", "VIP", "DIY", "OLED", "CD", "DVD", "3D", "4D", "5D", "2D",
            "4G", "5G", "4K", "8K", "2K", "Q", "AI", "IP", "TV", "UV", "PU", "PVC", "US", "EU", "UK", "CN", "JP", "HK",
            "KR", "TW", "XS", "S", "L", "XL", "XXL", "GT", "SE", "OEM", "APP", "MINI", "MAX", "LE", "VR", "IF", "SF",
            "GIF", "PDF", "TF", "RF", "NBA", "CBA", "FIFA", "IMAX", "X", "T", "U", "V");

    private GradeCode() {}

    /** Where a code stands. */
    record At(String code, int start, int end) {}

    /** @param classes of the name beside it, as bits */
    static Optional<At> in(String text, long classes) {
        Optional<At> found = classes != 0 && hasOne("仿复復", text) ? first(COPY, text) : Optional.empty();
        if (found.isPresent() || (classes & COPIED_BY_GRADES) == 0) {
            return found;
        }
        if (hasOne("版批", text)) {
            found = first(VERSION, text);
        }
        if (found.isEmpty() && mayBeOfAClass(text)) {
            found = first(CLASS, text);
        }
        if (found.isEmpty() && (classes & WATCHES) != 0 && hasOne("厂F", text)) {
            found = first(WORKSHOP, text);
        }
        return found;
    }

    private static boolean mayBeOfAClass(String text) {
        for (int at = text.indexOf('A'); at >= 0; at = text.indexOf('A', at + 1)) {
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
            if (after == '+' || after == 'A' || Character.isDigit(before)) {
                return true;
            }
        }
        return hasOne("顶超", text) || text.contains("T0") || text.contains("1.0");
    }

    /** A look at the letters first: most titles have none of them, and no pattern is run. */
    private static boolean hasOne(String letters, String text) {
        for (int i = 0; i < letters.length(); i++) {
            if (text.indexOf(letters.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<At> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String letters = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
            if (!ORDINARY.contains(letters)) {
                return Optional.of(new At(matcher.group(), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }
}

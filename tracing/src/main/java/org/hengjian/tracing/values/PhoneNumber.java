package org.hengjian.tracing.values;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Phone numbers (电话) out of what people write: country code, carrier prefixes, blanks, brackets, hyphens, Chinese digits
 * and letters in the place of digits are forgiven; hidden digits stay as {@code *}. A number is its digits alone.
 */
public final class PhoneNumber {

    private static final Pattern SEPARATOR = Pattern.compile("[,;、|\\n]|\\s{2,}|或|和|/(?=\\s*(?:\\+?86|1[3-9]\\d|0\\d{2}))");
    private static final Pattern EXTENSION = Pattern.compile("(?:转|ext\\.?|x|#)\\s*\\d{1,6}\\s*$");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][\\d*]{9}");
    private static final int SHORTEST = 6;
    private static final int LONGEST = 15;
    private static final String CHINESE = "〇零一二三四五六七八九";
    private static final String CHINESE_DIGITS = "00123456789";
    private static final String FORMAL = "壹贰叁肆伍陆柒捌玖幺两";
    private static final String FORMAL_DIGITS = "12345678912";

    private PhoneNumber() {}

    /** All numbers in the cell, in their order, without those that are plainly made up. */
    public static List<String> all(String typed) {
        String folded = Folding.fold(typed);
        Set<String> numbers = new LinkedHashSet<>();
        if (isPlainMobile(folded)) {
            add(folded, numbers);
            return List.copyOf(numbers);
        }
        for (String part : SEPARATOR.split(folded)) {
            String digits = digits(EXTENSION.matcher(part).replaceFirst(""));
            if (digits.length() > LONGEST) {
                MOBILE.matcher(digits).results().forEach(found -> numbers.add(found.group()));
            } else {
                add(strip(digits), numbers);
            }
        }
        return List.copyOf(numbers);
    }

    /** Written without anything around it, as most are; then there is nothing to take away. */
    private static boolean isPlainMobile(String text) {
        if (text.length() != 11 || text.charAt(0) != '1' || text.charAt(1) < '3') {
            return false;
        }
        for (int i = 1; i < 11; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static void add(String number, Set<String> numbers) {
        if (number.length() >= SHORTEST && !isMadeUp(number)) {
            numbers.add(number);
        }
    }

    private static String strip(String digits) {
        String number = digits;
        for (String prefix : List.of("0086", "086", "86", "17951", "17911", "12593", "0")) {
            if (number.length() == 11 + prefix.length()
                    && number.startsWith(prefix)
                    && MOBILE.matcher(number.substring(prefix.length())).matches()) {
                return number.substring(prefix.length());
            }
        }
        if (number.startsWith("0086") && number.length() > 12) {
            number = number.substring(4);
        } else if (number.startsWith("86") && number.length() > 11) {
            number = number.substring(2);
        }
        // Landline without the leading zero of the area code, as it is written after +86.
        return digits.length() > number.length() && !number.startsWith("0") && !number.startsWith("1")
                ? "0" + number
                : number;
    }

    private static String digits(String part) {
        var digits = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c >= '0' && c <= '9' || c == '*') {
                digits.append(c);
            } else if (CHINESE.indexOf(c) >= 0) {
                digits.append(CHINESE_DIGITS.charAt(CHINESE.indexOf(c)));
            } else if (FORMAL.indexOf(c) >= 0) {
                digits.append(FORMAL_DIGITS.charAt(FORMAL.indexOf(c)));
            } else if (between(part, i)) {
                digits.append(c == 'o' ? "0" : c == 'l' || c == 'i' ? "1" : "");
            }
        }
        return digits.toString();
    }

    /** A letter o, l or i stands for a digit only beside a digit. */
    private static boolean between(String part, int i) {
        return i > 0 && Character.isDigit(part.charAt(i - 1))
                || i + 1 < part.length() && Character.isDigit(part.charAt(i + 1));
    }

    private static boolean isMadeUp(String number) {
        String visible = number.replace("*", "");
        if (visible.length() < 5) {
            return true;
        }
        int from = visible.length() / 3;
        boolean oneDigit = true;
        for (int i = from + 1; i < visible.length(); i++) {
            oneDigit &= visible.charAt(i) == visible.charAt(from);
        }
        return oneDigit || "012345678901234567890".contains(visible) || "98765432109876543210".contains(visible);
    }
}

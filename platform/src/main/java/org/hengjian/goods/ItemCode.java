package org.hengjian.goods;

import java.util.Locale;
import java.util.Optional;

/** The number on an item's label, {@code W26-0000417-8}: year, serial, a check digit (Luhn) against slips of the hand. */
public record ItemCode(String text) {

    /** @throws IllegalArgumentException if the form or the check digit is wrong */
    public ItemCode {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not the code of an item: " + text);
        }
    }

    static ItemCode of(int year, long serial) {
        String digits = String.format(Locale.ROOT, "%02d%07d", year % 100, serial);
        return new ItemCode("W" + digits.substring(0, 2) + "-" + digits.substring(2) + "-" + check(digits));
    }

    /** From what a scanner or a hand typed: spaces, small letters and missing hyphens do no harm. */
    static Optional<ItemCode> parse(String typed) {
        String plain = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s\\-－—]", "");
        if (!plain.matches("W\\d{10}")) {
            return Optional.empty();
        }
        String text = plain.substring(0, 3) + "-" + plain.substring(3, 10) + "-" + plain.substring(10);
        return isValid(text) ? Optional.of(new ItemCode(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return text.matches("W\\d{2}-\\d{7}-\\d")
                && text.charAt(text.length() - 1) - '0' == check(text.substring(1, 3) + text.substring(4, 11));
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}

package org.hengjian.screening.code;

/**
 * Global Trade Item Number (全球贸易项目代码) of 8, 12, 13 or 14 digits (GS1 General Specifications; GB 12904 for 13).
 * Checks form only; says nothing of whether the number was given to anybody.
 */
public record Gtin(String digits) {

    /** @throws IllegalArgumentException if the length is none of the four, or the check digit is wrong */
    public Gtin {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not a GTIN: " + digits);
        }
    }

    public static boolean isValid(String digits) {
        int length = digits.length();
        return (length == 8 || length == 12 || length == 13 || length == 14)
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.charAt(length - 1) - '0' == checkDigit(digits.substring(0, length - 1));
    }

    /** Check digit for the digits before it: weights 3 and 1 from the right. */
    public static int checkDigit(String before) {
        int sum = 0;
        for (int i = 0; i < before.length(); i++) {
            int digit = before.charAt(before.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }

    /** The prefix of the organisation that gave the number, for 13 digits: 690 to 699 is China. */
    public int prefix() {
        String thirteen = digits.length() == 12 ? "0" + digits : digits.length() == 14 ? digits.substring(1) : digits;
        return Integer.parseInt(thirteen.substring(0, 3));
    }

    /** Whether the number was given in China (690 to 699). The goods may come from anywhere. */
    public boolean givenInChina() {
        return digits.length() != 8 && prefix() >= 690 && prefix() <= 699;
    }
}

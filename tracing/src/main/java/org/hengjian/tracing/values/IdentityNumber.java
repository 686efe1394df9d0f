package org.hengjian.tracing.values;

/**
 * Resident identity number (公民身份号码, GB 11643-1999): 17 digits and a check character; older ones have 15 digits.
 * Hidden characters stay as {@code *}.
 */
public final class IdentityNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdentityNumber() {}

    /** Upper case, without blanks and hyphens; 15 digits become 18. Empty if it cannot be such a number. */
    public static String canonical(String typed) {
        String text = Folding.fold(typed).replaceAll("[^0-9x*]", "").replace('x', 'X');
        if (text.matches("\\d{15}")) {
            String longer = text.substring(0, 6) + "19" + text.substring(6);
            return longer + checkCharacter(longer);
        }
        return text.length() == 18 && text.chars().filter(c -> c == '*').count() <= 12 ? text : "";
    }

    public static boolean isValid(String text) {
        return text.matches("\\d{17}[\\dX]") && text.charAt(17) == checkCharacter(text);
    }

    private static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}

package org.hengjian.tracing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Unified social credit code (统一社会信用代码) of an enterprise: 18 characters, the last one a check
 * character (GB 32100-2015). Checks form only; says nothing of whether the enterprise exists.
 */
public record UnifiedSocialCreditCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"; // no I, O, S, V, Z
    private static final int LENGTH = 18;

    /** @throws IllegalArgumentException if {@code text} is not of the form, or its check character is wrong */
    public UnifiedSocialCreditCode {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a unified social credit code: " + text);
        }
    }

    /** As people type it: lower case, full width, spaces and hyphens are forgiven, a wrong character is not. */
    public static Optional<UnifiedSocialCreditCode> read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT);
        return isValid(text) ? Optional.of(new UnifiedSocialCreditCode(text)) : Optional.empty();
    }

    public static boolean isValid(String text) {
        return hasForm(text) && text.charAt(LENGTH - 1) == checkCharacter(text);
    }

    /** 18 characters of the alphabet; the check character may be wrong. */
    public static boolean hasForm(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /**
     * The check character that belongs to the first 17 characters: 31 − (Σ value × 3ⁱ mod 31), where 31 is 0.
     *
     * @throws IllegalArgumentException if there are fewer than 17 characters, or one is outside the alphabet
     */
    public static char checkCharacter(String text) {
        if (text.length() < LENGTH - 1) {
            throw new IllegalArgumentException("17 characters are needed: " + text);
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not a character of a credit code: " + text.charAt(i));
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** Administrative division where it was registered (GB/T 2260), characters 3 to 8. */
    public String region() {
        return text.substring(2, 8);
    }

    /** Organisation code (组织机构代码, GB 11714), characters 9 to 17. */
    public String organisationCode() {
        return text.substring(8, 17);
    }

    @Override
    public String toString() {
        return text;
    }
}

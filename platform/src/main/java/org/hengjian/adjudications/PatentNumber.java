package org.hengjian.adjudications;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Number of a Chinese patent (专利号) of twelve digits with its check character, {@code ZL202110123456.7} (ZC 0006-2003).
 * Checks form only; says nothing of whether the patent is in force.
 */
public record PatentNumber(String text) {

    private static final int DIGITS = 12;
    private static final int KIND_AT = 4;
    private static final int MODULUS = 11;
    private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};

    /** 发明、实用新型、外观设计. */
    public enum Kind {
        INVENTION,
        UTILITY_MODEL,
        DESIGN
    }

    /** @throws IllegalArgumentException if {@code text} is not of the form, or its check character is wrong */
    public PatentNumber {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a patent number: " + text);
        }
    }

    /** Reads what was typed: full-width, spaces, without ZL or without the point; empty if it is none. */
    public static Optional<PatentNumber> read(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s.。]", "")
                .replaceFirst("^ZL", "");
        String text = plain.length() == DIGITS + 1 ? "ZL" + plain.substring(0, DIGITS) + "." + plain.charAt(DIGITS) : typed;
        return isValid(text) ? Optional.of(new PatentNumber(text)) : Optional.empty();
    }

    /** As the fifth digit says; what entered from abroad (PCT) is counted with its kind. */
    public Kind kind() {
        return switch (text.charAt(2 + KIND_AT)) {
            case '1', '8' -> Kind.INVENTION;
            case '2', '9' -> Kind.UTILITY_MODEL;
            default -> Kind.DESIGN;
        };
    }

    private static boolean isValid(String text) {
        return text.matches("ZL(19|20)\\d{2}[12389]\\d{7}\\.[\\dX]") && text.charAt(text.length() - 1) == check(text);
    }

    private static char check(String text) {
        int sum = 0;
        for (int i = 0; i < DIGITS; i++) {
            sum += WEIGHTS[i] * Character.digit(text.charAt(2 + i), 10);
        }
        int rest = sum % MODULUS;
        return rest == MODULUS - 1 ? 'X' : Character.forDigit(rest, 10);
    }
}

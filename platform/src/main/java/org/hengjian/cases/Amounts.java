package org.hengjian.cases;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.hengjian.law.Money;

/** Amounts as people type and read them: yuan with two decimals, {@code 67,900.00}. */
final class Amounts {

    // A state's largest fine is far below; more digits are a slip of the hand.
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    private Amounts() {}

    static String plain(Money amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount.yuan());
    }

    /** Reads what was typed: {@code 67900}, {@code 67,900.00}, {@code ６７９００}; empty if it is no exact amount in fen. */
    static Optional<Money> read(String typed) {
        String text = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .strip()
                .replaceAll("[,\\s]|元$", "");
        if (!text.matches("\\d{1,15}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        var yuan = new BigDecimal(text);
        return yuan.compareTo(MOST) > 0 ? Optional.empty() : Optional.of(Money.ofYuan(yuan));
    }
}

package org.hengjian.intake;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A weight as people write it, in whole grams and never rounded: 500, 500克, 0.5kg, 1.25公斤, 1斤. */
final class Weight {

    /** Ten tonnes: no parcel weighs that. */
    static final long GRAMS_MAX = 10_000_000;

    private static final Pattern FORM = Pattern.compile(
            "(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)\\s*(?<unit>千克|公斤|kg|kgs|克|g|斤|吨|t)?",
            Pattern.CASE_INSENSITIVE);

    private Weight() {}

    /** @param unit grams that a bare number counts; empty when it is no weight, or none in whole grams within bounds */
    static OptionalLong grams(String text, int unit) {
        var matcher = FORM.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFKC));
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        var grams = new BigDecimal(matcher.group("number").replace(",", ""))
                .multiply(BigDecimal.valueOf(matcher.group("unit") == null ? unit : gramsOf(matcher.group("unit"))))
                .stripTrailingZeros();
        return grams.scale() > 0
                        || grams.signum() <= 0
                        || grams.compareTo(BigDecimal.valueOf(GRAMS_MAX)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(grams.longValueExact());
    }

    /** What a bare number under this heading counts, in grams: 克 unless the heading says otherwise. */
    static int unitOf(String heading) {
        var folded = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return folded.matches(".*(千克|公斤|kg).*") ? 1_000 : 1;
    }

    private static int gramsOf(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "千克", "公斤", "kg", "kgs" -> 1_000;
            case "斤" -> 500;
            case "吨", "t" -> 1_000_000;
            default -> 1;
        };
    }
}

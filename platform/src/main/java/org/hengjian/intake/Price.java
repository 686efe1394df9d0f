package org.hengjian.intake;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A price as people write it, to the hundredth and no rounding: ￥1,299.00, 1299元, 1.2万, １２９９.
 *
 * @param currency ISO 4217 when the text itself says it, otherwise empty
 */
record Price(long fen, String currency) {

    /** Ten billion yuan: no offer costs that. */
    static final long FEN_MAX = 1_000_000_000_000L;

    private static final Pattern FORM = Pattern.compile(
            "(?<sign>[-−])?(?<before>人民币|RMB|CNY|HK\\$|US\\$|USD|EUR|GBP|HKD|JPY|¥|\\$|€|£)?\\s*"
                    + "(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)\\s*"
                    + "(?<scale>千|万|百万|亿)?\\s*(?<after>元整|元|块钱|块|圆|人民币|RMB|CNY|美元|港币|港元|欧元|英镑|USD|HKD|EUR|GBP)?",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("¥", "CNY"), Map.entry("人民币", "CNY"), Map.entry("RMB", "CNY"), Map.entry("元", "CNY"),
            Map.entry("元整", "CNY"), Map.entry("块", "CNY"), Map.entry("块钱", "CNY"), Map.entry("圆", "CNY"),
            Map.entry("$", "USD"), Map.entry("US$", "USD"), Map.entry("美元", "USD"), Map.entry("HK$", "HKD"),
            Map.entry("港币", "HKD"), Map.entry("港元", "HKD"), Map.entry("€", "EUR"), Map.entry("欧元", "EUR"),
            Map.entry("£", "GBP"), Map.entry("英镑", "GBP"), Map.entry("日元", "JPY"), Map.entry("韩元", "KRW"),
            Map.entry("澳元", "AUD"), Map.entry("加元", "CAD"), Map.entry("新台币", "TWD"), Map.entry("卢布", "RUB"));

    /** Why a text is no price. */
    enum Refusal {
        NOT_A_PRICE,
        NEGATIVE,
        TOO_FINE,
        TOO_LARGE
    }

    sealed interface Reading {
        record Read(Price price) implements Reading {}

        record Refused(Refusal refusal) implements Reading {}
    }

    /**
     * @param text what stands in the cell, not blank
     * @param unit what the heading says the number counts: 元, 万元 or 分
     */
    static Reading read(String text, BigDecimal unit) {
        // NFKC turns ￥ into ¥ and full-width digits into ours.
        var matcher = FORM.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFKC));
        if (!matcher.matches()) {
            return new Reading.Refused(Refusal.NOT_A_PRICE);
        }
        if (matcher.group("sign") != null) {
            return new Reading.Refused(Refusal.NEGATIVE);
        }
        var scale = matcher.group("scale");
        var number = new BigDecimal(matcher.group("number").replace(",", ""))
                .multiply(scale == null ? unit : factor(scale))
                .movePointRight(2)
                .stripTrailingZeros();
        if (number.scale() > 0) {
            return new Reading.Refused(Refusal.TOO_FINE);
        }
        if (number.compareTo(BigDecimal.valueOf(FEN_MAX)) > 0) {
            return new Reading.Refused(Refusal.TOO_LARGE);
        }
        var said = matcher.group("before") != null ? matcher.group("before") : matcher.group("after");
        return new Reading.Read(new Price(number.longValueExact(), said == null ? "" : currency(said).orElse("")));
    }

    /** ISO 4217 code of a currency as people call it; empty when there is none of that name. */
    static Optional<String> currency(String text) {
        var said = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var alias = SAID.get(said);
        if (alias != null) {
            return Optional.of(alias);
        }
        // Codes that begin with X belong to no country: gold, test, none.
        if (!said.matches("[A-Z]{3}") || said.startsWith("X")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Currency.getInstance(said).getCurrencyCode());
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** What one of the numbers under this heading counts, in yuan. */
    static BigDecimal unitOf(String heading) {
        var folded = Normalizer.normalize(heading, Normalizer.Form.NFKC);
        if (folded.matches(".*[(\\[/]\\s*万元?\\s*[)\\]]?.*")) {
            return new BigDecimal(10_000);
        }
        if (folded.matches(".*[(\\[/]\\s*分\\s*[)\\]]?.*") || folded.toLowerCase(Locale.ROOT).matches(".*(_fen|_cents|\\(cents\\)).*")) {
            return new BigDecimal("0.01");
        }
        return BigDecimal.ONE;
    }

    private static BigDecimal factor(String scale) {
        return switch (scale) {
            case "千" -> new BigDecimal(1_000);
            case "百万" -> new BigDecimal(1_000_000);
            case "亿" -> new BigDecimal(100_000_000);
            default -> new BigDecimal(10_000);
        };
    }
}

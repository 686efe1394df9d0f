package org.hengjian.intake;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Row;
import org.jspecify.annotations.Nullable;

/** Turns a row into an offer, or says everything that is wrong with it, so that nobody has to come back twice. */
final class RowReading {

    static final int ID_CHARS_MAX = 200;
    static final int TITLE_CHARS_MAX = 500;
    static final int DESCRIPTION_CHARS_MAX = 20_000;
    static final int PRICE_CHARS_MAX = 60;
    static final int URL_CHARS_MAX = 2_000;
    static final int IMAGES_MAX = 50;

    private static final Pattern BETWEEN_IMAGES = Pattern.compile("[|\\s]+|[,;，；](?=https?:|//)");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x21-\\x7E]|[\\[\\]{}|\\\\^`\"<>]");
    private static final Pattern PER_PIECE =
            Pattern.compile("\\s*[/每]\\s*(?:一)?(?:件|个|双|只|套|条|瓶|盒|包|台|支|枚|箱|部|张|本|副|把|罐|袋|块)$");

    private final CellReading cells;
    private final BigDecimal priceUnit;

    sealed interface Outcome {
        record Sound(Offer offer) implements Outcome {}

        record Faulty(List<Fault> faults) implements Outcome {}
    }

    RowReading(ColumnMapping mapping, List<String> headings, Function<String, Optional<Integer>> regionNamed) {
        this.cells = new CellReading(mapping, headings, regionNamed, true);
        var priced = cells.heading("price");
        this.priceUnit = priced.isEmpty() ? BigDecimal.ONE : Price.unitOf(priced);
    }

    Outcome read(Row row) {
        return switch (row) {
            case Row.Broken broken -> new Outcome.Faulty(List.of(cells.structural(broken)));
            case Row.Read read -> read(read);
        };
    }

    private Outcome read(Row.Read row) {
        if (cells.isHeadingAgain(row)) {
            return new Outcome.Faulty(List.of(Fault.of("", "heading-again")));
        }
        var faults = new ArrayList<Fault>();
        var id = cells.id(row, "id", ID_CHARS_MAX, faults);
        var title = cells.needed(row, "title", TITLE_CHARS_MAX, faults);
        var description =
                cells.limited(cells.optional(row, "description"), "description", DESCRIPTION_CHARS_MAX, faults);
        var price = price(row, faults);
        var currency = currency(row, price, faults);
        var sellerRegion = cells.region(row, "region", faults);
        var offer = new Offer(
                id,
                title,
                description,
                price == null ? null : price.fen(),
                currency,
                cells.line(row, "category", CellReading.NAME_CHARS_MAX, faults),
                cells.line(row, "brand", CellReading.NAME_CHARS_MAX, faults),
                cells.line(row, "seller", CellReading.NAME_CHARS_MAX, faults),
                cells.creditCode(row, "sellerCode", faults),
                cells.line(row, "platform", CellReading.NAME_CHARS_MAX, faults),
                url(cells.optional(row, "url"), "url", faults),
                sellerRegion,
                images(row, faults));
        return faults.isEmpty() ? new Outcome.Sound(offer) : new Outcome.Faulty(List.copyOf(faults));
    }

    private @Nullable Price price(Row row, List<Fault> faults) {
        var text = cells.optional(row, "price");
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > PRICE_CHARS_MAX) {
            faults.add(Fault.of("price", "too-long", text.length(), PRICE_CHARS_MAX));
            return null;
        }
        return switch (Price.read(PER_PIECE.matcher(text).replaceFirst(""), priceUnit)) {
            case Price.Reading.Read(var price) -> price;
            case Price.Reading.Refused(var refusal) -> {
                var key = "price-" + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
                faults.add(Fault.of("price", key, cells.said(text)));
                yield null;
            }
        };
    }

    private String currency(Row row, @Nullable Price price, List<Fault> faults) {
        var text = cells.optional(row, "currency");
        var said = price == null || price.currency().isEmpty() ? "CNY" : price.currency();
        if (text.isEmpty()) {
            return said;
        }
        var named = Price.currency(text);
        if (named.isEmpty()) {
            faults.add(Fault.of("currency", "currency", cells.said(text)));
            return said;
        }
        if (price != null && !price.currency().isEmpty() && !price.currency().equals(named.get())) {
            faults.add(Fault.of("currency", "currency-differs", price.currency(), named.get()));
        }
        return named.get();
    }

    private String url(String text, String field, List<Fault> faults) {
        if (text.isEmpty()) {
            return "";
        }
        // //img.example/1.jpg is how pages write an address of their own scheme.
        var address = text.startsWith("//") ? "https:" + text : text;
        if (address.length() > URL_CHARS_MAX) {
            faults.add(Fault.of(field, "too-long", address.length(), URL_CHARS_MAX));
            return "";
        }
        if (!isWebAddress(address)) {
            faults.add(Fault.of(field, "url", cells.said(text)));
        }
        return address;
    }

    private static boolean isWebAddress(String address) {
        if (!address.regionMatches(true, 0, "http://", 0, 7) && !address.regionMatches(true, 0, "https://", 0, 8)) {
            return false;
        }
        try {
            // Chinese characters and spaces in queries are common and harmless; the host must be one.
            var uri = new URI(NOT_ASCII.matcher(address).replaceAll("x"));
            return uri.getHost() != null || uri.getRawAuthority() != null && uri.getRawAuthority().contains("_");
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private List<String> images(Row row, List<Fault> faults) {
        var text = cells.optional(row, "images");
        if (text.isEmpty()) {
            return List.of();
        }
        var images = new ArrayList<String>();
        for (var part : BETWEEN_IMAGES.split(text)) {
            int before = faults.size();
            if (!part.isEmpty()) {
                images.add(url(part, "images", faults));
            }
            if (faults.size() > before) {
                return List.of();
            }
        }
        if (images.size() > IMAGES_MAX) {
            faults.add(Fault.of("images", "too-many", images.size(), IMAGES_MAX));
        }
        return images;
    }
}

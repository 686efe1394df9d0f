package org.hengjian.intake;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Formulas;
import org.hengjian.tables.Row;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;

/** Turns a row into an offer, or says everything that is wrong with it, so that nobody has to come back twice. */
final class RowReading {

    static final int ID_CHARS_MAX = 200;
    static final int TITLE_CHARS_MAX = 500;
    static final int DESCRIPTION_CHARS_MAX = 20_000;
    static final int NAME_CHARS_MAX = 200;
    static final int PRICE_CHARS_MAX = 60;
    static final int URL_CHARS_MAX = 2_000;
    static final int IMAGES_MAX = 50;

    private static final int REGIONS_REMEMBERED = 10_000;

    private static final Pattern POWER_OF_TEN = Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+?[0-9]{2,}");
    private static final Pattern LINE_ENDS = Pattern.compile("\\s*[\\r\\n\\t\\u2028\\u2029]+\\s*");
    private static final Pattern BETWEEN_IMAGES = Pattern.compile("[|\\s]+|[,;，；](?=https?:|//)");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x21-\\x7E]|[\\[\\]{}|\\\\^`\"<>]");
    private static final Pattern NOTHING =
            Pattern.compile("[-–—―/\\\\.*]{1,4}|N/?A|NULL|NONE|NIL|无|暂无|未知|不详|未填|空", Pattern.CASE_INSENSITIVE);
    private static final Pattern PER_PIECE =
            Pattern.compile("\\s*[/每]\\s*(?:一)?(?:件|个|双|只|套|条|瓶|盒|包|台|支|枚|箱|部|张|本|副|把|罐|袋|块)$");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final ColumnMapping mapping;
    private final List<String> headings;
    private final BigDecimal priceUnit;
    private final Function<String, Optional<Integer>> regionNamed;
    // Places repeat from row to row and are costly to look up; the eldest leaves.
    private final Map<String, Optional<Integer>> regions = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Integer>> eldest) {
            return size() > REGIONS_REMEMBERED;
        }
    };

    sealed interface Outcome {
        record Sound(Offer offer) implements Outcome {}

        record Faulty(List<Fault> faults) implements Outcome {}
    }

    RowReading(ColumnMapping mapping, List<String> headings, Function<String, Optional<Integer>> regionNamed) {
        this.mapping = mapping;
        this.headings = headings;
        this.regionNamed = regionNamed;
        this.priceUnit = mapping.column("price")
                .map(column -> Price.unitOf(headings.get(column)))
                .orElse(BigDecimal.ONE);
    }

    Outcome read(Row row) {
        return switch (row) {
            case Row.Broken broken -> new Outcome.Faulty(List.of(structural(broken)));
            case Row.Read read -> read(read);
        };
    }

    /** A broken row is shown under the heading where it broke. */
    private Fault structural(Row.Broken broken) {
        var key = "tables.row." + broken.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
        int column = broken.column();
        var place = column >= 0 && column < headings.size() ? fieldAt(column) : "";
        return new Fault(place, key, List.of());
    }

    private String fieldAt(int column) {
        return mapping.columns().entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(headings.get(column));
    }

    private Outcome read(Row.Read row) {
        if (isHeadingAgain(row)) {
            return new Outcome.Faulty(List.of(Fault.of("", "heading-again")));
        }
        var faults = new ArrayList<Fault>();
        var id = id(row, faults);
        var title = line(row, "title", TITLE_CHARS_MAX, faults);
        if (title.isEmpty() && faults.stream().noneMatch(fault -> fault.field().equals("title"))) {
            faults.add(Fault.of("title", "missing"));
        }
        var description = text(row, "description", DESCRIPTION_CHARS_MAX, faults);
        var price = price(row, faults);
        var currency = currency(row, price, faults);
        var sellerRegion = sellerRegion(row, faults);
        var offer = new Offer(
                id,
                title,
                description,
                price == null ? null : price.fen(),
                currency,
                line(row, "category", NAME_CHARS_MAX, faults),
                line(row, "brand", NAME_CHARS_MAX, faults),
                line(row, "seller", NAME_CHARS_MAX, faults),
                sellerCode(row, faults),
                line(row, "platform", NAME_CHARS_MAX, faults),
                url(optional(row, "url"), "url", faults),
                sellerRegion,
                images(row, faults));
        return faults.isEmpty() ? new Outcome.Sound(offer) : new Outcome.Faulty(List.copyOf(faults));
    }

    /** Files glued together from several carry their headings in the middle. */
    private boolean isHeadingAgain(Row.Read row) {
        return mapping.columns().values().stream()
                .allMatch(column -> row.cells().get(column).strip().equals(headings.get(column)));
    }

    private String cell(Row row, String field) {
        return Formulas.original(mapping.cell(row, field)).strip();
    }

    /** Of a field that may be empty, a dash or the word for nothing is nothing: an offer is not lost for it. */
    private String optional(Row row, String field) {
        var text = cell(row, field);
        return NOTHING.matcher(text).matches() ? "" : text;
    }

    private String id(Row.Read row, List<Fault> faults) {
        var id = cell(row, "id");
        if (id.isEmpty()) {
            faults.add(Fault.of("id", "missing"));
        } else if (POWER_OF_TEN.matcher(id).matches()) {
            faults.add(Fault.of("id", "id-power-of-ten", id));
        } else if (mapping.column("id").filter(row.rounded()::contains).isPresent()) {
            faults.add(Fault.of("id", "id-rounded", id));
        } else if (id.length() > ID_CHARS_MAX) {
            faults.add(Fault.of("id", "too-long", id.length(), ID_CHARS_MAX));
        }
        return id;
    }

    /** Text in one line: line ends and tabs become one space. */
    private String line(Row row, String field, int charsMax, List<Fault> faults) {
        return LINE_ENDS.matcher(text(row, field, charsMax, faults)).replaceAll(" ");
    }

    private String text(Row row, String field, int charsMax, List<Fault> faults) {
        var text = field.equals("title") ? cell(row, field) : optional(row, field);
        if (text.length() > charsMax) {
            faults.add(Fault.of(field, "too-long", text.length(), charsMax));
            return "";
        }
        return text;
    }

    private @Nullable Price price(Row row, List<Fault> faults) {
        var text = optional(row, "price");
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
                faults.add(Fault.of("price", key, shortened(text)));
                yield null;
            }
        };
    }

    private String currency(Row row, @Nullable Price price, List<Fault> faults) {
        var text = optional(row, "currency");
        var said = price == null || price.currency().isEmpty() ? "CNY" : price.currency();
        if (text.isEmpty()) {
            return said;
        }
        var named = Price.currency(text);
        if (named.isEmpty()) {
            faults.add(Fault.of("currency", "currency", shortened(text)));
            return said;
        }
        if (price != null && !price.currency().isEmpty() && !price.currency().equals(named.get())) {
            faults.add(Fault.of("currency", "currency-differs", price.currency(), named.get()));
        }
        return named.get();
    }

    private @Nullable Integer sellerRegion(Row row, List<Fault> faults) {
        var text = optional(row, "region");
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > NAME_CHARS_MAX) {
            faults.add(Fault.of("region", "too-long", text.length(), NAME_CHARS_MAX));
            return null;
        }
        if (Abroad.isNamed(text)) {
            return null; // outside the division: routed by the platform's seat
        }
        var region = regions.computeIfAbsent(text, regionNamed);
        if (region.isEmpty()) {
            var key = DIGITS.matcher(text).matches() ? "region-code" : "region-name";
            faults.add(Fault.of("region", key, shortened(text)));
        }
        return region.orElse(null);
    }

    private String sellerCode(Row row, List<Fault> faults) {
        var typed = optional(row, "sellerCode");
        if (typed.isEmpty()) {
            return "";
        }
        var read = UnifiedSocialCreditCode.read(typed);
        if (read.isPresent()) {
            return read.get().text();
        }
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT);
        if (UnifiedSocialCreditCode.hasForm(text)) {
            faults.add(Fault.of(
                    "sellerCode", "credit-code-check", UnifiedSocialCreditCode.checkCharacter(text), text.charAt(17)));
        } else if (text.length() == 18) {
            faults.add(Fault.of("sellerCode", "credit-code-character", shortened(typed)));
        } else {
            faults.add(Fault.of("sellerCode", "credit-code-length", text.length()));
        }
        return "";
    }

    private static String url(String text, String field, List<Fault> faults) {
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
            faults.add(Fault.of(field, "url", shortened(text)));
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
        var text = optional(row, "images");
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

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}

package org.hengjian.intake;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Row;
import org.hengjian.tracing.values.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Turns a row into a posting, or says everything that is wrong with it without repeating whose it is. */
final class ParcelReading {

    static final int GOODS_CHARS_MAX = 500;
    static final int ADDRESS_CHARS_MAX = 300;
    static final int QUANTITY_MAX = 1_000_000;

    private static final int WAYBILL_CHARS_MAX = 40;
    private static final Pattern WAYBILL = Pattern.compile("[A-Z0-9]{8,30}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]");
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,7})\\s*(?:件|个|双|只|套|条|瓶|盒|包|台|支|枚|箱|部|张|本|pcs)?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?|(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SUM = Pattern.compile("[-−]?[¥￥]?[\\d.,]{1,20}(?:万?元)?");
    private static final Pattern HS = Pattern.compile("\\d{6}|\\d{8}|\\d{10}|\\d{13}");
    private static final Pattern DECLARATION = Pattern.compile("[A-Z0-9]{6,40}");
    private static final List<String> YES = List.of("是", "已", "有", "Y", "YES", "TRUE", "1", "√", "合格");
    private static final List<String> NO = List.of("否", "未", "没有", "N", "NO", "FALSE", "0", "×", "X", "不合格");
    private static final String PLACE_ENDS = "省市区县旗州盟";

    private final CellReading cells;
    private final int weightUnit;
    private final BigDecimal valueUnit;
    private final LocalDate today;

    sealed interface Outcome {
        record Sound(Posting posting) implements Outcome {}

        record Faulty(List<Fault> faults) implements Outcome {}
    }

    /** @param today no parcel was posted later */
    ParcelReading(
            ColumnMapping mapping,
            List<String> headings,
            Function<String, Optional<Integer>> regionNamed,
            LocalDate today) {
        this.cells = new CellReading(mapping, headings, regionNamed, false);
        this.weightUnit = Weight.unitOf(cells.heading("grams"));
        var valued = cells.heading("value");
        this.valueUnit = valued.isEmpty() ? BigDecimal.ONE : Price.unitOf(valued);
        this.today = today;
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
        var address = cells.line(row, "senderAddress", ADDRESS_CHARS_MAX, faults);
        var posting = new Posting(
                waybill(row, faults),
                cells.needed(row, "courier", CellReading.NAME_CHARS_MAX, faults),
                cells.line(row, "outlet", CellReading.NAME_CHARS_MAX, faults),
                name(row, faults),
                phone(row, faults),
                address,
                cells.creditCode(row, "senderCode", faults),
                placeOf(address),
                cells.region(row, "recipientRegion", faults),
                cells.needed(row, "goods", GOODS_CHARS_MAX, faults),
                quantity(row, faults),
                grams(row, faults),
                value(row, faults),
                sentOn(row, faults),
                form(row, "hsCode", HS, "hs-form", faults),
                form(row, "declaration", DECLARATION, "declaration-form", faults),
                cells.line(row, "platform", CellReading.NAME_CHARS_MAX, faults),
                cells.line(row, "shop", CellReading.NAME_CHARS_MAX, faults),
                yes(row, "inspected", faults),
                yes(row, "realName", faults),
                yes(row, "xrayed", faults));
        return faults.isEmpty() ? new Outcome.Sound(posting) : new Outcome.Faulty(List.copyOf(faults));
    }

    private String waybill(Row.Read row, List<Fault> faults) {
        int before = faults.size();
        var told = cells.id(row, "waybill", WAYBILL_CHARS_MAX, faults);
        var waybill = compact(told);
        if (faults.size() == before && !WAYBILL.matcher(waybill).matches()) {
            faults.add(Fault.of("waybill", "waybill-form"));
        }
        return waybill;
    }

    /** Stars are what a label shows; of a masked name nobody can be found. */
    private String name(Row row, List<Fault> faults) {
        var name = cells.needed(row, "senderName", CellReading.NAME_CHARS_MAX, faults);
        if (name.indexOf('*') >= 0 || name.indexOf('＊') >= 0) {
            faults.add(Fault.of("senderName", "masked"));
        }
        return name;
    }

    private String phone(Row row, List<Fault> faults) {
        var told = cells.cell(row, "senderPhone");
        if (told.isEmpty()) {
            faults.add(Fault.of("senderPhone", "missing"));
            return "";
        }
        if (told.indexOf('*') >= 0 || told.indexOf('＊') >= 0) {
            faults.add(Fault.of("senderPhone", "masked"));
            return "";
        }
        var numbers = told.length() > CellReading.NAME_CHARS_MAX ? List.<String>of() : PhoneNumber.all(told);
        if (numbers.isEmpty()) {
            faults.add(Fault.of("senderPhone", "phone"));
            return "";
        }
        return numbers.getFirst();
    }

    /** The place at the head of an address, as far down as it is known; null where it begins with none. */
    private @Nullable Integer placeOf(String address) {
        var head = address.replace(" ", "");
        for (int end = Math.min(head.length(), 24); end >= 2; end--) {
            if (PLACE_ENDS.indexOf(head.charAt(end - 1)) >= 0) {
                var place = cells.known(head.substring(0, end));
                if (place.isPresent()) {
                    return place.get();
                }
            }
        }
        return null;
    }

    private @Nullable Integer quantity(Row row, List<Fault> faults) {
        var told = cells.optional(row, "quantity");
        if (told.isEmpty()) {
            return null;
        }
        var matcher = QUANTITY.matcher(Normalizer.normalize(told, Normalizer.Form.NFKC));
        int quantity = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (quantity < 1 || quantity > QUANTITY_MAX) {
            faults.add(Fault.of("quantity", "quantity", QUANTITY_MAX));
            return null;
        }
        return quantity;
    }

    private long grams(Row row, List<Fault> faults) {
        var told = cells.cell(row, "grams");
        if (told.isEmpty()) {
            faults.add(Fault.of("grams", "missing"));
            return 0;
        }
        var grams = Weight.grams(told, weightUnit);
        if (grams.isEmpty()) {
            faults.add(Fault.of("grams", "weight", Weight.GRAMS_MAX / 1_000));
        }
        return grams.orElse(0);
    }

    private @Nullable Long value(Row row, List<Fault> faults) {
        var told = cells.optional(row, "value");
        if (told.isEmpty()) {
            return null;
        }
        return switch (Price.read(told, valueUnit)) {
            case Price.Reading.Read(var price) -> {
                if (!price.currency().isEmpty() && !price.currency().equals("CNY")) {
                    faults.add(Fault.of("value", "value-currency", price.currency()));
                }
                yield price.fen();
            }
            case Price.Reading.Refused(var refusal) -> {
                var key = "price-" + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
                // A sum says nothing of who sends; whatever else stands there may.
                faults.add(Fault.of("value", key, SUM.matcher(told).matches() ? told : cells.said(told)));
                yield null;
            }
        };
    }

    private LocalDate sentOn(Row row, List<Fault> faults) {
        var told = cells.cell(row, "sentOn");
        if (told.isEmpty()) {
            faults.add(Fault.of("sentOn", "missing"));
            return today;
        }
        var matcher = DAY.matcher(Normalizer.normalize(told, Normalizer.Form.NFKC));
        if (!matcher.matches()) {
            faults.add(Fault.of("sentOn", "day"));
            return today;
        }
        int first = matcher.group(1) == null ? 4 : 1;
        try {
            var day = LocalDate.of(
                    Integer.parseInt(matcher.group(first)),
                    Integer.parseInt(matcher.group(first + 1)),
                    Integer.parseInt(matcher.group(first + 2)));
            if (day.isAfter(today)) {
                faults.add(Fault.of("sentOn", "day-to-come", day, today));
            }
            return day;
        } catch (DateTimeException noSuchDay) {
            faults.add(Fault.of("sentOn", "day"));
            return today;
        }
    }

    private String form(Row row, String field, Pattern form, String key, List<Fault> faults) {
        var told = cells.optional(row, field);
        var code = compact(told).replace(".", "");
        if (!told.isEmpty() && !form.matcher(code).matches()) {
            faults.add(Fault.of(field, key));
            return "";
        }
        return code;
    }

    private @Nullable Boolean yes(Row row, String field, List<Fault> faults) {
        var told = cells.optional(row, field).toUpperCase(Locale.ROOT);
        if (told.isEmpty()) {
            return null;
        }
        if (YES.contains(told) || NO.contains(told)) {
            return YES.contains(told);
        }
        faults.add(Fault.of(field, "yes-no"));
        return null;
    }

    private static String compact(String told) {
        return BETWEEN.matcher(Normalizer.normalize(told, Normalizer.Form.NFKC)).replaceAll("").toUpperCase(Locale.ROOT);
    }
}

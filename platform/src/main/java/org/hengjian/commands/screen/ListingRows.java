package org.hengjian.commands.screen;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hengjian.screening.Listing;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Row;

/** Rows of a file as offers. */
final class ListingRows {

    /** One row: an offer, or why it is none. */
    sealed interface Read {
        record Offer(long row, Listing listing, List<NamedPicture> pictures) implements Read {}

        record Rejected(long row, String field, String reason) implements Read {}
    }

    private static final BigDecimal FEN_MAX = new BigDecimal("1e15");

    private final ColumnMapping columns;

    ListingRows(ColumnMapping columns) {
        this.columns = columns;
    }

    Read read(Row row) {
        if (row instanceof Row.Broken broken) {
            return new Read.Rejected(row.number(), "", broken.fault().reason(Locale.ENGLISH));
        }
        String id = columns.cell(row, "id");
        if (id.isEmpty()) {
            return new Read.Rejected(row.number(), "id", "no id");
        }
        // Offsets point into the text as it came, so the title is not trimmed.
        String title = asCame(row, "title");
        if (title.isBlank()) {
            return new Read.Rejected(row.number(), "title", "no title");
        }
        List<NamedPicture> pictures = NamedPicture.in(asCame(row, UnreadPicture.FIELD));
        var listing = new Listing(
                id,
                title,
                asCame(row, "description"),
                fen(columns.cell(row, "price")),
                columns.cell(row, "currency"),
                columns.cell(row, "category"),
                columns.cell(row, "brand"),
                columns.cell(row, "seller"),
                columns.cell(row, "platform"),
                columns.cell(row, "url"),
                columns.cell(row, "region"),
                pictures.stream().map(NamedPicture::path).toList());
        return new Read.Offer(row.number(), listing, pictures);
    }

    private String asCame(Row row, String field) {
        return columns.column(field)
                .filter(column -> column < row.cells().size())
                .map(row.cells()::get)
                .orElse("");
    }

    /** A price that is no number (面议, "from 10") is unknown: the text can be screened all the same. */
    static long fen(String price) {
        String digits = price.replaceAll("[,，\\s¥￥$元]", "");
        if (!digits.matches("\\d{1,13}(\\.\\d{1,6})?")) {
            return Listing.UNKNOWN_PRICE;
        }
        BigDecimal fen = new BigDecimal(digits).movePointRight(2);
        return fen.compareTo(FEN_MAX) > 0 ? Listing.UNKNOWN_PRICE : fen.longValue();
    }

    static List<String> several(String cell) {
        return Arrays.stream(cell.split("[|\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}

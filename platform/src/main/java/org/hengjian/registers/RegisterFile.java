package org.hengjian.registers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.hengjian.tables.CsvWriter;
import org.hengjian.tables.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** One register on its way out: filters and columns are added one by one, then the rows are sent. */
public final class RegisterFile {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int DAY_WIDTH = 12;
    private static final int FEN_WIDTH = 18;

    private final Registers registers;
    private final String name;
    private final String title;
    private final Locale locale;
    private final List<String> filters = new ArrayList<>();
    private final List<Register.Column> columns = new ArrayList<>();

    RegisterFile(Registers registers, String name, String title, Locale locale) {
        this.registers = registers;
        this.name = name;
        this.title = registers.said(title, locale);
        this.locale = locale;
    }

    /** A filter in its own words, as typed or as chosen; an empty one was not set. */
    public RegisterFile filter(String words) {
        if (!words.isBlank()) {
            filters.add(words.strip());
        }
        return this;
    }

    /**
     * A filter that is chosen from a list, whose messages begin with {@code keys}; an empty one was not set, one that is
     * not in the list stands as it was asked for.
     */
    public RegisterFile filter(String keys, String chosen) {
        return chosen.isEmpty() ? this : filter(registers.saidOr(chosen, keys + chosen, locale));
    }

    /** A filter that is on or off. */
    public RegisterFile filter(String key, boolean on) {
        return on ? filter(registers.said(key, locale)) : this;
    }

    /** @param width in characters of the default font; a Chinese character takes two */
    public RegisterFile text(String heading, int width) {
        return column(heading, Register.Kind.TEXT, width);
    }

    public RegisterFile whole(String heading, int width) {
        return column(heading, Register.Kind.WHOLE, width);
    }

    public RegisterFile day(String heading) {
        return column(heading, Register.Kind.DAY, DAY_WIDTH);
    }

    /** Whole fen, shown as yuan. */
    public RegisterFile fen(String heading) {
        return column(heading, Register.Kind.FEN, FEN_WIDTH);
    }

    private RegisterFile column(String heading, Register.Kind kind, int width) {
        columns.add(new Register.Column(registers.said(heading, locale), kind, width));
        return this;
    }

    /**
     * As a workbook.
     *
     * @param rows at most {@link Registers#ROWS_ASKED}; that there were more than are written stands on the head
     * @param cells of a row, in the order of the columns, as {@link Register#write} takes them
     */
    public <T> void xlsx(List<T> rows, Function<? super T, ? extends List<?>> cells, HttpServletResponse response) throws IOException {
        var shown = shown(rows);
        var viewer = registers.viewer();
        var notes = new ArrayList<String>();
        notes.add(registers.said("registers.made", locale, registers.today().toString(), viewer.name()));
        notes.add(
                filters.isEmpty()
                        ? registers.said("registers.all", locale)
                        : registers.said("registers.filters", locale, String.join("；", filters)));
        if (shown.size() < rows.size()) {
            notes.add(registers.said("registers.cut", locale, Registers.ROWS_MOST));
        }
        registers.log(name, shown.size());
        head(WORKBOOK, "xlsx", response);
        var head = new Register.Head(title, viewer.agencyName(), notes);
        try (var register = new Register(response.getOutputStream(), title, head, columns)) {
            for (T row : shown) {
                register.write(cells.apply(row));
            }
        }
    }

    /** As separated values, headings first, without a head. */
    public <T> void csv(List<T> rows, Function<? super T, ? extends List<?>> cells, HttpServletResponse response) throws IOException {
        var shown = shown(rows);
        registers.log(name, shown.size());
        head("text/csv; charset=UTF-8", "csv", response);
        try (var csv = new CsvWriter(response.getOutputStream())) {
            csv.write(columns.stream().map(Register.Column::heading).toList());
            for (T row : shown) {
                csv.write(cells.apply(row).stream().map(String::valueOf).toList());
            }
        }
    }

    /** Of one row; what is not known yet stays blank. */
    public static List<?> cells(@Nullable Object... cells) {
        return Arrays.stream(cells).<Object>map(cell -> cell == null ? "" : cell).toList();
    }

    private static <T> List<T> shown(List<T> rows) {
        return rows.size() > Registers.ROWS_MOST ? rows.subList(0, Registers.ROWS_MOST) : rows;
    }

    private void head(String type, String ending, HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(title + "-" + registers.today() + "." + ending, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}

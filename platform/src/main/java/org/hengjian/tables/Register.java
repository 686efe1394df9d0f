package org.hengjian.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A register (台账) as an XLSX workbook: title, unit, the filters it was made with, headings, rows with typed cells.
 * Written row by row; holds some hundred rows at a time. The headings stay in view and repeat on every printed page.
 */
public final class Register implements AutoCloseable {

    private static final int HELD_ROWS = 500;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** How a column reads. */
    public enum Kind {
        TEXT,
        WHOLE,
        /** Whole fen, shown as yuan with two decimals. */
        FEN,
        DAY,
        /** An instant, shown as Shanghai time to the minute. */
        TIME;

        private String format() {
            return switch (this) {
                case TEXT -> "@";
                case WHOLE -> "#,##0";
                case FEN -> "#,##0.00";
                case DAY -> "yyyy-mm-dd";
                case TIME -> "yyyy-mm-dd hh:mm";
            };
        }
    }

    /** @param width in characters of the default font; a Chinese character takes two */
    public record Column(String heading, Kind kind, int width) {}

    /**
     * What stands above the headings.
     *
     * @param unit whose register it is
     * @param notes one line each: the filters, the day, who made it
     */
    public record Head(String title, String unit, List<String> notes) {
        public Head {
            notes = List.copyOf(notes);
        }
    }

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Column> columns;
    private final int firstRow;
    private int row;

    /** Writes head and headings; {@link #close()} completes the workbook and leaves {@code out} open. */
    public Register(OutputStream out, String sheetName, Head head, List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.workbook = new Workbook(out, "Hengjian", "1.0");
        this.sheet = workbook.newWorksheet(sheetName);
        int last = Math.max(columns.size() - 1, 0);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
        }
        if (!head.title().isEmpty()) {
            line(head.title(), last);
            sheet.style(0, 0).bold().fontSize(16).horizontalAlignment("center").set();
        }
        if (!head.unit().isEmpty()) {
            line(head.unit(), last);
        }
        for (var note : head.notes()) {
            line(note, last);
            sheet.style(row - 1, 0).fontColor("5A616B").set();
        }
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(row, i, columns.get(i).heading());
            sheet.style(row, i)
                    .bold()
                    .fillColor("EEF0F3")
                    .borderStyle(BorderStyle.THIN)
                    .wrapText(true)
                    .verticalAlignment("center")
                    .set();
        }
        sheet.freezePane(0, row + 1);
        sheet.repeatRows(row);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
        firstRow = ++row;
    }

    private void line(String text, int last) {
        sheet.value(row, 0, text);
        if (last > 0) {
            sheet.range(row, 0, row, last).merge();
        }
        row++;
    }

    /**
     * One row. A cell is a text, a whole number, a day, an instant, or (in a column of fen) a long; an empty text
     * leaves it blank. Texts stay texts: nothing is run as a formula.
     */
    public void write(List<?> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            put(i, columns.get(i).kind(), cells.get(i));
        }
        row++;
        if ((row - firstRow) % HELD_ROWS == 0) {
            sheet.flush();
        }
    }

    private void put(int column, Kind kind, Object cell) {
        switch (cell) {
            case String text
            when text.isEmpty() -> {
                return;
            }
            case String text -> sheet.value(row, column, text);
            case LocalDate day -> sheet.value(row, column, day);
            case Instant instant -> sheet.value(row, column, LocalDateTime.ofInstant(instant, SHANGHAI));
            case Long fen when kind == Kind.FEN -> sheet.value(row, column, BigDecimal.valueOf(fen, 2));
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, cell.toString());
        }
        sheet.style(row, column).format(kind.format()).set();
    }

    @Override
    public void close() throws IOException {
        if (row > firstRow) {
            sheet.setAutoFilter(firstRow - 1, firstRow - 1, 0, columns.size() - 1);
        }
        workbook.finish();
    }
}

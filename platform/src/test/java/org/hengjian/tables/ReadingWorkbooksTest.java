package org.hengjian.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingWorkbooksTest {

    @TempDir
    Path folder;

    @Test
    void cells_read_as_the_person_at_the_screen_sees_them() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("商品");
            var headings = List.of("id", "price", "day", "time", "whole", "zeros", "flag", "none", "text");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            sheet.value(1, 0, "00123");
            sheet.value(1, 1, 0.1 + 0.2);
            sheet.value(1, 2, LocalDate.of(2026, 10, 1));
            sheet.style(1, 2).format("yyyy年m月d日").set();
            sheet.value(1, 3, LocalDateTime.of(2026, 10, 1, 8, 30, 5));
            sheet.style(1, 3).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(1, 4, 1.0E7);
            sheet.value(1, 5, 330106);
            sheet.style(1, 5).format("00000000").set();
            sheet.value(1, 6, true);
            sheet.value(1, 8, " 前后有空格_x000D_ ");
        }

        var row = rows(bytes.toByteArray()).getFirst();

        assertThat(row.number()).isEqualTo(2);
        assertThat(row.cells())
                .startsWith("00123", "0.3", "2026-10-01", "2026-10-01 08:30:05", "10000000", "00330106", "true", "");
    }

    /** Programs that are no spreadsheets write formulas without their result: the cell is not empty, but nobody knows what it says. */
    @Test
    void a_formula_without_its_result_is_refused_and_not_taken_for_nothing() throws IOException {
        var sheet = "<row r=\"1\"><c t=\"inlineStr\"><is><t>id</t></is></c><c t=\"inlineStr\"><is><t>price</t></is></c></row>"
                + "<row r=\"2\"><c><v>1</v></c><c><f>1+11.5</f><v>12.5</v></c></row>"
                + "<row r=\"3\"><c><v>2</v></c><c><f>1+11.5</f></c></row>"
                + "<row r=\"4\"><c><v>3</v></c><c t=\"str\"><f>IF(A4=3,\"\",9)</f><v></v></c></row>";

        var rows = rows(workbook(sheet, "<sst/>"));

        assertThat(rows.get(0).cells()).containsExactly("1", "12.5");
        assertThat(rows.get(1)).isInstanceOfSatisfying(Row.Broken.class, row -> {
            assertThat(row.fault()).isEqualTo(Row.Fault.FORMULA_NOT_COMPUTED);
            assertThat(row.column()).isEqualTo(1);
        });
        assertThat(rows.get(2).cells()).as("a result that is empty").containsExactly("3", "");
    }

    @Test
    void a_cell_format_that_names_no_number_format_is_the_general_one() throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" sheetId=\"1\"/></sheets></workbook>");
        parts.put("xl/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>id</t></is></c>"
                        + "<c t=\"inlineStr\"><is><t>day</t></is></c></row>"
                        + "<row r=\"2\"><c s=\"0\"><v>7</v></c><c s=\"1\"><v>45912</v></c></row></sheetData></worksheet>");

        assertThat(rows(zip(parts)).getFirst().cells()).containsExactly("7", "2025-09-12");
    }

    /** A shop or a day that is merged over rows belongs to each of them; a figure may be their sum, and its rows are refused. */
    @Test
    void what_is_merged_over_rows_belongs_to_each_and_a_figure_to_none() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("商品");
            var headings = List.of("店铺", "标题", "日期", "数量", "编号", "平台");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            for (int row = 1; row <= 6; row++) {
                sheet.value(row, 1, "商品" + row);
                sheet.value(row, 4, "0012" + row);
            }
            sheet.value(1, 0, "合并铺");
            sheet.range(1, 0, 3, 0).merge();
            sheet.value(1, 2, LocalDate.of(2026, 10, 1));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.range(1, 2, 2, 2).merge();
            sheet.value(5, 3, 30);
            sheet.range(5, 3, 6, 3).merge();
            sheet.value(3, 4, "13700001234");
            sheet.range(3, 4, 4, 4).merge();
            sheet.range(2, 5, 3, 5).merge(); // of nothing
        }

        var rows = rows(bytes.toByteArray());

        assertThat(rows).extracting(Row::number).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(rows.get(0).cells()).startsWith("合并铺", "商品1", "2026-10-01");
        assertThat(rows.get(1).cells()).startsWith("合并铺", "商品2", "2026-10-01");
        assertThat(rows.get(2).cells()).startsWith("合并铺", "商品3", "").contains("13700001234");
        assertThat(rows.get(3).cells()).as("below the merge of the shop").startsWith("", "商品4");
        for (int merged : List.of(4, 5)) {
            assertThat(rows.get(merged)).isInstanceOfSatisfying(Row.Broken.class, row -> {
                assertThat(row.fault()).isEqualTo(Row.Fault.MERGED_FIGURE);
                assertThat(row.column()).isEqualTo(3);
                assertThat(row.fault().remedy(Locale.CHINESE)).contains("取消合并单元格");
            });
        }
    }

    @Test
    void rich_text_readings_and_inline_strings_are_told_apart() throws IOException {
        var sheet = "<row r=\"1\"><c t=\"inlineStr\"><is><t>id</t></is></c><c t=\"s\"><v>0</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\"><v>1.2300000000000001E2</v></c><c r=\"B3\" t=\"s\"><v>1</v></c></row>"
                + "<row r=\"4\"><c r=\"A4\"><v>6212345678901234567</v></c><c r=\"B4\" t=\"d\"><v>2026-01-15T00:00:00"
                + "</v></c></row>";
        var shared = "<sst><si><t>标题</t></si><si><r><t>高仿</t></r><rPh sb=\"0\" eb=\"1\"><t>ガオファン</t></rPh>"
                + "<r><t xml:space=\"preserve\"> 包</t></r></si></sst>";

        var rows = rows(workbook(sheet, shared));

        assertThat(rows).extracting(Row::number).containsExactly(3L, 4L);
        assertThat(rows.getFirst().cells()).containsExactly("123", "高仿 包");
        assertThat(rows.get(1).cells()).containsExactly("6212345678901230000", "2026-01-15");
        assertThat(((Row.Read) rows.get(1)).rounded()).containsExactly(0);
    }

    @Test
    void the_first_visible_sheet_is_read_or_the_one_that_is_named() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var hidden = workbook.newWorksheet("字典");
            hidden.value(0, 0, "hidden");
            hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
            workbook.newWorksheet("一月").value(0, 0, "first");
            workbook.newWorksheet("二月").value(0, 0, "second");
        }
        var file = Files.write(folder.resolve("w"), bytes.toByteArray());

        try (var table = Tables.open(file)) {
            assertThat(table.headings()).containsExactly("first");
        }
        try (var table = Tables.open(file, Reading.STANDARD.sheet("二月"))) {
            assertThat(table.headings()).containsExactly("second");
            assertThat(table.format().detail()).isEqualTo("二月");
        }
        assertThatThrownBy(() -> Tables.open(file, Reading.STANDARD.sheet("三月")))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        no -> assertThat(no.message(Locale.CHINESE)).contains("三月", "一月, 二月"));
    }

    @Test
    void a_sheet_of_instructions_in_front_is_passed_over_for_the_one_with_the_fields() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("空表");
            var front = workbook.newWorksheet("填写说明");
            fill(front, 0, "字段", "说明");
            fill(front, 1, "编号", "必填");
            var table = workbook.newWorksheet("商品");
            fill(table, 0, "编号", "标题");
            fill(table, 1, "A1", "衡溪卫衣");
        }
        var file = Files.write(folder.resolve("w"), bytes.toByteArray());
        var fields = List.of(new Field("id", true, List.of("编号")), new Field("title", true, List.of("标题")));

        assertThat(Tables.sheets(file)).containsExactly("填写说明", "商品");
        try (var table = Tables.open(file, Reading.STANDARD.lookingFor(fields))) {
            assertThat(table.format().detail()).isEqualTo("商品");
            assertThat(table.next().cells()).containsExactly("A1", "衡溪卫衣");
        }
        try (var table = Tables.open(file)) {
            assertThat(table.format().detail()).isEqualTo("填写说明");
        }
    }

    @Test
    void headings_merged_over_two_lines_are_read_as_one() throws IOException {
        var grouped = rowsUnder(
                List.of("平台商品清单"),
                List.of("编号", "商品", "", "卖家", "", "地区"),
                List.of("", "标题", "价格", "店铺", "平台", ""),
                List.of("1", "衡溪卫衣", "99", "小店", "集市甲", "330106"));
        var mostlyAbove = rowsUnder(
                List.of("编号", "标题", "价格", "卖家"),
                List.of("", "", "", "店铺", "平台"),
                List.of("1", "衡溪卫衣", "99", "小店", "集市甲"));

        assertThat(grouped.headings()).containsExactly("编号", "标题", "价格", "店铺", "平台", "地区");
        assertThat(grouped.rows()).extracting(Row::number).containsExactly(4L);
        assertThat(mostlyAbove.headings()).containsExactly("编号", "标题", "价格", "店铺", "平台");
        assertThat(mostlyAbove.rows()).hasSize(1);
    }

    @Test
    void a_row_under_a_column_without_a_name_is_still_a_row() throws IOException {
        var table = rowsUnder(List.of("编号", "标题", ""), List.of("A1", "", "备注"), List.of("A2", "卫衣", ""));

        assertThat(table.rows()).extracting(Row::number).containsExactly(2L, 3L);
    }

    @SafeVarargs
    private final Reread rowsUnder(List<String>... lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("a");
            for (int row = 0; row < lines.length; row++) {
                fill(sheet, row, lines[row].toArray(String[]::new));
            }
        }
        return new Reread(Files.write(Files.createTempFile(folder, "w", ""), bytes.toByteArray()), Reading.STANDARD);
    }

    private static void fill(org.dhatim.fastexcel.Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                sheet.value(row, column, cells[column]);
            }
        }
    }

    @Test
    void a_cell_at_the_end_of_the_world_is_refused_by_the_limit_of_columns() throws IOException {
        var file = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZZZZ1\"><v>2</v></c></row>", "<sst/>");

        assertRefused(file, Unreadable.Reason.TOO_MANY_COLUMNS);
    }

    @Test
    void an_empty_formatted_cell_far_out_does_no_harm() throws IOException {
        var rows = rows(workbook(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"0\"/></row><row r=\"2\"><c r=\"A2\"><v>7</v></c>"
                        + "<c r=\"XFD2\" s=\"0\"/></row>",
                "<sst/>"));

        assertThat(rows.getFirst().cells()).containsExactly("7");
    }

    @Test
    void a_bomb_is_refused_while_it_unpacks() throws IOException {
        var filler = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "0".repeat(64 << 20) + "</t></is></c></row>";

        assertRefused(workbook(filler, "<sst/>"), Unreadable.Reason.ZIP_RATIO);
    }

    @Test
    void a_workbook_with_too_many_parts_is_refused_before_it_is_opened() throws IOException {
        var parts = new LinkedHashMap<String, String>();
        for (int i = 0; i < Limits.STANDARD.zipEntriesMax() + 1; i++) {
            parts.put("xl/p" + i, "");
        }

        assertRefused(zip(parts), Unreadable.Reason.ZIP_TOO_MANY_PARTS);
    }

    @Test
    void external_entities_are_not_fetched() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "TOP");
        var sheet = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><worksheet><sheetData><row r=\"1\">"
                + "<c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        var file = zip(Map.of(
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>",
                "xl/worksheets/sheet1.xml",
                sheet));

        assertThatThrownBy(() -> {
                    try (var table = Tables.open(Files.write(folder.resolve("w"), file))) {
                        assertThat(String.join("", table.headings())).doesNotContain("TOP");
                    }
                })
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void a_truncated_workbook_says_so() throws IOException {
        var whole = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<sst/>");

        assertRefused(Arrays.copyOf(whole, whole.length - 40), Unreadable.Reason.CUT_OFF);
    }

    @Test
    void what_is_not_a_table_is_named_for_what_it_is() throws IOException {
        assertRefused(zip(Map.of("word/document.xml", "<w/>")), Unreadable.Reason.NOT_A_WORKBOOK);
        assertRefused(bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1), Unreadable.Reason.OLD_EXCEL);
        assertRefused("%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII), Unreadable.Reason.PDF);
        assertRefused(bytes(0x89, 'P', 'N', 'G', 13, 10), Unreadable.Reason.PICTURE);
        assertRefused(bytes(0x1F, 0x8B, 8, 0), Unreadable.Reason.PACKED);
        assertRefused("<html><table><tr>".getBytes(StandardCharsets.US_ASCII), Unreadable.Reason.WEB_PAGE);
        assertRefused("[1, 2]".getBytes(StandardCharsets.US_ASCII), Unreadable.Reason.NO_OBJECTS);
        assertRefused(new byte[0], Unreadable.Reason.EMPTY_FILE);
        assertRefused("  \n \n".getBytes(StandardCharsets.US_ASCII), Unreadable.Reason.EMPTY_FILE);
        assertRefused(bytes(1, 2, 3, 4, 5, 6, 7, 8), Unreadable.Reason.NOT_TEXT);
    }

    private void assertRefused(byte[] content, Unreadable.Reason reason) throws IOException {
        var file = Files.write(folder.resolve("file.csv"), content);

        assertThatThrownBy(() -> {
                    try (var table = Tables.open(file)) {
                        table.forEachRemaining(row -> {});
                    }
                })
                .isInstanceOfSatisfying(Unreadable.class, no -> {
                    assertThat(no.reason()).isEqualTo(reason);
                    assertThat(no.message(Locale.CHINESE)).isNotEqualTo(no.message(Locale.ENGLISH));
                });
    }

    private List<Row> rows(byte[] workbook) throws IOException {
        return new Reread(Files.write(folder.resolve("w.csv"), workbook), Reading.STANDARD).rows();
    }

    private static byte[] workbook(String rows, String shared) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" sheetId=\"1\"/></sheets></workbook>");
        parts.put("xl/sharedStrings.xml", shared);
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}

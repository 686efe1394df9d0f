package org.hengjian.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingTablesTest {

    @TempDir
    Path folder;

    @Test
    void csv_opens_in_a_spreadsheet_and_runs_nothing() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var csv = new CsvWriter(bytes)) {
            csv.write(List.of("标题", "价格"));
            csv.write(List.of("=HYPERLINK(\"http://x\")", "-12.50"));
            csv.write(List.of("@SUM(A1)", "+86 571"));
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF标题,价格\r\n\"'=HYPERLINK(\"\"http://x\"\")\",-12.50\r\n'@SUM(A1),'+86 571\r\n");
    }

    @Test
    void the_apostrophe_comes_off_when_our_own_file_comes_back() {
        for (var text : List.of("=1+1", "-毛衣", "+86 571", "@某", "平常", "'引", "-12.50", "'", "")) {
            assertThat(Formulas.original(Formulas.disarmed(text))).isEqualTo(text);
        }
    }

    @Test
    void a_register_is_read_back_with_its_headings_below_its_head() throws IOException {
        var file = folder.resolve("register.xlsx");
        try (var out = Files.newOutputStream(file)) {
            write(out);
        }

        try (var table = Tables.open(file)) {
            assertThat(table.headings()).containsExactly("编号", "金额", "日期", "件数");
            assertThat(table.headingRow()).isEqualTo(4);
            assertThat(table.next().cells()).containsExactly("=1+1", "1299.01", "2026-10-01", "12000");
        }
    }

    /** The file is judged by a reader that is not ours. */
    @Test
    void another_reader_sees_title_numbers_and_formats() throws IOException {
        var bytes = new ByteArrayOutputStream();
        write(bytes);

        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(bytes.toByteArray()),
                new org.dhatim.fastexcel.reader.ReadingOptions(true, true))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("商品链接台账");
            assertThat(rows.get(4).getCell(0).getType()).isEqualTo(org.dhatim.fastexcel.reader.CellType.STRING);
            assertThat(rows.get(4).getCell(1).asNumber()).isEqualByComparingTo("1299.01");
            assertThat(rows.get(4).getCell(1).getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(rows.get(4).getCell(2).asDate().toLocalDate()).isEqualTo(LocalDate.of(2026, 10, 1));
        }
    }

    private static void write(java.io.OutputStream out) throws IOException {
        var head = new Register.Head("商品链接台账", "青石县市场监督管理局", List.of("条件：全部；制表：2026-10-10"));
        var columns = List.of(
                new Register.Column("编号", Register.Kind.TEXT, 16),
                new Register.Column("金额", Register.Kind.FEN, 12),
                new Register.Column("日期", Register.Kind.DAY, 12),
                new Register.Column("件数", Register.Kind.WHOLE, 8));
        try (var register = new Register(out, "台账", head, columns)) {
            register.write(List.of("=1+1", 129_901L, LocalDate.of(2026, 10, 1), 12_000));
            register.write(List.of("2", "", Instant.parse("2026-10-01T16:30:00Z"), ""));
            for (int i = 0; i < 1_200; i++) {
                register.write(List.of(String.valueOf(i), 5L, LocalDate.of(2026, 10, 2), i));
            }
        }
    }
}

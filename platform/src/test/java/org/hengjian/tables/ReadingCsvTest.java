package org.hengjian.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingCsvTest {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    @Test
    void a_plain_file_is_read_with_the_numbers_that_a_spreadsheet_shows() throws IOException {
        var table = read("编号,标题\r\n1,卫衣\r\n\r\n2,茶叶\r\n", StandardCharsets.UTF_8);

        assertThat(table.headings()).containsExactly("编号", "标题");
        assertThat(rows(table)).extracting(Row::number).containsExactly(2L, 4L);
        assertThat(rows(table)).extracting(Row::cells).containsExactly(List.of("1", "卫衣"), List.of("2", "茶叶"));
    }

    @Test
    void the_character_set_is_found_by_the_content() throws IOException {
        var text = "编号,标题\n1,云岫龙井茶叶礼盒\n2,适用于衡盾口罩的滤片\n";
        for (var charset : List.of(StandardCharsets.UTF_8, GBK, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var table = read(text, charset);

            assertThat(rows(table))
                    .as(charset.name())
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row).isInstanceOf(Row.Read.class));
            assertThat(rows(table).getFirst().cells()).as(charset.name()).containsExactly("1", "云岫龙井茶叶礼盒");
        }
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_first_heading() throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(read("\uFEFFid,标题\n1,衡溪卫衣\n", charset).headings())
                    .as(charset.name())
                    .containsExactly("id", "标题");
        }
    }

    @Test
    void the_first_chinese_character_may_stand_in_the_last_row() throws IOException {
        var text = new StringBuilder("id,title\n");
        for (int i = 0; i < 50_000; i++) {
            text.append(i).append(",plain cotton shirt\n");
        }
        text.append("x,衡溪\n");

        assertThat(rows(read(text.toString(), GBK)).getLast().cells()).containsExactly("x", "衡溪");
    }

    @Test
    void one_damaged_byte_in_a_file_of_few_rows_does_not_change_the_character_set() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes("编号,标题\n1,好\n2,".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xE4, (byte) 0xB8});
        bytes.writeBytes("\n3,好\n".getBytes(StandardCharsets.UTF_8));
        var file = Files.write(folder.resolve("few.csv"), bytes.toByteArray());

        try (var table = Tables.open(file)) {
            assertThat(table.headings()).containsExactly("编号", "标题");
            assertThat(table.next()).isInstanceOf(Row.Read.class);
            assertThat(table.next()).isInstanceOf(Row.Broken.class);
        }
    }

    @Test
    void a_few_damaged_bytes_cost_their_row_and_not_the_character_set() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("id,标题\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 40; i++) {
            bytes.write((i + ",衡溪卫衣加绒款男女同款\n").getBytes(StandardCharsets.UTF_8));
        }
        bytes.write("坏,衡".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE6);
        bytes.write("\n好,溪\n".getBytes(StandardCharsets.UTF_8));

        var rows = rows(read(bytes.toByteArray()));

        assertThat(rows).hasSize(42);
        assertThat(rows.get(40)).isInstanceOfSatisfying(Row.Broken.class, row -> {
            assertThat(row.fault()).isEqualTo(Row.Fault.UNREADABLE_CHARACTERS);
            assertThat(row.number()).isEqualTo(42);
            assertThat(row.raw()).isEqualTo("坏,衡\uFFFD");
        });
        assertThat(rows.get(41).cells()).containsExactly("好", "溪");
    }

    @Test
    void the_replacement_character_itself_is_an_honest_character() throws IOException {
        assertThat(rows(read("id,t\n1,a\uFFFDb衡溪\n", StandardCharsets.UTF_8)).getFirst())
                .isInstanceOf(Row.Read.class);
    }

    @Test
    void semicolons_tabs_and_bars_separate_too() throws IOException {
        assertThat(read("id;标题;价格\n1;卫衣, 加绒;1,5\n", StandardCharsets.UTF_8).headings())
                .hasSize(3);
        assertThat(read("id\t标题\n1\t卫衣, 加绒; 男\n", StandardCharsets.UTF_8).headings())
                .hasSize(2);
        assertThat(read("id|标题|图\n1|a|b\n", StandardCharsets.UTF_8).headings()).hasSize(3);
        assertThat(rows(read("sep=;\nid;a,b\n1;2,3\n", StandardCharsets.UTF_8)).getFirst())
                .satisfies(row -> assertThat(row.cells()).containsExactly("1", "2,3"))
                .satisfies(row -> assertThat(row.number()).isEqualTo(3));
    }

    @Test
    void a_sign_that_stands_in_the_rows_and_not_in_the_headings_is_no_separator() throws IOException {
        assertThat(read("id,标题,图片\n1,卫衣,a.jpg;b.jpg;c.jpg;d.jpg\n2,跑鞋,a.jpg;b.jpg;c.jpg;d.jpg\n", StandardCharsets.UTF_8)
                        .headings())
                .containsExactly("id", "标题", "图片");
    }

    @Test
    void quoted_cells_hold_separators_quotes_and_line_ends() throws IOException {
        var row = rows(read("id,t,p\n\"1\",\"第一行\r\n第二行，\"\"正品\"\"\",9\n2,b,8\n", StandardCharsets.UTF_8));

        assertThat(row.getFirst().cells()).containsExactly("1", "第一行\r\n第二行，\"正品\"", "9");
        assertThat(row.getFirst().raw()).isEqualTo("\"1\",\"第一行\r\n第二行，\"\"正品\"\"\",9");
        assertThat(row.get(1).number()).isEqualTo(3);
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line_only() throws IOException {
        var rows = rows(read("id,t,p\n1,\"卫衣,9\n2,\"茶叶\",8\n3,x,7\n4,\"最后,6\n5,y,5\n", StandardCharsets.UTF_8));

        assertThat(rows).extracting(Row::number).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(rows)
                .filteredOn(Row.Broken.class::isInstance)
                .extracting(Row::number)
                .containsExactly(2L, 5L);
        assertThat(rows.getFirst()).isInstanceOfSatisfying(Row.Broken.class, row -> {
            assertThat(row.fault()).isEqualTo(Row.Fault.QUOTE_NOT_CLOSED);
            assertThat(row.column()).isEqualTo(1);
            assertThat(row.raw()).isEqualTo("1,\"卫衣,9");
        });
    }

    @Test
    void a_single_quote_mark_within_a_quoted_cell_breaks_its_row_only() throws IOException {
        var rows = rows(read("id,t,p\n1,\"6.1\" 屏手机壳\",9\n2,b,8\n", StandardCharsets.UTF_8));

        assertThat(rows).hasSize(2);
        assertThat(((Row.Broken) rows.getFirst()).fault()).isEqualTo(Row.Fault.STRAY_QUOTE);
        assertThat(rows.get(1).cells()).containsExactly("2", "b", "8");
    }

    @Test
    void a_quote_mark_in_the_middle_of_a_bare_cell_is_a_character() throws IOException {
        assertThat(rows(read("id,t\n1,15\"笔记本内胆包\n", StandardCharsets.UTF_8))
                        .getFirst()
                        .cells())
                .containsExactly("1", "15\"笔记本内胆包");
    }

    @Test
    void too_many_cells_break_a_row_and_too_few_are_blank() throws IOException {
        var rows = rows(read("a,b,c\n1,2,3,4\n1\n1,2,3,,\n9,9,9\n", StandardCharsets.UTF_8));

        assertThat(((Row.Broken) rows.getFirst()).fault()).isEqualTo(Row.Fault.TOO_MANY_CELLS);
        assertThat(rows.getFirst().cells()).containsExactly("1", "2", "3", "4");
        assertThat(rows.get(1).cells()).containsExactly("1", "", "");
        assertThat(rows.get(2).cells()).containsExactly("1", "2", "3");
    }

    @Test
    void the_lines_above_the_headings_of_a_register_are_passed_over() throws IOException {
        var table =
                read("青石县市场监督管理局网络商品台账,,,\n时间：2026年10月,,,\n编号,标题,价格,店铺\n1,a,2,b\n2,c,3,d\n", StandardCharsets.UTF_8);

        assertThat(table.headings()).containsExactly("编号", "标题", "价格", "店铺");
        assertThat(table.headingRow()).isEqualTo(3);
        assertThat(rows(table)).extracting(Row::number).containsExactly(4L, 5L);
    }

    @Test
    void a_file_without_a_last_line_end_keeps_its_last_row() throws IOException {
        assertThat(rows(read("id,t\r1,a\r2,b", StandardCharsets.UTF_8)))
                .extracting(Row::cells)
                .containsExactly(List.of("1", "a"), List.of("2", "b"));
    }

    @Test
    void zero_bytes_and_half_pairs_are_said_to_be_unreadable() throws IOException {
        var rows = rows(read("id,t\n1,a\u0000b\n" + "2,plain cotton shirt\n".repeat(9), StandardCharsets.UTF_8));

        assertThat(((Row.Broken) rows.getFirst()).fault()).isEqualTo(Row.Fault.UNREADABLE_CHARACTERS);
        assertThat(rows.getFirst().raw()).isEqualTo("1,a\uFFFDb");
        assertThat(rows.get(1)).isInstanceOf(Row.Read.class);
    }

    @Test
    void each_limit_is_named_when_it_is_passed() throws IOException {
        var small = new Limits(1_000, 3, 4, 20, 10, 10_000, 10);

        assertThatThrownBy(() -> read(("x".repeat(99) + "\n").repeat(11), small))
                .isInstanceOfSatisfying(
                        Unreadable.class, no -> assertThat(no.reason()).isEqualTo(Unreadable.Reason.FILE_TOO_LARGE));
        assertThatThrownBy(() -> read("a,b,c,d,e\n1,2,3,4,5\n", small))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        no -> assertThat(no.message(Locale.CHINESE)).contains("5 列", "4 列"));
        var table = read("id\n1\n2\n3\n4\n", small);
        assertThat(table.next().cells()).containsExactly("1");
        assertThatThrownBy(() -> rows(table))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        no -> assertThat(no.message(Locale.ENGLISH)).contains("more than 3 rows"));
        assertThat(rows(read("id,t\n1," + "字".repeat(21) + "\n2,b\n", small)))
                .first()
                .isInstanceOfSatisfying(
                        Row.Broken.class, row -> assertThat(row.fault()).isEqualTo(Row.Fault.CELL_TOO_LONG));
        var overlong = rows(read("id,t\n1," + "z".repeat(200) + "\n2,b\n", small));
        assertThat(((Row.Broken) overlong.getFirst()).fault()).isEqualTo(Row.Fault.ROW_TOO_LONG);
        assertThat(overlong.get(1).cells()).containsExactly("2", "b");
    }

    /** Whatever is written by a strict writer is read back; whatever else is thrown in, no row is lost or merged. */
    @RepeatedTest(200)
    void what_is_written_is_read_back(RepetitionInfo run) throws IOException {
        var random = new Random(run.getCurrentRepetition());
        var alphabet = "ab,;\"\n\r\t 衡溪=|𠮷é";
        var written = new ArrayList<List<String>>();
        var text = new StringBuilder("第一,第二,第三\r\n");
        for (int i = 0; i < random.nextInt(1, 40); i++) {
            var cells = new ArrayList<String>(List.of(String.valueOf(i)));
            for (int cell = 0; cell < 2; cell++) {
                var content = new StringBuilder();
                for (int n = random.nextInt(12); n > 0; n--) {
                    content.appendCodePoint(alphabet.codePoints()
                            .skip(random.nextInt((int) alphabet.codePoints().count()))
                            .findFirst()
                            .orElseThrow());
                }
                cells.add(content.toString());
            }
            written.add(cells);
            text.append(CsvWriter.line(cells)).append("\r\n");
        }

        var charset = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"))
                .get(run.getCurrentRepetition() % 3);
        var table = read(text.toString(), charset);

        assertThat(rows(table)).extracting(Row::cells).containsExactlyElementsOf(written);
    }

    private TableReader read(String text, Charset charset) throws IOException {
        return read(text.getBytes(charset));
    }

    private TableReader read(byte[] bytes) throws IOException {
        return new Reread(Files.write(folder.resolve("t"), bytes), Reading.STANDARD);
    }

    private TableReader read(String text, Limits limits) throws IOException {
        var file = Files.writeString(folder.resolve("t"), text);
        return Tables.open(file, Reading.STANDARD.within(limits));
    }

    private static List<Row> rows(TableReader table) {
        if (table instanceof Reread again) {
            return again.rows();
        }
        var rows = new ArrayList<Row>();
        table.forEachRemaining(rows::add);
        table.close();
        return rows;
    }
}

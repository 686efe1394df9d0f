package org.hengjian.commands.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScreeningAFileTest {

    @TempDir
    Path folder;

    private final StringWriter words = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new ScreenCommand()).setErr(new PrintWriter(words)).execute(arguments);
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    @Test
    void verdicts_come_in_the_order_of_the_input_with_places_in_the_text() throws IOException {
        Path in = file("in.csv", "id,title\n1,纯棉卫衣\n2,耐★克 跑鞋\n3,拒绝高仿\n", Charset.forName("UTF-8"));
        Path out = folder.resolve("out.jsonl");

        int code = run(in.toString(), "--out", out.toString());

        assertThat(code).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("{\"id\":\"1\",\"verdict\":\"clear\"").contains("\"kind\":\"none\"");
        assertThat(lines.get(1)).contains("\"start\":0,\"end\":3,\"text\":\"耐★克\",\"matched\":\"耐克\"");
        assertThat(lines.get(2)).contains("\"verdict\":\"clear\"");
    }

    @Test
    void chinese_headings_in_gbk_are_understood() throws IOException {
        Path in = file("in.csv", "商品编号,商品标题,价格（元）\nA,耐克 高仿 跑鞋,99\n", Charset.forName("GBK"));
        Path out = folder.resolve("out.jsonl");

        run(in.toString(), "--out", out.toString());

        assertThat(Files.readString(out)).contains("\"verdict\":\"suspect\"", "counterfeit-claim");
    }

    @Test
    void a_right_from_a_file_is_found_in_altered_spelling_and_its_seller_is_left_alone() throws IOException {
        Path rights = file(
                "rights.csv",
                "id,name,latin,aliases,classes,holder,authorised\nX1,衡溪,HENGXI,,25,衡溪公司,衡溪官方店|衡溪直营\n",
                Charset.forName("UTF-8"));
        Path in = file(
                "in.jsonl",
                "{\"id\":\"1\",\"title\":\"HΕNGXI 卫衣\"}\n{\"id\":\"2\",\"title\":\"HENGXI旗舰店 卫衣\",\"seller\":\"衡溪官方店\"}\n",
                Charset.forName("UTF-8"));
        Path out = folder.resolve("out.jsonl");

        run(in.toString(), "--out", out.toString(), "--rights", rights.toString());

        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(0)).contains("\"verdict\":\"suspect\"", "\"right\":{\"id\":\"X1\"", "confusable");
        assertThat(lines.get(1)).contains("\"verdict\":\"clear\"");
    }

    @Test
    void a_row_without_title_is_rejected_with_its_number_and_reason() throws IOException {
        Path in = file("in.csv", "id,title\n1,卫衣\n2,\n,无编号\n", Charset.forName("UTF-8"));
        Path out = folder.resolve("out.jsonl");

        int code = run(in.toString(), "--out", out.toString());

        assertThat(code).isZero();
        assertThat(Files.readString(folder.resolve("out.jsonl.rejected.csv"))).contains("3,title,", "4,id,");
        assertThat(words.toString()).contains("3 rows", "2 rejected");
    }

    @Test
    void what_cannot_be_read_at_all_ends_with_two_and_one_sentence() throws IOException {
        Path noTitle = file("in.csv", "a,b\n1,2\n", Charset.forName("UTF-8"));

        assertThat(run(noTitle.toString(), "--out", folder.resolve("o").toString())).isEqualTo(2);
        assertThat(run(folder.resolve("absent").toString(), "--out", folder.resolve("o").toString())).isEqualTo(2);
        assertThat(words.toString()).contains("needs the columns id and title", "there is no file");
    }

    @Test
    void the_file_that_is_read_is_never_written_over() throws IOException {
        Path in = file("in.csv", "id,title\n1,卫衣\n", Charset.forName("UTF-8"));
        Path rights = file("rights.csv", "id,name\nX1,衡溪\n", Charset.forName("UTF-8"));

        assertThat(run(in.toString(), "--out", in.toString())).isEqualTo(2);
        assertThat(run(in.toString(), "--rights", rights.toString(), "--out", folder.resolve("./rights.csv").toString()))
                .isEqualTo(2);

        assertThat(words.toString()).contains("would overwrite " + in, "would overwrite " + rights);
        assertThat(Files.readString(in)).isEqualTo("id,title\n1,卫衣\n");
        assertThat(Files.readString(rights)).isEqualTo("id,name\nX1,衡溪\n");
    }

    @Test
    void a_folder_in_place_of_a_file_and_a_folder_that_is_not_there_are_named() throws IOException {
        Path in = file("in.csv", "id,title\n1,卫衣\n", Charset.forName("UTF-8"));

        assertThat(run(folder.toString(), "--out", folder.resolve("out.jsonl").toString())).isEqualTo(2);
        assertThat(run(in.toString(), "--out", folder.toString())).isEqualTo(1);
        assertThat(run(in.toString(), "--out", folder.resolve("no/out.jsonl").toString())).isEqualTo(1);

        assertThat(words.toString().lines().toList())
                .containsExactly(
                        "hengjian: " + folder + " is a folder, not a file",
                        "hengjian: --out: " + folder + " is a folder; name a file in it",
                        "hengjian: --out: there is no folder " + folder.resolve("no")
                                + "; make it, or name another file");
    }

    @Test
    void standard_input_is_read_for_a_dash() throws IOException {
        Path out = folder.resolve("out.jsonl");
        var before = System.in;
        System.setIn(new ByteArrayInputStream("id,title\n1,耐克 高仿 跑鞋\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("-", "--out", out.toString())).isZero();
        } finally {
            System.setIn(before);
        }

        assertThat(Files.readAllLines(out)).singleElement().asString().contains("\"verdict\":\"suspect\"");
    }
}

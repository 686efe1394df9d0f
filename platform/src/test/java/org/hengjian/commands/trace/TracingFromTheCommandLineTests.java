package org.hengjian.commands.trace;

import static org.assertj.core.api.Assertions.assertThat;

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

class TracingFromTheCommandLineTests {

    private static final String SELLERS = """
            编号,店铺名称,公司名称,联系电话,地址
            S1,衡溪服饰旗舰店,杭州衡溪服饰有限公司,138 0013 8123,浙江省杭州市余杭区莫干山路1418号3幢502室
            S2,衡溪女装,衡溪服飾（杭州）有限责任公司,+8613800138123,杭州余杭区莫干山路1418号三幢
            S3,云岫茶庄,广州市云岫茶叶有限公司,13922223333,广东省广州市荔湾区芳村大道10号
            S4,太短
            """;

    @TempDir
    private Path folder;

    private final StringWriter words = new StringWriter();

    @Test
    void each_row_gets_its_cluster_and_the_evidence_of_its_links() throws IOException {
        Path in = file("in.csv", SELLERS, StandardCharsets.UTF_8);

        int code = trace(in, folder.resolve("out.csv"));

        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(code).as(words.toString()).isZero();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("编号,店铺名称,公司名称,联系电话,地址,cluster,evidence");
        assertThat(lines.get(1)).contains(",S1,").contains("电话相同 +");
        assertThat(lines.get(2)).contains(",S1,");
        assertThat(lines.get(3)).endsWith(",S3,");
    }

    @Test
    void a_bad_row_is_refused_with_its_number_and_the_reason() throws IOException {
        trace(file("in.csv", SELLERS, StandardCharsets.UTF_8), folder.resolve("out.csv"));

        assertThat(Files.readAllLines(folder.resolve("out.csv.rejected.csv")))
                .containsExactly("row,field,reason", "4,,2 cells where the headings are 5");
    }

    @Test
    void a_file_as_chinese_spreadsheets_save_it_is_read_too() throws IOException {
        int code = trace(file("in.csv", SELLERS, Charset.forName("GB18030")), folder.resolve("out.csv"));

        assertThat(code).isZero();
        assertThat(Files.readString(folder.resolve("out.csv"))).contains("衡溪服饰旗舰店");
    }

    @Test
    void json_lines_give_the_reasons_in_both_languages() throws IOException {
        Path in = file("in.jsonl", """
                {"id":"a","company":"杭州衡溪服饰有限公司","phone":"13800138123"}
                not json
                {"id":"b","company":"衡溪服饰(杭州)有限公司","phone":["13800138123","13911112345"]}
                {"id":"c","company":"广州云岫茶叶有限公司","phone":null}
                """, StandardCharsets.UTF_8);

        int code = trace(in, folder.resolve("out.jsonl"));

        List<String> lines = Files.readAllLines(folder.resolve("out.jsonl"));
        assertThat(code).as(words.toString()).isZero();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("\"cluster\":\"a\"", "\"zh\":\"电话相同 +", "\"en\":\"phone: same +");
        assertThat(lines.get(2)).contains("\"cluster\":\"c\"");
        assertThat(folder.resolve("out.jsonl.rejected.csv")).content().contains("2,,not a JSON object");
    }

    @Test
    void what_a_column_holds_can_be_said() throws IOException {
        Path in = file("in.csv", SELLERS, StandardCharsets.UTF_8);

        assertThat(run(in.toString(), "--out", folder.resolve("o.csv").toString(), "--column", "店铺名称=ignored"))
                .isZero();
        assertThat(words.toString()).doesNotContain("column 店铺名称");
        assertThat(run(in.toString(), "--out", folder.resolve("o.csv").toString(), "--column", "没有=phone"))
                .isEqualTo(2);
        assertThat(run(in.toString(), "--out", folder.resolve("o.csv").toString(), "--column", "地址=nonsense"))
                .isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_said_in_one_sentence_without_a_stack_trace() throws IOException {
        assertThat(trace(folder.resolve("absent.csv"), folder.resolve("out.csv")))
                .isEqualTo(2);
        assertThat(words.toString()).contains("there is no file").doesNotContain("\tat ");
        assertThat(trace(file("empty.csv", "", StandardCharsets.UTF_8), folder.resolve("out.csv")))
                .isEqualTo(2);
        assertThat(trace(file("in.csv", SELLERS, StandardCharsets.UTF_8), folder.resolve("no/such/out.csv")))
                .isEqualTo(1);
        assertThat(words.toString()).doesNotContain("\tat ");
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private int trace(Path in, Path out) {
        return run(in.toString(), "--out", out.toString());
    }

    private int run(String... arguments) {
        return new CommandLine(new TraceCommand())
                .setErr(new PrintWriter(words))
                .execute(arguments);
    }
}

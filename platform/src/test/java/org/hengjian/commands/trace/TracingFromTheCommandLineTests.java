package org.hengjian.commands.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
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

    @Test
    void questions_are_written_and_their_answers_count() throws IOException {
        Path in = file("in.csv", SELLERS, StandardCharsets.UTF_8);
        Path out = folder.resolve("out.csv");
        Path questions = folder.resolve("questions.csv");

        assertThat(run(in.toString(), "--out", out.toString(), "--questions", questions.toString())).isZero();
        assertThat(Files.readAllLines(questions).get(0)).isEqualTo("source,target,same,probability,alike,evidence");

        Path answers = file("answers.csv", "source,target,same\nS1,S3,是\nS1,S2,no\nS2,S3,\n", StandardCharsets.UTF_8);
        int code = run(in.toString(), "--out", out.toString(), "--answers", answers.toString());

        assertThat(code).as(words.toString()).isZero();
        assertThat(words.toString()).contains("2 answers taken into account.");
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(1)).contains(",S1,");
        assertThat(lines.get(2)).endsWith(",S2,");
        assertThat(lines.get(3)).contains(",S1,");
    }

    @Test
    void without_answers_the_output_is_what_the_data_alone_say() throws IOException {
        Path in = file("in.csv", SELLERS, StandardCharsets.UTF_8);
        trace(in, folder.resolve("alone.csv"));
        Path empty = file("answers.csv", "source,target,same\nS1,S3,\n", StandardCharsets.UTF_8);

        run(in.toString(), "--out", folder.resolve("answered.csv").toString(), "--answers", empty.toString());

        assertThat(folder.resolve("answered.csv")).hasSameTextualContentAs(folder.resolve("alone.csv"));
    }

    @Test
    void an_answer_that_cannot_be_understood_is_refused_with_its_row_and_field() throws IOException {
        Path in = file("in.csv", SELLERS + "S3,又一个,,13611112222,\n", StandardCharsets.UTF_8);

        assertThat(refused(in, "source,target,same\nS1,S2,maybe\n")).contains("row 1, same: maybe is neither yes nor no");
        assertThat(refused(in, "source,target,same\nS1,S9,yes\n")).contains("row 1, target: no row that could be read is named S9");
        assertThat(refused(in, "source,target,same\nS1,S1,yes\n")).contains("row 1, target: it is the same row as source");
        assertThat(refused(in, "source,target,same\nS1,S3,yes\n")).contains("row 1, target: several rows are named S3");
        assertThat(refused(in, "source,target,same\nS1,S2,yes\nS2,S1,否\n")).contains("row 2, same: row 1 says otherwise");
        assertThat(refused(in, "source,target\nS1,S2\n")).contains("has no column same");
        assertThat(refused(in, "source,target,same\nS1,S2\n")).contains("row 1: 2 cells where the headings are 3");
    }

    @Test
    void questions_never_overwrite_the_input_the_output_or_the_answers() throws IOException {
        Path in = file("in.csv", SELLERS, StandardCharsets.UTF_8);
        Path answers = file("answers.csv", "source,target,same\nS1,S2,yes\n", StandardCharsets.UTF_8);
        Path out = folder.resolve("out.csv");

        for (Path other : List.of(in, out, answers)) {
            assertThat(run(
                            in.toString(), "--out", out.toString(),
                            "--answers", answers.toString(), "--questions", other.toString()))
                    .isEqualTo(2);
            assertThat(words.toString()).contains("--questions would overwrite " + other);
        }
        assertThat(answers).content().contains("S1,S2,yes");
        assertThat(run(in.toString(), "--out", out.toString(), "--ask", "-3")).isEqualTo(2);
        assertThat(words.toString()).contains("--ask: -3 is no number of questions");
    }

    @Test
    void questions_are_asked_on_the_terminal_and_each_answer_is_kept_at_once() throws IOException {
        var sellers = new StringBuilder("编号,店铺名称,联系电话,地址\n");
        // Every second one changes its phone or writes its name otherwise: some doubt remains.
        for (int i = 0; i < 30; i++) {
            sellers.append("A%d,衡溪%c服饰旗舰店,1380013%04d,杭州市余杭区莫干山路%d号\n".formatted(i, '一' + i, i, i));
            sellers.append("B%d,衡溪%c服饰%s,%s,杭州市余杭区莫干山路%d号\n"
                    .formatted(i, '一' + i, i % 3 == 0 ? "专卖" : "", i % 2 == 0 ? "" : "1390013" + (1000 + i), i));
        }
        Path in = file("in.csv", sellers.toString(), StandardCharsets.UTF_8);
        Path answers = folder.resolve("answers.csv");

        int code = run(
                new BufferedReader(new StringReader("what\ny\ns\nn\nq\n")),
                in.toString(), "--out", folder.resolve("out.csv").toString(), "--ask", "4", "--answers", answers.toString());

        assertThat(code).as(words.toString()).isZero();
        assertThat(words.toString()).contains("1 of 4: one seller?", "y, n, s or q: ", "2 answers taken into account.");
        assertThat(Files.readAllLines(answers)).hasSize(3).first().isEqualTo("source,target,same");
        assertThat(Files.readAllLines(answers).get(1)).endsWith(",yes");
        assertThat(Files.readAllLines(answers).get(2)).endsWith(",no");
    }

    private String refused(Path in, String answers) throws IOException {
        words.getBuffer().setLength(0);
        Path file = file("answers.csv", answers, StandardCharsets.UTF_8);
        assertThat(run(in.toString(), "--out", folder.resolve("out.csv").toString(), "--answers", file.toString()))
                .isEqualTo(2);
        return words.toString();
    }

    private int run(BufferedReader terminal, String... arguments) {
        return new CommandLine(new TraceCommand(terminal))
                .setErr(new PrintWriter(words))
                .execute(arguments);
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

    @Test
    void the_file_of_sellers_is_never_written_over_and_an_empty_one_is_called_empty() throws IOException {
        Path in = file("in.csv", SELLERS, StandardCharsets.UTF_8);

        assertThat(trace(in, in)).isEqualTo(2);
        assertThat(trace(file("empty.csv", "", StandardCharsets.UTF_8), folder.resolve("out.csv"))).isEqualTo(2);

        assertThat(words.toString()).contains("would overwrite " + in, "empty.csv is empty.");
        assertThat(Files.readString(in)).isEqualTo(SELLERS);
    }
}

package org.hengjian.commands.domains;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MatchingAFeedTest {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    private final StringWriter words = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new DomainsCommand()).setErr(new PrintWriter(words)).execute(arguments);
    }

    private String file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset)).toString();
    }

    @Test
    void a_look_alike_is_written_with_its_right() throws IOException {
        Path out = folder.resolve("out.jsonl");

        assertThat(run(file("in.txt", "skechrs.top\nexample.org\n", StandardCharsets.UTF_8), "--out", out.toString()))
                .isZero();
        assertThat(Files.readAllLines(out)).singleElement().asString().contains("skechrs.top");
    }

    @Test
    void official_domains_that_are_no_utf_8_are_named_and_nothing_is_written() throws IOException {
        String in = file("in.txt", "skechrs.top\n", StandardCharsets.UTF_8);
        Path out = folder.resolve("out.jsonl");

        int code = run(in, "--official", file("official.txt", "衡溪.中国\n", GBK), "--out", out.toString());

        assertThat(code).isEqualTo(2);
        assertThat(words.toString()).contains("official.txt is not UTF-8 text");
        assertThat(out).doesNotExist();
    }

    @Test
    void rights_that_are_no_table_are_told() throws IOException {
        String in = file("in.txt", "skechrs.top\n", StandardCharsets.UTF_8);
        Path rights = Files.write(folder.resolve("rights.csv"), new byte[] {(byte) 0xFF, 0, 1, 2, (byte) 0xC3, 3, 0});

        int code = run(in, "--rights", rights.toString(), "--out", folder.resolve("out.jsonl").toString());

        assertThat(code).isEqualTo(2);
        assertThat(words.toString()).contains("cannot be read");
    }

    @Test
    void the_feed_is_never_written_over() throws IOException {
        String in = file("in.txt", "skechrs.top\n", StandardCharsets.UTF_8);

        assertThat(run(in, "--out", in)).isEqualTo(2);

        assertThat(words.toString()).contains("would overwrite " + in);
        assertThat(Files.readString(Path.of(in))).isEqualTo("skechrs.top\n");
    }
}

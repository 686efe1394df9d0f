package org.hengjian.commands.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hengjian.testing.Scenes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A folder of pictures is compared with a folder of references; what cannot be read is said. */
class ScreeningAFolderOfPicturesTest {

    @TempDir
    Path folder;

    private final StringWriter words = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new PicturesCommand()).setErr(new PrintWriter(words)).execute(arguments);
    }

    @Test
    void a_copy_is_written_with_its_right_and_its_box_and_a_bad_file_is_rejected() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Path references = folder.resolve("references");
        Scenes.in(Files.createDirectories(references.resolve("tm-1")), "catalogue.png", Scenes.drawn(1));
        Scenes.in(in, "a-copy.jpg", Scenes.drawn(1).getSubimage(100, 60, 480, 380));
        Scenes.in(in, "b-other.png", Scenes.drawn(2));
        Files.writeString(in.resolve("c-bad.png"), "no picture");
        Files.writeString(in.resolve("notes.txt"), "not asked for");
        Path out = folder.resolve("out.jsonl");

        int code = run(in.toString(), "--references", references.toString(), "--out", out.toString(), "--no-text");

        assertThat(code).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .startsWith("{\"file\":\"a-copy.jpg\",\"width\":480,\"height\":380")
                .contains("\"kind\":\"copied-picture\",\"box\":{\"x\":", "\"path\":[\"crop\"]", "\"right\":\"tm-1\"");
        assertThat(lines.get(1)).contains("\"file\":\"b-other.png\"", "\"findings\":[]");
        assertThat(Files.readString(folder.resolve("out.jsonl.rejected.csv"))).contains("3,c-bad.png,\"not a JPEG");
        assertThat(words.toString()).contains("3 pictures: 1 with findings, 1 of them copies, 1 rejected");
    }

    @Test
    void nothing_to_read_is_two() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path out = folder.resolve("out.jsonl");

        assertThat(run(empty.toString(), "--out", out.toString(), "--no-text")).isEqualTo(2);
        assertThat(run(folder.resolve("none").toString(), "--out", out.toString())).isEqualTo(2);
        assertThat(words.toString()).contains("there is no file or folder");
    }
}

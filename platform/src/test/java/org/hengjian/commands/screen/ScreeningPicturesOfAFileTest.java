package org.hengjian.commands.screen;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hengjian.testing.Scenes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The column images of a file of offers: each picture is screened, and one that cannot be read costs no row. */
class ScreeningPicturesOfAFileTest {

    private final JsonMapper json = JsonMapper.builder().build();
    private final StringWriter words = new StringWriter();

    @TempDir
    Path folder;

    private Path data;
    private Path references;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(data.resolve("pics"));
        references = folder.resolve("references");
        Scenes.in(Files.createDirectories(references.resolve("X1")), "catalogue.png", Scenes.drawn(1));
        out = folder.resolve("out.jsonl");
    }

    private int run(String table, String... more) throws IOException {
        return runFile(Files.writeString(data.resolve("in.csv"), table), more);
    }

    private int runFile(Path in, String... more) throws IOException {
        Path rights = Files.writeString(
                folder.resolve("rights.csv"), "id,name,latin,holder,authorised\nX1,衡溪,HENGXI,衡溪公司,衡溪官方店\n");
        var arguments = new java.util.ArrayList<>(List.of(
                in.toString(), "--out", out.toString(), "--rights", rights.toString(), "--references",
                references.toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new ScreenCommand())
                .setErr(new PrintWriter(words))
                .execute(arguments.toArray(String[]::new));
    }

    private List<JsonNode> lines() throws IOException {
        return Files.readAllLines(out).stream().map(json::readTree).toList();
    }

    private String unread() throws IOException {
        return Files.readString(folder.resolve("out.jsonl.pictures.csv"));
    }

    @Test
    void a_copied_picture_joins_the_findings_with_its_path_and_box_and_asks_for_a_look() throws IOException {
        Scenes.in(data.resolve("pics"), "other.png", Scenes.drawn(2));
        Scenes.in(data.resolve("pics"), "part.jpg", Scenes.drawn(1).getSubimage(100, 60, 480, 380));
        String cell = "pics/other.png; pics/part.jpg";

        int code = run("id,title,images\n1,纯棉卫衣," + cell + "\n2,纯棉卫衣,pics/other.png\n", "--no-text");

        assertThat(code).isZero();
        JsonNode first = lines().get(0);
        assertThat(first.path("verdict").asString()).isEqualTo("review");
        assertThat(first.path("score").asDouble()).isGreaterThanOrEqualTo(0.35);
        assertThat(first.path("kind").asString()).isEqualTo("copied-picture");
        assertThat(first.path("right").path("name").asString()).isEqualTo("衡溪");
        assertThat(first.path("findings")).hasSize(1);
        JsonNode finding = first.path("findings").get(0);
        assertThat(finding.path("field").asString()).isEqualTo("images");
        assertThat(finding.path("picture").asString()).isEqualTo("pics/part.jpg");
        assertThat(cell.substring(finding.path("start").asInt(), finding.path("end").asInt()))
                .isEqualTo("pics/part.jpg");
        assertThat(finding.path("box").path("width").asInt()).isBetween(440, 480);
        assertThat(lines().get(1).path("verdict").asString()).isEqualTo("clear");
        assertThat(folder.resolve("out.jsonl.pictures.csv")).doesNotExist();
        assertThat(words.toString()).contains("2 rows: 0 suspect, 1 to review, 1 clear, 0 rejected", "3 pictures: 1 with findings, 0 not read");
    }

    @Test
    void who_is_authorised_may_show_the_pictures_of_the_right() throws IOException {
        Scenes.in(data.resolve("pics"), "own.png", Scenes.drawn(1));

        run("id,title,seller,images\n1,卫衣,衡溪官方店,pics/own.png\n2,卫衣,别家店,pics/own.png\n", "--no-text");

        assertThat(lines().get(0).path("verdict").asString()).isEqualTo("clear");
        assertThat(lines().get(0).path("findings")).hasSize(1);
        assertThat(lines().get(1).path("verdict").asString()).isEqualTo("review");
    }

    @Test
    void a_code_and_the_words_in_a_picture_are_read() throws Exception {
        var code = new QRCodeWriter().encode("https://hengxi-sale.com/buy", BarcodeFormat.QR_CODE, 300, 300);
        Scenes.in(data, "code.png", MatrixToImageWriter.toBufferedImage(code));
        var picture = new java.awt.image.BufferedImage(900, 200, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, 900, 200);
        pen.setColor(java.awt.Color.BLACK);
        pen.setFont(new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, 64));
        pen.drawString("NIKE 1:1 replica", 60, 120);
        pen.dispose();
        Scenes.in(data, "words.png", picture);

        run("id,title,images\n1,纯棉卫衣,code.png\n2,跑鞋,words.png\n");

        assertThat(lines().get(0).path("kind").asString()).isEqualTo("look-alike-domain");
        assertThat(lines().get(0).path("verdict").asString()).isEqualTo("review");
        assertThat(lines().get(1).path("verdict").asString()).isEqualTo("suspect");
        assertThat(lines().get(1).path("findings").valueStream().map(one -> one.path("field").asString()))
                .containsOnly("images");
    }

    @Test
    void what_is_read_in_a_picture_stays_out_of_the_log_and_out_of_an_output_that_is_no_file() throws IOException {
        Scenes.in(data, "own.png", Scenes.drawn(1));
        var engine = (Logger) LoggerFactory.getLogger("io.github.mymonstercat.ocr.InferenceEngine");
        engine.setLevel(null);
        ((Logger) LoggerFactory.getLogger("io.github.mymonstercat")).setLevel(Level.INFO);

        out = Path.of("/dev/null");
        assertThat(run("id,title,images\n1,卫衣,own.png\n")).isZero();
        assertThat(words.toString()).contains("the text in pictures is not read", "1 pictures: 1 with findings");
        out = folder.resolve("out.jsonl");
        assertThat(run("id,title,images\n1,卫衣,own.png\n")).isZero();
        assertThat(engine.isInfoEnabled()).isFalse();
    }

    @Test
    void a_picture_that_cannot_be_read_is_named_with_row_reason_and_remedy_and_its_text_is_screened() throws IOException {
        Scenes.in(folder, "outside.png", Scenes.drawn(1));
        Files.createSymbolicLink(data.resolve("link.png"), folder.resolve("outside.png"));
        Files.writeString(data.resolve("bad.png"), "no picture");
        byte[] whole = Scenes.file(Scenes.drawn(3), "png");
        Files.write(data.resolve("half.png"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Scenes.in(data, "large.png", new java.awt.image.BufferedImage(8_000, 5_001, java.awt.image.BufferedImage.TYPE_BYTE_BINARY));
        String cell = "absent.png;bad.png;half.png;large.png;../outside.png;link.png;" + folder.resolve("outside.png")
                + ";https://example.com/a.png;pics";

        int code = run("id,title,images\n1,耐克 高仿 跑鞋," + quoted(cell) + "\n2,,absent.png\n", "--no-text");

        assertThat(code).isZero();
        assertThat(lines()).hasSize(1);
        JsonNode line = lines().get(0);
        assertThat(line.path("verdict").asString()).isEqualTo("suspect");
        assertThat(line.path("unread").valueStream().map(one -> one.path("reason").asString()))
                .containsExactly(
                        "there is no such file",
                        "not a JPEG, PNG, GIF or BMP picture",
                        "a damaged picture",
                        "more than 40 million pixels",
                        "it leads out of the folder of the file of offers",
                        "it leads out of the folder of the file of offers",
                        "it leads out of the folder of the file of offers",
                        "it is an address, and this command fetches nothing",
                        "it is no file");
        assertThat(line.path("unread").valueStream())
                .allSatisfy(one -> {
                    assertThat(one.path("row").asInt()).isEqualTo(2);
                    assertThat(one.path("field").asString()).isEqualTo("images");
                    assertThat(one.path("remedy").asString()).isNotBlank();
                });
        assertThat(unread().lines()).hasSize(10).first().asString().endsWith("row,field,picture,reason,remedy");
        assertThat(unread()).contains("2,images,absent.png,there is no such file,\"put the picture there, or mend");
        // The row without a title is the only one refused: received is written and rejected, nothing twice.
        assertThat(Files.readAllLines(folder.resolve("out.jsonl.rejected.csv"))).hasSize(2);
        assertThat(words.toString()).contains("2 rows: 1 suspect, 0 to review, 0 clear, 1 rejected", "9 pictures: 0 with findings, 9 not read");
    }

    @Test
    void a_list_in_json_lines_is_understood_and_what_ends_a_line_in_a_path_ends_no_line_of_the_output() throws IOException {
        Scenes.in(data, "own.png", Scenes.drawn(1));
        Path in = Files.writeString(
                data.resolve("in.jsonl"),
                "{\"id\":\"1\",\"title\":\"卫衣\",\"images\":[\"own.png\",\"a\\u2028.png\"]}\n");

        int code = runFile(in, "--no-text");

        assertThat(code).isZero();
        JsonNode line = lines().get(0);
        assertThat(line.path("findings").get(0).path("picture").asString()).isEqualTo("own.png");
        assertThat(line.path("unread")).hasSize(1);
        assertThat(Files.readString(out)).contains("a\\u2028.png");
    }

    @Test
    void more_pictures_than_a_row_may_name_are_said_and_the_first_are_screened() throws IOException {
        Scenes.in(data, "own.png", Scenes.drawn(1));
        var cell = new StringBuilder("own.png");
        for (int i = 1; i <= RowPictures.OF_ONE_ROW_MOST; i++) {
            cell.append(';').append(i).append(".png");
        }

        run("id,title,images\n1,卫衣," + quoted(cell.toString()) + "\n", "--no-text");

        JsonNode line = lines().get(0);
        assertThat(line.path("findings")).hasSize(1);
        assertThat(line.path("unread")).hasSize(RowPictures.OF_ONE_ROW_MOST);
        assertThat(line.path("unread").valueStream().toList().getLast().path("reason").asString())
                .contains("more than 50 pictures");
    }

    @Test
    void references_that_are_not_there_end_it_and_a_file_without_the_column_says_so() throws IOException {
        assertThat(run("id,title\n1,卫衣\n", "--no-text")).isZero();
        assertThat(words.toString()).contains("has no column images");
        Path in = data.resolve("in.csv");
        assertThat(new CommandLine(new ScreenCommand())
                        .setErr(new PrintWriter(words))
                        .execute(in.toString(), "--out", out.toString(), "--references", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(words.toString()).contains("there is no folder");
    }

    private static String quoted(String cell) {
        return '"' + cell + '"';
    }
}

package org.hengjian.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text, codes and copies are found in pictures, each with its box. */
class ScreeningAPictureTest {

    private static final Screening SCREENING =
            Screening.shipped().with(Right.of("tm:90000001", "衡溪", "HENGXI").withClasses(25));

    /** Shapes and colours from a seed: no two alike, and none even. */
    private static BufferedImage goods(int seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < 40; i++) {
            pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            int width = 40 + random.nextInt(200);
            int height = 40 + random.nextInt(200);
            int x = random.nextInt(480) - width / 2;
            int y = random.nextInt(360) - height / 2;
            if (random.nextBoolean()) {
                pen.fillOval(x, y, width, height);
            } else {
                pen.fillRect(x, y, width, height);
            }
        }
        pen.dispose();
        return picture;
    }

    private static BufferedImage paper(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return picture;
    }

    private static BufferedImage code(String text, BarcodeFormat format, int width, int height) throws WriterException {
        BufferedImage page = paper(600, 400);
        Graphics2D pen = page.createGraphics();
        pen.drawImage(
                MatrixToImageWriter.toBufferedImage(new MultiFormatWriter().encode(text, format, width, height)),
                150,
                120,
                null);
        pen.dispose();
        return page;
    }

    private static PictureScreening pictures(References references) {
        return new PictureScreening(SCREENING, references, Optional.empty());
    }

    enum Change {
        SCALED_DOWN(picture -> Scaling.to(picture, 160, 120)),
        SCALED_UP(picture -> Scaling.to(picture, 960, 720)),
        STRETCHED(picture -> Scaling.to(picture, 480, 420)),
        COMPRESSED(Change::compressed),
        CROPPED_TO_THE_MIDDLE(picture -> Scaling.part(picture, new Box(52, 40, 376, 282))),
        CROPPED_TO_A_CORNER(picture -> Scaling.part(picture, new Box(0, 0, 362, 272))),
        MIRRORED(Change::mirrored),
        WRITTEN_OVER(Change::writtenOver),
        FRAMED(Change::framed);

        private final UnaryOperator<BufferedImage> how;

        Change(UnaryOperator<BufferedImage> how) {
            this.how = how;
        }

        private static BufferedImage compressed(BufferedImage picture) {
            try {
                var bytes = new ByteArrayOutputStream();
                ImageIO.write(Scaling.to(picture, 300, 225), "jpg", bytes);
                return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static BufferedImage mirrored(BufferedImage picture) {
            var mirror = paper(picture.getWidth(), picture.getHeight());
            Graphics2D pen = mirror.createGraphics();
            pen.drawImage(picture, picture.getWidth(), 0, -picture.getWidth(), picture.getHeight(), null);
            pen.dispose();
            return mirror;
        }

        private static BufferedImage writtenOver(BufferedImage picture) {
            var over = Scaling.to(picture, picture.getWidth(), picture.getHeight());
            Graphics2D pen = over.createGraphics();
            pen.setColor(Color.RED);
            pen.fillRect(300, 320, 180, 40);
            pen.dispose();
            return over;
        }

        private static BufferedImage framed(BufferedImage picture) {
            var framed = paper(picture.getWidth() + 54, picture.getHeight() + 40);
            Graphics2D pen = framed.createGraphics();
            pen.drawImage(picture, 27, 20, null);
            pen.dispose();
            return framed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_changed_copy_is_found_again(Change change) {
        var builder = new References.Builder();
        for (int seed = 0; seed < 60; seed++) {
            builder.add(new References.Reference("ref-" + seed, "tm:" + seed, "图 " + seed), goods(seed));
        }
        var references = builder.build();
        int found = 0;
        for (int seed = 0; seed < 60; seed++) {
            String wanted = "ref-" + seed;
            found += references
                            .find(change.how.apply(goods(seed)))
                            .filter(copy -> copy.reference().id().equals(wanted))
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(found).as("of 60, %s", change).isGreaterThanOrEqualTo(51);
    }

    @Test
    void other_pictures_are_not_taken_for_copies() {
        var builder = new References.Builder();
        for (int seed = 0; seed < 200; seed++) {
            builder.add(new References.Reference("ref-" + seed, "", "图"), goods(seed));
        }
        var references = builder.build();
        for (int seed = 1_000; seed < 1_300; seed++) {
            assertThat(references.find(goods(seed))).as("seed %d", seed).isEmpty();
        }
        assertThat(references.find(paper(300, 200))).as("a white page").isEmpty();
    }

    @Test
    void a_number_with_the_prefix_of_another_country_than_the_origin_is_told_with_its_box() throws WriterException {
        var said = pictures(References.none()).screen(code("6901028075831", BarcodeFormat.EAN_13, 300, 120), "进口红酒 产地：法国");

        assertThat(said.codes()).extracting(Code::text).containsExactly("6901028075831");
        assertThat(said.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.WRONG_CODE);
            assertThat(finding.zh()).contains("中国").contains("法国");
            assertThat(finding.box().x()).isBetween(100, 250);
            assertThat(finding.box().width()).isGreaterThan(100);
        });
        assertThat(pictures(References.none())
                        .screen(code("6901028075831", BarcodeFormat.EAN_13, 300, 120), "国产白酒 产地：中国贵州")
                        .findings())
                .isEmpty();
        assertThat(pictures(References.none())
                        .screen(code("6901028075831", BarcodeFormat.EAN_13, 300, 120), "法国红酒风味")
                        .findings())
                .as("a country that is not said to be the origin")
                .isEmpty();
    }

    @Test
    void a_qr_code_is_read() throws WriterException {
        assertThat(pictures(References.none())
                        .screen(code("https://hengxi-shop.top/a", BarcodeFormat.QR_CODE, 200, 200), "")
                        .codes())
                .extracting(Code::text)
                .containsExactly("https://hengxi-shop.top/a");
    }

    @Test
    void words_in_the_picture_are_screened_with_their_boxes() {
        BufferedImage page = paper(900, 260);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 48));
        pen.drawString("ADIDAS SHOES", 60, 90);
        pen.drawString("MIRROR QUALITY REPLICA", 60, 200);
        pen.dispose();

        var said = new PictureScreening(SCREENING, References.none(), Optional.of(TextReader.open())).screen(page, "");

        assertThat(said.textRead()).isTrue();
        assertThat(said.standing()).isEqualTo(Standing.SUSPECT);
        assertThat(said.findings())
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.COUNTERFEIT_CLAIM);
                    assertThat(finding.box().y()).isBetween(120, 240);
                })
                .anySatisfy(finding -> {
                    assertThat(finding.rightId()).isEqualTo("ship:adidas");
                    assertThat(finding.box().y()).isBetween(20, 120);
                    assertThat(finding.box().width()).isLessThan(500);
                });
    }
}

package org.hengjian.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hengjian.pictures.logos.Logos;
import org.hengjian.pictures.logos.Outlines;
import org.hengjian.pictures.logos.Sighting;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.Standing;
import org.hengjian.screening.domain.DomainWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logos drawn into pictures are found whatever their size and colour; pictures without one say nothing. */
class FindingLogosTest {

    /** The mark's middle lies at x and y; the picture is given back with the box of the mark. */
    private static Box draw(BufferedImage picture, String brand, double size, int x, int y, double degrees, Color colour) {
        var outline = Logos.shipped().drawn().stream()
                .filter(one -> one.brand().equals(brand))
                .findFirst()
                .orElseThrow()
                .outline();
        Rectangle2D bounds = outline.getBounds2D();
        double scale = size / Math.max(bounds.getWidth(), bounds.getHeight());
        var to = AffineTransform.getTranslateInstance(x, y);
        to.rotate(Math.toRadians(degrees));
        to.scale(scale, scale);
        to.translate(-bounds.getCenterX(), -bounds.getCenterY());
        var placed = to.createTransformedShape(outline);
        Graphics2D pen = Drawings.pen(picture);
        pen.setColor(colour);
        pen.fill(placed);
        pen.dispose();
        Rectangle2D box = placed.getBounds2D();
        return new Box((int) box.getX(), (int) box.getY(), (int) box.getWidth(), (int) box.getHeight());
    }

    private static BufferedImage plain(int width, int height, Color colour) {
        BufferedImage picture = Drawings.paper(width, height);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return picture;
    }

    private static void assertFound(BufferedImage picture, String brand, Box box) {
        assertThat(Logos.shipped().find(picture)).singleElement().satisfies(one -> {
            double near = 3 + 0.12 * Math.max(box.width(), box.height());
            assertThat(one.brand()).isEqualTo(brand);
            assertThat((double) one.box().x()).isBetween(box.x() - near, box.x() + near);
            assertThat((double) one.box().y()).isBetween(box.y() - near, box.y() + near);
            assertThat((double) one.box().width()).isBetween(box.width() - near, box.width() + near);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "adidas,40,0", "adidas,120,8", "adidas,380,-9", "BMW,48,0", "BMW,200,10", "Puma,64,5", "Puma,300,0", "Audi,90,0",
        "Tesla,28,0", "Tesla,150,-10", "Toyota,70,6", "Volkswagen,60,0"
    })
    void a_mark_is_found_in_its_box_in_any_colour(String brand, double size, double degrees) {
        var random = new Random((long) size);
        BufferedImage dark = plain(640, 480, new Color(random.nextInt(70), random.nextInt(70), random.nextInt(70)));
        BufferedImage bright = plain(640, 480, new Color(0xE0, 0xD0 + random.nextInt(30), 0xC0 + random.nextInt(40)));

        assertFound(dark, brand, draw(dark, brand, size, 330, 230, degrees, new Color(0xF0, 0xB0, 0x40)));
        assertFound(bright, brand, draw(bright, brand, size, 300, 250, degrees, new Color(0x90, 0x10, 0x30)));
    }

    @Test
    void a_mark_is_found_among_shapes_and_after_compression() {
        BufferedImage scene = Drawings.scene(4);
        Graphics2D pen = scene.createGraphics();
        pen.setColor(new Color(0x204060));
        pen.fillRect(120, 90, 200, 160);
        pen.dispose();
        Box box = draw(scene, "adidas", 90, 220, 170, 4, Color.WHITE);

        assertFound(Drawings.compressed(scene), "adidas", box);
    }

    @Test
    void the_box_is_that_of_a_picture_that_was_reduced() {
        BufferedImage large = plain(2_560, 1_920, Color.WHITE);
        Box box = draw(large, "Puma", 500, 1_500, 900, 0, Color.BLACK);

        assertFound(large, "Puma", box);
    }

    @Test
    void two_marks_are_both_told() {
        BufferedImage picture = plain(640, 300, Color.WHITE);
        draw(picture, "adidas", 100, 150, 150, 0, Color.BLACK);
        draw(picture, "BMW", 100, 450, 150, 0, new Color(0x0050A0));

        assertThat(Logos.shipped().find(picture)).extracting(Sighting::brand).containsExactlyInAnyOrder("adidas", "BMW");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 8, 9})
    void scenes_goods_and_words_without_a_mark_say_nothing(int seed) {
        var random = new Random(seed);
        BufferedImage words = Drawings.paper(600, 400);
        Graphics2D pen = Drawings.pen(words);
        pen.setColor(Color.BLACK);
        for (int line = 0; line < 5; line++) {
            pen.setFont(new Font(Font.SANS_SERIF, random.nextInt(3), 20 + random.nextInt(40)));
            var text = new StringBuilder();
            random.ints(20, 33, 127).forEach(text::appendCodePoint);
            pen.drawString(text.toString(), 10, 70 + 70 * line);
        }
        pen.dispose();

        assertThat(Logos.shipped().find(Drawings.scene(seed))).as("scene").isEmpty();
        assertThat(Logos.shipped().find(Drawings.goodsOnWhite(seed))).as("goods").isEmpty();
        assertThat(Logos.shipped().find(words)).as("words").isEmpty();
    }

    @Test
    void what_is_too_like_a_plain_shape_is_not_searched_for() {
        assertThat(Logos.shipped().leftOut()).contains("Apple", "Bose").doesNotContain("adidas");
        assertThat(Logos.shipped().drawn()).extracting(Logos.Drawn::brand).doesNotContain("Bose").hasSizeGreaterThan(60);
    }

    @Test
    void a_picture_smaller_than_any_mark_says_nothing() {
        assertThat(Logos.shipped().find(Drawings.paper(8, 300))).isEmpty();
        assertThat(Logos.none().find(Drawings.scene(1))).isEmpty();
    }

    @Test
    void outlines_come_back_as_they_were_written_and_other_text_is_refused() {
        String outline = "M 1 2 L 3.5 4 Q 1 1 2 2 C 1 2 3 4 5 6 Z";

        assertThat(Outlines.write(Outlines.read(outline))).isEqualTo(outline);
        assertThatThrownBy(() -> Outlines.read("M 1 2 H 4")).hasMessageContaining("not a command of an outline: H");
        assertThatThrownBy(() -> Outlines.read("M 1")).hasMessageContaining("ends too early");
    }

    @Test
    void screening_tells_the_brand_and_the_right_of_the_register_and_accuses_nobody() {
        BufferedImage picture = plain(640, 480, Color.WHITE);
        Box box = draw(picture, "adidas", 140, 320, 240, 0, Color.BLACK);
        Screening shipped = Screening.shipped();
        Screening registered = shipped.with(Right.of("tm:90000002", "阿迪达斯", "adidas"));

        var said = screening(shipped).screen(Picture.of(picture), "");
        assertThat(said.standing()).isEqualTo(Standing.CLEAR);
        assertThat(said.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.LIKE_LOGO);
            assertThat(finding.box().x()).isBetween(box.x() - 20, box.x() + 20);
            assertThat(finding.rightId()).isEqualTo("ship:adidas");
            assertThat(finding.weight()).isZero();
            assertThat(finding.zh()).contains("阿迪达斯（adidas）").contains("须由人核对");
            assertThat(finding.en()).contains("a sign like that of adidas").contains("a person must check");
        });
        assertThat(screening(registered).screen(Picture.of(picture), "").findings())
                .extracting(PictureFinding::rightId)
                .containsExactly("tm:90000002");
    }

    private static PictureScreening screening(Screening screening) {
        return new PictureScreening(
                screening, References.none(), DomainWatch.of(List.of(), List.of()), Optional.empty());
    }
}

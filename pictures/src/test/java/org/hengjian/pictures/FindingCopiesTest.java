package org.hengjian.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of reference pictures are found again with their place, and other pictures are not taken for them. */
class FindingCopiesTest {

    private static final int MANY = 24;
    private static final References SCENES = references(0, MANY, Drawings::scene);
    private static final References GOODS = references(0, MANY, Drawings::goodsOnWhite);

    private static References.Reference reference(int number) {
        return new References.Reference("ref-" + number, "tm:" + number, "图 " + number);
    }

    private static References references(int from, int to, IntFunction<BufferedImage> drawn) {
        var builder = new References.Builder();
        for (int number = from; number < to; number++) {
            builder.add(reference(number), drawn.apply(number));
        }
        return builder.build();
    }

    private static Optional<References.Copy> found(References references, BufferedImage picture, int number) {
        return references.find(picture).stream()
                .filter(copy -> copy.reference().equals(reference(number)))
                .findFirst();
    }

    enum Change {
        SCALED_DOWN(picture -> Scaling.to(picture, 160, 120)),
        SCALED_UP(picture -> Scaling.to(picture, 960, 720)),
        STRETCHED(picture -> Scaling.to(picture, 480, 420)),
        COMPRESSED(picture -> Drawings.compressed(Scaling.to(picture, 300, 225))),
        MIRRORED(Scaling::mirrored),
        CUT_AND_MIRRORED(picture -> Scaling.mirrored(Scaling.part(picture, new Box(80, 30, 360, 280)))),
        WRITTEN_OVER(Change::writtenOver),
        FRAMED(Change::framed);

        private final UnaryOperator<BufferedImage> how;

        Change(UnaryOperator<BufferedImage> how) {
            this.how = how;
        }

        private static BufferedImage writtenOver(BufferedImage picture) {
            var over = Scaling.to(picture, picture.getWidth(), picture.getHeight());
            Graphics2D pen = over.createGraphics();
            pen.setColor(Color.RED);
            pen.fillRect(0, 285, 480, 75);
            pen.fillOval(20, 20, 90, 90);
            pen.dispose();
            return over;
        }

        private static BufferedImage framed(BufferedImage picture) {
            var framed = Drawings.paper(picture.getWidth() + 154, picture.getHeight() + 40);
            Graphics2D pen = framed.createGraphics();
            pen.drawImage(picture, 27, 20, null);
            pen.dispose();
            return framed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_changed_copy_is_found_again(Change change) {
        int found = 0;
        for (int number = 0; number < MANY; number++) {
            found += found(SCENES, change.how.apply(Drawings.scene(number)), number)
                            .filter(copy -> copy.mirrored() == change.name().contains("MIRRORED"))
                            .isPresent()
                    ? 1
                    : 0;
        }

        assertThat(found).as("of %d, %s", MANY, change).isGreaterThanOrEqualTo(MANY * 95 / 100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.8, 0.7, 0.6, 0.5})
    void a_part_cut_out_anywhere_is_found_with_nothing_else(double area) {
        var random = new Random(11);
        int found = 0;
        for (int number = 0; number < MANY; number++) {
            BufferedImage scene = Drawings.scene(number);
            var copies = SCENES.find(Scaling.part(scene, Drawings.cut(scene, area, random)));
            assertThat(copies)
                    .extracting(References.Copy::reference)
                    .as("scene %d", number)
                    .isSubsetOf(reference(number));
            found += copies.size();
        }

        assertThat(found).as("of %d", MANY).isGreaterThanOrEqualTo(MANY * 9 / 10);
    }

    @Test
    void the_box_is_where_the_reference_lies() {
        BufferedImage page = Drawings.paper(900, 700);
        Graphics2D pen = page.createGraphics();
        pen.drawImage(Drawings.scene(7), 350, 260, 480, 360, null);
        pen.dispose();

        assertThat(found(SCENES, page, 7)).hasValueSatisfying(copy -> {
            assertThat(copy.box().x()).isBetween(330, 370);
            assertThat(copy.box().y()).isBetween(240, 280);
            assertThat(copy.box().width()).isBetween(450, 510);
            assertThat(copy.box().height()).isBetween(335, 385);
            assertThat(copy.crop()).isFalse();
        });
    }

    @Test
    void the_box_of_a_mirrored_one_is_in_the_picture_as_it_is() {
        BufferedImage page = Drawings.paper(900, 700);
        Graphics2D pen = page.createGraphics();
        pen.drawImage(Scaling.mirrored(Drawings.scene(7)), 350, 260, 480, 360, null);
        pen.dispose();

        assertThat(found(SCENES, page, 7)).hasValueSatisfying(copy -> {
            assertThat(copy.mirrored()).isTrue();
            assertThat(copy.box().x()).isBetween(330, 370);
            assertThat(copy.box().width()).isBetween(450, 510);
        });
    }

    @Test
    void other_pictures_are_not_taken_for_copies() {
        for (int number = 1_000; number < 1_060; number++) {
            assertThat(SCENES.find(Drawings.scene(number))).as("scene %d", number).isEmpty();
        }
        assertThat(SCENES.find(Drawings.paper(300, 200))).as("a white page").isEmpty();
        assertThat(SCENES.find(Drawings.paper(1, 1))).as("one point").isEmpty();
        assertThat(SCENES.find(Drawings.paper(2_000, 3))).as("a line").isEmpty();
    }

    @Test
    void goods_on_white_are_not_copies_of_others_of_their_shape() {
        for (int number = 1_000; number < 1_060; number++) {
            assertThat(GOODS.find(Drawings.goodsOnWhite(number))).as("goods %d", number).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.9, 0.7, 0.5})
    void goods_on_white_are_found_when_they_are_copied(double area) {
        var random = new Random(12);
        int found = 0;
        for (int number = 0; number < MANY; number++) {
            BufferedImage goods = Drawings.goodsOnWhite(number);
            BufferedImage copy = Drawings.compressed(Scaling.part(goods, Drawings.cut(goods, area, random)));
            found += found(GOODS, copy, number).isPresent() ? 1 : 0;
        }

        assertThat(found).as("of %d", MANY).isGreaterThanOrEqualTo(MANY * 9 / 10);
    }

    @Test
    void a_reference_is_found_from_the_moment_it_is_added_until_it_is_taken_out() {
        References growing = References.none();
        for (int number = 0; number < 20; number++) {
            growing = growing.with(new References.Builder()
                    .add(reference(number), Drawings.scene(number))
                    .build());
            assertThat(found(growing, Drawings.scene(number), number)).as("just added").isPresent();
        }
        assertThat(growing.size()).isEqualTo(20);
        assertThat(found(growing, Drawings.scene(3), 3)).isPresent();

        References less = growing.without(Set.of("ref-3"));

        assertThat(less.find(Drawings.scene(3))).isEmpty();
        assertThat(found(less, Drawings.scene(4), 4)).isPresent();
        assertThat(less.size()).isEqualTo(19);
        assertThat(found(growing, Drawings.scene(3), 3)).as("the snapshot before").isPresent();
    }

    @Test
    void a_reference_of_a_known_id_takes_the_place_of_the_other() {
        References changed = SCENES.with(new References.Builder()
                .add(reference(5), Drawings.scene(500))
                .build());

        assertThat(found(changed, Drawings.scene(500), 5)).isPresent();
        assertThat(changed.find(Drawings.scene(5))).isEmpty();
        assertThat(changed.size()).isEqualTo(MANY);
    }

    @Test
    void a_fingerprint_may_be_kept_as_bytes_and_asked_for_when_it_is_likely() {
        byte[] kept = Fingerprint.of(Drawings.scene(1)).toBytes();
        var asked = new AtomicInteger();
        var references = new References.Builder()
                .add(reference(1), Fingerprint.of(kept), () -> {
                    asked.incrementAndGet();
                    return Optional.of(Fingerprint.of(kept));
                })
                .build();

        assertThat(references.find(Drawings.paper(300, 300))).isEmpty();
        assertThat(asked).hasValue(0);
        assertThat(found(references, Drawings.scene(1), 1)).isPresent();
        assertThat(asked).hasValue(1);
    }

    @Test
    void bytes_that_are_no_fingerprint_are_refused() {
        byte[] kept = Fingerprint.of(Drawings.scene(1)).toBytes();

        assertThatThrownBy(() -> Fingerprint.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fingerprint.of(java.util.Arrays.copyOf(kept, kept.length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
        kept[0] = 99;
        assertThatThrownBy(() -> Fingerprint.of(kept)).hasMessageContaining("version 99");
    }
}

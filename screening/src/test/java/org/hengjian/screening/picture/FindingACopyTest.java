package org.hengjian.screening.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FindingACopyTest {

    private static BufferedImage drawn(long seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        for (int i = 0; i < 40; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillOval(random.nextInt(320) - 40, random.nextInt(240) - 40, random.nextInt(160), random.nextInt(160));
        }
        pen.dispose();
        return picture;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = copy.createGraphics();
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return copy;
    }

    @Test
    void a_scaled_copy_is_found_and_other_pictures_are_not() {
        var ids = new ArrayList<String>();
        var hashes = new ArrayList<PictureHash>();
        for (int i = 0; i < 200; i++) {
            ids.add("p" + i);
            hashes.add(PictureHash.of(drawn(i)));
        }
        var index = new PictureIndex(ids, hashes);

        var copy = PictureHash.of(scaled(drawn(17), 500, 410));
        var other = PictureHash.of(drawn(4711));

        assertThat(index.near(copy, 6)).extracting(PictureIndex.Found::id).containsExactly("p17");
        assertThat(index.near(other, 6)).isEmpty();
    }

    @Test
    void a_mirrored_copy_is_found_by_its_mirrored_hash() {
        var picture = drawn(3);
        var mirror = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var pen = mirror.createGraphics();
        pen.drawImage(picture, 320, 0, -320, 240, null);
        pen.dispose();

        assertThat(PictureHash.mirrored(mirror).distance(PictureHash.of(picture))).isLessThanOrEqualTo(2);
    }

    @RepeatedTest(50)
    void nothing_within_seven_bits_is_missed(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        long hash = random.nextLong();
        long near = hash;
        for (int i = 0; i < 7; i++) {
            near ^= 1L << random.nextInt(64);
        }
        var index = new PictureIndex(List.of("it"), List.of(new PictureHash(hash)));

        assertThat(index.near(new PictureHash(near), 7)).hasSize(1);
    }
}

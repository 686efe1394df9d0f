package org.hengjian.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a picture tells as much of a later reference as the picture itself, but for the last word. */
class KeepingASketchTest {

    private static BufferedImage mirrored(BufferedImage picture) {
        var mirror = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = mirror.createGraphics();
        pen.drawImage(picture, picture.getWidth(), 0, -picture.getWidth(), picture.getHeight(), null);
        pen.dispose();
        return mirror;
    }

    @Test
    void whatever_is_found_in_a_picture_is_left_by_its_sketch_and_most_of_the_rest_is_ruled_out() {
        int ruledOut = 0;
        int others = 0;
        for (int seed = 0; seed < 12; seed++) {
            var fingerprint = Fingerprint.of(Drawings.scene(seed));
            var reference = new References.Builder()
                    .add(new References.Reference("r", "", "r"), fingerprint)
                    .build();
            for (BufferedImage picture : List.of(
                    Drawings.scene(seed),
                    Drawings.scene(seed).getSubimage(60, 40, 360, 280),
                    mirrored(Drawings.scene(seed)),
                    Drawings.scene(seed + 100),
                    Drawings.goodsOnWhite(seed))) {
                boolean left = Sketch.of(Sketch.of(picture).toBytes()).mayCopy(fingerprint);
                boolean found = !reference.find(picture).isEmpty();
                assertThat(left || !found).as("seed %d", seed).isTrue();
                others += found ? 0 : 1;
                ruledOut += !found && !left ? 1 : 0;
            }
        }
        assertThat(others).isGreaterThanOrEqualTo(24);
        assertThat(ruledOut).isGreaterThanOrEqualTo(others - 4);
    }

    @Test
    void other_bytes_are_refused() {
        byte[] kept = Sketch.of(Drawings.scene(1)).toBytes();

        assertThat(kept.length).isLessThan(60_000);
        assertThatThrownBy(() -> Sketch.of(Arrays.copyOf(kept, 40))).isInstanceOf(IllegalArgumentException.class);
        byte[] other = kept.clone();
        other[0] = 9;
        assertThatThrownBy(() -> Sketch.of(other)).hasMessageContaining("version 9");
    }
}

package org.hengjian.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are taken for pictures by what stands in them, large ones reduced. */
class ReadingPicturesTest {

    private static byte[] file(BufferedImage picture, String kind) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, kind, bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "bmp"})
    void a_picture_is_read_at_its_size(String kind) throws Exception {
        Picture picture = Picture.read(file(Drawings.scene(1), kind));

        assertThat(picture.width()).isEqualTo(480);
        assertThat(picture.image().getWidth()).isEqualTo(480);
    }

    @Test
    void a_large_picture_is_read_reduced_and_its_places_are_those_of_the_file() throws Exception {
        BufferedImage large = Scaling.to(Drawings.scene(2), 6_000, 4_500);

        Picture picture = Picture.read(file(large, "jpg"));

        assertThat(picture.width()).isEqualTo(6_000);
        assertThat(picture.height()).isEqualTo(4_500);
        assertThat(picture.image().getWidth()).isEqualTo(2_000);
        assertThat(picture.whole(new Box(10, 20, 30, 40))).isEqualTo(new Box(30, 60, 90, 120));
    }

    @Test
    void what_is_no_picture_is_refused_with_its_fault() throws Exception {
        byte[] whole = file(Drawings.scene(1), "png");

        assertThatThrownBy(() -> Picture.read("no picture".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Picture.Unreadable.class, no -> assertThat(no.fault()).isEqualTo(Picture.Fault.KIND));
        assertThatThrownBy(() -> Picture.read(new byte[0])).isInstanceOf(Picture.Unreadable.class);
        assertThatThrownBy(() -> Picture.read(file(Drawings.scene(1), "tiff")))
                .isInstanceOfSatisfying(
                        Picture.Unreadable.class, no -> assertThat(no.fault()).isEqualTo(Picture.Fault.KIND));
        assertThatThrownBy(() -> Picture.read(Arrays.copyOf(whole, 200)))
                .isInstanceOfSatisfying(
                        Picture.Unreadable.class, no -> assertThat(no.fault()).isEqualTo(Picture.Fault.DAMAGED));
    }

    @Test
    void a_picture_of_more_points_than_there_is_memory_is_refused_by_its_head() throws Exception {
        byte[] png = file(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY), "png");
        // The width stands in bytes 16 to 19; readers look at it before the check sum.
        png[16] = 0x00;
        png[17] = (byte) 0x7F;
        png[20] = 0x00;
        png[21] = (byte) 0x7F;

        assertThatThrownBy(() -> Picture.read(png)).isInstanceOf(Picture.Unreadable.class);
    }

    @Test
    void transparent_places_are_paper(@TempDir Path folder) throws Exception {
        var picture = new BufferedImage(480, 360, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.drawImage(Scaling.part(Drawings.scene(3), new Box(0, 0, 300, 250)), 100, 80, null);
        pen.dispose();
        BufferedImage paper = Drawings.paper(480, 360);
        pen = paper.createGraphics();
        pen.drawImage(Scaling.part(Drawings.scene(3), new Box(0, 0, 300, 250)), 100, 80, null);
        pen.dispose();
        var references = new References.Builder()
                .add(new References.Reference("it", "", "图"), paper)
                .build();

        assertThat(references.find(Picture.read(file(picture, "png")).image())).hasSize(1);
    }

    @Test
    void native_code_is_unpacked_where_nobody_else_may_write(@TempDir Path folder) throws IOException {
        Path others = Files.createDirectory(folder.resolve("others"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), others);
        Path own = folder.resolve("own");

        assertThatThrownBy(() -> TextReader.open(link)).isInstanceOf(IllegalStateException.class);
        TextReader.open(own);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own))).isEqualTo("rwx------");
    }
}

package org.hengjian.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.hengjian.pictures.Picture;

/** Pictures to measure with: those of a folder, and what is drawn on or pressed together. */
final class Photographs {

    private Photographs() {}

    /** Those of a folder, by their names. */
    static List<BufferedImage> in(Path folder) throws IOException {
        var pictures = new ArrayList<BufferedImage>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                try {
                    pictures.add(Picture.read(Files.readAllBytes(file)).image());
                } catch (Picture.Unreadable e) {
                    // another kind of file lies there too
                }
            }
        }
        return pictures;
    }

    static Graphics2D pen(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return pen;
    }

    /** @param quality of JPEG, 0 to 1 */
    static BufferedImage compressed(BufferedImage picture, float quality) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg(picture, quality)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpeg(BufferedImage picture, float quality) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (var to = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(to);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

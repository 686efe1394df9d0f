package org.hengjian.testing;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures full of shapes and colours from a seed: no two alike. */
public final class Scenes {

    private Scenes() {}

    public static BufferedImage drawn(int seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < 60; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            int width = 40 + random.nextInt(200);
            int height = 40 + random.nextInt(200);
            if (random.nextBoolean()) {
                pen.fillOval(random.nextInt(640) - width / 2, random.nextInt(480) - height / 2, width, height);
            } else {
                pen.fillRect(random.nextInt(640) - width / 2, random.nextInt(480) - height / 2, width, height);
            }
        }
        pen.dispose();
        return picture;
    }

    public static byte[] file(BufferedImage picture, String kind) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, kind, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path in(Path folder, String name, BufferedImage picture) {
        try {
            return Files.write(folder.resolve(name), file(picture, name.substring(name.lastIndexOf('.') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

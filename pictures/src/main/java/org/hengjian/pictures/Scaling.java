package org.hengjian.pictures;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Pictures in another size, on white where they are transparent. */
final class Scaling {

    private Scaling() {}

    static BufferedImage to(BufferedImage picture, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    static BufferedImage mirrored(BufferedImage picture) {
        var mirror = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = mirror.createGraphics();
        pen.drawImage(picture, picture.getWidth(), 0, -picture.getWidth(), picture.getHeight(), Color.WHITE, null);
        pen.dispose();
        return mirror;
    }

    static BufferedImage part(BufferedImage picture, Box box) {
        var part = new BufferedImage(box.width(), box.height(), BufferedImage.TYPE_INT_RGB);
        var pen = part.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, box.width(), box.height());
        pen.drawImage(picture, -box.x(), -box.y(), null);
        pen.dispose();
        return part;
    }
}

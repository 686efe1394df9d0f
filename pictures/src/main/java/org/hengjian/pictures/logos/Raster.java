package org.hengjian.pictures.logos;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;

/** Points of a picture, red, green and blue in one number each. */
record Raster(int width, int height, int[] rgb) {

    /** As it is, or with its longer edge brought to {@code edgeMost}; white where it is transparent. */
    static Raster of(BufferedImage picture, int edgeMost) {
        double scale = Math.min(1, edgeMost / (double) Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return new Raster(width, height, ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData());
    }

    /** This and its halves, each the mean of four points of the one before. */
    List<Raster> halves(int least) {
        var halves = new ArrayList<Raster>();
        for (Raster one = this; halves.isEmpty() || Math.min(one.width, one.height) >= least; one = one.half()) {
            halves.add(one);
        }
        return List.copyOf(halves);
    }

    private Raster half() {
        int across = Math.max(1, width / 2);
        int down = Math.max(1, height / 2);
        int[] half = new int[across * down];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                int i = 2 * y * width + 2 * x;
                int right = i + (2 * x + 1 < width ? 1 : 0);
                int below = 2 * y + 1 < height ? width : 0;
                half[y * across + x] = mean(rgb[i], rgb[right], rgb[i + below], rgb[right + below]);
            }
        }
        return new Raster(across, down, half);
    }

    private static int mean(int a, int b, int c, int d) {
        int red = (a >> 16 & 255) + (b >> 16 & 255) + (c >> 16 & 255) + (d >> 16 & 255) + 2 >> 2;
        int green = (a >> 8 & 255) + (b >> 8 & 255) + (c >> 8 & 255) + (d >> 8 & 255) + 2 >> 2;
        int blue = (a & 255) + (b & 255) + (c & 255) + (d & 255) + 2 >> 2;
        return red << 16 | green << 8 | blue;
    }
}

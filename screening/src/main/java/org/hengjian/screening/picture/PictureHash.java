package org.hengjian.screening.picture;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * What a picture looks like in 64 bits (感知哈希): signs of the differences between neighbouring cells of a 9 by 8
 * reduction (difference hash). Stays nearly the same under scaling, recompression and changes of brightness.
 */
public record PictureHash(long bits) {

    private static final int WIDTH = 9;
    private static final int HEIGHT = 8;

    public static PictureHash of(BufferedImage picture) {
        int[] cells = reduced(picture);
        long bits = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x + 1 < WIDTH; x++) {
                bits = bits << 1 | (cells[y * WIDTH + x] < cells[y * WIDTH + x + 1] ? 1 : 0);
            }
        }
        return new PictureHash(bits);
    }

    /** The hash of the picture as seen in a mirror. */
    public static PictureHash mirrored(BufferedImage picture) {
        var mirror = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = mirror.createGraphics();
        pen.drawImage(picture, picture.getWidth(), 0, -picture.getWidth(), picture.getHeight(), Color.WHITE, null);
        pen.dispose();
        return of(mirror);
    }

    /** Number of differing bits, 0 (alike) to 64; unrelated pictures lie around 32. */
    public int distance(PictureHash other) {
        return Long.bitCount(bits ^ other.bits);
    }

    private static int[] reduced(BufferedImage picture) {
        // Halving until near the goal averages all pixels; one large step would look at a few of them.
        BufferedImage current = picture;
        while (current.getWidth() > WIDTH * 4 && current.getHeight() > HEIGHT * 4) {
            current = scaled(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        current = scaled(current, WIDTH, HEIGHT);
        int[] cells = new int[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int rgb = current.getRGB(x, y);
                cells[y * WIDTH + x] = 299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255);
            }
        }
        return cells;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return small;
    }
}

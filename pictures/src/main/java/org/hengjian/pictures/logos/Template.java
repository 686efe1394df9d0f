package org.hengjian.pictures.logos;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A logo in squares (模板), with a margin around it, in a frame where its longer side reaches from -1 to 1.
 *
 * @param u, v   the middle of each square
 * @param cover  the share of each that the logo covers, 0 to 1
 * @param side   squares along the longer side of the logo
 */
record Template(float[] u, float[] v, float[] cover, int side) {

    private static final double MARGIN = 0.24;
    private static final int FINER = 4;

    static Template of(Shape square, int side) {
        Rectangle2D bounds = square.getBounds2D();
        double step = 2.0 / side;
        int columns = (int) Math.ceil((bounds.getWidth() + 2 * MARGIN) / step);
        int rows = (int) Math.ceil((bounds.getHeight() + 2 * MARGIN) / step);
        var to = new AffineTransform();
        to.translate(columns * FINER / 2.0, rows * FINER / 2.0);
        to.scale(FINER / step, FINER / step);
        float[] drawn = cover(to.createTransformedShape(square), columns * FINER, rows * FINER);
        float[] u = new float[columns * rows];
        float[] v = new float[u.length];
        float[] cover = new float[u.length];
        for (int i = 0; i < u.length; i++) {
            int column = i % columns;
            int row = i / columns;
            u[i] = (float) ((column + 0.5 - columns / 2.0) * step);
            v[i] = (float) ((row + 0.5 - rows / 2.0) * step);
            float sum = 0;
            for (int y = 0; y < FINER; y++) {
                for (int x = 0; x < FINER; x++) {
                    sum += drawn[(row * FINER + y) * columns * FINER + column * FINER + x];
                }
            }
            cover[i] = sum / (FINER * FINER);
        }
        return new Template(u, v, cover, side);
    }

    /** The share of each point that a shape covers. */
    static float[] cover(Shape shape, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        pen.fill(shape);
        pen.dispose();
        byte[] at = ((DataBufferByte) drawn.getRaster().getDataBuffer()).getData();
        float[] cover = new float[at.length];
        for (int i = 0; i < at.length; i++) {
            cover[i] = (at[i] & 255) / 255f;
        }
        return cover;
    }
}

package org.hengjian.pictures;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/**
 * A reference as small as it can be and still be compared point by point (缩略图).
 *
 * @param brightness a byte a point
 * @param blue, red  the mean colour of each square of {@link #SQUARE} points
 */
record Thumbnail(int width, int height, byte[] brightness, byte[] blue, byte[] red) {

    static final int SQUARE = 8;
    private static final int EDGE = 96;
    private static final int GROUND_LEAST = 240;
    private static final double GROUND_SHARE_LEAST = 0.4;

    static Thumbnail of(BufferedImage picture) {
        var colours = Grey.Colours.of(picture, EDGE);
        Grey grey = colours.brightness();
        byte[] brightness = new byte[grey.at().length];
        for (int i = 0; i < brightness.length; i++) {
            brightness[i] = (byte) Math.min(255, Math.round(grey.at()[i]));
        }
        int squares = squares(grey.width()) * squares(grey.height());
        var thumbnail =
                new Thumbnail(grey.width(), grey.height(), brightness, new byte[squares], new byte[squares]);
        for (int square = 0; square < squares; square++) {
            thumbnail.blue[square] = thumbnail.mean(colours.blue(), square);
            thumbnail.red[square] = thumbnail.mean(colours.red(), square);
        }
        return thumbnail;
    }

    int squares() {
        return blue.length;
    }

    /** Whether most of it is one bright ground, as in pictures for shops. */
    boolean isOnGround() {
        int ground = 0;
        for (byte point : brightness) {
            ground += (point & 0xFF) >= GROUND_LEAST ? 1 : 0;
        }
        return ground > GROUND_SHARE_LEAST * brightness.length;
    }

    /** The first point of a square. */
    int left(int square) {
        return square % squares(width) * SQUARE;
    }

    int top(int square) {
        return square / squares(width) * SQUARE;
    }

    private static int squares(int edge) {
        return (edge + SQUARE - 1) / SQUARE;
    }

    private byte mean(Grey of, int square) {
        double sum = 0;
        int count = 0;
        for (int y = top(square); y < Math.min(height, top(square) + SQUARE); y++) {
            for (int x = left(square); x < Math.min(width, left(square) + SQUARE); x++) {
                sum += of.at()[y * width + x];
                count++;
            }
        }
        return (byte) Math.min(255, Math.round(sum / count));
    }

    int bytes() {
        return 4 + brightness.length + blue.length + red.length;
    }

    void write(ByteBuffer to) {
        to.putShort((short) width).putShort((short) height).put(brightness).put(blue).put(red);
    }

    static Thumbnail read(ByteBuffer from) {
        int width = from.getShort();
        int height = from.getShort();
        int squares = squares(width) * squares(height);
        var thumbnail =
                new Thumbnail(width, height, new byte[width * height], new byte[squares], new byte[squares]);
        from.get(thumbnail.brightness).get(thumbnail.blue).get(thumbnail.red);
        return thumbnail;
    }
}

package org.hengjian.pictures;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;

/** A picture as brightness alone (灰度图), 0 to 255 a point. */
record Grey(int width, int height, float[] at) {

    /** Brightness, and how blue and how red a point is, 128 for neither (ITU-R BT.601). */
    record Colours(Grey brightness, Grey blue, Grey red) {

        static Colours of(BufferedImage picture, int edge) {
            Raster raster = Raster.of(picture, edge);
            Grey blue = raster.grey(-0.1687f, -0.3313f, 0.5f, 128);
            Grey red = raster.grey(0.5f, -0.4187f, -0.0813f, 128);
            return new Colours(raster.grey(0.299f, 0.587f, 0.114f, 0), blue, red);
        }
    }

    /** The picture with its longer edge brought to {@code edge}, averaged and never only sampled. */
    static Grey of(BufferedImage picture, int edge) {
        return Raster.of(picture, edge).grey(0.299f, 0.587f, 0.114f, 0);
    }

    private record Raster(int width, int height, int[] rgb) {

        static Raster of(BufferedImage picture, int edge) {
            double scale = edge / (double) Math.max(picture.getWidth(), picture.getHeight());
            int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
            int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
            BufferedImage current = picture;
            while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height && current.getWidth() > 2) {
                current = drawn(current, current.getWidth() / 2, current.getHeight() / 2);
            }
            current = drawn(current, width, height);
            return new Raster(width, height, ((DataBufferInt) current.getRaster().getDataBuffer()).getData());
        }

        Grey grey(float red, float green, float blue, float base) {
            float[] at = new float[rgb.length];
            for (int i = 0; i < at.length; i++) {
                at[i] = base + red * (rgb[i] >> 16 & 255) + green * (rgb[i] >> 8 & 255) + blue * (rgb[i] & 255);
            }
            return new Grey(width, height, at);
        }

        private static BufferedImage drawn(BufferedImage picture, int width, int height) {
            var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var pen = drawn.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
            pen.dispose();
            return drawn;
        }
    }

    /** Smaller by a factor of at most two, by the four neighbours. */
    Grey reduced(double factor) {
        int newWidth = Math.max(1, (int) Math.round(width / factor));
        int newHeight = Math.max(1, (int) Math.round(height / factor));
        float[] reduced = new float[newWidth * newHeight];
        double stepX = width / (double) newWidth;
        double stepY = height / (double) newHeight;
        for (int y = 0; y < newHeight; y++) {
            double fromY = Math.clamp((y + 0.5) * stepY - 0.5, 0, height - 1);
            int top = Math.min((int) fromY, Math.max(0, height - 2));
            float down = (float) (fromY - top);
            int below = Math.min(top + 1, height - 1) * width;
            for (int x = 0; x < newWidth; x++) {
                double fromX = Math.clamp((x + 0.5) * stepX - 0.5, 0, width - 1);
                int left = Math.min((int) fromX, Math.max(0, width - 2));
                int right = Math.min(left + 1, width - 1);
                float across = (float) (fromX - left);
                float upper = at[top * width + left] * (1 - across) + at[top * width + right] * across;
                float lower = at[below + left] * (1 - across) + at[below + right] * across;
                reduced[y * newWidth + x] = upper * (1 - down) + lower * down;
            }
        }
        return new Grey(newWidth, newHeight, reduced);
    }

    /** Each point the mean of the square around it, {@code reach} points to each side. */
    Grey smoothed(int reach) {
        float[] across = new float[at.length];
        for (int y = 0; y < height; y++) {
            mean(at, y * width, 1, width, reach, across);
        }
        float[] both = new float[at.length];
        for (int x = 0; x < width; x++) {
            mean(across, x, width, height, reach, both);
        }
        return new Grey(width, height, both);
    }

    private static void mean(float[] from, int start, int step, int length, int reach, float[] to) {
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            sum += from[start + Math.clamp(i, 0, length - 1) * step];
        }
        for (int i = 0; i < length; i++) {
            to[start + i * step] = sum / (2 * reach + 1);
            sum += from[start + Math.clamp(i + reach + 1, 0, length - 1) * step]
                    - from[start + Math.clamp(i - reach, 0, length - 1) * step];
        }
    }

    /** Between the points. */
    float at(double x, double y) {
        double fromX = Math.clamp(x - 0.5, 0, width - 1);
        double fromY = Math.clamp(y - 0.5, 0, height - 1);
        int left = (int) fromX;
        int top = (int) fromY;
        float across = (float) (fromX - left);
        float down = (float) (fromY - top);
        int right = Math.min(left + 1, width - 1);
        int below = Math.min(top + 1, height - 1) * width;
        float upper = at[top * width + left] * (1 - across) + at[top * width + right] * across;
        float lower = at[below + left] * (1 - across) + at[below + right] * across;
        return upper * (1 - down) + lower * down;
    }

    /** This and smaller ones, each by {@code factor}, as long as the shorter edge has {@code least} points. */
    List<Grey> pyramid(double factor, int least) {
        var levels = new ArrayList<Grey>();
        for (Grey level = this; levels.isEmpty() || Math.min(level.width, level.height) >= least; ) {
            levels.add(level);
            level = level.reduced(factor);
        }
        return List.copyOf(levels);
    }
}

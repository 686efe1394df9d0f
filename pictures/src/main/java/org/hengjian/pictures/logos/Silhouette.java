package org.hengjian.pictures.logos;

/**
 * A set of points, brought to one size (轮廓): {@link #SIDE} by {@link #SIDE} squares around its centre, as wide and as high as
 * its spread in either direction asks, so that neither size nor a slant view changes it much.
 *
 * @param filled  a bit a square, row by row
 * @param centreX, centreY in points
 * @param spreadX, spreadY standard deviations in points
 */
record Silhouette(long[] filled, double centreX, double centreY, double spreadX, double spreadY) {

    private static final int SIDE = 16;
    private static final double REACH = 2.0; // spreads; an even bar ends at the root of 3
    private static final int SAMPLES = 3; // along each edge of a square

    /** Which points belong to a set. */
    interface Membership {
        boolean has(int x, int y);
    }

    /**
     * @param points the set, {@code count} of them, as y times width plus x
     * @param inside the same set
     */
    static Silhouette of(int[] points, int count, int width, int height, Membership inside) {
        long sumX = 0;
        long sumY = 0;
        long squareX = 0;
        long squareY = 0;
        for (int i = 0; i < count; i++) {
            long x = points[i] % width;
            long y = points[i] / width;
            sumX += x;
            sumY += y;
            squareX += x * x;
            squareY += y * y;
        }
        double meanX = sumX / (double) count;
        double meanY = sumY / (double) count;
        double spreadX = Math.sqrt(Math.max(0, squareX / (double) count - meanX * meanX) + 1 / 12.0);
        double spreadY = Math.sqrt(Math.max(0, squareY / (double) count - meanY * meanY) + 1 / 12.0);
        long[] filled = new long[SIDE * SIDE / Long.SIZE];
        double stepX = 2 * REACH * spreadX / (SIDE * SAMPLES);
        double stepY = 2 * REACH * spreadY / (SIDE * SAMPLES);
        for (int square = 0; square < SIDE * SIDE; square++) {
            int hits = 0;
            for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                double across = square % SIDE * SAMPLES + sample % SAMPLES + 0.5;
                double down = square / SIDE * SAMPLES + sample / SAMPLES + 0.5;
                int x = (int) Math.round(meanX - REACH * spreadX + across * stepX);
                int y = (int) Math.round(meanY - REACH * spreadY + down * stepY);
                if (x >= 0 && y >= 0 && x < width && y < height && inside.has(x, y)) {
                    hits++;
                }
            }
            if (2 * hits > SAMPLES * SAMPLES) {
                filled[square >> 6] |= 1L << square;
            }
        }
        return new Silhouette(filled, meanX + 0.5, meanY + 0.5, spreadX, spreadY);
    }

    /** Squares filled in both, of those filled in either: 0 to 1. */
    double overlap(Silhouette other) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < filled.length; i++) {
            both += Long.bitCount(filled[i] & other.filled[i]);
            either += Long.bitCount(filled[i] | other.filled[i]);
        }
        return either == 0 ? 0 : both / (double) either;
    }
}

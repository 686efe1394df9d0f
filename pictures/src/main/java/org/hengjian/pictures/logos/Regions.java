package org.hengjian.pictures.logos;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntBinaryOperator;

/**
 * Takes out of a picture what stands out from its surroundings (区域), at every threshold at once. Neighbours are joined in the
 * order of how unlike they are (quasi-flat zones: Soille, IEEE PAMI 30(7), 2008), or how dark or bright they are (maximally
 * stable regions: Matas et al., BMVC 2002), and a region is told when it is about to grow after it has long stayed as it was.
 */
final class Regions {

    private static final int POINTS_LEAST = 30;
    private static final double SHARE_MOST = 0.6;
    private static final double GROWTH = 1.12; // by less a region is still the same
    private static final int LEVELS = 256;

    private final Raster raster;
    private final int[] parent;
    private final int[] next; // of the same region, in a ring
    private final int[] count;
    private final int[] settledCount; // when the region last grew materially
    private final short[] settled; // the level at which it did
    private final int[] mark;
    private final int[] points;
    private int marks;

    Regions(Raster raster) {
        this.raster = raster;
        int size = raster.rgb().length;
        parent = new int[size];
        next = new int[size];
        count = new int[size];
        settledCount = new int[size];
        settled = new short[size];
        mark = new int[size];
        points = new int[size];
    }

    /** The regions as silhouettes; a region may come several times, a little larger each. */
    void forEach(Consumer<Silhouette> told) {
        int[] rgb = raster.rgb();
        grow((a, b) -> unlike(rgb[a], rgb[b]), (a, b) -> 0, 8, told);
        byte[] brightness = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            brightness[i] = (byte) ((77 * (rgb[i] >> 16 & 255) + 150 * (rgb[i] >> 8 & 255) + 29 * (rgb[i] & 255)) >> 8);
        }
        thresholds(brightness, told);
    }

    private void thresholds(byte[] channel, Consumer<Silhouette> told) {
        IntBinaryOperator dark = (a, b) -> Math.max(channel[a] & 255, channel[b] & 255);
        IntBinaryOperator bright = (a, b) -> 255 - Math.min(channel[a] & 255, channel[b] & 255);
        grow(dark, dark, 12, told);
        grow(bright, bright, 12, told);
    }

    private static int unlike(int a, int b) {
        return Math.max(
                Math.abs((a >> 16 & 255) - (b >> 16 & 255)),
                Math.max(Math.abs((a >> 8 & 255) - (b >> 8 & 255)), Math.abs((a & 255) - (b & 255))));
    }

    /**
     * @param level at which two neighbours are joined, 0 to 255
     * @param birth the same of a point and itself
     * @param stay  the levels that a region must have stayed to be told
     */
    private void grow(IntBinaryOperator level, IntBinaryOperator birth, int stay, Consumer<Silhouette> told) {
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            next[i] = i;
            settled[i] = (short) birth.applyAsInt(i, i);
        }
        Arrays.fill(count, 1);
        Arrays.fill(settledCount, 1);
        int width = raster.width();
        int[] starts = new int[LEVELS + 1];
        forEachPair(width, raster.height(), (a, b) -> starts[level.applyAsInt(a, b) + 1]++);
        for (int i = 1; i <= LEVELS; i++) {
            starts[i] += starts[i - 1];
        }
        int[] pairs = new int[starts[LEVELS]]; // a point twice, plus 1 where its other is the one below
        int[] ends = starts.clone();
        forEachPair(width, raster.height(), (a, b) -> pairs[ends[level.applyAsInt(a, b)]++] = 2 * a + (b == a + 1 ? 0 : 1));
        for (int at = 0; at < LEVELS; at++) {
            for (int i = starts[at]; i < starts[at + 1]; i++) {
                int a = pairs[i] >> 1;
                join(root(a), root((pairs[i] & 1) == 0 ? a + 1 : a + width), at, stay, told);
            }
        }
    }

    private interface Pair {
        void of(int a, int b);
    }

    private static void forEachPair(int width, int height, Pair pair) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (x + 1 < width) {
                    pair.of(i, i + 1);
                }
                if (y + 1 < height) {
                    pair.of(i, i + width);
                }
            }
        }
    }

    private int root(int point) {
        int at = point;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void join(int one, int other, int level, int stay, Consumer<Silhouette> told) {
        if (one == other) {
            return;
        }
        int larger = count[one] >= count[other] ? one : other;
        int smaller = larger == one ? other : one;
        tellBefore(smaller, count[larger], level, stay, told);
        tellBefore(larger, count[smaller], level, stay, told);
        parent[smaller] = larger;
        int swap = next[larger];
        next[larger] = next[smaller];
        next[smaller] = swap;
        count[larger] += count[smaller];
        if (count[larger] > GROWTH * settledCount[larger]) {
            settledCount[larger] = count[larger];
            settled[larger] = (short) level;
        }
    }

    private void tellBefore(int root, int growth, int level, int stay, Consumer<Silhouette> told) {
        if (count[root] < POINTS_LEAST
                || level - settled[root] < stay
                || count[root] + growth <= GROWTH * settledCount[root]
                || count[root] > SHARE_MOST * parent.length) {
            return;
        }
        marks++;
        int taken = 0;
        int at = root;
        do {
            points[taken++] = at;
            mark[at] = marks;
            at = next[at];
        } while (at != root);
        int width = raster.width();
        told.accept(Silhouette.of(points, taken, width, raster.height(), (x, y) -> mark[y * width + x] == marks));
    }
}

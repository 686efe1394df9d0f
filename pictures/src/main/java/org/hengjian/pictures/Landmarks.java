package org.hengjian.pictures;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Places in a picture that one knows again (特征点): corners (Harris) in a pyramid of sizes, each with 256 signs of which of
 * two points beside it is the brighter (BRIEF). The signs are taken upright: copies are cut, scaled, compressed and mirrored,
 * seldom turned.
 *
 * @param width, height of the picture that the places lie in
 * @param x      place of each, in points of that picture
 * @param level  of the pyramid at which it was found: 0 is the full size, each further one smaller by {@link #STEP}
 * @param signs  four longs for each
 * @param unsure the signs of the word of each that are least sure, {@link #UNSURE} of them, least sure first
 */
record Landmarks(int width, int height, short[] x, short[] y, byte[] level, long[] signs, byte[] unsure) {

    static final double STEP = 1.26; // three steps are a halving
    static final int EDGE = 480;

    /** So many of the signs make the word by which a landmark is looked up. */
    static final int WORD_BITS = 20;

    static final int UNSURE = 4;

    private static final int LEVELS = 7;
    private static final int LONGS = 4;
    private static final int REACH = 15; // beyond this from a landmark no point is compared
    private static final int BORDER = 6;
    private static final int[] PAIRS = pairs();
    private static final double ANSWER_LEAST = 1_000; // below it a corner is noise of compression

    /** Squares of the picture by which the landmarks are spread, so that a crop has its share. */
    private static final int SQUARES = 6;

    /** A corner before the choice. */
    private record Corner(int level, int x, int y, double answer) {}

    /** Landmarks of a picture and of its mirror image, at the same corners. */
    record Both(Landmarks plain, Landmarks mirrored) {}

    int count() {
        return x.length;
    }

    int edge() {
        return Math.max(width, height);
    }

    /** @param levels the picture and its smaller sizes by {@link #STEP} */
    static Both of(List<Grey> levels, int most) {
        var corners = new ArrayList<Corner>();
        for (int level = 0; level < Math.min(LEVELS, levels.size()); level++) {
            corners(levels.get(level), level, corners);
        }
        List<Corner> chosen = spread(corners, levels, most);
        List<Grey> smooth = levels.stream().limit(LEVELS).map(level -> level.smoothed(2)).toList();
        return new Both(described(chosen, smooth, false), described(chosen, smooth, true));
    }

    private static Landmarks described(List<Corner> corners, List<Grey> levels, boolean mirrored) {
        int width = levels.getFirst().width();
        int height = levels.getFirst().height();
        int count = corners.size();
        var landmarks = new Landmarks(
                width,
                height,
                new short[count],
                new short[count],
                new byte[count],
                new long[count * LONGS],
                new byte[count * UNSURE]);
        for (int i = 0; i < count; i++) {
            Corner corner = corners.get(i);
            Grey of = levels.get(corner.level());
            int placeX = (int) ((corner.x() + 0.5) * width / of.width());
            landmarks.x[i] = (short) (mirrored ? width - 1 - placeX : placeX);
            landmarks.y[i] = (short) ((corner.y() + 0.5) * height / of.height());
            landmarks.level[i] = (byte) corner.level();
            landmarks.describe(i, of, corner, mirrored);
        }
        return landmarks;
    }

    private void describe(int i, Grey of, Corner corner, boolean mirrored) {
        float[] difference = new float[WORD_BITS];
        for (int bit = 0; bit < LONGS * Long.SIZE; bit++) {
            float one = brightness(of, corner, PAIRS[bit * 4], PAIRS[bit * 4 + 1], mirrored);
            float other = brightness(of, corner, PAIRS[bit * 4 + 2], PAIRS[bit * 4 + 3], mirrored);
            if (one < other) {
                signs[i * LONGS + (bit >> 6)] |= 1L << bit;
            }
            if (bit < WORD_BITS) {
                difference[bit] = Math.abs(one - other);
            }
        }
        for (int rank = 0; rank < UNSURE; rank++) {
            int least = 0;
            for (int bit = 1; bit < WORD_BITS; bit++) {
                if (difference[bit] < difference[least]) {
                    least = bit;
                }
            }
            unsure[i * UNSURE + rank] = (byte) least;
            difference[least] = Float.MAX_VALUE;
        }
    }

    private static float brightness(Grey of, Corner corner, int x, int y, boolean mirrored) {
        int atX = Math.clamp(corner.x() + (mirrored ? -x : x), 0, of.width() - 1);
        int atY = Math.clamp(corner.y() + y, 0, of.height() - 1);
        return of.at()[atY * of.width() + atX];
    }

    private static void corners(Grey of, int level, List<Corner> corners) {
        int width = of.width();
        int height = of.height();
        float[] at = of.at();
        float[] across = new float[at.length];
        float[] down = new float[at.length];
        float[] both = new float[at.length];
        for (int y = 1; y + 1 < height; y++) {
            for (int x = 1; x + 1 < width; x++) {
                int i = y * width + x;
                float dx = (at[i + 1] - at[i - 1]) / 2;
                float dy = (at[i + width] - at[i - width]) / 2;
                across[i] = dx * dx;
                down[i] = dy * dy;
                both[i] = dx * dy;
            }
        }
        float[] sumAcross = new Grey(width, height, across).smoothed(2).at();
        float[] sumDown = new Grey(width, height, down).smoothed(2).at();
        float[] sumBoth = new Grey(width, height, both).smoothed(2).at();
        float[] answer = new float[at.length];
        for (int i = 0; i < answer.length; i++) {
            float trace = sumAcross[i] + sumDown[i];
            answer[i] = sumAcross[i] * sumDown[i] - sumBoth[i] * sumBoth[i] - 0.05f * trace * trace;
        }
        for (int y = BORDER; y < height - BORDER; y++) {
            for (int x = BORDER; x < width - BORDER; x++) {
                if (answer[y * width + x] > ANSWER_LEAST && isPeak(answer, width, x, y)) {
                    corners.add(new Corner(level, x, y, answer[y * width + x]));
                }
            }
        }
    }

    private static boolean isPeak(float[] answer, int width, int x, int y) {
        float own = answer[y * width + x];
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                float other = answer[(y + dy) * width + x + dx];
                if (other > own || other == own && (dy < 0 || dy == 0 && dx < 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The strongest of each square of the picture, in turns: a bright inscription does not take all the places. */
    private static List<Corner> spread(List<Corner> corners, List<Grey> levels, int most) {
        var bySquare = new ArrayList<List<Corner>>();
        for (int i = 0; i < SQUARES * SQUARES; i++) {
            bySquare.add(new ArrayList<>());
        }
        corners.sort(Comparator.comparingDouble(corner -> -corner.answer()));
        for (Corner corner : corners) {
            Grey of = levels.get(corner.level());
            bySquare.get(corner.y() * SQUARES / of.height() * SQUARES + corner.x() * SQUARES / of.width())
                    .add(corner);
        }
        var chosen = new ArrayList<Corner>();
        for (int turn = 0; chosen.size() < Math.min(most, corners.size()); turn++) {
            for (List<Corner> square : bySquare) {
                if (turn < square.size() && chosen.size() < most) {
                    chosen.add(square.get(turn));
                }
            }
        }
        return chosen;
    }

    /** Pairs of points around a landmark, near ones more often; the same for ever, since fingerprints are kept. */
    private static int[] pairs() {
        var random = new Random(20_201_127);
        int[] pairs = new int[LONGS * Long.SIZE * 4];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (int) Math.clamp(Math.round(random.nextGaussian() * REACH / 2.2), -REACH, REACH);
        }
        return pairs;
    }

    /** Differing signs of one of these and one of those, 0 to 256; unrelated ones lie around 128. */
    int distance(int own, Landmarks others, int other) {
        int a = own * LONGS;
        int b = other * LONGS;
        return Long.bitCount(signs[a] ^ others.signs[b])
                + Long.bitCount(signs[a + 1] ^ others.signs[b + 1])
                + Long.bitCount(signs[a + 2] ^ others.signs[b + 2])
                + Long.bitCount(signs[a + 3] ^ others.signs[b + 3]);
    }

    int word(int i) {
        return (int) signs[i * LONGS] & (1 << WORD_BITS) - 1;
    }

    int[] words() {
        int[] words = new int[count()];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(i);
        }
        return words;
    }

    int bytes() {
        return 6 + count() * (5 + LONGS * Long.BYTES);
    }

    void write(ByteBuffer to) {
        to.putShort((short) width).putShort((short) height).putShort((short) count());
        for (int i = 0; i < count(); i++) {
            to.putShort(x[i]).putShort(y[i]).put(level[i]);
        }
        for (long sign : signs) {
            to.putLong(sign);
        }
    }

    /** Without what is unsure, which only a picture asked for needs. */
    static Landmarks read(ByteBuffer from) {
        int width = from.getShort();
        int height = from.getShort();
        int count = from.getShort();
        var landmarks = new Landmarks(
                width, height, new short[count], new short[count], new byte[count], new long[count * LONGS], new byte[0]);
        for (int i = 0; i < count; i++) {
            landmarks.x[i] = from.getShort();
            landmarks.y[i] = from.getShort();
            landmarks.level[i] = from.get();
        }
        for (int i = 0; i < landmarks.signs.length; i++) {
            landmarks.signs[i] = from.getLong();
        }
        return landmarks;
    }
}

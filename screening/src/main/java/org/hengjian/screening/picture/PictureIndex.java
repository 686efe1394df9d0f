package org.hengjian.screening.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Reference pictures found again by their hashes (图片索引). Immutable. Four tables, one for each 16 bits of the hash,
 * and a probe of every value one bit away: two hashes that differ in at most seven bits agree in some quarter but for
 * one bit, so none within that distance is missed (pigeonhole).
 */
public final class PictureIndex {

    /** Largest distance that is found for certain. */
    public static final int DISTANCE_MAX = 7;

    private static final int QUARTERS = 4;

    private final long[] hashes;
    private final List<String> ids;
    private final int[][] starts = new int[QUARTERS][];
    private final int[][] members = new int[QUARTERS][];

    /** A reference picture, and in how many bits it differs. */
    public record Found(String id, int distance) {}

    /** @throws IllegalArgumentException if there is not one id for each hash */
    public PictureIndex(List<String> ids, List<PictureHash> hashes) {
        if (ids.size() != hashes.size()) {
            throw new IllegalArgumentException(ids.size() + " ids for " + hashes.size() + " hashes");
        }
        this.ids = List.copyOf(ids);
        this.hashes = hashes.stream().mapToLong(PictureHash::bits).toArray();
        for (int q = 0; q < QUARTERS; q++) {
            fill(q);
        }
    }

    private void fill(int q) {
        int[] start = new int[(1 << 16) + 1];
        for (long hash : hashes) {
            start[quarter(hash, q) + 1]++;
        }
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
        int[] next = Arrays.copyOf(start, start.length);
        int[] member = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            member[next[quarter(hashes[i], q)]++] = i;
        }
        starts[q] = start;
        members[q] = member;
    }

    /** References at most {@code distance} bits away, nearest first; {@code distance} is at most {@link #DISTANCE_MAX}. */
    public List<Found> near(PictureHash hash, int distance) {
        if (distance < 0 || distance > DISTANCE_MAX) {
            throw new IllegalArgumentException("a distance is 0 to " + DISTANCE_MAX + ": " + distance);
        }
        var seen = new BitSet();
        var found = new ArrayList<Found>();
        for (int q = 0; q < QUARTERS; q++) {
            int own = quarter(hash.bits(), q);
            for (int flip = -1; flip < 16; flip++) {
                int bucket = flip < 0 ? own : own ^ 1 << flip;
                for (int m = starts[q][bucket]; m < starts[q][bucket + 1]; m++) {
                    int member = members[q][m];
                    int apart = Long.bitCount(hashes[member] ^ hash.bits());
                    if (apart <= distance && !seen.get(member)) {
                        seen.set(member);
                        found.add(new Found(ids.get(member), apart));
                    }
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::distance).thenComparing(Found::id));
        return found;
    }

    private static int quarter(long hash, int q) {
        return (int) (hash >>> 16 * q) & 0xFFFF;
    }
}

package org.hengjian.tracing.blocking;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.hengjian.tracing.schema.Fingerprint;
import org.hengjian.tracing.schema.ProfileStore;
import org.hengjian.tracing.schema.Spill;

/**
 * Brings together the records that share a key. A key that too many share is not used alone, but with every other such
 * key of the record: a common name with a common street is rare again. What stays too large even so is left out, and
 * counted.
 */
public final class Blocking {

    /** So few records are all compared with each other. */
    private static final int ALL_PAIRS_MAX = 1500;

    private static final int BLOCK_MAX_LARGE = 60;
    private static final int BLOCK_MAX_SMALL = 300;
    private static final int SMALL = 50_000;

    /** More common keys than this in one record would only say the same again. */
    private static final int COMMON_KEYS_MAX = 12;

    private final Keys keys;
    private final Path folder;

    public Blocking(Keys keys, Path folder) {
        this.keys = keys;
        this.folder = folder;
    }

    /**
     * What was done.
     *
     * @param pairs before those that several blocks gave are counted once
     * @param common keys too common to be used alone
     * @param dropped blocks too large even for two common keys together
     */
    public record Report(long pairs, long blocks, long common, long dropped, boolean all) {}

    public Candidates candidates(ProfileStore profiles) {
        int parts = (int) Math.min(256, 1 + profiles.size() / 4_000L);
        var pairs = new Spill(folder, parts);
        if (profiles.size() <= ALL_PAIRS_MAX) {
            return new Candidates(pairs, new Neighbours(profiles.size()), all(profiles.size(), pairs));
        }
        var neighbours = new Neighbours(profiles.size());
        int max = profiles.size() <= SMALL ? BLOCK_MAX_SMALL : BLOCK_MAX_LARGE;
        var blocks = new AtomicLong();
        var common = new AtomicLong();
        var dropped = new AtomicLong();
        try (var first = new Spill(folder, parts);
                var commonKeys = new Spill(folder, parts);
                var second = new Spill(folder, parts)) {
            each(profiles.size(), record -> {
                for (long key : keys.of(profiles.get(record))) {
                    add(first, key, record);
                }
            });
            each(parts, part -> groups(first.sorted(part), (block, from, to) -> {
                if (to - from <= max) {
                    blocks.incrementAndGet();
                    neighbours.meet(block, from, to);
                } else {
                    common.incrementAndGet();
                    for (int i = from; i < to; i++) {
                        commonKeys.add(part((int) block[i], parts), (long) (int) block[i] << 32 | block[i] >>> 32);
                    }
                }
            }));
            // Only now is it known whom each record met, which says into which part its pairs go.
            each(parts, part -> groups(first.sorted(part), (block, from, to) -> {
                if (to - from <= max) {
                    pair(block, from, to, neighbours, pairs);
                }
            }));
            each(parts, part -> groups(commonKeys.sorted(part), (mine, from, to) -> {
                int last = Math.min(to, from + COMMON_KEYS_MAX);
                for (int i = from; i < last; i++) {
                    for (int j = i + 1; j < last; j++) {
                        long both = Fingerprint.mix((long) (int) mine[i] << 32 | (int) mine[j] & 0xffffffffL);
                        add(second, both, (int) (mine[i] >>> 32));
                    }
                }
            }));
            each(parts, part -> groups(second.sorted(part), (block, from, to) -> {
                if (to - from <= max) {
                    blocks.incrementAndGet();
                    pair(block, from, to, neighbours, pairs);
                } else {
                    dropped.incrementAndGet();
                }
            }));
        }
        return new Candidates(
                pairs,
                neighbours,
                new Report(pairs.count(), blocks.get(), common.get(), dropped.get(), false));
    }

    private static Report all(int size, Spill pairs) {
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                pairs.add(part(a, pairs.parts()), (long) a << 32 | b);
            }
        }
        return new Report(pairs.count(), 1, 0, 0, true);
    }

    /** The part is chosen by other bits than the 32 that stay in the number. */
    private static void add(Spill spill, long key, int record) {
        int part = (int) ((key >>> 32) % spill.parts());
        spill.add(part, key << 32 | record);
    }

    static int part(int record, int parts) {
        return (int) ((Fingerprint.mix(record) >>> 33) % parts);
    }

    private static void pair(long[] block, int from, int to, Neighbours neighbours, Spill pairs) {
        for (int i = from; i < to; i++) {
            int a = (int) block[i];
            int part = part(neighbours.first(a), pairs.parts());
            for (int j = i + 1; j < to; j++) {
                pairs.add(part, (long) a << 32 | (int) block[j]);
            }
        }
    }

    /** Runs of numbers whose upper halves are equal; within a run the lower halves ascend. */
    private static void groups(long[] sorted, GroupVisitor visitor) {
        long[] distinct = Arrays.stream(sorted).distinct().toArray();
        for (int from = 0; from < distinct.length; ) {
            int to = from + 1;
            while (to < distinct.length && distinct[to] >>> 32 == distinct[from] >>> 32) {
                to++;
            }
            if (to - from > 1) {
                visitor.visit(distinct, from, to);
            }
            from = to;
        }
    }

    private interface GroupVisitor {
        void visit(long[] numbers, int from, int to);
    }

    private interface Step {
        void take(int index);
    }

    private static void each(int count, Step step) {
        IntStream.range(0, count).parallel().forEach(step::take);
    }
}

package org.hengjian.tracing.blocking;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/**
 * By record the lowest number that it shares a block with. Shops of one operator have it in common, mostly: pairs that are
 * gathered by it touch few records, and a record that was read for one pair is at hand for the next.
 */
final class Neighbours {

    private final AtomicIntegerArray lowest;

    Neighbours(int records) {
        lowest = new AtomicIntegerArray(IntStream.range(0, records).toArray());
    }

    /** @param block ascending by record, which is the lower half of each number */
    void meet(long[] block, int from, int to) {
        int first = (int) block[from];
        for (int i = from + 1; i < to; i++) {
            int record = (int) block[i];
            if (lowest.get(record) > first) {
                lowest.accumulateAndGet(record, first, Math::min);
            }
        }
    }

    int first(int record) {
        return lowest.get(record);
    }
}

package org.hengjian.tracing.blocking;

import java.util.Arrays;
import org.hengjian.tracing.schema.Spill;

/**
 * Pairs of records worth comparing, in parts that can be worked on apart. A part holds all pairs of the records whose
 * lower number fell into it by chance; so any part is a fair sample of all.
 */
public final class Candidates implements AutoCloseable {

    private final Spill pairs;
    private final Blocking.Report report;

    Candidates(Spill pairs, Blocking.Report report) {
        this.pairs = pairs;
        this.report = report;
    }

    public int parts() {
        return pairs.parts();
    }

    /** Pairs, each once: the lower number in the upper half, ascending. */
    public long[] part(int part) {
        long[] sorted = pairs.sorted(part);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    public Blocking.Report report() {
        return report;
    }

    @Override
    public void close() {
        pairs.close();
    }
}

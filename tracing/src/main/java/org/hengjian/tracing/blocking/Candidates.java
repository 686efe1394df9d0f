package org.hengjian.tracing.blocking;

import java.util.Arrays;
import org.hengjian.tracing.schema.Spill;

/**
 * Pairs of records worth comparing, in parts that can be worked on apart. Records that met the same record in a block fall
 * into one part, by chance, with all pairs of which they are the lower; so any part is a fair sample of all.
 */
public final class Candidates implements AutoCloseable {

    private final Spill pairs;
    private final Neighbours neighbours;
    private final Blocking.Report report;

    Candidates(Spill pairs, Neighbours neighbours, Blocking.Report report) {
        this.pairs = pairs;
        this.neighbours = neighbours;
        this.report = report;
    }

    public int parts() {
        return pairs.parts();
    }

    /** Pairs, each once, the lower number in the upper half; those of records that met the same record follow each other. */
    public long[] part(int part) {
        long[] sorted = pairs.sorted(part);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) neighbours.first((int) (sorted[i] >>> 32)) << 32 | i;
        }
        Arrays.sort(order);
        for (int i = 0; i < size; i++) {
            order[i] = sorted[(int) order[i]];
        }
        return order;
    }

    public Blocking.Report report() {
        return report;
    }

    @Override
    public void close() {
        pairs.close();
    }
}

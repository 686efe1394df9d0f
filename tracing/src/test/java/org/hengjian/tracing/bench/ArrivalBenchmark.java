package org.hengjian.tracing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.hengjian.tracing.incremental.LiveClusters;
import org.hengjian.tracing.incremental.MemoryShelf;
import org.hengjian.tracing.schema.Entry;

/**
 * How long one arrival takes when so many sellers are there already, on the heap: {@code COUNT …}, ascending. The model is
 * learnt from others of the same sort; the last {@value #MEASURED} arrivals before each count are measured.
 */
public final class ArrivalBenchmark {

    private static final int LEARNT = 50_000;
    private static final int MEASURED = 20_000;

    private ArrivalBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int[] counts = Arrays.stream(arguments).mapToInt(Integer::parseInt).sorted().toArray();
        var model = Learnt.from(LEARNT, 3, Files.createTempDirectory("bench")).model();
        var live = new LiveClusters(model, new MemoryShelf());
        long[] nanos = new long[counts[counts.length - 1]];
        int[] at = new int[1];
        new Sellers(20_200_518).write(nanos.length, seller -> {
            List<String> cells = seller.cells();
            long start = System.nanoTime();
            live.arrive(new Entry(cells.get(0), cells));
            nanos[at[0]++] = System.nanoTime() - start;
            if (Arrays.binarySearch(counts, at[0]) >= 0) {
                System.out.println(say(nanos, at[0]));
            }
        });
    }

    private static String say(long[] nanos, int count) {
        long[] last = Arrays.copyOfRange(nanos, Math.max(0, count - MEASURED), count);
        Arrays.sort(last);
        return "%,d sellers there: one arrival p50 %.2f ms, p99 %.2f ms, slowest %.1f ms".formatted(
                count, last[last.length / 2] / 1e6, last[(int) (last.length * 0.99)] / 1e6, last[last.length - 1] / 1e6);
    }
}

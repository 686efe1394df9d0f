package org.hengjian.tracing.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.tracing.Clusters;
import org.hengjian.tracing.Tracer;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Fingerprint;
import org.hengjian.tracing.schema.Proposal;
import org.hengjian.tracing.schema.Schema;

/** Records a second, peak heap, and precision and recall of pairs on invented sellers: {@code COUNT …}. */
public final class SellerBenchmark {

    private SellerBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        for (String count : arguments) {
            System.out.println(run(Integer.parseInt(count)));
        }
    }

    static String run(int count) throws IOException {
        var first = new ArrayList<List<String>>();
        new Sellers(1).write(2_000, seller -> first.add(seller.cells()));
        Schema schema = Proposal.of(Sellers.HEADINGS, first);
        int[] gold = new int[count];
        var folder = Files.createTempDirectory("bench");
        var watch = new HeapWatch();
        long start = System.nanoTime();
        long worked = worked();
        try (var tracer = new Tracer(schema, folder)) {
            var batch = new ArrayList<Entry>();
            int[] at = new int[1];
            new Sellers(20_200_518).write(count, seller -> {
                gold[at[0]++] = seller.operator();
                batch.add(new Entry(seller.cells().get(0), seller.cells()));
                if (batch.size() == 4096) {
                    tracer.add(batch);
                    batch.clear();
                }
            });
            tracer.add(batch);
            double read = (System.nanoTime() - start) / 1e9;
            Clusters clusters = tracer.trace();
            double seconds = (System.nanoTime() - start) / 1e9;
            double processor = (worked() - worked) / 1e9;
            if (System.getenv("SHOW") != null) {
                show(clusters, gold, schema);
            }
            return "%,d sellers: %.1f s (reading %.1f), %,.0f records/s, %.1f processor seconds, peak heap %,d MB; %s; partition %016x; %s".formatted(
                    count, seconds, read, count / seconds, processor, watch.peakMegabytes(), score(clusters, gold), print(clusters, count), clusters.report());
        }
    }

    /** Processor time of all threads, compiler and collector among them: hardly depends on what else the machine does. */
    private static long worked() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** By sorting, not by tables: ten million sellers are scored in the heap in which they were traced. */
    private static String score(Clusters clusters, int[] gold) {
        long[] both = new long[gold.length];
        long[] found = new long[gold.length];
        long[] real = new long[gold.length];
        for (int i = 0; i < gold.length; i++) {
            both[i] = (long) gold[i] << 32 | clusters.clusterOf(i);
            found[i] = clusters.clusterOf(i);
            real[i] = gold[i];
        }
        double right = pairs(both);
        double precision = right / pairs(found);
        double recall = right / pairs(real);
        return "precision %.4f recall %.4f F1 %.4f".formatted(precision, recall, 2 * precision * recall / (precision + recall));
    }

    private static double pairs(long[] names) {
        Arrays.parallelSort(names);
        double pairs = 0;
        for (int from = 0; from < names.length; ) {
            int to = from + 1;
            while (to < names.length && names[to] == names[from]) {
                to++;
            }
            pairs += (to - from) * (to - from - 1.0) / 2;
            from = to;
        }
        return pairs;
    }

    /** One number for the whole partition: two states of the code that trace alike print the same. */
    private static long print(Clusters clusters, int size) {
        long print = 0;
        for (int i = 0; i < size; i++) {
            print = Fingerprint.mix(print * 31 + clusters.clusterOf(i));
        }
        return print;
    }

    private static void show(Clusters clusters, int[] gold, Schema schema) {
        for (int f = 0; f < clusters.comparer().features().size(); f++) {
            System.out.println(clusters.comparer().features().get(f).name() + " m " + Arrays.toString(clusters.weights().same()[f]) + " u " + Arrays.toString(clusters.weights().strangers()[f]));
        }
        System.out.println("prior " + clusters.weights().prior());
        Map<String, Integer> patterns = new HashMap<>();
        Map<String, String> examples = new HashMap<>();
        int links = 0;
        int wrong = 0;
        for (int i = 0; i < gold.length; i++) {
            for (Clusters.Joined link : clusters.linksOf(i)) {
                if (link.other() < i) {
                    links++;
                    if (gold[i] != gold[link.other()]) {
                        wrong++;
                        var verdict = clusters.explain(i, link.other());
                        String pattern = verdict.reasons().stream().map(r -> r.feature() + " " + r.level()).toList().toString();
                        patterns.merge(pattern, 1, Integer::sum);
                        examples.put(pattern, verdict + " " + verdict.reasons().stream().map(r -> r.source() + "~" + r.target()).toList());
                    }
                }
            }
        }
        System.out.println(links + " links, wrong " + wrong);
        patterns.entrySet().stream().sorted((x, y) -> y.getValue() - x.getValue()).limit(25).forEach(e -> System.out.println(e.getValue() + " " + e.getKey() + "\n    " + examples.get(e.getKey())));
    }
}

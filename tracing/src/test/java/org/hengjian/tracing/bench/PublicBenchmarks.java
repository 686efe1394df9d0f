package org.hengjian.tracing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hengjian.tracing.Clusters;
import org.hengjian.tracing.Tracer;
import org.hengjian.tracing.schema.Column;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Proposal;
import org.hengjian.tracing.schema.Schema;

/** Precision, recall and F1 on the public benchmarks, without labels and with the threshold that was found. */
public final class PublicBenchmarks {

    private PublicBenchmarks() {}

    public static void main(String[] arguments) throws IOException {
        for (String name : arguments) {
            for (boolean sources : new boolean[] {true, false}) {
                PairFile file = PairFile.read(Path.of(name));
                System.out.println(Path.of(name).getFileName() + (sources ? " two sources " : " one list ") + score(file, sources, System.getenv("SHOW") != null));
            }
        }
    }

    static Score score(PairFile file, boolean sources, boolean show) throws IOException {
        var rows = new ArrayList<List<String>>();
        for (List<String> row : file.left()) {
            rows.add(with(row, "left"));
        }
        for (List<String> row : file.right()) {
            rows.add(with(row, "right"));
        }
        var columns = new ArrayList<>(Proposal.of(file.headings(), rows).columns());
        columns.add(new Column("source", sources ? Kind.SOURCE : Kind.IGNORED));
        var schema = new Schema(columns);
        Path folder = Files.createTempDirectory("bench");
        long start = System.nanoTime();
        try (var tracer = new Tracer(schema, folder)) {
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < rows.size(); i++) {
                entries.add(new Entry(String.valueOf(i), rows.get(i)));
            }
            tracer.add(entries);
            Clusters clusters = tracer.trace();
            int right = 0;
            int wrong = 0;
            int missed = 0;
            for (PairFile.Pair pair : file.pairs()) {
                int a = pair.left();
                int b = file.left().size() + pair.right();
                boolean joined = clusters.clusterOf(a) == clusters.clusterOf(b);
                right += joined && pair.same() ? 1 : 0;
                wrong += joined && !pair.same() ? 1 : 0;
                missed += !joined && pair.same() ? 1 : 0;
                if (show && joined != pair.same()) {
                    System.out.println((joined ? "WRONG " : "MISSED ") + rows.get(a) + " | " + rows.get(b) + " :: " + clusters.explain(a, b));
                }
            }
            if (show) {
                System.out.println(schema);
                for (int f = 0; f < clusters.comparer().features().size(); f++) {
                    System.out.println(clusters.comparer().features().get(f).name() + " m " + java.util.Arrays.toString(clusters.weights().same()[f]) + " u " + java.util.Arrays.toString(clusters.weights().strangers()[f]));
                }
            }
            return new Score(right, wrong, missed, (System.nanoTime() - start) / 1e9, clusters.report());
        }
    }

    private static List<String> with(List<String> row, String source) {
        var cells = new ArrayList<>(row);
        cells.add(source);
        return cells;
    }

    record Score(int right, int wrong, int missed, double seconds, Clusters.Report report) {
        double f1() {
            return 2.0 * right / (2.0 * right + wrong + missed);
        }

        @Override
        public String toString() {
            return "F1 %.3f P %.3f R %.3f %.1fs t %.1f promised P %.3f R %.3f pairs %d records %d".formatted(f1(), right / (double) Math.max(1, right + wrong), right / (double) Math.max(1, right + missed), seconds, report.threshold(), report.promise().precision(), report.promise().recall(), report.pairs(), report.records());
        }
    }
}

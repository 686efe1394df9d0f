package org.hengjian.tracing.judging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Weights for a schema of sellers before there is anything to learn from. */
public final class StandardWeights {

    private static final String FILE = "standard-weights.csv";

    private StandardWeights() {}

    /**
     * Each record is taken to have one other of its subject, among as many as the comparer says.
     *
     * @throws IllegalArgumentException if the schema has a kind that the file does not know
     */
    public static Weights of(Comparer comparer) {
        Map<String, double[]> shares = read();
        int features = comparer.features().size();
        double[][] same = new double[features][];
        double[][] strangers = new double[features][];
        for (int f = 0; f < features; f++) {
            List<String> levels = comparer.measure(f).levels();
            String kind = comparer.features().get(f).kind().word();
            same[f] = new double[levels.size()];
            strangers[f] = new double[levels.size()];
            for (int level = 0; level < levels.size(); level++) {
                double[] both = shares.get(kind + "," + levels.get(level));
                if (both == null) {
                    throw new IllegalArgumentException("no standard weight for " + kind + " " + levels.get(level));
                }
                same[f][level] = both[0];
                strangers[f][level] = both[1];
            }
        }
        return new Weights(
                Math.log(2.0 / comparer.records()) / Comparer.LN2,
                Double.POSITIVE_INFINITY,
                same,
                strangers,
                strangers,
                comparer.features().stream().map(feature -> Belief.judging(feature.kind())).toList());
    }

    private static Map<String, double[]> read() {
        Map<String, double[]> shares = new HashMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StandardWeights.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#") && !line.startsWith("kind")).forEach(line -> {
                List<String> cells = List.of(line.split(","));
                shares.put(cells.get(0) + "," + cells.get(1), new double[] {
                    Double.parseDouble(cells.get(2)), Double.parseDouble(cells.get(3))
                });
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shares;
    }
}

package org.hengjian.tracing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** Prints what {@code standard-weights.csv} holds: the shares learnt from so many invented sellers, {@code COUNT SEED}. */
public final class StandardWeights {

    private StandardWeights() {}

    public static void main(String[] arguments) throws IOException {
        var model = Learnt.from(
                        Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), Files.createTempDirectory("bench"))
                .model();
        var features = model.comparer().features();
        for (int f = 0; f < features.size(); f++) {
            var levels = model.comparer().measure(f).levels();
            for (int level = 0; level < levels.size(); level++) {
                System.out.printf(
                        Locale.ROOT,
                        "%s,%s,%.5f,%.8f%n",
                        features.get(f).kind().word(),
                        levels.get(level),
                        model.weights().same()[f][level],
                        model.weights().strangers()[f][level]);
            }
        }
        System.err.printf("prior %.2f, threshold %.2f%n", model.weights().prior(), model.threshold());
    }
}

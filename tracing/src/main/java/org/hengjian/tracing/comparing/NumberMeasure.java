package org.hengjian.tracing.comparing;

import java.util.List;

/** Quantities such as prices. Levels by the ratio of the smaller to the larger: equal, 0.95, 0.8, 0.5, less. */
public final class NumberMeasure implements Measure<Double> {

    @Override
    public Double read(String canonical) {
        return Double.valueOf(canonical);
    }

    @Override
    public List<String> levels() {
        return List.of("different", "half", "near", "close", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.15, 0.15, 0.2, 0.2, 0.3};
    }

    @Override
    public int level(Double source, Double target) {
        if (source.equals(target)) {
            return 4;
        }
        double larger = Math.max(Math.abs(source), Math.abs(target));
        double ratio = larger == 0 ? 1 : Math.min(Math.abs(source), Math.abs(target)) / larger;
        return ratio >= 0.95 ? 3 : ratio >= 0.8 ? 2 : ratio >= 0.5 ? 1 : 0;
    }
}

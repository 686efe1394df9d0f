package org.hengjian.tracing.comparing;

import java.util.List;

/** Years. Levels: same, one apart, different. */
public final class YearMeasure implements Measure<Integer> {

    @Override
    public Integer read(String canonical) {
        return Integer.valueOf(canonical);
    }

    @Override
    public List<String> levels() {
        return List.of("different", "near", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.1, 0.15, 0.75};
    }

    @Override
    public int level(Integer source, Integer target) {
        int apart = Math.abs(source - target);
        return apart == 0 ? 2 : apart == 1 ? 1 : 0;
    }
}

package org.hengjian.bench.records;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How alike a tool holds the two of each labelled pair, and what comes of it at a threshold. */
record Scores(List<PairFile.Pair> pairs, double[] values) {

    double f1(double threshold) {
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= threshold) {
                right += pairs.get(i).same() ? 1 : 0;
                wrong += pairs.get(i).same() ? 0 : 1;
            }
        }
        return f1(right, wrong);
    }

    /** At the threshold that somebody who has all labels would set. */
    double best() {
        return Arrays.stream(values).distinct().map(this::f1).max().orElse(0);
    }

    /** The same where each record may be in one pair only: from the most alike down, the others of its two are out. */
    Scores once() {
        var left = new boolean[1 + pairs.stream().mapToInt(PairFile.Pair::left).max().orElse(0)];
        var right = new boolean[1 + pairs.stream().mapToInt(PairFile.Pair::right).max().orElse(0)];
        double[] kept = new double[values.length];
        Arrays.fill(kept, Double.NEGATIVE_INFINITY);
        IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -values[i]).thenComparing(Comparator.naturalOrder()))
                .forEach(i -> {
                    PairFile.Pair pair = pairs.get(i);
                    if (!left[pair.left()] && !right[pair.right()]) {
                        left[pair.left()] = true;
                        right[pair.right()] = true;
                        kept[i] = values[i];
                    }
                });
        return new Scores(pairs, kept);
    }

    private double f1(int right, int wrong) {
        long all = pairs.stream().filter(PairFile.Pair::same).count();
        return right == 0 ? 0 : 2.0 * right / (right + wrong + all);
    }
}

package org.hengjian.tracing.judging;

import java.util.Arrays;

/**
 * Weights without labels, by expectation–maximisation (Dempster, Laird and Rubin 1977; for linkage Winkler 1988). How
 * often strangers agree is counted on pairs taken at random; how often records of one subject agree is estimated on the
 * pairs that blocking brought together, which hold nearly all of them.
 */
public final class Estimation {

    private static final int ROUNDS = 40;
    private static final double SETTLED = 1e-4;

    /** Pairs' worth of belief in the measures' own start, so that ten true pairs cannot say "never". */
    private static final double BELIEF = 8;

    private final Comparer comparer;
    private final Sample random;
    private final Sample candidates;
    private final double fraction;

    /**
     * @param random pairs taken at random from all
     * @param candidates pairs from blocking
     * @param fraction which share of all candidates the sample is, 0 … 1
     */
    public Estimation(Comparer comparer, Sample random, Sample candidates, double fraction) {
        this.comparer = comparer;
        this.random = random;
        this.candidates = candidates;
        this.fraction = fraction;
    }

    public Weights weights() {
        double pairs = Math.max(1, comparer.records() * (comparer.records() - 1.0) / 2);
        double[][] strangers = strangers();
        double[][] same = start();
        double matches = Math.max(1, comparer.records() * 0.3);
        double before = 0;
        for (int round = 0; round < ROUNDS && Math.abs(matches - before) > SETTLED * matches; round++) {
            before = matches;
            var weights = new Weights(Math.log(matches / pairs) / Comparer.LN2, same, strangers);
            double[][] next = start();
            scale(next, BELIEF);
            double sum = 0;
            for (int pair = 0; pair < candidates.size(); pair++) {
                double probability = probability(weights, pair);
                sum += probability;
                for (int f = 0; f < next.length; f++) {
                    int level = candidates.level(pair, f);
                    if (level >= 0) {
                        next[f][level] += probability;
                    }
                }
            }
            normalise(next);
            same = next;
            matches = Math.min(pairs / 2, Math.max(0.5, sum / fraction));
        }
        return new Weights(Math.log(matches / pairs) / Comparer.LN2, same, strangers);
    }

    private double probability(Weights weights, int pair) {
        double sum = weights.prior();
        for (int f = 0; f < weights.same().length; f++) {
            sum += weights.weight(f, candidates.likeness(pair, f));
        }
        return Weights.probability(sum);
    }

    private double[][] strangers() {
        double[][] counts = start();
        for (int f = 0; f < counts.length; f++) {
            // Rare agreement among strangers may not occur in the sample at all; it is not impossible.
            Arrays.fill(counts[f], 0.5);
            for (int pair = 0; pair < random.size(); pair++) {
                int level = random.level(pair, f);
                if (level >= 0) {
                    counts[f][level]++;
                }
            }
        }
        normalise(counts);
        return counts;
    }

    private double[][] start() {
        double[][] start = new double[comparer.features().size()][];
        for (int f = 0; f < start.length; f++) {
            start[f] = comparer.measure(f).start();
        }
        return start;
    }

    private static void scale(double[][] table, double by) {
        for (double[] row : table) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= by;
            }
        }
    }

    private static void normalise(double[][] table) {
        for (double[] row : table) {
            double sum = 0;
            for (double cell : row) {
                sum += cell;
            }
            for (int i = 0; i < row.length; i++) {
                row[i] /= sum;
            }
        }
    }
}

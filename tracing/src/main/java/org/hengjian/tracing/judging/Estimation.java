package org.hengjian.tracing.judging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hengjian.tracing.schema.Kind;

/**
 * Weights without labels, by expectation–maximisation (Dempster, Laird and Rubin 1977; for linkage Winkler 1988). How
 * often strangers agree is counted on pairs taken at random; how often records of one subject agree is estimated on the
 * pairs that blocking brought together, which hold nearly all of them. Pairs of which a person has said what they are stay
 * what was said (Nigam et al. 2000).
 */
public final class Estimation {

    private static final int ROUNDS = 40;
    private static final double SETTLED = 1e-4;

    /** Pairs' worth of belief in the measures' own start, so that ten true pairs cannot say "never". */
    private static final double BELIEF = 8;

    /** Odds beyond which one more bit changes nothing, and below which a pair is nobody's rival. */
    private static final double MOST = 60;

    private static final double LEAST = 0.01;

    /** Pairs' worth of belief that strangers differ. */
    private static final double STRANGE = 20;

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
        boolean texts = comparer.features().stream().anyMatch(feature -> feature.kind() == Kind.TEXT);
        boolean contended = texts || comparer.features().stream().anyMatch(feature -> feature.kind().isSource());
        double[][] strangers = strangers();
        double matches = Math.max(1, comparer.records() * 0.3);
        double lookAlikes = texts ? comparer.records() * 2.0 : 0;
        var weights = weights(pairs, matches, lookAlikes, start(), strangers, even());
        double before = 0;
        for (int round = 0; round < ROUNDS && Math.abs(matches - before) > SETTLED * matches; round++) {
            before = matches;
            double[][] same = start();
            double[][] alike = even();
            scale(same, BELIEF);
            scale(alike, BELIEF);
            double sameSum = 0;
            double said = 0;
            double alikeSum = 0;
            double[] odds = odds(weights);
            Map<Integer, Double> rivals = contended ? rivals(odds) : Map.of();
            for (int pair = 0; pair < candidates.size(); pair++) {
                double others = contended ? others(rivals, odds, pair) : 0;
                int answer = candidates.answer(pair);
                double probability = answer == 0 ? odds[pair] / (1 + odds[pair] + others) : answer > 0 ? 1 : 0;
                double strangeOrAlike = answer == 0 ? odds[pair] / (1 + odds[pair]) : odds[pair];
                double lookAlike = texts
                        ? Math.min(1 - probability, strangeOrAlike * Math.pow(2, -weights.alike(candidates, pair)))
                        : 0;
                said += answer == 0 ? 0 : probability;
                sameSum += answer == 0 ? probability : 0;
                alikeSum += lookAlike;
                for (int f = 0; f < same.length; f++) {
                    int level = candidates.level(pair, f);
                    if (level >= 0) {
                        same[f][level] += probability;
                        alike[f][level] += lookAlike;
                    }
                }
            }
            normalise(same);
            normalise(alike);
            matches = Math.min(pairs / 2, Math.max(0.5, said + sameSum / fraction));
            lookAlikes = alikeSum / fraction;
            weights = weights(pairs, matches, lookAlikes, same, strangers, alike);
        }
        return weights.believing(beliefs(Belief::judging));
    }

    private double[] odds(Weights weights) {
        double[] odds = new double[candidates.size()];
        IntStream.range(0, odds.length)
                .parallel()
                .forEach(pair -> odds[pair] = Math.pow(2, Math.min(MOST, weights.weight(comparer, candidates, pair))));
        return odds;
    }

    /** Odds of all pairs of each record: where many fit as well, none of them teaches much. */
    private Map<Integer, Double> rivals(double[] odds) {
        Map<Integer, Double> rivals = new HashMap<>();
        for (int pair = 0; pair < odds.length; pair++) {
            if (odds[pair] > LEAST) {
                rivals.merge(candidates.source(pair), odds[pair], Double::sum);
                rivals.merge(candidates.target(pair), odds[pair], Double::sum);
            }
        }
        return rivals;
    }

    private double others(Map<Integer, Double> rivals, double[] odds, int pair) {
        return odds[pair] <= LEAST
                ? 0
                : Math.max(
                        0,
                        rivals.getOrDefault(candidates.source(pair), 0.0)
                                + rivals.getOrDefault(candidates.target(pair), 0.0)
                                - 2 * odds[pair]);
    }

    private List<Belief> beliefs(Function<Kind, Belief> of) {
        return comparer.features().stream().map(feature -> of.apply(feature.kind())).toList();
    }

    private Weights weights(
            double pairs, double matches, double lookAlikes, double[][] same, double[][] strangers, double[][] alike) {
        return new Weights(
                Math.log(matches / pairs) / Comparer.LN2,
                lookAlikes == 0 ? Double.POSITIVE_INFINITY : Math.log(matches / lookAlikes) / Comparer.LN2,
                same,
                strangers,
                alike,
                beliefs(Belief::learning));
    }

    private double[][] even() {
        double[][] even = start();
        for (double[] row : even) {
            Arrays.fill(row, 1.0 / row.length);
        }
        return even;
    }

    private double[][] strangers() {
        double[][] counts = start();
        double pairs = comparer.records() * (comparer.records() - 1.0) / 2;
        double each = Math.min(1, pairs / Math.max(1, random.size()));
        for (int f = 0; f < counts.length; f++) {
            // Rare agreement among strangers may not occur in the sample at all; it is not impossible. In a file of
            // ten rows the pairs are few and partly of one subject: there, that strangers differ is known before.
            Arrays.fill(counts[f], 0.5);
            counts[f][0] += STRANGE;
            for (int pair = 0; pair < random.size(); pair++) {
                int level = random.level(pair, f);
                if (level >= 0) {
                    counts[f][level] += each;
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

package org.hengjian.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Logistic regression with weights drawn to what was thought before (L2 round the priors), each of the sign of its prior
 * (逻辑回归). Deterministic: plain gradient descent over all examples.
 */
final class Fit {

    /** @param values what each feature measured, by its stable name */
    record Example(Map<String, Double> values, boolean suspect, double weight) {}

    record Weights(double start, Map<String, Double> of) {

        double sum(Map<String, Double> values) {
            double sum = start;
            for (var entry : values.entrySet()) {
                sum += of.getOrDefault(entry.getKey(), 0.0) * entry.getValue();
            }
            return sum;
        }

        double score(Map<String, Double> values) {
            return 1 / (1 + Math.exp(-sum(values)));
        }

        /** All weights times a, the start times a plus b: what Platt scaling makes of a sum, without a second step. */
        Weights scaled(double a, double b) {
            var scaled = new LinkedHashMap<String, Double>();
            of.forEach((feature, weight) -> scaled.put(feature, weight * a));
            return new Weights(start * a + b, scaled);
        }
    }

    /** A weight that data would make nothing stays this far from it, so that its feature can still be measured. */
    private static final double LEAST = 0.05;

    /** Scaling may take certainty away, and hardly adds any: what calibrates is as clean as what trained. */
    private static final double FLATTEST = 0.5;

    private static final double STEEPEST = 1.05;
    private static final int ROUNDS = 3000;
    private static final double STEP = 0.3;

    private Fit() {}

    /** @param pull strength of the priors, in examples: a feature seen in fewer hardly leaves its prior */
    static Weights weights(List<Example> examples, double start, Map<String, Double> priors, double pull) {
        var weights = new LinkedHashMap<>(priors);
        var curvature = new LinkedHashMap<String, Double>();
        priors.keySet().forEach(feature -> curvature.put(feature, pull));
        double total = pull;
        for (Example one : examples) {
            total += one.weight() / 4;
            one.values()
                    .forEach((feature, value) ->
                            curvature.merge(feature, one.weight() * value * value / 4, Double::sum));
        }
        double bias = start;
        for (int round = 0; round < ROUNDS; round++) {
            var now = new Weights(bias, weights);
            var slopes = new LinkedHashMap<String, Double>();
            double biasSlope = pull * (start - bias);
            for (Example one : examples) {
                double error = one.weight() * ((one.suspect() ? 1 : 0) - now.score(one.values()));
                biasSlope += error;
                one.values().forEach((feature, value) -> slopes.merge(feature, error * value, Double::sum));
            }
            bias += STEP * biasSlope / total;
            for (var prior : priors.entrySet()) {
                String feature = prior.getKey();
                double weight = weights.getOrDefault(feature, prior.getValue());
                double slope = slopes.getOrDefault(feature, 0.0) + pull * (prior.getValue() - weight);
                double next = weight + STEP * slope / curvature.getOrDefault(feature, pull);
                weights.put(
                        feature,
                        prior.getValue() == 0
                                ? 0
                                : prior.getValue() > 0 ? Math.max(LEAST, next) : Math.min(-LEAST, next));
            }
        }
        return new Weights(bias, weights);
    }

    /** Platt scaling: the a and b for which the logistic function of a × sum + b says how often it is true. */
    static double[] platt(List<Example> examples, Weights weights) {
        double a = 1;
        double b = 0;
        for (int round = 0; round < 20_000; round++) {
            double slopeA = 0;
            double slopeB = 0;
            double squares = 0;
            double count = 0;
            for (Example one : examples) {
                double sum = weights.sum(one.values());
                double error = one.weight() * ((one.suspect() ? 1 : 0) - 1 / (1 + Math.exp(-(a * sum + b))));
                slopeA += error * sum;
                slopeB += error;
                squares += one.weight() * sum * sum / 4;
                count += one.weight() / 4;
            }
            a = Math.clamp(a + slopeA / squares * 0.5, FLATTEST, STEEPEST);
            b += slopeB / count * 0.5;
            if (Math.abs(slopeA / squares) + Math.abs(slopeB / count) < 1e-6) {
                break;
            }
        }
        return new double[] {a, b};
    }
}

package org.hengjian.tracing.judging;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.tracing.schema.Schema;

/**
 * What each level of each feature weighs, after Fellegi and Sunter (1969): log2 of how often records of one subject fall
 * on it, over how often strangers do.
 *
 * @param prior log2 of the odds that two records taken at random are of one subject
 * @param same by feature and level: share of pairs of one subject (m)
 * @param strangers by feature and level: share of pairs of strangers (u)
 */
public record Weights(double prior, double[][] same, double[][] strangers) {

    /** No single feature may weigh more: beyond it, an error in one cell would outweigh a whole record. */
    private static final double HEAVIEST = 40;

    public double weight(int feature, Comparer.Likeness likeness) {
        if (likeness.level() == Comparer.SILENT) {
            return 0;
        }
        double m = Math.log(same[feature][likeness.level()]) / Comparer.LN2;
        double u = Math.log(strangers[feature][likeness.level()]) / Comparer.LN2;
        double weight = m - (likeness.isTerm() ? likeness.strangersLog2() : u);
        return Math.max(-HEAVIEST, Math.min(HEAVIEST, weight));
    }

    /** log2 of the odds that the two are one subject: the prior and the sum of the features' weights. */
    public double weight(Comparer comparer, Subject source, Subject target) {
        double sum = prior;
        for (int f = 0; f < same.length; f++) {
            sum += weight(f, comparer.likeness(f, source, target));
        }
        return sum;
    }

    /** Why two records are held to be one subject or two: a reason for each feature that says something. */
    public Verdict explain(Comparer comparer, Subject source, Subject target) {
        var reasons = new ArrayList<Reason>();
        double sum = prior;
        for (int f = 0; f < same.length; f++) {
            Comparer.Likeness likeness = comparer.likeness(f, source, target);
            if (likeness.level() == Comparer.SILENT) {
                continue;
            }
            double weight = weight(f, likeness);
            sum += weight;
            Schema.Feature feature = comparer.features().get(f);
            reasons.add(new Reason(
                    feature.name(),
                    feature.kind(),
                    comparer.measure(f).levels().get(likeness.level()),
                    weight,
                    source.values().get(f).get(likeness.source()),
                    target.values().get(f).get(likeness.target())));
        }
        return new Verdict(sum, List.copyOf(reasons));
    }

    /** Probability that belongs to odds given as log2. */
    public static double probability(double weight) {
        return 1 / (1 + Math.exp(-weight * Comparer.LN2));
    }
}

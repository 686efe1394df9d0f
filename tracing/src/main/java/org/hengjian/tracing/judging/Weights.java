package org.hengjian.tracing.judging;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.tracing.schema.Schema;

/**
 * What each level of each feature weighs, after Fellegi and Sunter (1969): log2 of how often records of one subject fall
 * on it, over how often others do. Others are strangers, or look-alikes (近似): two versions of one product, two papers
 * of the same authors. The heavier of the two objections counts.
 */
public final class Weights {

    private final double prior;
    private final double lookAlikePrior;
    private final double[][] same;
    private final double[][] strangers;
    private final double[][] lookAlikes;
    private final List<Belief> beliefs;
    private final double[][] sameLog2;
    private final double[][] againstStrangers;
    private final double[][] againstLookAlikes;

    /**
     * @param prior log2 of the odds that two records taken at random are of one subject, and not of strangers
     * @param lookAlikePrior the same against look-alikes; infinite where there are none
     * @param same by feature and level: share of pairs of one subject (m)
     * @param strangers by feature and level: share of pairs of strangers (u)
     * @param lookAlikes by feature and level: share of pairs of look-alikes
     * @param beliefs by feature how far its weight is believed
     */
    public Weights(
            double prior,
            double lookAlikePrior,
            double[][] same,
            double[][] strangers,
            double[][] lookAlikes,
            List<Belief> beliefs) {
        this.prior = prior;
        this.lookAlikePrior = lookAlikePrior;
        this.same = same;
        this.strangers = strangers;
        this.lookAlikes = lookAlikes;
        this.beliefs = List.copyOf(beliefs);
        // Millions of pairs are weighed with a handful of logarithms.
        sameLog2 = new double[same.length][];
        againstStrangers = new double[same.length][];
        againstLookAlikes = new double[same.length][];
        for (int f = 0; f < same.length; f++) {
            Belief belief = this.beliefs.get(f);
            sameLog2[f] = new double[same[f].length];
            againstStrangers[f] = new double[same[f].length];
            againstLookAlikes[f] = new double[same[f].length];
            for (int level = 0; level < same[f].length; level++) {
                sameLog2[f][level] = log2(same[f][level]);
                againstStrangers[f][level] = belief.of(sameLog2[f][level] - log2(strangers[f][level]));
                againstLookAlikes[f][level] = belief.of(sameLog2[f][level] - log2(lookAlikes[f][level]));
            }
        }
    }

    public double prior() {
        return prior;
    }

    /** By feature and level: share of pairs of one subject (m). */
    public double[][] same() {
        return same;
    }

    /** By feature and level: share of pairs of strangers (u). */
    public double[][] strangers() {
        return strangers;
    }

    Weights believing(List<Belief> others) {
        return new Weights(prior, lookAlikePrior, same, strangers, lookAlikes, others);
    }

    /** The same with every pair's weight lower by so many bits: what has been learnt of the odds at large. */
    public Weights lower(double bits) {
        return new Weights(prior - bits, lookAlikePrior - bits, same, strangers, lookAlikes, beliefs);
    }

    /** Against strangers. */
    public double weight(int feature, Comparer.Likeness likeness) {
        if (likeness.level() == Comparer.SILENT) {
            return 0;
        }
        return likeness.isTerm()
                ? beliefs.get(feature).of(sameLog2[feature][likeness.level()] - likeness.strangersLog2())
                : againstStrangers[feature][likeness.level()];
    }

    /** Against look-alikes. */
    private double difference(int feature, int level) {
        return level == Comparer.SILENT ? 0 : againstLookAlikes[feature][level];
    }

    /** log2 of the odds that the two are one subject. */
    public double weight(Comparer comparer, Subject source, Subject target) {
        double[] weights = new double[same.length];
        double alike = lookAlikePrior;
        for (int f = 0; f < same.length; f++) {
            Comparer.Likeness likeness = comparer.likeness(f, source, target);
            weights[f] = weight(f, likeness);
            alike += difference(f, likeness.level());
        }
        comparer.echoes().hush(weights);
        return both(prior + sum(weights), alike);
    }

    /** The same for a pair of a sample. */
    double weight(Comparer comparer, Sample sample, int pair) {
        double[] weights = new double[same.length];
        for (int f = 0; f < same.length; f++) {
            weights[f] = weight(f, sample.likeness(pair, f));
        }
        comparer.echoes().hush(weights);
        return both(prior + sum(weights), alike(sample, pair));
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    double alike(Sample sample, int pair) {
        double sum = lookAlikePrior;
        for (int f = 0; f < same.length; f++) {
            sum += difference(f, sample.level(pair, f));
        }
        return sum;
    }

    /** Odds against two objections at once: 1 / (1/a + 1/b). */
    private static double both(double strange, double alike) {
        double lower = Math.min(strange, alike);
        double apart = Math.abs(strange - alike);
        return apart > 60 ? lower : lower - log2(1 + Math.pow(2, -apart));
    }

    /** Why two records are held to be one subject or two: a reason for each feature that says something. */
    public Verdict explain(Comparer comparer, Subject source, Subject target) {
        var likenesses = new ArrayList<Comparer.Likeness>();
        double[] weights = new double[same.length];
        double alike = lookAlikePrior;
        for (int f = 0; f < same.length; f++) {
            Comparer.Likeness likeness = comparer.likeness(f, source, target);
            likenesses.add(likeness);
            weights[f] = weight(f, likeness);
            alike += difference(f, likeness.level());
        }
        comparer.echoes().hush(weights);
        double strange = prior + sum(weights);
        boolean lookAlike = alike < strange;
        var reasons = new ArrayList<Reason>();
        for (int f = 0; f < same.length; f++) {
            Comparer.Likeness likeness = likenesses.get(f);
            if (likeness.level() != Comparer.SILENT) {
                Schema.Feature feature = comparer.features().get(f);
                reasons.add(new Reason(
                        feature.name(),
                        feature.kind(),
                        comparer.measure(f).levels().get(likeness.level()),
                        lookAlike ? difference(f, likeness.level()) : weights[f],
                        source.values().get(f).get(likeness.source()),
                        target.values().get(f).get(likeness.target())));
            }
        }
        return new Verdict(both(strange, alike), lookAlike, List.copyOf(reasons));
    }

    /** Probability that belongs to odds given as log2. */
    public static double probability(double weight) {
        return 1 / (1 + Math.exp(-weight * Comparer.LN2));
    }

    private static double log2(double share) {
        return Math.log(share) / Comparer.LN2;
    }
}

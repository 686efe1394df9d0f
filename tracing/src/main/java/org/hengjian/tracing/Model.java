package org.hengjian.tracing;

import org.hengjian.tracing.blocking.Keys;
import org.hengjian.tracing.judging.Comparer;
import org.hengjian.tracing.judging.StandardWeights;
import org.hengjian.tracing.judging.Subject;
import org.hengjian.tracing.judging.TermCounts;
import org.hengjian.tracing.judging.Verdict;
import org.hengjian.tracing.judging.Weights;
import org.hengjian.tracing.schema.Profile;
import org.hengjian.tracing.schema.Schema;

/**
 * What was learnt from a file, frozen: with it two records are judged the same way today and tomorrow, whatever else
 * arrives between.
 *
 * @param threshold log2 odds from which two records are linked
 */
public record Model(Schema schema, Comparer comparer, Weights weights, double threshold) {

    /** So many records are supposed where nothing was learnt yet: how rare a value is, is rare among these. */
    private static final long SUPPOSED = 100_000;

    /**
     * For a register of sellers that has nothing to learn from yet: weights learnt from invented ones, and every value taken
     * to be rare.
     *
     * @param threshold log2 odds from which two records are linked
     * @throws IllegalArgumentException if the schema has a kind for which there are no such weights
     */
    public static Model standard(Schema schema, double threshold) {
        var comparer = new Comparer(schema, new TermCounts(), SUPPOSED);
        return new Model(schema, comparer, StandardWeights.of(comparer), threshold);
    }

    public Keys keys() {
        return new Keys(comparer);
    }

    public double weight(Profile source, Profile target) {
        return weights.weight(comparer, comparer.read(source), comparer.read(target));
    }

    public Verdict explain(Profile source, Profile target) {
        Subject a = comparer.read(source);
        return weights.explain(comparer, a, comparer.read(target));
    }
}

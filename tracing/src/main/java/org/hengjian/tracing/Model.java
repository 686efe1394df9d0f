package org.hengjian.tracing;

import org.hengjian.tracing.blocking.Keys;
import org.hengjian.tracing.judging.Comparer;
import org.hengjian.tracing.judging.Subject;
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

package org.hengjian.tracing;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.tracing.blocking.Blocking;
import org.hengjian.tracing.judging.Comparer;
import org.hengjian.tracing.judging.Curve;
import org.hengjian.tracing.judging.Verdict;
import org.hengjian.tracing.judging.Weights;
import org.hengjian.tracing.schema.Profile;
import org.hengjian.tracing.schema.ProfileStore;
import org.hengjian.tracing.schema.Schema;

/** Which records are one subject, and by which links. Records are known by their number in the order of arrival, from 0. */
public final class Clusters {

    private final ProfileStore profiles;
    private final Comparer comparer;
    private final Weights weights;
    private final int[] clusters;
    private final int[] linkStarts;
    private final int[] others;
    private final float[] linkWeights;
    private final Report report;
    private final Doubts doubts;

    Clusters(
            ProfileStore profiles,
            Comparer comparer,
            Weights weights,
            int[] clusters,
            int[] linkStarts,
            int[] others,
            float[] linkWeights,
            Report report,
            Doubts doubts) {
        this.profiles = profiles;
        this.comparer = comparer;
        this.weights = weights;
        this.clusters = clusters;
        this.linkStarts = linkStarts;
        this.others = others;
        this.linkWeights = linkWeights;
        this.report = report;
        this.doubts = doubts;
    }

    /**
     * What was done, and how good it is likely to be.
     *
     * @param threshold weight from which two records are linked, chosen for the best promised F1
     * @param promise precision and recall that the weights promise there, among the pairs compared
     * @param blockingRecall share of the true pairs that blocking brought together, estimated from how many features
     *     caught each (Chao 1987)
     */
    public record Report(
            int records,
            int clusters,
            long pairs,
            long links,
            double threshold,
            Curve.Point promise,
            double blockingRecall,
            Blocking.Report blocking) {}

    /** A link inside a cluster: the other record, and log2 of the odds that they are one subject. */
    public record Joined(int other, double weight) {}

    public int size() {
        return clusters.length;
    }

    /** Number of the first record of the cluster to which a record belongs; its own if it stands alone. */
    public int clusterOf(int record) {
        return clusters[record];
    }

    /** Links of a record inside its cluster, heaviest first. */
    public List<Joined> linksOf(int record) {
        var links = new ArrayList<Joined>();
        for (int i = linkStarts[record]; i < linkStarts[record + 1]; i++) {
            links.add(new Joined(others[i], linkWeights[i]));
        }
        links.sort((a, b) -> Double.compare(b.weight, a.weight));
        return links;
    }

    /** Why two records are, or are not, one subject; also where no link was made. */
    public Verdict explain(int source, int target) {
        return weights.explain(comparer, comparer.read(profiles.get(source)), comparer.read(profiles.get(target)));
    }

    /**
     * Pairs to ask a person about, what teaches most first: doubtful ones, one of each way to agree and differ before a second
     * of any. What was answered is not asked again. Answers go into {@link Tracer#trace(java.util.Collection)}.
     */
    public List<Question> questions(int most) {
        return doubts.questions(profiles, comparer, most);
    }

    public String id(int record) {
        return profile(record).id();
    }

    /** What a record was compared by. */
    public Profile profile(int record) {
        return profiles.get(record);
    }

    public Report report() {
        return report;
    }

    /** For judging what arrives later. */
    public Model model(Schema schema) {
        return new Model(schema, comparer, weights, report.threshold());
    }

    public Weights weights() {
        return weights;
    }

    public Comparer comparer() {
        return comparer;
    }
}

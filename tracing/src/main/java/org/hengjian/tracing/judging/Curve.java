package org.hengjian.tracing.judging;

import java.util.ArrayList;
import java.util.List;

/**
 * Precision and recall that the weights themselves promise at every threshold, without labels: a pair of weight w is a
 * true one with probability p(w). Filled by many threads, one curve each, then added up.
 */
public final class Curve {

    private static final int LOWEST = -20;
    private static final int HIGHEST = 40;
    private static final int STEPS_PER_BIT = 4;

    private final long[] pairs = new long[(HIGHEST - LOWEST) * STEPS_PER_BIT + 1];
    private final double[] matches = new double[pairs.length];

    /** What is promised if all pairs of at least this weight are linked. */
    public record Point(double weight, double precision, double recall) {
        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    public void add(double weight) {
        int step = (int) ((Math.max(LOWEST, Math.min(HIGHEST, weight)) - LOWEST) * STEPS_PER_BIT);
        pairs[step]++;
        matches[step] += Weights.probability(weight);
    }

    public synchronized void add(Curve other) {
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] += other.pairs[i];
            matches[i] += other.matches[i];
        }
    }

    /** From the highest threshold to the lowest. */
    public List<Point> points() {
        double all = 0;
        for (double some : matches) {
            all += some;
        }
        var points = new ArrayList<Point>();
        long linked = 0;
        double right = 0;
        for (int i = pairs.length - 1; i >= 0; i--) {
            linked += pairs[i];
            right += matches[i];
            if (pairs[i] > 0) {
                double weight = LOWEST + (double) i / STEPS_PER_BIT;
                points.add(new Point(weight, right / linked, all == 0 ? 0 : right / all));
            }
        }
        return points;
    }

    /** What is promised of all pairs of at least a weight. */
    public Point at(double weight) {
        Point at = new Point(weight, 1, 1);
        for (Point point : points()) {
            if (point.weight() >= weight) {
                at = new Point(weight, point.precision(), point.recall());
            }
        }
        return at;
    }

    /** The point of the highest F1; with no pairs at all, even odds. */
    public Point best() {
        return points().stream()
                .max((a, b) -> Double.compare(a.f1(), b.f1()))
                .orElse(new Point(0, 1, 1));
    }
}

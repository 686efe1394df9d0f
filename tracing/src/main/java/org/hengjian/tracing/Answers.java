package org.hengjian.tracing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.tracing.judging.Comparer;
import org.hengjian.tracing.judging.Weights;
import org.hengjian.tracing.schema.ProfileStore;

/** What people said about pairs, each pair once. */
final class Answers {

    /** By so many bits the threshold may well be wrong; answers that ask for more must be many. */
    private static final double DOUBT = 4;

    private static final double FARTHEST = 30;
    private static final int HALVINGS = 50;
    private static final double LN2 = Math.log(2);

    private final Map<Long, Answer> byPair = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if a record does not exist, or a pair is answered both ways */
    Answers(Collection<Answer> answers, int records) {
        for (Answer answer : answers) {
            if (answer.target() >= records) {
                throw new IllegalArgumentException("there is no record " + answer.target());
            }
            Answer before = byPair.putIfAbsent(key(answer.source(), answer.target()), answer);
            if (before != null && before.same() != answer.same()) {
                throw new IllegalArgumentException(
                        "records " + answer.source() + " and " + answer.target() + " are answered both ways");
            }
        }
    }

    boolean isEmpty() {
        return byPair.isEmpty();
    }

    boolean has(int a, int b) {
        return !byPair.isEmpty() && byPair.containsKey(key(a, b));
    }

    List<Answer> all() {
        return List.copyOf(byPair.values());
    }

    /**
     * By how many bits the odds of all pairs are to be lowered: where the answers are likeliest (Platt 1999, with the slope
     * kept), held to 0 by what was known before. None without answers.
     *
     * @param even weight that counts as even odds before
     */
    double shift(ProfileStore profiles, Comparer comparer, Weights weights, double even) {
        List<Answer> all = all();
        double[] over = all.stream()
                .mapToDouble(answer -> weights.weight(
                                comparer,
                                comparer.read(profiles.get(answer.source())),
                                comparer.read(profiles.get(answer.target())))
                        - even)
                .toArray();
        if (over.length == 0) {
            return 0;
        }
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double slope = -middle / (DOUBT * DOUBT);
            for (int a = 0; a < over.length; a++) {
                double probability = Weights.probability(over[a] - middle);
                slope += LN2 * (all.get(a).same() ? probability - 1 : probability);
            }
            if (slope > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }
}

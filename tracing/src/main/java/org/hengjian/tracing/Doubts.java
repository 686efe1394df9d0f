package org.hengjian.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.tracing.judging.Comparer;
import org.hengjian.tracing.judging.Subject;
import org.hengjian.tracing.judging.Weights;
import org.hengjian.tracing.schema.ProfileStore;

/**
 * The pairs nearest to the threshold, and which of them to ask a person about: the uncertain ones teach most (Lewis and Gale
 * 1994), and of those the ones that many others agree and differ like. One of each pattern comes before a second of any.
 *
 * @param weights bits above the threshold
 */
record Doubts(int[] sources, int[] targets, float[] weights) {

    /** Bits on either side of the threshold within which a pair is doubtful: from 1.5 to 98.5 percent. */
    static final double WIDTH = 6;

    static final int MOST = 20_000;

    /** Pairs that agree and differ in the same way. */
    private record Pattern(List<Integer> pairs, double value) {}

    List<Question> questions(ProfileStore profiles, Comparer comparer, int most) {
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        byte[] levels = new byte[comparer.features().size()];
        Integer[] nearest = new Integer[weights.length];
        Arrays.setAll(nearest, pair -> pair);
        Arrays.sort(nearest, Comparator.<Integer>comparingDouble(pair -> Math.abs(weights[pair]))
                .thenComparing(pair -> sources[pair])
                .thenComparing(pair -> targets[pair]));
        for (int pair : nearest) {
            Subject source = comparer.read(profiles.get(sources[pair]));
            Subject target = comparer.read(profiles.get(targets[pair]));
            for (int f = 0; f < levels.length; f++) {
                levels[f] = (byte) comparer.likeness(f, source, target).level();
            }
            alike.computeIfAbsent(Arrays.toString(levels), none -> new ArrayList<>()).add(pair);
        }
        List<Pattern> patterns = alike.values().stream()
                .map(pairs -> new Pattern(pairs, entropy(weights[pairs.get(0)]) * Math.log(1 + pairs.size())))
                .sorted(Comparator.comparingDouble(pattern -> -pattern.value))
                .toList();
        var questions = new ArrayList<Question>();
        for (int turn = 0, asked = -1; questions.size() < most && questions.size() != asked; turn++) {
            asked = questions.size();
            for (Pattern pattern : patterns) {
                if (turn < pattern.pairs.size() && questions.size() < most) {
                    int pair = pattern.pairs.get(turn);
                    questions.add(new Question(
                            sources[pair], targets[pair], Weights.probability(weights[pair]), pattern.pairs.size()));
                }
            }
        }
        return questions;
    }

    private static double entropy(double weight) {
        double p = Weights.probability(weight);
        return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    }
}

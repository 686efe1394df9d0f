package org.hengjian.tracing.comparing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Numbers and model numbers (型号) in a text: 2007, 8gb, lds4821wh. Two goods may share every other word and differ in
 * these. Levels: contradict each
 * other in model numbers; in others; some shared; most shared; all shared; a long model number shared.
 */
public final class ModelMeasure implements Measure<Set<String>> {

    /** A token of this length with letters and digits names one thing. */
    private static final int MODEL_LENGTH = 5;

    @Override
    public Set<String> read(String canonical) {
        return new TreeSet<>(List.of(canonical.split(" ")));
    }

    @Override
    public List<String> levels() {
        return List.of("conflict", "different", "some", "most", "all", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.06, 0.1, 0.12, 0.15, 0.22, 0.35};
    }

    @Override
    public int level(Set<String> source, Set<String> target) {
        int shared = 0;
        boolean model = false;
        for (String token : source) {
            if (target.contains(token)) {
                shared++;
                model |= isModel(token);
            }
        }
        if (!model) {
            model = prefixes(source, target);
        }
        if (model) {
            return 5;
        }
        if (shared == 0) {
            boolean both = source.stream().anyMatch(ModelMeasure::isModel) && target.stream().anyMatch(ModelMeasure::isModel);
            return both ? 0 : 1;
        }
        if (shared == Math.min(source.size(), target.size())) {
            return 4;
        }
        return 2 * shared >= Math.min(source.size(), target.size()) ? 3 : 2;
    }

    /** A shop's own suffix, such as a colour code, may follow the maker's model number. */
    private static boolean prefixes(Set<String> source, Set<String> target) {
        for (String a : source) {
            for (String b : target) {
                if (Math.min(a.length(), b.length()) >= MODEL_LENGTH
                        && isModel(a)
                        && isModel(b)
                        && (a.startsWith(b) || b.startsWith(a))) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean isModel(String token) {
        return token.length() >= MODEL_LENGTH
                && token.chars().anyMatch(Character::isLetter)
                && token.chars().filter(Character::isDigit).count() >= 1;
    }

    @Override
    public List<String> keys(Set<String> value) {
        Set<String> keys = new HashSet<>();
        for (String token : value) {
            if (isModel(token)) {
                keys.add(token);
            }
        }
        return new ArrayList<>(keys);
    }
}

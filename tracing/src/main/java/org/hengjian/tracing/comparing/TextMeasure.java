package org.hengjian.tracing.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Titles and longer texts, by the words that they share, rare words counting more (tf–idf, cosine). Words that differ by a
 * typing error or by being run together count in part. Ten levels of a tenth each.
 */
public final class TextMeasure implements Measure<TextMeasure.Words> {

    /** Fewer levels than this cannot tell a copy from a likeness; more cannot be estimated from small data. */
    private static final int LEVELS = 10;

    private static final double INITIAL = 0.6;
    private static final double ABBREVIATION = 0.7;
    private static final double TYPO = 0.85;

    /** Beyond this many unmatched words on a side, likenesses among them are chance. */
    private static final int UNMATCHED_MAX = 16;

    private final ToDoubleFunction<String> rarity;

    /** @param rarity weight of a word, higher for rarer ones, such as log(N/n) */
    public TextMeasure(ToDoubleFunction<String> rarity) {
        this.rarity = rarity;
    }

    /** Words of a text in order, each with its rarity. */
    public record Words(List<String> words, double[] weights) {}

    @Override
    public Words read(String canonical) {
        String[] words = new TreeSet<>(List.of(canonical.split(" "))).toArray(String[]::new);
        double[] weights = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            weights[i] = rarity.applyAsDouble(words[i]);
        }
        return new Words(List.of(words), weights);
    }

    @Override
    public List<String> levels() {
        return List.of("different", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.16, 0.205, 0.32};
    }

    @Override
    public int level(Words source, Words target) {
        return (int) Math.min(LEVELS - 1, Math.max(0, likeness(source, target)) * LEVELS);
    }

    /** 0 nothing shared … 1 the same words, or the shorter text is a part of the longer. */
    public double likeness(Words source, Words target) {
        double shared = 0;
        double left = 0;
        double right = 0;
        int i = 0;
        int j = 0;
        var onlySource = new ArrayList<Integer>();
        var onlyTarget = new ArrayList<Integer>();
        while (i < source.words.size() || j < target.words.size()) {
            int order = i == source.words.size()
                    ? 1
                    : j == target.words.size() ? -1 : source.words.get(i).compareTo(target.words.get(j));
            if (order == 0) {
                double weight = source.weights[i++];
                shared += weight * weight;
                j++;
            } else if (order < 0) {
                left += source.weights[i] * source.weights[i];
                onlySource.add(i++);
            } else {
                right += target.weights[j] * target.weights[j];
                onlyTarget.add(j++);
            }
        }
        if (onlySource.size() <= UNMATCHED_MAX && onlyTarget.size() <= UNMATCHED_MAX) {
            for (int a : onlySource) {
                for (int t = 0; t < onlyTarget.size(); t++) {
                    int b = onlyTarget.get(t);
                    double credit = credit(source.words.get(a), target.words.get(b));
                    if (credit > 0) {
                        double own = source.weights[a] * source.weights[a];
                        double other = target.weights[b] * target.weights[b];
                        shared += credit * Math.min(own, other);
                        left -= credit * own;
                        right -= credit * other;
                        onlyTarget.remove(t);
                        break;
                    }
                }
            }
        }
        double a = shared + Math.max(0, left);
        double b = shared + Math.max(0, right);
        if (a == 0 || b == 0) {
            return 0;
        }
        double cosine = shared / Math.sqrt(a * b);
        double contained = shared / Math.min(a, b);
        return Math.sqrt(cosine * contained);
    }

    /** Share of an exact match for an initial (j: jim), an abbreviation (conf: conference), a typing error. */
    private static double credit(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = shorter.equals(a) ? b : a;
        if (shorter.charAt(0) != longer.charAt(0)) {
            return 0;
        }
        boolean digits = hasDigit(shorter) || hasDigit(longer);
        if (shorter.length() == 1) {
            return digits || longer.length() == 1 ? 0 : INITIAL;
        }
        if (digits) {
            return shorter.length() >= 4 && longer.startsWith(shorter) ? ABBREVIATION : 0;
        }
        if (shorter.length() >= 3 && longer.startsWith(shorter)) {
            return ABBREVIATION;
        }
        return shorter.length() >= 5 && Edits.between(shorter, longer, 1) <= 1 ? TYPO : 0;
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }
}

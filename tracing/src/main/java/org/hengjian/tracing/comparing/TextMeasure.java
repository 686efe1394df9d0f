package org.hengjian.tracing.comparing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Titles and longer texts, by the words that they share, rare words counting more (tf–idf, cosine). Words that differ by a
 * typing error or by being run together count in part. Ten levels of a tenth each.
 */
public final class TextMeasure implements Measure<TextMeasure.Words> {

    /** Fewer levels than this cannot tell a copy from a likeness; more cannot be estimated from small data. */
    private static final int LEVELS = 10;

    private final ToDoubleFunction<String> rarity;

    /** @param rarity weight of a word, higher for rarer ones, such as log(N/n) */
    public TextMeasure(ToDoubleFunction<String> rarity) {
        this.rarity = rarity;
    }

    /** Words of a text in order, each with its share of the whole; the squares of the shares add up to 1. */
    public record Words(List<String> words, double[] shares) {}

    @Override
    public Words read(String canonical) {
        Map<String, Double> weights = new HashMap<>();
        for (String word : canonical.split(" ")) {
            weights.putIfAbsent(word, rarity.applyAsDouble(word));
        }
        String[] words = weights.keySet().toArray(String[]::new);
        Arrays.sort(words);
        double[] shares = new double[words.length];
        double squares = 0;
        for (int i = 0; i < words.length; i++) {
            shares[i] = weights.getOrDefault(words[i], 0.0);
            squares += shares[i] * shares[i];
        }
        for (int i = 0; i < shares.length && squares > 0; i++) {
            shares[i] /= Math.sqrt(squares);
        }
        return new Words(List.of(words), shares);
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

    /** 0 nothing shared … 1 the same words. */
    public double likeness(Words source, Words target) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < source.words.size() && j < target.words.size()) {
            int order = source.words.get(i).compareTo(target.words.get(j));
            if (order == 0) {
                sum += source.shares[i++] * target.shares[j++];
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}

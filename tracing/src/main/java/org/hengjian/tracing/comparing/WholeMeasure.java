package org.hengjian.tracing.comparing;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All that two records say in words, whatever column it stands in, by the runs of three characters that they share, rare
 * runs counting more (tf–idf, cosine). A maker's name in the title of one and in its own column in the other is the same
 * name; {@code f8n044-slv} is nearly {@code f8n044slv}; {@code printshop} nearly {@code print shop}. Ten levels of a tenth each.
 */
public final class WholeMeasure implements Measure<WholeMeasure.Runs> {

    private static final int LEVELS = 10;

    /** So many characters make a run: with two, chance agrees; with four, a typing error costs the whole word. */
    private static final int RUN = 3;

    /** Set before runs where words are counted too, so that {@code the} is not taken for {@code the} in {@code bathe}. */
    private static final String RUN_MARK = "\u0001";

    private final ToDoubleFunction<String> rarity;

    /** @param rarity weight of a run as {@link #runs} names it, higher for rarer ones */
    public WholeMeasure(ToDoubleFunction<String> rarity) {
        this.rarity = rarity;
    }

    /** Runs as numbers, ascending, each with its weight; the squares of the weights sum to 1. */
    public record Runs(long[] runs, double[] weights) {}

    /** The runs of a text, each as often as it occurs, in a form that no word has. */
    public static List<String> runs(String canonical) {
        String text = " " + canonical + " ";
        String[] runs = new String[Math.max(0, text.length() - RUN + 1)];
        int size = 0;
        for (int i = 0; i + RUN <= text.length(); i++) {
            // The middle one is a blank: two words that stand beside each other by chance.
            if (text.charAt(i + 1) != ' ') {
                runs[size++] = RUN_MARK + text.substring(i, i + RUN);
            }
        }
        return Arrays.asList(runs).subList(0, size);
    }

    @Override
    public Runs read(String canonical) {
        String[] all = runs(canonical).toArray(String[]::new);
        Arrays.sort(all);
        long[] runs = new long[all.length];
        double[] weights = new double[all.length];
        double squares = 0;
        int size = 0;
        for (int from = 0; from < all.length; ) {
            int to = from + 1;
            while (to < all.length && all[to].equals(all[from])) {
                to++;
            }
            runs[size] = number(all[from]);
            weights[size] = rarity.applyAsDouble(all[from]) * (1 + Math.log(to - from));
            squares += weights[size] * weights[size];
            size++;
            from = to;
        }
        double length = Math.sqrt(squares);
        for (int w = 0; w < size; w++) {
            weights[w] /= length;
        }
        return new Runs(Arrays.copyOf(runs, size), Arrays.copyOf(weights, size));
    }

    private static long number(String run) {
        return (long) run.charAt(1) << 32 | (long) run.charAt(2) << 16 | run.charAt(3);
    }

    @Override
    public List<String> levels() {
        return List.of("different", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.005, 0.01, 0.03, 0.08, 0.13, 0.16, 0.17, 0.165, 0.15, 0.1};
    }

    @Override
    public int level(Runs source, Runs target) {
        return (int) Math.min(LEVELS - 1, Math.max(0, cosine(source, target)) * LEVELS);
    }

    /** 0 no run shared … 1 the same runs as often. */
    public double cosine(Runs source, Runs target) {
        double cosine = 0;
        int i = 0;
        int j = 0;
        while (i < source.runs.length && j < target.runs.length) {
            if (source.runs[i] == target.runs[j]) {
                cosine += source.weights[i++] * target.weights[j++];
            } else if (source.runs[i] < target.runs[j]) {
                i++;
            } else {
                j++;
            }
        }
        return cosine;
    }
}

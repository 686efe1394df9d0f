package org.hengjian.tracing.judging;

import java.util.Arrays;

/** Compared pairs, from which weights are estimated: per pair and feature the level and the commonness of what is shared. */
public final class Sample {

    private final int features;
    private byte[] levels;
    private float[] strangersLog2;
    private byte[] answers = new byte[1024];
    private int[] sources = new int[1024];
    private int[] targets = new int[1024];
    private int size;

    public Sample(int features) {
        this.features = features;
        levels = new byte[features * 1024];
        strangersLog2 = new float[features * 1024];
    }

    /** A pair of which a person has said whether it is one subject. */
    public void add(Comparer comparer, int a, Subject source, int b, Subject target, boolean same) {
        add(comparer, a, source, b, target);
        answers[size - 1] = (byte) (same ? 1 : -1);
    }

    /** @param a number of the first record; who has rivals is asked by it */
    public void add(Comparer comparer, int a, Subject source, int b, Subject target) {
        if (size == sources.length) {
            sources = Arrays.copyOf(sources, size * 2);
            targets = Arrays.copyOf(targets, size * 2);
            answers = Arrays.copyOf(answers, size * 2);
        }
        sources[size] = a;
        targets[size] = b;
        int from = size * features;
        if (from + features > levels.length) {
            levels = Arrays.copyOf(levels, levels.length * 2);
            strangersLog2 = Arrays.copyOf(strangersLog2, strangersLog2.length * 2);
        }
        for (int f = 0; f < features; f++) {
            Comparer.Likeness likeness = comparer.likeness(f, source, target);
            levels[from + f] = (byte) likeness.level();
            strangersLog2[from + f] = (float) likeness.strangersLog2();
        }
        size++;
    }

    public int size() {
        return size;
    }

    /** 1 if a person said that it is one subject, −1 if two, 0 if nobody said anything. */
    int answer(int pair) {
        return answers[pair];
    }

    int source(int pair) {
        return sources[pair];
    }

    int target(int pair) {
        return targets[pair];
    }

    int level(int pair, int feature) {
        return levels[pair * features + feature];
    }

    Comparer.Likeness likeness(int pair, int feature) {
        int at = pair * features + feature;
        return new Comparer.Likeness(levels[at], strangersLog2[at], 0, 0);
    }
}

package org.hengjian.tracing.judging;

import java.util.Arrays;

/** Compared pairs, from which weights are estimated: per pair and feature the level and the commonness of what is shared. */
public final class Sample {

    private final int features;
    private byte[] levels;
    private float[] strangersLog2;
    private int[] sources = new int[1024];
    private int[] targets = new int[1024];
    private int size;

    public Sample(int features) {
        this.features = features;
        levels = new byte[features * 1024];
        strangersLog2 = new float[features * 1024];
    }

    /** @param a number of the first record; who has rivals is asked by it */
    public void add(Comparer comparer, int a, Subject source, int b, Subject target) {
        if (size == sources.length) {
            sources = Arrays.copyOf(sources, size * 2);
            targets = Arrays.copyOf(targets, size * 2);
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

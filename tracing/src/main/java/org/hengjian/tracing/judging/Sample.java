package org.hengjian.tracing.judging;

import java.util.Arrays;

/** Compared pairs, from which weights are estimated: per pair and feature the level and the commonness of what is shared. */
public final class Sample {

    private final int features;
    private byte[] levels;
    private float[] strangersLog2;
    private int size;

    public Sample(int features) {
        this.features = features;
        levels = new byte[features * 1024];
        strangersLog2 = new float[features * 1024];
    }

    public void add(Comparer comparer, Subject source, Subject target) {
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

    int level(int pair, int feature) {
        return levels[pair * features + feature];
    }

    Comparer.Likeness likeness(int pair, int feature) {
        int at = pair * features + feature;
        return new Comparer.Likeness(levels[at], strangersLog2[at], 0, 0);
    }
}

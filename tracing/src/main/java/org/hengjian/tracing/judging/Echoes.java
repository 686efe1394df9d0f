package org.hengjian.tracing.judging;

import java.util.List;
import java.util.stream.IntStream;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Schema;

/**
 * Features that say the same thing twice: a shop is named after the firm that runs it. The weights of Fellegi and Sunter
 * take features for independent; so of those that echo each other the heaviest counts in full, and the others a little.
 */
public final class Echoes {

    /** Share of its weight that an echo keeps. */
    private static final double KEPT = 0.25;

    private final int[] names;

    Echoes(List<Schema.Feature> features) {
        names = IntStream.range(0, features.size())
                .filter(f -> features.get(f).kind() == Kind.COMPANY || features.get(f).kind() == Kind.NAME)
                .toArray();
    }

    /** Weights that speak against one subject stay as they are. */
    void hush(double[] weights) {
        if (names.length < 2) {
            return;
        }
        int loudest = names[0];
        for (int name : names) {
            loudest = weights[name] > weights[loudest] ? name : loudest;
        }
        for (int name : names) {
            if (name != loudest && weights[name] > 0) {
                weights[name] *= KEPT;
            }
        }
    }
}

package org.hengjian.tracing.judging;

import org.hengjian.tracing.schema.Kind;

/**
 * How far the weight of a feature is believed.
 *
 * @param share of its weight that counts: 1 all, less where other features have said part of it already
 * @param least bits that it may speak against one subject, not below 0
 * @param most bits that it may speak for one subject
 */
public record Belief(double share, double least, double most) {

    /** No single feature may weigh more: beyond it, an error in one cell would outweigh a whole record. */
    private static final double HEAVIEST = 40;

    /** A shop sets its own price: another price is no proof of other goods, nor an equal one of the same. */
    private static final Belief NUMBER = new Belief(1, 1.5, 2);

    /** Titles hold sizes and shops' own numbers as well as the maker's. */
    private static final Belief MODEL = new Belief(1, 5, HEAVIEST);

    /** The columns of words have said half of it. */
    private static final Belief WHOLE = new Belief(0.5, HEAVIEST, HEAVIEST);

    /** While it is learnt what to make of it, nothing is made of it: it would confirm itself and its echoes. */
    private static final Belief LEARNT = new Belief(0, HEAVIEST, HEAVIEST);

    private static final Belief PLAIN = new Belief(1, HEAVIEST, HEAVIEST);

    static Belief learning(Kind kind) {
        return kind == Kind.WHOLE ? LEARNT : judging(kind);
    }

    static Belief judging(Kind kind) {
        return switch (kind) {
            case NUMBER -> NUMBER;
            case MODEL -> MODEL;
            case WHOLE -> WHOLE;
            default -> PLAIN;
        };
    }

    double of(double weight) {
        return share * Math.max(-least, Math.min(most, weight));
    }
}

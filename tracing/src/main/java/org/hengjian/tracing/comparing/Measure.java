package org.hengjian.tracing.comparing;

import java.util.List;

/**
 * Compares two values of one kind and answers with one of a few named levels. Symmetric: the order of the two does not
 * matter.
 *
 * @param <P> the parts of a value, read once from its canonical form
 */
public interface Measure<P> {

    P read(String canonical);

    /** Names of the levels, from the least alike (always {@code different}) to the most alike. */
    List<String> levels();

    /**
     * How often pairs of records of one subject fall on each level, before any data were seen. Where the estimation
     * starts, and what it leans on when there is little to learn from.
     */
    double[] start();

    /** Index into {@link #levels()}. */
    int level(P source, P target);

    /**
     * What a value is known by at a level, such as the name proper of a firm. Two values that share it agree the more
     * tellingly the fewer records have it. Empty where commonness says nothing.
     */
    default String term(P value, int level) {
        return "";
    }

    /** What is asked where the terms of two values are not equal, because one of them says less: a street without its city. */
    default String widerTerm(P value, int level) {
        return "";
    }

    /**
     * How many strangers are expected to hold a term that was seen on one subject only. Near 0 for what is given out
     * once (a credit code), 1 for what people choose from a common stock (a person's name).
     */
    default double strangers() {
        return 1;
    }

    /** What may bring two records together in a block. */
    default List<String> keys(P value) {
        return List.of();
    }
}

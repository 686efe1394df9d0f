package org.hengjian.screening;

/** From the sum of log-odds to a score (评分模型). */
final class Model {

    /** What an offer starts from, in log-odds: most are honest. */
    static final double BIAS = -3.0;

    private Model() {}

    static double score(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }
}

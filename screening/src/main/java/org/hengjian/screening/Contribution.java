package org.hengjian.screening;

/**
 * One term of the score (得分构成): the score is the logistic function of their sum.
 *
 * @param feature stable name of the feature, such as {@code claim-with-brand}
 * @param weight log-odds added; negative speaks for the seller
 */
public record Contribution(String feature, double weight, String zh, String en) {}

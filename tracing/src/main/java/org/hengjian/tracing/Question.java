package org.hengjian.tracing;

/**
 * A pair of records whose answer would teach much (主动标注).
 *
 * @param probability that the two are one subject, as far as is known now
 * @param alike how many doubtful pairs, this one among them, agree and differ in the same way: the answer speaks of all
 */
public record Question(int source, int target, double probability, int alike) {}

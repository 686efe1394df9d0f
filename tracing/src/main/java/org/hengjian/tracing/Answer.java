package org.hengjian.tracing;

/**
 * What a person says about two records, known by their numbers (标注): one subject, or two. Symmetric.
 *
 * @param source the lower number
 */
public record Answer(int source, int target, boolean same) {

    /** @throws IllegalArgumentException if the two are one record, or a number is negative */
    public Answer {
        if (source == target || source < 0 || target < 0) {
            throw new IllegalArgumentException("not two records: " + source + " and " + target);
        }
        int lower = Math.min(source, target);
        target = Math.max(source, target);
        source = lower;
    }
}

package org.hengjian.screening;

import java.util.List;

/**
 * One place in the text, and what it was read as (发现). The characters from {@code start} to {@code end} of the field,
 * counted in UTF-16 units, are {@code text}.
 *
 * @param field {@code title}, {@code description}, {@code brand}, {@code seller}, {@code url} or {@code price}
 * @param matched the registered name or the claim that the characters stand for
 * @param path each transformation between the two, in order, such as {@code full-width}, {@code homophone}; empty when
 *     the characters are the name itself
 * @param rightId the right that it names; empty for a claim
 * @param weight what it adds to the score, in log-odds; negative speaks for the seller
 */
public record Finding(
        Kind kind,
        String field,
        int start,
        int end,
        String text,
        String matched,
        List<String> path,
        String rightId,
        double weight,
        String zh,
        String en) {

    public Finding {
        path = List.copyOf(path);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a place in a text: " + start + " to " + end);
        }
    }
}

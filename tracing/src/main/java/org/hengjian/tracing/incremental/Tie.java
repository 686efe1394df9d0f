package org.hengjian.tracing.incremental;

import java.util.List;
import org.hengjian.tracing.judging.Reason;

/**
 * Link between two records.
 *
 * @param source the lower id
 * @param weight log2 odds that they are one subject; no finer than every shelf keeps it, or clusters would differ by shelf
 * @param reasons what each feature says, in the schema's order
 */
public record Tie(String source, String target, float weight, List<Reason> reasons) {

    public Tie {
        if (source.compareTo(target) >= 0) {
            throw new IllegalArgumentException("the lower id comes first: " + source + ", " + target);
        }
        reasons = List.copyOf(reasons);
    }

    public String other(String id) {
        return id.equals(source) ? target : source;
    }
}

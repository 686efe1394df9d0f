package org.hengjian.tracing.incremental;

/** Link between two records, in log2 odds; {@code source} is the lower id. */
public record Tie(String source, String target, double weight) {

    public static Tie of(String one, String other, double weight) {
        return one.compareTo(other) < 0 ? new Tie(one, other, weight) : new Tie(other, one, weight);
    }

    public String other(String id) {
        return id.equals(source) ? target : source;
    }
}

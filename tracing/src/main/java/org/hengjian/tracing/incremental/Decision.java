package org.hengjian.tracing.incremental;

/**
 * What a person decided of two records: the same subject, or not. Holds until the same two are decided anew.
 *
 * @param by who decided
 * @param reason in their words
 */
public record Decision(String source, String target, boolean same, String by, String reason) {

    /** True if both are about the same two records. */
    boolean isAbout(Decision other) {
        return source.equals(other.source) && target.equals(other.target)
                || source.equals(other.target) && target.equals(other.source);
    }

    public String other(String id) {
        return id.equals(source) ? target : source;
    }
}

package org.hengjian.tracing.incremental;

/**
 * What a person decided of two records: the same subject, or not. Holds until the same two are decided anew. Which of the
 * two was named first does not matter: the lower id becomes the source.
 *
 * @param by who decided
 * @param reason in their words
 */
public record Decision(String source, String target, boolean same, String by, String reason) {

    /** @throws IllegalArgumentException if it is of one record alone */
    public Decision {
        int order = source.compareTo(target);
        if (order == 0) {
            throw new IllegalArgumentException("a record is the same as itself: " + source);
        }
        if (order > 0) {
            String first = target;
            target = source;
            source = first;
        }
    }

    boolean isAbout(String one, String two) {
        return source.equals(one) && target.equals(two) || source.equals(two) && target.equals(one);
    }

    public String other(String id) {
        return id.equals(source) ? target : source;
    }
}

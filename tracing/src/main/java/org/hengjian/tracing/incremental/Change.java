package org.hengjian.tracing.incremental;

import java.util.List;

/**
 * What one arrival, withdrawal or decision changed; the history (沿革) is made of these.
 *
 * @param cause {@code arrival}, {@code withdrawal} or {@code decision}
 * @param about the record that arrived or was withdrawn, or the first of the two decided on
 * @param moves records whose cluster changed, in the order of their ids
 */
public record Change(String cause, String about, List<Move> moves) {

    /** From one cluster to another; empty where there was none, or is none any more. */
    public record Move(String record, String from, String to) {}

    public Change {
        moves = List.copyOf(moves);
    }
}

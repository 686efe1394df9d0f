package org.hengjian.tracing.incremental;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hengjian.tracing.schema.Profile;

/**
 * Where profiles, keys, ties, decisions, clusters and history lie. A database implements it with a table each: keys indexed
 * by key, ties by both ends. Every question is of many records at once, so that one change costs a few statements however
 * many records it touches. All calls of one change belong into one transaction, and one change follows the other.
 */
public interface Shelf {

    void put(Profile profile, long[] keys);

    /** Those of the records that are there. */
    Map<String, Profile> profiles(Collection<String> ids);

    /** Which of the records are there. */
    Set<String> present(Collection<String> ids);

    /** With its keys and ties. Decisions stay: the record may come back. */
    void remove(String id);

    /** Ids that hold one of the keys; a key that more than {@code most} hold is passed over. */
    Set<String> sharing(long[] keys, int most);

    void put(List<Tie> ties);

    /** All ties with one of the records at an end, each once. */
    List<Tie> ties(Collection<String> ids);

    /** Counts from now on, and an earlier one on the same two no longer. */
    void put(Decision decision);

    /**
     * What hangs together with a record that is there: no further once so many are found. A database answers it with one
     * statement instead of two a step.
     */
    default Together together(String start, int most) {
        return Together.of(start, most, this);
    }

    /** Those that count with one of the records at an end, each once. */
    List<Decision> decisions(Collection<String> ids);

    /** Of the records that are in one. */
    Map<String, String> clustersOf(Collection<String> ids);

    /** From one cluster to another; an empty one takes the record out. */
    void assign(List<Change.Move> moves);

    /** Where each of the records came from when it last moved, as far as it came from a cluster. */
    Map<String, String> formerly(Collection<String> ids);

    List<String> members(String cluster);

    void note(Change change);

    /** Changes that moved a record, oldest first; a shelf may leave out the oldest of very many. */
    List<Change> history(String id);
}

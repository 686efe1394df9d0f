package org.hengjian.tracing.incremental;

import java.util.List;
import java.util.Optional;
import org.hengjian.tracing.schema.Profile;

/**
 * Where profiles, keys, ties, decisions, clusters and history lie. A database implements it with a table each: keys indexed
 * by key, ties by both ends. All calls of one change belong into one transaction.
 */
public interface Shelf {

    void put(Profile profile, long[] keys);

    Optional<Profile> profile(String id);

    /** With its keys and ties. Decisions stay: the record may come back. */
    void remove(String id);

    /** Ids that hold a key, {@code limit} at most. */
    List<String> sharing(long key, int limit);

    void put(Tie tie);

    List<Tie> ties(String id);

    /** Takes the place of an earlier decision on the same two. */
    void put(Decision decision);

    /** Oldest first. */
    List<Decision> decisions(String id);

    Optional<String> clusterOf(String id);

    /** An empty cluster takes the record out. */
    void assign(String id, String cluster);

    List<String> members(String cluster);

    void note(Change change);

    /** Changes that moved a record, oldest first. */
    List<Change> history(String id);
}

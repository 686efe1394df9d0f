package org.hengjian.tracing.incremental;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hengjian.tracing.schema.Profile;

/** A shelf on the heap, for tests and small sets. One thread at a time. */
public final class MemoryShelf implements Shelf {

    private final Map<String, Profile> profiles = new HashMap<>();
    private final Map<String, long[]> keysOf = new HashMap<>();
    private final Map<Long, TreeSet<String>> holders = new HashMap<>();
    private final Map<String, List<Tie>> ties = new HashMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<String, String> clusters = new HashMap<>();
    private final Map<String, TreeSet<String>> members = new HashMap<>();
    private final List<Change> history = new ArrayList<>();

    @Override
    public void put(Profile profile, long[] keys) {
        profiles.put(profile.id(), profile);
        keysOf.put(profile.id(), keys.clone());
        for (long key : keys) {
            holders.computeIfAbsent(key, none -> new TreeSet<>()).add(profile.id());
        }
    }

    @Override
    public Optional<Profile> profile(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    @Override
    public void remove(String id) {
        profiles.remove(id);
        for (long key : Optional.ofNullable(keysOf.remove(id)).orElse(new long[0])) {
            holders.computeIfPresent(key, (same, ids) -> {
                ids.remove(id);
                return ids.isEmpty() ? null : ids;
            });
        }
        for (Tie tie : ties(id)) {
            ties.computeIfPresent(tie.other(id), (same, some) -> some.stream().filter(other -> !other.equals(tie)).toList());
        }
        ties.remove(id);
    }

    @Override
    public List<String> sharing(long key, int limit) {
        return holders.getOrDefault(key, new TreeSet<>()).stream().limit(limit).toList();
    }

    @Override
    public void put(Tie tie) {
        for (String end : List.of(tie.source(), tie.target())) {
            var some = new ArrayList<>(ties(end));
            some.add(tie);
            ties.put(end, some);
        }
    }

    @Override
    public List<Tie> ties(String id) {
        return ties.getOrDefault(id, List.of());
    }

    @Override
    public void put(Decision decision) {
        decisions.removeIf(decision::isAbout);
        decisions.add(decision);
    }

    @Override
    public List<Decision> decisions(String id) {
        return decisions.stream()
                .filter(decision -> decision.source().equals(id) || decision.target().equals(id))
                .toList();
    }

    @Override
    public Optional<String> clusterOf(String id) {
        return Optional.ofNullable(clusters.get(id));
    }

    @Override
    public void assign(String id, String cluster) {
        String before = clusters.remove(id);
        if (before != null) {
            members.getOrDefault(before, new TreeSet<>()).remove(id);
        }
        if (!cluster.isEmpty()) {
            clusters.put(id, cluster);
            members.computeIfAbsent(cluster, none -> new TreeSet<>()).add(id);
        }
    }

    @Override
    public List<String> members(String cluster) {
        return List.copyOf(members.getOrDefault(cluster, new TreeSet<>()));
    }

    @Override
    public void note(Change change) {
        history.add(change);
    }

    @Override
    public List<Change> history(String id) {
        return history.stream()
                .filter(change -> change.moves().stream().anyMatch(move -> move.record().equals(id)))
                .toList();
    }
}

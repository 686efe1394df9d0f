package org.hengjian.tracing.incremental;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<String, String> origins = new HashMap<>();

    @Override
    public void put(Profile profile, long[] keys) {
        profiles.put(profile.id(), profile);
        keysOf.put(profile.id(), keys.clone());
        for (long key : keys) {
            holders.computeIfAbsent(key, none -> new TreeSet<>()).add(profile.id());
        }
    }

    @Override
    public Map<String, Profile> profiles(Collection<String> ids) {
        Map<String, Profile> found = new TreeMap<>();
        for (String id : ids) {
            Profile profile = profiles.get(id);
            if (profile != null) {
                found.put(id, profile);
            }
        }
        return found;
    }

    @Override
    public Set<String> present(Collection<String> ids) {
        Set<String> present = new TreeSet<>(ids);
        present.retainAll(profiles.keySet());
        return present;
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
        for (Tie tie : ties(List.of(id))) {
            ties.computeIfPresent(tie.other(id), (same, some) -> some.stream().filter(other -> !other.equals(tie)).toList());
        }
        ties.remove(id);
    }

    @Override
    public Set<String> sharing(long[] keys, int most) {
        Set<String> sharing = new TreeSet<>();
        for (long key : keys) {
            Set<String> some = holders.getOrDefault(key, new TreeSet<>());
            if (some.size() <= most) {
                sharing.addAll(some);
            }
        }
        return sharing;
    }

    @Override
    public void put(List<Tie> some) {
        for (Tie tie : some) {
            for (String end : List.of(tie.source(), tie.target())) {
                var more = new ArrayList<>(ties.getOrDefault(end, List.of()));
                more.add(tie);
                ties.put(end, more);
            }
        }
    }

    @Override
    public List<Tie> ties(Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> ties.getOrDefault(id, List.of()).stream())
                .distinct()
                .toList();
    }

    @Override
    public void put(Decision decision) {
        decisions.add(decision);
    }

    /** The latest on these two counts no longer; the one before it does again. Whoever calls this reconsiders the two. */
    public void takeBack(String source, String target) {
        List<Decision> some = decisions.stream().filter(decision -> decision.isAbout(source, target)).toList();
        if (!some.isEmpty()) {
            decisions.remove(decisions.lastIndexOf(some.getLast()));
        }
    }

    @Override
    public List<Decision> decisions(Collection<String> ids) {
        var counting = new ArrayList<Decision>();
        for (Decision decision : decisions) {
            if (ids.contains(decision.source()) || ids.contains(decision.target())) {
                counting.removeIf(earlier -> earlier.isAbout(decision.source(), decision.target()));
                counting.add(decision);
            }
        }
        return counting;
    }

    @Override
    public Map<String, String> clustersOf(Collection<String> ids) {
        Map<String, String> found = new TreeMap<>();
        for (String id : ids) {
            String cluster = clusters.get(id);
            if (cluster != null) {
                found.put(id, cluster);
            }
        }
        return found;
    }

    @Override
    public void assign(List<Change.Move> moves) {
        moves.forEach(move -> assign(move.record(), move.to()));
    }

    @Override
    public Map<String, String> formerly(Collection<String> ids) {
        Map<String, String> formerly = new TreeMap<>();
        for (String id : ids) {
            String origin = origins.getOrDefault(id, "");
            if (!origin.isEmpty()) {
                formerly.put(id, origin);
            }
        }
        return formerly;
    }

    private void assign(String id, String cluster) {
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
        change.moves().forEach(move -> origins.put(move.record(), move.from()));
    }

    @Override
    public List<Change> history(String id) {
        return history.stream()
                .filter(change -> change.moves().stream().anyMatch(move -> move.record().equals(id)))
                .toList();
    }
}

package org.hengjian.tracing.incremental;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hengjian.tracing.Model;
import org.hengjian.tracing.blocking.Keys;
import org.hengjian.tracing.clusters.Partition;
import org.hengjian.tracing.judging.Verdict;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Profile;
import org.hengjian.tracing.schema.Reader;

/**
 * Clusters one record at a time. A record that arrives joins a cluster, merges several or founds one; a record that is
 * withdrawn takes with it what it alone held together; what a person decided holds against any weight. Only what hangs
 * together with the record is looked at, and the clusters are a function of the records and decisions there, not of the
 * order in which they came.
 */
public final class LiveClusters {

    /** A key that more records hold is not looked up: it says little, and the answer must come in milliseconds. */
    private static final int SHARING_MAX = 200;

    /** More records than this hanging together are a mistake in the data, not a seller. */
    private static final int TOGETHER_MAX = 5_000;

    private static final double STRONG = 6.6;

    private final Model model;
    private final Reader reader;
    private final Keys keys;
    private final Shelf shelf;

    public LiveClusters(Model model, Shelf shelf) {
        this.model = model;
        this.shelf = shelf;
        reader = new Reader(model.schema());
        keys = model.keys();
    }

    /** A record that is already there under the same id is replaced. */
    public Change arrive(Entry entry) {
        Set<String> touched = new TreeSet<>();
        if (shelf.profile(entry.id()).isPresent()) {
            touched.addAll(neighbours(entry.id()));
            shelf.remove(entry.id());
        }
        Profile profile = reader.read(entry);
        long[] own = keys.of(profile);
        Set<String> candidates = new TreeSet<>();
        for (long key : own) {
            List<String> sharing = shelf.sharing(key, SHARING_MAX + 1);
            if (sharing.size() <= SHARING_MAX) {
                candidates.addAll(sharing);
            }
        }
        shelf.put(profile, own);
        for (String candidate : candidates) {
            Profile other = shelf.profile(candidate).orElseThrow();
            double weight = model.weight(profile, other);
            if (weight >= model.threshold()) {
                shelf.put(Tie.of(profile.id(), candidate, weight));
            }
        }
        touched.add(entry.id());
        return settle("arrival", entry.id(), touched, List.of());
    }

    /** Its cluster falls apart where the record alone held it together. */
    public Change withdraw(String id) {
        Set<String> touched = new TreeSet<>(neighbours(id));
        var moves = new ArrayList<Change.Move>();
        shelf.clusterOf(id).ifPresent(cluster -> {
            touched.addAll(shelf.members(cluster));
            moves.add(new Change.Move(id, cluster, ""));
        });
        touched.remove(id);
        shelf.remove(id);
        shelf.assign(id, "");
        return settle("withdrawal", id, touched, moves);
    }

    /** Same or not the same, by a person; respected from now on. */
    public Change decide(Decision decision) {
        shelf.put(decision);
        Set<String> touched = new TreeSet<>();
        for (String id : List.of(decision.source(), decision.target())) {
            if (shelf.profile(id).isPresent()) {
                touched.add(id);
            }
        }
        return settle("decision", decision.source(), touched, List.of());
    }

    /** Why two records are or are not one subject, as the machine sees it; {@link Shelf#decisions} says what people did. */
    public Verdict explain(String source, String target) {
        return model.explain(
                shelf.profile(source).orElseThrow(), shelf.profile(target).orElseThrow());
    }

    private Set<String> neighbours(String id) {
        Set<String> neighbours = new TreeSet<>();
        shelf.ties(id).forEach(tie -> neighbours.add(tie.other(id)));
        shelf.decisions(id).stream()
                .filter(Decision::same)
                .map(decision -> decision.other(id))
                .filter(other -> shelf.profile(other).isPresent())
                .forEach(neighbours::add);
        return neighbours;
    }

    private Change settle(String cause, String about, Collection<String> touched, List<Change.Move> before) {
        var moves = new ArrayList<>(before);
        Set<String> seen = new HashSet<>();
        for (String start : touched) {
            if (!seen.contains(start)) {
                Set<String> together = together(start);
                seen.addAll(together);
                moves.addAll(place(new ArrayList<>(together)));
            }
        }
        var change = new Change(cause, about, moves);
        shelf.note(change);
        return change;
    }

    private Set<String> together(String start) {
        Set<String> together = new TreeSet<>(Set.of(start));
        var open = new ArrayDeque<>(Set.of(start));
        while (!open.isEmpty() && together.size() < TOGETHER_MAX) {
            for (String next : neighbours(open.remove())) {
                if (together.add(next)) {
                    open.add(next);
                }
            }
        }
        return together;
    }

    private List<Change.Move> place(List<String> ids) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            numbers.put(ids.get(i), i);
        }
        var links = new ArrayList<Partition.Link>();
        var same = new ArrayList<int[]>();
        var apart = new ArrayList<int[]>();
        for (int i = 0; i < ids.size(); i++) {
            for (Tie tie : shelf.ties(ids.get(i))) {
                Integer other = numbers.get(tie.target());
                if (tie.source().equals(ids.get(i)) && other != null) {
                    links.add(new Partition.Link(i, other, tie.weight()));
                }
            }
            for (Decision decision : shelf.decisions(ids.get(i))) {
                Integer other = numbers.get(decision.other(ids.get(i)));
                if (decision.source().equals(ids.get(i)) && other != null) {
                    (decision.same() ? same : apart).add(new int[] {i, other});
                }
            }
        }
        int[] none = Partition.Rules.plain(0, ids.size()).sourceOf();
        double strong = Math.max(model.threshold(), 0) + STRONG;
        int[] lowest = new Partition(ids.size(), links, new Partition.Rules(strong, same, apart, none)).clusters();
        Map<Integer, List<String>> groups = new TreeMap<>();
        for (int i = 0; i < ids.size(); i++) {
            groups.computeIfAbsent(lowest[i], first -> new ArrayList<>()).add(ids.get(i));
        }
        return name(groups.values());
    }

    /** The group that keeps most of a cluster's members keeps its id; the others get new ones. */
    private List<Change.Move> name(Collection<List<String>> groups) {
        record Claim(String cluster, List<String> group, long members) {}
        var claims = new ArrayList<Claim>();
        for (List<String> group : groups) {
            Map<String, Long> held = new TreeMap<>();
            group.forEach(id -> shelf.clusterOf(id).ifPresent(cluster -> held.merge(cluster, 1L, Long::sum)));
            held.forEach((cluster, members) -> claims.add(new Claim(cluster, group, members)));
        }
        claims.sort((a, b) -> {
            int order = Long.compare(b.members, a.members);
            order = order != 0 ? order : a.cluster.compareTo(b.cluster);
            return order != 0 ? order : a.group.get(0).compareTo(b.group.get(0));
        });
        Map<List<String>, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Claim claim : claims) {
            if (!names.containsKey(claim.group) && taken.add(claim.cluster)) {
                names.put(claim.group, claim.cluster);
            }
        }
        var moves = new ArrayList<Change.Move>();
        for (List<String> group : groups) {
            String name = names.computeIfAbsent(group, fresh -> fresh(fresh.get(0), taken));
            for (String id : group) {
                String from = shelf.clusterOf(id).orElse("");
                if (!from.equals(name)) {
                    moves.add(new Change.Move(id, from, name));
                }
            }
        }
        moves.forEach(move -> shelf.assign(move.record(), move.to()));
        return moves;
    }

    /** Named after its first record; where that name is in use, with a number behind. */
    private String fresh(String founder, Set<String> taken) {
        String name = "C-" + founder;
        for (int again = 2; taken.contains(name) || !shelf.members(name).isEmpty(); again++) {
            name = "C-" + founder + "-" + again;
        }
        taken.add(name);
        return name;
    }
}

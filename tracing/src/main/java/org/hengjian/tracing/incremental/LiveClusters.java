package org.hengjian.tracing.incremental;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
 * order in which they came, unless more records than are looked up hold a key, or more hang together than are looked at.
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
    private final int togetherMax;

    public LiveClusters(Model model, Shelf shelf) {
        this(model, shelf, TOGETHER_MAX);
    }

    LiveClusters(Model model, Shelf shelf, int togetherMax) {
        this.model = model;
        this.shelf = shelf;
        this.togetherMax = togetherMax;
        reader = new Reader(model.schema());
        keys = model.keys();
    }

    /** A record that is already there under the same id is replaced; one that says the same as before changes nothing. */
    public Change arrive(Entry entry) {
        Profile profile = reader.read(entry);
        Profile before = shelf.profiles(List.of(entry.id())).get(entry.id());
        if (profile.equals(before)) {
            return new Change("arrival", entry.id(), List.of());
        }
        Set<String> touched = new TreeSet<>(Set.of(entry.id()));
        if (before != null) {
            touched.addAll(neighbours(entry.id()));
            shelf.remove(entry.id());
        }
        long[] own = keys.of(profile);
        Set<String> candidates = shelf.sharing(own, SHARING_MAX);
        shelf.put(profile, own);
        var ties = new ArrayList<Tie>();
        for (Profile other : shelf.profiles(candidates).values()) {
            // Weighed from the lower id, whichever came first: from the other side the last bit may differ.
            boolean first = profile.id().compareTo(other.id()) < 0;
            Profile source = first ? profile : other;
            Profile target = first ? other : profile;
            if (model.weight(source, target) >= model.threshold()) {
                Verdict verdict = model.explain(source, target);
                ties.add(new Tie(source.id(), target.id(), (float) verdict.weight(), verdict.reasons()));
            }
        }
        shelf.put(ties);
        return settle("arrival", entry.id(), touched, List.of());
    }

    /** Its cluster falls apart where the record alone held it together. One that is not there changes nothing. */
    public Change withdraw(String id) {
        if (shelf.present(List.of(id)).isEmpty()) {
            return new Change("withdrawal", id, List.of());
        }
        Set<String> touched = new TreeSet<>(neighbours(id));
        var moves = new ArrayList<Change.Move>();
        String cluster = shelf.clustersOf(List.of(id)).getOrDefault(id, "");
        if (!cluster.isEmpty()) {
            touched.addAll(shelf.members(cluster));
            moves.add(new Change.Move(id, cluster, ""));
        }
        touched.remove(id);
        shelf.remove(id);
        shelf.assign(moves);
        return settle("withdrawal", id, touched, moves);
    }

    /** Same or not the same, by a person; respected from now on. */
    public Change decide(Decision decision) {
        shelf.put(decision);
        return reconsider(decision.source(), decision.target());
    }

    /** Settles anew what hangs together with two records of which a decision was made, or taken back. */
    public Change reconsider(String source, String target) {
        Set<String> touched = new TreeSet<>(shelf.present(List.of(source, target)));
        var clusters = shelf.clustersOf(touched);
        clusters.values().stream().distinct().forEach(cluster -> touched.addAll(shelf.members(cluster)));
        return settle("decision", source, touched, List.of());
    }

    /** Why two records are or are not one subject, as the machine sees it; {@link Shelf#decisions} says what people did. */
    public Verdict explain(String source, String target) {
        Map<String, Profile> both = shelf.profiles(List.of(source, target));
        Profile one = both.get(source);
        Profile other = both.get(target);
        if (one == null || other == null) {
            throw new IllegalArgumentException("not there: " + (one == null ? source : target));
        }
        return model.explain(one, other);
    }

    /** Those next to a record: where it goes or changes, what hangs together without it begins at one of them. */
    private Set<String> neighbours(String id) {
        Set<String> neighbours = new TreeSet<>();
        shelf.ties(List.of(id)).forEach(tie -> neighbours.add(tie.other(id)));
        Set<String> joined = new TreeSet<>();
        shelf.decisions(List.of(id)).stream().filter(Decision::same).forEach(decision -> joined.add(decision.other(id)));
        neighbours.addAll(shelf.present(joined));
        return neighbours;
    }

    private Change settle(String cause, String about, Collection<String> touched, List<Change.Move> before) {
        Set<String> seen = new TreeSet<>();
        var groups = new ArrayList<List<String>>();
        for (String start : touched) {
            if (!seen.contains(start)) {
                Together together = shelf.together(start, togetherMax);
                Set<String> members = new TreeSet<>(together.members());
                // Where more hangs together than is looked at, two starts may see the same records.
                members.removeAll(seen);
                seen.addAll(members);
                groups.addAll(groups(members, together));
            }
        }
        var moves = new ArrayList<>(before);
        moves.addAll(name(seen, groups));
        moves.sort(Comparator.comparing(Change.Move::record));
        var change = new Change(cause, about, moves);
        shelf.note(change);
        return change;
    }

    private Collection<List<String>> groups(Set<String> members, Together together) {
        var ids = new ArrayList<>(members);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            numbers.put(ids.get(i), i);
        }
        var links = new ArrayList<Partition.Link>();
        var same = new ArrayList<int[]>();
        var apart = new ArrayList<int[]>();
        for (Together.Link link : Set.copyOf(together.links())) {
            Integer source = numbers.get(link.source());
            Integer target = numbers.get(link.target());
            if (source != null && target != null) {
                links.add(new Partition.Link(source, target, link.weight()));
            }
        }
        // In the order of the records and not of their making: which came first must not matter.
        var said = new ArrayList<>(Set.copyOf(together.said()));
        said.sort(Comparator.comparing(Together.Said::source).thenComparing(Together.Said::target));
        for (Together.Said one : said) {
            Integer source = numbers.get(one.source());
            Integer target = numbers.get(one.target());
            if (source != null && target != null) {
                (one.same() ? same : apart).add(new int[] {source, target});
            }
        }
        int[] none = Partition.Rules.plain(0, ids.size()).sourceOf();
        double strong = Math.max(model.threshold(), 0) + STRONG;
        int[] lowest = new Partition(ids.size(), links, new Partition.Rules(strong, same, apart, none)).clusters();
        Map<Integer, List<String>> groups = new TreeMap<>();
        for (int i = 0; i < ids.size(); i++) {
            groups.computeIfAbsent(lowest[i], first -> new ArrayList<>()).add(ids.get(i));
        }
        return groups.values();
    }

    /**
     * The group that keeps most of a cluster's members keeps its id, of equal ones that with the lowest record: so what two
     * merged into and what comes apart again are named alike. The others get back the id that most of their members had
     * before, or a new one. All that one change touches is named together: what came apart must not keep one name on both
     * sides.
     */
    private List<Change.Move> name(Collection<String> ids, Collection<List<String>> groups) {
        record Claim(String cluster, List<String> group, List<String> members) {}
        Map<String, String> before = shelf.clustersOf(ids);
        var claims = new ArrayList<Claim>();
        for (List<String> group : groups) {
            Map<String, List<String>> held = new TreeMap<>();
            for (String id : group) {
                String cluster = before.get(id);
                if (cluster != null) {
                    held.computeIfAbsent(cluster, none -> new ArrayList<>()).add(id);
                }
            }
            held.forEach((cluster, members) -> claims.add(new Claim(cluster, group, members)));
        }
        claims.sort((a, b) -> {
            int order = Integer.compare(b.members.size(), a.members.size());
            return order != 0 ? order : a.members.get(0).compareTo(b.members.get(0));
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
            String name = names.computeIfAbsent(group, nameless -> {
                boolean cameApart = nameless.stream().anyMatch(before::containsKey);
                return cameApart ? former(nameless, taken) : fresh(nameless.get(0), taken);
            });
            for (String id : group) {
                String from = before.getOrDefault(id, "");
                if (!from.equals(name)) {
                    moves.add(new Change.Move(id, from, name));
                }
            }
        }
        shelf.assign(moves);
        return moves;
    }

    private String former(List<String> group, Set<String> taken) {
        Map<String, Long> held = new TreeMap<>();
        shelf.formerly(group).values().forEach(cluster -> held.merge(cluster, 1L, Long::sum));
        var former = new ArrayList<>(held.keySet());
        former.sort(Comparator.comparing(held::get, Comparator.reverseOrder()));
        for (String name : former) {
            if (!taken.contains(name) && shelf.members(name).isEmpty()) {
                taken.add(name);
                return name;
            }
        }
        return fresh(group.get(0), taken);
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

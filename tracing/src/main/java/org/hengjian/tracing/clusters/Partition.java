package org.hengjian.tracing.clusters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Clusters of records that links connect, as a function of the links alone: whatever order they came in, the clusters are
 * the same. Two clusters are joined if enough of the pairs between them are linked, or if the links between them are heavy
 * for what they join: so no chain hangs by one weak link. Records that a person has told apart, or two of a source that lists each subject once,
 * are never in one cluster.
 */
public final class Partition {

    /** Of all pairs between two clusters so many must be linked for a weak link to join them. */
    private static final double SUPPORT_MIN = 0.3;

    private final int size;
    private final List<Link> links;
    private final int[] cluster;
    private final int[][] members;
    private final List<List<Link>> linksOf;
    private final Rules rules;

    /** Link between two members, numbered from 0; a weight in bits of log2 odds. */
    public record Link(int source, int target, double weight) {}

    /**
     * @param strong weight from which one link is enough to add one record to a cluster
     * @param together pairs that a person joined, oldest first
     * @param apart pairs that a person told apart
     * @param sourceOf by member the source if sources list each subject once, else all −1
     */
    public record Rules(double strong, List<int[]> together, List<int[]> apart, int[] sourceOf) {

        /** Without decisions and sources. */
        public static Rules plain(double strong, int size) {
            int[] none = new int[size];
            Arrays.fill(none, -1);
            return new Rules(strong, List.of(), List.of(), none);
        }
    }

    /** Links below the threshold are not given; members are numbered in an order that does not depend on arrival. */
    public Partition(int size, List<Link> links, Rules rules) {
        this.size = size;
        this.rules = rules;
        this.links = new ArrayList<>(links);
        this.links.sort((a, b) -> {
            int order = Double.compare(b.weight, a.weight);
            order = order != 0 ? order : Integer.compare(a.source, b.source);
            return order != 0 ? order : Integer.compare(a.target, b.target);
        });
        cluster = new int[size];
        members = new int[size][];
        linksOf = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            cluster[i] = i;
            members[i] = new int[] {i};
            linksOf.add(new ArrayList<>(4));
        }
        for (Link link : this.links) {
            linksOf.get(link.source).add(link);
            linksOf.get(link.target).add(link);
        }
    }

    /** By member the lowest number in its cluster. */
    public int[] clusters() {
        for (int[] pair : rules.together) {
            if (mayJoin(cluster[pair[0]], cluster[pair[1]], false)) {
                join(cluster[pair[0]], cluster[pair[1]]);
            }
        }
        for (Link link : links) {
            int a = cluster[link.source];
            int b = cluster[link.target];
            if (a != b && mayJoin(a, b, true) && holds(a, b)) {
                join(a, b);
            }
        }
        int[] lowest = new int[size];
        for (int i = 0; i < size; i++) {
            lowest[i] = Arrays.stream(members[cluster[i]]).min().orElse(i);
        }
        return lowest;
    }

    /** The more there is on the smaller side, the more must speak for joining it. */
    private boolean holds(int a, int b) {
        int[] smaller = members[members[a].length <= members[b].length ? a : b];
        int other = smaller == members[a] ? b : a;
        int linked = 0;
        double weight = 0;
        for (int member : smaller) {
            for (Link link : linksOf.get(member)) {
                if (cluster[link.source == member ? link.target : link.source] == other) {
                    linked++;
                    weight += link.weight;
                }
            }
        }
        double needed = rules.strong * (1 + Math.log(smaller.length) / Math.log(2));
        return weight >= needed || linked >= SUPPORT_MIN * members[a].length * members[b].length;
    }

    private boolean mayJoin(int a, int b, boolean bySource) {
        if (a == b) {
            return false;
        }
        for (int[] pair : rules.apart) {
            int source = cluster[pair[0]];
            int target = cluster[pair[1]];
            if (source == a && target == b || source == b && target == a) {
                return false;
            }
        }
        if (bySource) {
            for (int member : members[a]) {
                int source = rules.sourceOf[member];
                for (int other : members[b]) {
                    if (source >= 0 && source == rules.sourceOf[other]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void join(int a, int b) {
        int into = members[a].length >= members[b].length ? a : b;
        int from = into == a ? b : a;
        int[] all = Arrays.copyOf(members[into], members[into].length + members[from].length);
        System.arraycopy(members[from], 0, all, members[into].length, members[from].length);
        for (int member : members[from]) {
            cluster[member] = into;
        }
        members[into] = all;
    }
}

package org.hengjian.tracing.networks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A network of things that hang together: people, firms, shops, phones, addresses, goods, parcels, cases. Nodes are known
 * by any id the caller chooses; edges say what ties two nodes, and how strongly.
 */
public final class Network {

    /**
     * @param what the tie in the caller's words, such as {@code phone}
     * @param strength above 0; of two paths of equal length the stronger is shown
     */
    public record Edge(String source, String target, String what, double strength) {

        public Edge {
            if (strength <= 0) {
                throw new IllegalArgumentException("a tie has some strength: " + strength);
            }
        }

        public String other(String node) {
            return node.equals(source) ? target : source;
        }
    }

    private final Map<String, List<Edge>> edges = new TreeMap<>();

    public void add(Edge edge) {
        edges.computeIfAbsent(edge.source(), none -> new ArrayList<>()).add(edge);
        edges.computeIfAbsent(edge.target(), none -> new ArrayList<>()).add(edge);
    }

    public Set<String> nodes() {
        return Collections.unmodifiableSet(edges.keySet());
    }

    public List<Edge> edges(String node) {
        return List.copyOf(edges.getOrDefault(node, List.of()));
    }

    /** The node itself and all within so many steps of it. */
    public Set<String> around(String node, int steps) {
        Map<String, Integer> distance = new HashMap<>(Map.of(node, 0));
        var open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            String next = open.remove();
            int far = distance.getOrDefault(next, 0);
            for (Edge edge : far < steps ? edges(next) : List.<Edge>of()) {
                if (distance.putIfAbsent(edge.other(next), far + 1) == null) {
                    open.add(edge.other(next));
                }
            }
        }
        return new TreeSet<>(distance.keySet());
    }

    /** The shortest path, where a step along a strong tie is shorter; no edges if there is none, or both are one. */
    public List<Edge> path(String from, String to) {
        record Reached(String node, double length) {}
        Map<String, Double> lengths = new HashMap<>(Map.of(from, 0.0));
        Map<String, Edge> cameBy = new HashMap<>();
        var open = new PriorityQueue<>(
                Comparator.comparingDouble(Reached::length).thenComparing(Reached::node));
        open.add(new Reached(from, 0));
        while (!open.isEmpty()) {
            Reached reached = open.remove();
            if (reached.node.equals(to)) {
                break;
            }
            if (reached.length > lengths.getOrDefault(reached.node, Double.MAX_VALUE)) {
                continue;
            }
            for (Edge edge : edges(reached.node)) {
                String next = edge.other(reached.node);
                double length = reached.length + 1 + 1 / (1 + edge.strength());
                if (length < lengths.getOrDefault(next, Double.MAX_VALUE)) {
                    lengths.put(next, length);
                    cameBy.put(next, edge);
                    open.add(new Reached(next, length));
                }
            }
        }
        var path = new ArrayList<Edge>();
        String at = to;
        for (Edge edge = cameBy.get(at); edge != null && !at.equals(from); edge = cameBy.get(at)) {
            path.add(edge);
            at = edge.other(at);
        }
        Collections.reverse(path);
        return path;
    }

    /**
     * How much of all coming and going between nodes passes each node (Brandes 2001, unweighted): the warehouse between
     * shops that do not know each other stands on top. Most important first.
     */
    public List<Map.Entry<String, Double>> importance() {
        Map<String, Double> importance = new TreeMap<>();
        nodes().forEach(node -> importance.put(node, 0.0));
        for (String start : nodes()) {
            var order = new ArrayList<String>();
            Map<String, List<String>> before = new HashMap<>();
            Map<String, Double> paths = new HashMap<>(Map.of(start, 1.0));
            Map<String, Integer> distance = new HashMap<>(Map.of(start, 0));
            var open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                String node = open.remove();
                order.add(node);
                int far = distance.getOrDefault(node, 0);
                for (Edge edge : edges(node)) {
                    String next = edge.other(node);
                    if (distance.putIfAbsent(next, far + 1) == null) {
                        open.add(next);
                    }
                    if (distance.getOrDefault(next, 0) == far + 1) {
                        paths.merge(next, paths.getOrDefault(node, 0.0), Double::sum);
                        before.computeIfAbsent(next, none -> new ArrayList<>()).add(node);
                    }
                }
            }
            Map<String, Double> share = new HashMap<>();
            for (String node : order.reversed()) {
                for (String previous : before.getOrDefault(node, List.of())) {
                    double part = paths.getOrDefault(previous, 0.0)
                            / paths.getOrDefault(node, 1.0)
                            * (1 + share.getOrDefault(node, 0.0));
                    share.merge(previous, part, Double::sum);
                }
                if (!node.equals(start)) {
                    importance.merge(node, share.getOrDefault(node, 0.0) / 2, Double::sum);
                }
            }
        }
        return importance.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}

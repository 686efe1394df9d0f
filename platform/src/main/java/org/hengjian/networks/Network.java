package org.hengjian.networks;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What hangs together around a thing (网络), as far as the viewer may see it.
 *
 * @param start  where one began
 * @param nodes  nearest first, the start at the head
 * @param sealed whom to ask about what one may not see
 * @param more   keys of nodes at which more hangs than is shown
 * @param cut    whether there is more than a picture bears
 */
public record Network(Node start, List<Node> nodes, List<Link> links, List<Sealed> sealed, Set<String> more, boolean cut) {

    /**
     * At the node another agency has something. What it is, and whether the same stands behind two nodes, is not told.
     *
     * @param node   key of a node that is seen
     * @param agency id of the agency to ask
     */
    public record Sealed(String node, long agency, String agencyName) {}

    /**
     * How much a node matters in what is shown.
     *
     * @param between how many of the shortest ways between others lead over it
     */
    public record Weight(Node node, int links, double between) {}

    public Network {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        sealed = List.copyOf(sealed);
        more = Set.copyOf(more);
    }

    public List<Link> linksOf(Node node) {
        return links.stream().filter(link -> link.touches(node.key())).toList();
    }

    public List<Sealed> sealedAt(Node node) {
        return sealed.stream().filter(one -> one.node().equals(node.key())).toList();
    }

    public Optional<Node> node(String key) {
        return nodes.stream().filter(node -> node.key().equals(key)).findFirst();
    }

    public Map<Node.Kind, Long> counts() {
        var counts = new java.util.EnumMap<Node.Kind, Long>(Node.Kind.class);
        nodes.forEach(node -> counts.merge(node.kind(), 1L, Long::sum));
        return counts;
    }

    /** Agencies that have something here, by id. */
    public Map<Long, String> others() {
        return sealed.stream().collect(Collectors.toMap(Sealed::agency, Sealed::agencyName, (one, _) -> one));
    }

    /** Those that hold most together: first by the ways that lead over them, then by their links. Proposals do not count. */
    public List<Weight> important(int most) {
        Map<String, Node> byKey = nodes.stream().collect(Collectors.toMap(Node::key, Function.identity()));
        var network = new org.hengjian.tracing.networks.Network();
        Map<String, Integer> degrees = new HashMap<>();
        for (Link link : links) {
            if (link.ground() != Link.Ground.PROPOSED) {
                network.add(new org.hengjian.tracing.networks.Network.Edge(
                        link.source(), link.target(), link.ground().name(), 1));
                degrees.merge(link.source(), 1, Integer::sum);
                degrees.merge(link.target(), 1, Integer::sum);
            }
        }
        return network.importance().stream()
                .flatMap(entry -> Optional.ofNullable(byKey.get(entry.getKey()))
                        .map(node -> new Weight(node, degrees.getOrDefault(node.key(), 0), entry.getValue()))
                        .stream())
                .filter(weight -> weight.links > 1)
                .sorted(Comparator.comparingDouble(Weight::between)
                        .thenComparingInt(Weight::links)
                        .reversed()
                        .thenComparing(weight -> weight.node().key()))
                .limit(most)
                .toList();
    }
}

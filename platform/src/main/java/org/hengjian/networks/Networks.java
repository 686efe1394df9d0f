package org.hengjian.networks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.cases.Cases;
import org.hengjian.networks.Network.Sealed;
import org.hengjian.shell.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What hangs together with a shop, a firm, a person, a lead or a case, and what people decide of two sellers. */
@Service
@Transactional
public class Networks {

    static final Role[] DECIDERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.POLICE};

    static final Role[] READERS = {
        Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.POLICE, Role.PROSECUTOR, Role.AUDITOR,
        Role.ADMINISTRATOR
    };

    /** Past this, nobody reads the picture, and the page must come at once. */
    private static final int NODES_MOST = 120;

    /** So many beside one node are a list and no picture; whoever wants them opens the node. */
    private static final int BESIDE_MOST = 24;

    private static final int BESIDE_OPEN_MOST = 80;

    /** On a way between two nothing is drawn, so more may be looked at; the limit keeps the answer quick. */
    private static final int WAY_NODES_MOST = 4_000;

    private static final int WAY_STEPS_MOST = 8;

    private static final int PROPOSALS_EACH = 5;

    private final NodeTable nodes;
    private final DecisionTable decisions;
    private final ProposalTable proposals;
    private final Cases cases;
    private final Agencies agencies;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Networks(
            NodeTable nodes,
            DecisionTable decisions,
            ProposalTable proposals,
            Cases cases,
            Agencies agencies,
            Viewers viewers,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.nodes = nodes;
        this.decisions = decisions;
        this.proposals = proposals;
        this.cases = cases;
        this.agencies = agencies;
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The thing of that key, as far as the viewer may see it. */
    @Transactional(readOnly = true)
    public Optional<Node> find(String key) {
        viewers.require("networks.see", READERS);
        return nodes.find(key);
    }

    @Transactional(readOnly = true)
    public List<Node> find(Collection<String> keys) {
        viewers.require("networks.see", READERS);
        return nodes.find(keys);
    }

    /** Things of exactly that name or number. */
    @Transactional(readOnly = true)
    public List<Node> called(String label) {
        viewers.require("networks.see", READERS);
        return nodes.called(label);
    }

    /**
     * What hangs together with a thing. Grows over what is on record and over decisions; what the machine proposes is shown
     * beside and not followed. A phone, an account, an address or a site that very many share is shown and not followed
     * either, unless it is opened: it says little.
     *
     * @throws NotFound if there is no such thing, or the viewer may not see it
     */
    @Transactional(readOnly = true)
    public Network of(String key, View view) {
        viewers.require("networks.see", READERS);
        Node start = nodes.find(key).orElseThrow(() -> new NotFound("network of " + key));
        var walk = new Walk();
        walk.found.put(start.key(), start);
        List<Node> edge = List.of(start);
        for (int step = 0; step < view.steps() && !edge.isEmpty() && !walk.cut; step++) {
            edge = step(walk, start, edge, view);
        }
        propose(walk, view);
        var links = walk.links.stream()
                .filter(link -> walk.found.containsKey(link.source()) && walk.found.containsKey(link.target()))
                .toList();
        var now = asTheyStand(walk.found.values());
        return new Network(
                now.getFirst(), now, links, sealed(walk.found.values()), walk.more, walk.cut);
    }

    /** A case goes on without telling each step here; one that the viewer sees only here shows no state sooner than an old one. */
    private List<Node> asTheyStand(Collection<Node> some) {
        var stages = cases.stages(some.stream()
                .filter(node -> node.kind() == Node.Kind.CASE)
                .map(node -> Long.valueOf(node.reference()))
                .toList());
        return some.stream()
                .map(node -> node.kind() == Node.Kind.CASE
                        ? node.at(Optional.ofNullable(stages.get(Long.valueOf(node.reference())))
                                .map(Enum::name)
                                .orElse(""))
                        : node)
                .toList();
    }

    private static final class Walk {

        private final Map<String, Node> found = new LinkedHashMap<>();
        private final Set<Link> links = new LinkedHashSet<>();
        private final Set<String> more = new TreeSet<>();
        private final Set<String> apart = new HashSet<>();
        private boolean cut;
    }

    private List<Node> step(Walk walk, Node start, List<Node> edge, View view) {
        var limits = edge.stream()
                .map(node -> node.equals(start) || view.open().contains(node.key()) ? BESIDE_OPEN_MOST : BESIDE_MOST)
                .toList();
        Map<Long, List<NodeTable.Beside>> beside = new LinkedHashMap<>();
        nodes.next(edge, limits, view).forEach(
                one -> beside.computeIfAbsent(one.at(), none -> new ArrayList<>()).add(one));
        Map<String, Node> next = new LinkedHashMap<>();
        for (int i = 0; i < edge.size(); i++) {
            Node node = edge.get(i);
            var some = beside.getOrDefault(node.id(), List.of());
            if (some.size() > limits.get(i)) {
                walk.more.add(node.key());
                boolean common = switch (node.kind()) {
                    case PHONE, ACCOUNT, ADDRESS, SITE -> limits.get(i) == BESIDE_MOST;
                    case PERSON, FIRM, SHOP, LEAD, CASE, GOODS, PARCEL -> false;
                };
                if (common) {
                    continue;
                }
                some = some.subList(0, limits.get(i));
            }
            for (NodeTable.Beside one : some) {
                walk.links.add(
                        one.outward()
                                ? Link.of(node.key(), one.node().key(), one.what(), one.day())
                                : Link.of(one.node().key(), node.key(), one.what(), one.day()));
                next.putIfAbsent(one.node().key(), one.node());
            }
        }
        decided(walk, edge, view).forEach(node -> next.putIfAbsent(node.key(), node));
        var fresh = new ArrayList<Node>();
        for (Node node : next.values()) {
            if (walk.found.containsKey(node.key())) {
                continue;
            }
            if (walk.found.size() >= NODES_MOST) {
                walk.cut = true;
                break;
            }
            walk.found.put(node.key(), node);
            fresh.add(node);
        }
        return fresh;
    }

    /** Those that people joined with the sellers at the edge. */
    private List<Node> decided(Walk walk, List<Node> edge, View view) {
        var sellers = edge.stream().filter(node -> node.kind().isSeller()).map(Node::key).toList();
        if (sellers.isEmpty()) {
            return List.of();
        }
        Set<String> others = new TreeSet<>();
        for (Decision decision : decisions.counting(sellers)) {
            if (decision.same()) {
                walk.links.add(Link.of(decision, LocalDate.ofInstant(decision.decidedAt(), clock.getZone())));
                others.add(decision.source());
                others.add(decision.target());
            } else {
                walk.apart.add(decision.source() + " " + decision.target());
            }
        }
        others.removeAll(walk.found.keySet());
        return nodes.find(others).stream().filter(view::shows).toList();
    }

    private void propose(Walk walk, View view) {
        var sellers = walk.found.values().stream()
                .filter(node -> node.kind().isSeller())
                .map(Node::key)
                .toList();
        if (sellers.isEmpty()) {
            return;
        }
        decisions.counting(sellers).stream()
                .map(decision -> decision.source() + " " + decision.target())
                .forEach(walk.apart::add);
        Map<String, String> owners = new HashMap<>();
        walk.links.stream()
                .filter(link -> link.ground() == Link.Ground.RUNS)
                .forEach(link -> owners.put(link.target(), link.source()));
        var proposed = proposals.of(sellers, PROPOSALS_EACH).stream()
                .filter(one -> !walk.apart.contains(one.source() + " " + one.target()))
                .filter(one -> !haveOneOwner(owners, one.source(), one.target()))
                .toList();
        Set<String> beside = new TreeSet<>();
        proposed.forEach(one -> {
            beside.add(one.source());
            beside.add(one.target());
        });
        beside.removeAll(walk.found.keySet());
        nodes.find(beside).stream()
                .filter(view::shows)
                .forEach(node -> walk.found.put(node.key(), node));
        walk.links.addAll(proposed);
    }

    private static boolean haveOneOwner(Map<String, String> owners, String one, String other) {
        String owner = owners.getOrDefault(one, one);
        return owner.equals(owners.getOrDefault(other, other));
    }

    private List<Sealed> sealed(Collection<Node> shown) {
        var sealed = nodes.sealedAt(shown);
        if (sealed.isEmpty()) {
            return List.of();
        }
        Map<Long, String> keys = new HashMap<>();
        shown.forEach(node -> keys.put(node.id(), node.key()));
        var owners = agencies.on(sealed.stream().map(NodeTable.SealedAt::agencyId).distinct().toList(), LocalDate.now(clock));
        var named = new ArrayList<Sealed>();
        for (NodeTable.SealedAt one : sealed) {
            var owner = owners.get(one.agencyId());
            if (owner != null) {
                named.add(new Sealed(keys.getOrDefault(one.nodeId(), ""), one.agencyId(), owner.name()));
            }
        }
        return named;
    }

    /** The shortest way between two things over what the viewer may see, in its order; empty where none is found. */
    @Transactional(readOnly = true)
    public List<Link> way(String from, String to) {
        viewers.require("networks.see", READERS);
        var ends = nodes.find(List.of(from, to));
        if (ends.size() < 2) {
            return List.of();
        }
        var whole = new org.hengjian.tracing.networks.Network();
        Map<String, Link> links = new HashMap<>();
        var sides = List.of(new HashMap<String, Node>(), new HashMap<String, Node>());
        var edges = new ArrayList<List<Node>>();
        for (int side = 0; side < 2; side++) {
            String key = side == 0 ? from : to;
            Node end = ends.stream().filter(node -> node.key().equals(key)).findFirst().orElseThrow();
            sides.get(side).put(key, end);
            edges.add(List.of(end));
        }
        // From the end where less has been found so far, until the two meet.
        for (int step = 0; step < WAY_STEPS_MOST; step++) {
            int side = sides.get(0).size() <= sides.get(1).size() ? 0 : 1;
            side = edges.get(side).isEmpty() ? 1 - side : side;
            var walk = new Walk();
            walk.found.putAll(sides.get(side));
            var edge = edges.get(side);
            if (edge.isEmpty() || sides.get(side).size() > WAY_NODES_MOST) {
                break;
            }
            edges.set(side, further(walk, edge));
            sides.get(side).putAll(walk.found);
            for (Link link : walk.links) {
                if (links.putIfAbsent(link.source() + " " + link.target(), link) == null) {
                    whole.add(new org.hengjian.tracing.networks.Network.Edge(
                            link.source(), link.target(), link.source() + " " + link.target(), 1));
                }
            }
            if (sides.get(1 - side).keySet().stream().anyMatch(walk.found::containsKey)) {
                break;
            }
        }
        return whole.path(from, to).stream()
                .flatMap(edge -> Optional.ofNullable(links.get(edge.what())).stream())
                .toList();
    }

    private List<Node> further(Walk walk, List<Node> edge) {
        Map<String, Node> next = new LinkedHashMap<>();
        Map<Long, Node> byId = new HashMap<>();
        edge.forEach(node -> byId.put(node.id(), node));
        var limits = edge.stream().map(node -> BESIDE_OPEN_MOST).toList();
        for (NodeTable.Beside one : nodes.next(edge, limits, View.PLAIN)) {
            Node node = byId.get(one.at());
            if (node != null) {
                walk.links.add(
                        one.outward()
                                ? Link.of(node.key(), one.node().key(), one.what(), one.day())
                                : Link.of(one.node().key(), node.key(), one.what(), one.day()));
                next.putIfAbsent(one.node().key(), one.node());
            }
        }
        decided(walk, edge, View.PLAIN).forEach(node -> next.putIfAbsent(node.key(), node));
        next.keySet().removeAll(walk.found.keySet());
        walk.found.putAll(next);
        return List.copyOf(next.values());
    }

    /**
     * Same or not the same; a later decision about the same two stands before an earlier one.
     *
     * @throws NotFound if one of the two is not there
     */
    public long decide(String source, String target, boolean same, String reason) {
        var viewer = viewers.require("networks.decide", DECIDERS);
        var both = nodes.find(Set.of(source, target));
        if (both.size() < 2 || both.stream().anyMatch(node -> !node.kind().isSeller())) {
            throw new NotFound("two sellers: " + source + ", " + target);
        }
        if (reason.isBlank() || proposals.haveOneOwner(source, target)) {
            throw new IllegalArgumentException(
                    "two sellers of different owners and a reason are needed: " + source + ", " + target);
        }
        long id = decisions.add(source, target, same, reason, viewer, Instant.now(clock));
        for (String key : List.of(source, target)) {
            audit.enter(Deed.of(same ? "networks.same" : "networks.not-same", "network", key)
                    .because(reason)
                    .with(Map.of("decision", id)));
        }
        events.publishEvent(new PairDecided(source, target));
        return id;
    }

    /** Whether the register has one firm or person running both, or one running the other: they are parted there, not here. */
    @Transactional(readOnly = true)
    public boolean haveOneOwner(String source, String target) {
        return proposals.haveOneOwner(source, target);
    }

    /** Takes a decision back; empty where that was done before, or where another agency decided. */
    public Optional<PairDecided> takeBack(long decision) {
        var viewer = viewers.require("networks.take-back", DECIDERS);
        var pair = decisions.takeBack(decision, viewer, Instant.now(clock));
        pair.ifPresent(one -> {
            audit.enter(Deed.of("networks.take-back", "network", one.source()).with(Map.of("decision", decision)));
            events.publishEvent(one);
        });
        return pair;
    }

    /** All that was ever decided of a seller, newest first. */
    @Transactional(readOnly = true)
    public List<Decision> decisions(String key) {
        viewers.require("networks.see", READERS);
        return decisions.of(key);
    }
}

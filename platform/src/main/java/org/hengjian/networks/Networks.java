package org.hengjian.networks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.networks.Network.Ground;
import org.hengjian.networks.Network.Kind;
import org.hengjian.networks.Network.Link;
import org.hengjian.networks.Network.Owner;
import org.hengjian.parties.NaturalPersons;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shops;
import org.hengjian.parties.Subjects;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What hangs together with a shop, and what people decide of two. */
@Service
@Transactional
public class Networks {

    static final Role[] DECIDERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.POLICE};

    private static final Role[] READERS = {
        Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.POLICE, Role.PROSECUTOR, Role.AUDITOR,
        Role.ADMINISTRATOR
    };

    /** Past this, nobody reads the picture, and the page must come at once. */
    private static final int SHOPS_MOST = 120;

    private static final int SAME_NAME_MOST = 20;

    private final Shops shops;
    private final Subjects subjects;
    private final NaturalPersons persons;
    private final DecisionTable decisions;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Networks(
            Shops shops,
            Subjects subjects,
            NaturalPersons persons,
            DecisionTable decisions,
            Viewers viewers,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.shops = shops;
        this.subjects = subjects;
        this.persons = persons;
        this.decisions = decisions;
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Everything that hangs together with the shop, as far as the viewer may see. Grows over owners and over decisions; a
     * shop that only bears the same name is shown beside and not followed.
     */
    @Transactional(readOnly = true)
    public Network of(long start) {
        viewers.require("networks.see", READERS);
        var walk = new Walk();
        walk.open.add(find(start));
        while (!walk.open.isEmpty() && walk.found.size() < SHOPS_MOST) {
            visit(walk, walk.open.remove());
        }
        walk.cut |= !walk.open.isEmpty();
        var shown = new LinkedHashMap<>(walk.found);
        walk.beside.forEach(shown::putIfAbsent);
        var owners = walk.owners.values().stream()
                .map(owner -> new Owner(owner.key(), owner.kind(), owner.id(), owner.name(), walk.runs(owner.key())))
                .toList();
        var keys = shown.values().stream().map(Network::key).collect(Collectors.toSet());
        var links = walk.links.stream()
                .filter(link -> keys.contains(link.target()))
                .filter(link -> keys.contains(link.source()) || walk.owners.containsKey(link.source()))
                .toList();
        return new Network(owners, List.copyOf(shown.values()), links, walk.cut);
    }

    /** Same or not the same; a later decision about the same two stands before an earlier one. */
    public long decide(long source, long target, boolean same, String reason) {
        var viewer = viewers.require("networks.decide", DECIDERS);
        if (source == target || reason.isBlank() || haveOneOwner(source, target)) {
            throw new IllegalArgumentException("two shops of different owners and a reason are needed: " + source + ", " + target);
        }
        var one = find(source);
        var other = find(target);
        long id = decisions.add(Network.key(one), Network.key(other), same, reason, viewer, Instant.now(clock));
        events.publishEvent(new PairDecided(Network.key(one), Network.key(other)));
        for (Shop shop : List.of(one, other)) {
            audit.enter(Deed.of(same ? "networks.same" : "networks.not-same", "network", Long.toString(shop.id()))
                    .because(reason)
                    .with(Map.of("decision", id)));
        }
        return id;
    }

    /** Whether the register has one firm or person running both: then they are parted there, not here. */
    @Transactional(readOnly = true)
    public boolean haveOneOwner(long source, long target) {
        return haveOneOwner(find(source), find(target));
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

    /** All that was ever decided of the shop, newest first. */
    @Transactional(readOnly = true)
    public List<Decision> decisions(long shop) {
        viewers.require("networks.see", READERS);
        return decisions.ofShop(shop);
    }

    private Shop find(long id) {
        return shops.find(id).orElseThrow(() -> new NotFound("shop " + id));
    }

    private void visit(Walk walk, Shop shop) {
        if (walk.found.putIfAbsent(shop.id(), shop) != null) {
            return;
        }
        ownerOf(shop).ifPresent(owner -> {
            walk.links.add(new Link(owner.key(), Network.key(shop), Ground.RUNS, null));
            if (walk.owners.putIfAbsent(owner.key(), owner) == null && owner.kind() != Kind.SEALED) {
                walk.open.addAll(
                        owner.kind() == Kind.FIRM ? shops.ofSubject(owner.id()) : shops.ofPerson(owner.id()));
            }
        });
        var counting = standing(shop.id());
        counting.forEach((other, decision) -> {
            if (decision.same()) {
                walk.open.add(find(other));
                walk.links.add(link(shop.id(), other, Ground.SAME, decision));
            }
        });
        for (Shop namesake : shops.called("", shop.name(), SAME_NAME_MOST)) {
            if (namesake.id() != shop.id()
                    && namesake.name().equals(shop.name())
                    && !counting.containsKey(namesake.id())
                    && !haveOneOwner(shop, namesake)) {
                walk.beside.put(namesake.id(), namesake);
                walk.links.add(link(shop.id(), namesake.id(), Ground.NAME, null));
            }
        }
    }

    /** The decision that counts for each other shop. */
    private Map<Long, Decision> standing(long shop) {
        var standing = new LinkedHashMap<Long, Decision>();
        decisions.ofShop(shop).stream()
                .filter(Decision::stands)
                .forEach(decision -> standing.putIfAbsent(decision.other(shop), decision));
        return standing;
    }

    private static boolean haveOneOwner(Shop shop, Shop other) {
        return shop.subject() != null && shop.subject().equals(other.subject())
                || shop.person() != null && shop.person().equals(other.person());
    }

    private static Link link(
            long shop, long other, Ground ground, @Nullable Decision decision) {
        return new Link("shop-" + Math.min(shop, other), "shop-" + Math.max(shop, other), ground, decision);
    }

    private Optional<Owner> ownerOf(Shop shop) {
        if (shop.subject() != null) {
            return subjects.find(shop.subject())
                    .map(subject -> new Owner("firm-" + subject.id(), Kind.FIRM, subject.id(), subject.name(), 0));
        }
        if (shop.person() == null) {
            return Optional.empty();
        }
        // Not by the person's id: that two shops have the same sealed owner is the keeper's to tell.
        return Optional.of(persons.find(shop.person())
                .map(person -> new Owner("person-" + person.id(), Kind.PERSON, person.id(), person.name(), 0))
                .orElseGet(() -> new Owner("sealed-" + shop.id(), Kind.SEALED, 0, "", 0)));
    }

    private static final class Walk {

        private final ArrayDeque<Shop> open = new ArrayDeque<>();
        private final Map<Long, Shop> found = new LinkedHashMap<>();
        private final Map<Long, Shop> beside = new LinkedHashMap<>();
        private final Map<String, Owner> owners = new HashMap<>();
        private final Set<Link> links = new LinkedHashSet<>();
        private boolean cut;

        private long runs(String owner) {
            return links.stream().filter(link -> link.source().equals(owner)).count();
        }
    }
}

package org.hengjian.networks;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hengjian.access.Seal;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.Regions;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.CaseReaders;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Docket;
import org.hengjian.cases.PartyTraces;
import org.hengjian.goods.Goods;
import org.hengjian.goods.Item;
import org.hengjian.intake.Parcel;
import org.hengjian.intake.Parcels;
import org.hengjian.leads.Lead;
import org.hengjian.leads.Leads;
import org.hengjian.leads.Stage;
import org.hengjian.networks.NodeTable.Owner;
import org.hengjian.networks.NodeTable.Put;
import org.hengjian.networks.NodeTable.PutEdge;
import org.hengjian.parties.NaturalPersons;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shops;
import org.hengjian.parties.Subject;
import org.hengjian.parties.Subjects;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.hengjian.tracing.values.Address;
import org.hengjian.tracing.values.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Weaves the network: what parties, leads, cases, goods and parcels tell becomes nodes and edges, as the machine, in the transaction of
 * whoever calls. Told twice, the same stands there.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Weaver {

    private static final int LABEL_MOST = 120;

    private final Shops shops;
    private final Subjects subjects;
    private final NaturalPersons persons;
    private final Leads leads;
    private final Cases cases;
    private final CaseReaders readers;
    private final PartyTraces traces;
    private final Goods goods;
    private final Parcels parcels;
    private final Agencies agencies;
    private final Regions regions;
    private final NodeTable nodes;
    private final Alerts alerts;
    private final Seal seal;
    private final Clock clock;

    Weaver(
            Shops shops,
            Subjects subjects,
            NaturalPersons persons,
            Leads leads,
            Cases cases,
            CaseReaders readers,
            PartyTraces traces,
            Goods goods,
            Parcels parcels,
            Agencies agencies,
            Regions regions,
            NodeTable nodes,
            Alerts alerts,
            Seal seal,
            Clock clock) {
        this.shops = shops;
        this.subjects = subjects;
        this.persons = persons;
        this.leads = leads;
        this.cases = cases;
        this.readers = readers;
        this.traces = traces;
        this.goods = goods;
        this.parcels = parcels;
        this.agencies = agencies;
        this.regions = regions;
        this.nodes = nodes;
        this.alerts = alerts;
        this.seal = seal;
        this.clock = clock;
    }

    /** What one telling makes: each node once, the later word counting. */
    private static final class Woven {

        private final Map<String, Put> nodes = new LinkedHashMap<>();
        private final List<PutEdge> edges = new ArrayList<>();
        private final Set<String> tellers = new LinkedHashSet<>();
        private final Set<String> ruled = new LinkedHashSet<>();
        private final List<String> shared = new ArrayList<>();
        private final List<Long> sharedWith = new ArrayList<>();
        private final List<String> known = new ArrayList<>();
        private final List<Long> knownTo = new ArrayList<>();
        private final Map<String, List<Long>> concerned = new LinkedHashMap<>();

        /** What is common already stays so. */
        private void node(Put node) {
            nodes.merge(node.key(), node, (before, now) -> before.owner().equals(Owner.COMMON) ? before : now);
        }

        private void edge(String source, String target, Link.Ground what, LocalDate day, String teller, Owner owner) {
            edges.add(new PutEdge(source, target, what, day, teller, owner));
        }

        /** Who reads a record knows the contacts, the places and the party that it names. */
        private void know(String key, Collection<Long> agencies) {
            agencies.forEach(agency -> {
                known.add(key);
                knownTo.add(agency);
            });
        }

        /** These and no others see it beside its own agency. */
        private void share(String key, Collection<Long> agencies) {
            ruled.add(key);
            agencies.forEach(agency -> {
                shared.add(key);
                sharedWith.add(agency);
            });
        }
    }

    void parties(Collection<Long> subjectIds, Collection<Long> shopIds, Collection<Long> personIds) {
        var woven = new Woven();
        List<Shop> some = shops.find(List.copyOf(shopIds));
        var owners = new LinkedHashSet<>(subjectIds);
        var people = new LinkedHashSet<>(personIds);
        for (Shop shop : some) {
            if (shop.subject() != null) {
                owners.add(shop.subject());
            }
            if (shop.person() != null) {
                people.add(shop.person());
            }
        }
        subjects.find(List.copyOf(owners)).values().forEach(firm -> firm(woven, firm));
        Map<Long, NaturalPersons.Kept> kept = persons.kept(List.copyOf(people));
        kept.values().forEach(person -> person(woven, person));
        some.forEach(shop -> shop(woven, shop, kept));
        put(woven);
    }

    void leads(List<String> numbers) {
        var woven = new Woven();
        List<Lead> some = leads.find(numbers);
        List<Lead> named = some.stream()
                .filter(lead -> !lead.subject().seller().isBlank() && !lead.subject().platform().isBlank())
                .toList();
        List<Shop> theirs = shops.seen(named.stream().map(Sellers::sighting).toList());
        for (Lead lead : some) {
            lead(woven, lead);
        }
        // The lead may be told before its parcels are: both stand there afterwards.
        Map<String, List<Long>> held = leads.parcelsOf(some.stream().map(Lead::number).toList());
        parcels(woven, held.values().stream().flatMap(List::stream).distinct().toList());
        for (Lead lead : some) {
            for (long parcel : held.getOrDefault(lead.number(), List.of())) {
                woven.edge(
                        Node.key(Node.Kind.LEAD, lead.number()), Node.key(Node.Kind.PARCEL, parcel), Link.Ground.ABOUT,
                        lead.receivedOn(), Node.key(Node.Kind.LEAD, lead.number()), owner(lead));
            }
        }
        for (int i = 0; i < named.size(); i++) {
            Shop shop = theirs.get(i);
            woven.node(shopNode(shop));
            woven.edge(
                    Node.key(Node.Kind.LEAD, named.get(i).number()), Node.key(Node.Kind.SHOP, shop.id()), Link.Ground.ABOUT,
                    named.get(i).receivedOn(), Node.key(Node.Kind.LEAD, named.get(i).number()), owner(named.get(i)));
        }
        put(woven);
    }

    /** @param firsts ids of first versions; the latest counts */
    void parcels(List<Long> firsts) {
        var woven = new Woven();
        parcels(woven, firsts);
        put(woven);
    }

    private void parcels(Woven woven, List<Long> firsts) {
        List<Parcel> some = parcels.latest(firsts);
        if (some.isEmpty()) {
            return;
        }
        Map<Long, Parcel.Sender> senders = parcels.senders(some.stream().map(Parcel::id).toList());
        Map<Long, List<Lead>> holding = leads.ofParcels(firsts);
        List<Parcel> sold = some.stream()
                .filter(parcel -> !parcel.shop().isBlank() && !parcel.platform().isBlank())
                .toList();
        // Firms first and under their own name: a shop that is seen would record its firm under the shop's.
        Map<Long, Subject> firms = new LinkedHashMap<>();
        for (Parcel parcel : some) {
            var sender = senders.get(parcel.id());
            if (sender != null && parcel.sentByFirm()) {
                subjects.seen(sender.name(), parcel.senderCode(), parcel.senderRegion())
                        .ifPresent(firm -> firms.put(parcel.id(), firm));
            }
        }
        List<Shop> theirs = shops.seen(sold.stream()
                .map(parcel -> new Shop.Sighting(
                        parcel.platform(), "", parcel.shop(), "", parcel.senderRegion(), parcel.senderCode()))
                .toList());
        for (Parcel parcel : some) {
            var sender = senders.get(parcel.id());
            if (sender != null) {
                parcel(woven, parcel, sender, holding.getOrDefault(parcel.first(), List.of()));
                Optional.ofNullable(firms.get(parcel.id()))
                        .or(() -> UnifiedSocialCreditCode.read(parcel.senderCode()).flatMap(subjects::byCode))
                        .ifPresent(firm -> {
                            firm(woven, firm);
                            woven.edge(
                                    Node.key(Node.Kind.FIRM, firm.id()), Node.key(Node.Kind.PARCEL, parcel.first()),
                                    Link.Ground.SENT, parcel.sentOn(), Node.key(Node.Kind.PARCEL, parcel.first()),
                                    owner(parcel));
                        });
            }
        }
        for (int i = 0; i < sold.size(); i++) {
            Parcel parcel = sold.get(i);
            String key = Node.key(Node.Kind.PARCEL, parcel.first());
            woven.node(shopNode(theirs.get(i)));
            woven.edge(
                    Node.key(Node.Kind.SHOP, theirs.get(i).id()), key, Link.Ground.SENT, parcel.sentOn(), key, owner(parcel));
        }
    }

    private void parcel(Woven woven, Parcel parcel, Parcel.Sender sender, List<Lead> holding) {
        String key = Node.key(Node.Kind.PARCEL, parcel.first());
        Owner owner = owner(parcel);
        LocalDate day = parcel.sentOn();
        var others = new LinkedHashSet<Long>();
        holding.forEach(lead -> {
            others.add(lead.agency());
            others.addAll(lead.sharedWith());
        });
        others.remove(parcel.agency());
        woven.tellers.add(key);
        woven.node(new Put(
                key, Node.Kind.PARCEL, parcel.waybill(), cut(Contacts.hidden(parcel.goods())), parcel.senderRegion(), "", day,
                owner));
        woven.share(key, others);
        woven.know(contact(woven, key, Node.Kind.PHONE, sender.phone(), day, owner), others);
        address(parcel.senderRegion(), sender.address()).ifPresent(place -> {
            // Down to the building, as everywhere; the room is the sender's.
            var shown = Address.of(sender.address());
            woven.node(addressNode(place, shown.site() + shown.building(), parcel.senderRegion(), day, owner));
            woven.know(place, others);
            woven.edge(key, place, Link.Ground.SENT_FROM, day, key, owner);
        });
    }

    void theCase(long id) {
        cases.find(id).ifPresent(file -> {
            var woven = new Woven();
            file(woven, file);
            put(woven);
        });
    }

    /** A case with all its goods. */
    void wholeCase(long id) {
        cases.find(id).ifPresent(file -> {
            var woven = new Woven();
            file(woven, file);
            goods.ofCase(id).forEach(item -> item(woven, item, file.docket()));
            put(woven);
        });
    }

    /** An item with its case, which may not have been told yet. */
    void goods(long id) {
        goods.find(id).ifPresent(item -> {
            var woven = new Woven();
            cases.find(item.caseId()).ifPresent(file -> {
                file(woven, file);
                item(woven, item, file.docket());
            });
            put(woven);
        });
    }

    private void put(Woven woven) {
        Set<String> fresh = new LinkedHashSet<>();
        woven.nodes.values().stream()
                .filter(node -> node.kind() == Node.Kind.LEAD)
                .forEach(node -> fresh.add(node.key()));
        nodes.find(fresh).forEach(known -> fresh.remove(known.key()));
        nodes.put(woven.nodes.values());
        nodes.share(woven.ruled, woven.shared, woven.sharedWith);
        nodes.know(woven.known, woven.knownTo);
        nodes.putEdges(woven.tellers, woven.edges);
        alerts.concern(woven.concerned);
        alerts.raise(fresh);
    }

    private static Put shopNode(Shop shop) {
        return new Put(
                Node.key(Node.Kind.SHOP, shop.id()), Node.Kind.SHOP, cut(shop.name()), shop.platform(), shop.region(), "",
                shop.firstSeen(), Owner.COMMON);
    }

    private static void shop(Woven woven, Shop shop, Map<Long, NaturalPersons.Kept> people) {
        String key = Node.key(Node.Kind.SHOP, shop.id());
        woven.tellers.add(key);
        woven.node(shopNode(shop));
        if (shop.subject() != null) {
            woven.edge(Node.key(Node.Kind.FIRM, shop.subject()), key, Link.Ground.RUNS, shop.firstSeen(), key, Owner.COMMON);
        }
        var person = shop.person() == null ? null : people.get(shop.person());
        if (person != null) {
            woven.edge(
                    Node.key(Node.Kind.PERSON, person.id()), key, Link.Ground.RUNS, shop.firstSeen(), key, owner(person));
        }
        ownHost(shop.url()).ifPresent(host -> {
            String site = Node.key(Node.Kind.SITE, host);
            woven.node(new Put(site, Node.Kind.SITE, host, "", null, "", shop.firstSeen(), Owner.COMMON));
            woven.edge(key, site, Link.Ground.SITE, shop.firstSeen(), key, Owner.COMMON);
        });
    }

    /** A site of the shop's own: what lies deeper than the root of a host is a page on someone else's. */
    private static Optional<String> ownHost(String url) {
        try {
            var address = new URI(url.strip());
            String path = Optional.ofNullable(address.getPath()).orElse("");
            return path.length() > 1
                    ? Optional.empty()
                    : Optional.ofNullable(address.getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private void firm(Woven woven, Subject firm) {
        String key = Node.key(Node.Kind.FIRM, firm.id());
        woven.tellers.add(key);
        woven.node(new Put(
                key, Node.Kind.FIRM, cut(firm.name()), firm.creditCode() == null ? "" : firm.creditCode(), firm.region(), "",
                firm.firstSeen(), Owner.COMMON));
        address(firm.region(), firm.address()).ifPresent(place -> {
            woven.node(addressNode(place, firm.address(), firm.region(), firm.firstSeen(), Owner.COMMON));
            woven.edge(key, place, Link.Ground.AT, firm.firstSeen(), key, Owner.COMMON);
        });
    }

    private void person(Woven woven, NaturalPersons.Kept person) {
        String key = Node.key(Node.Kind.PERSON, person.id());
        woven.tellers.add(key);
        Owner owner = owner(person);
        woven.node(new Put(key, Node.Kind.PERSON, person.maskedName(), "", null, "", person.firstSeen(), owner));
        woven.share(key, person.sharedWith());
        for (String phone : PhoneNumber.all(person.phone())) {
            contact(woven, key, Node.Kind.PHONE, phone, person.firstSeen(), owner);
        }
        if (!person.identityTrace().isEmpty()) {
            String identity = identity(woven, person.identityTrace(), person.maskedName(), person.firstSeen(), owner);
            woven.edge(key, identity, Link.Ground.IDENTITY, person.firstSeen(), key, owner);
        }
    }

    private void lead(Woven woven, Lead lead) {
        String key = Node.key(Node.Kind.LEAD, lead.number());
        woven.tellers.add(key);
        woven.node(new Put(
                key, Node.Kind.LEAD, lead.number(), cut(Contacts.hidden(lead.goods().title())), lead.subject().region(),
                lead.stage().code(), lead.receivedOn(), owner(lead)));
        woven.share(key, lead.sharedWith());
        woven.concerned.put(
                key, lead.stage().isOpen() && lead.assignee() != null ? List.of(lead.assignee()) : List.of());
        if (!(lead.stage() instanceof Stage.Dismissed)) {
            var contacts = Contacts.in(lead.goods().title() + "\n" + lead.goods().description());
            contacts.phones().forEach(
                    phone -> woven.know(
                            contact(woven, key, Node.Kind.PHONE, phone, lead.receivedOn(), owner(lead)),
                            lead.sharedWith()));
            contacts.accounts().forEach(
                    account -> woven.know(
                            contact(woven, key, Node.Kind.ACCOUNT, account, lead.receivedOn(), owner(lead)),
                            lead.sharedWith()));
        }
    }

    private String contact(Woven woven, String of, Node.Kind kind, String value, LocalDate day, Owner owner) {
        byte[] trace = seal.trace("contact " + kind.name() + " " + value);
        String key = Node.key(kind, HexFormat.of().formatHex(trace, 0, 12));
        woven.node(new Put(key, kind, Contacts.masked(value), "", null, "", day, owner));
        woven.edge(of, key, Link.Ground.CONTACT, day, of, owner);
        return key;
    }

    private void file(Woven woven, CaseFile file) {
        Docket docket = file.docket();
        var agency = agencies.on(docket.agency(), LocalDate.now(clock));
        if (agency.isEmpty()) {
            return;
        }
        var owner = new Owner(docket.agency(), agency.get().line(), agency.get().region());
        String key = Node.key(Node.Kind.CASE, docket.id());
        LocalDate day = docket.matter().foundOn();
        woven.tellers.add(key);
        woven.node(new Put(
                key, Node.Kind.CASE, file.name(), cut(docket.matter().title()), agency.get().region(), file.stage().name(),
                day, owner));
        List<Long> reading = readers.of(docket.id());
        woven.share(key, reading);
        woven.concerned.put(
                key,
                file.stage().isEnd() ? List.of() : docket.officers().stream().map(officer -> officer.id()).toList());
        if (docket.matter().source() == Docket.Source.LEAD && !docket.matter().sourceNumber().isEmpty()) {
            woven.edge(
                    key, Node.key(Node.Kind.LEAD, docket.matter().sourceNumber()), Link.Ground.FROM, day, key, owner);
        }
        party(woven, docket, owner)
                .ifPresent(party -> {
                    woven.know(party, reading);
                    woven.edge(key, party, Link.Ground.AGAINST, day, key, owner);
                });
        address(agency.get().region(), docket.matter().place()).ifPresent(place -> {
            woven.node(addressNode(place, docket.matter().place(), agency.get().region(), day, owner));
            woven.know(place, reading);
            woven.edge(key, place, Link.Ground.PLACE, day, key, owner);
        });
    }

    /** The firm of that code, or the person of that identity number, masked; none where neither is on record. */
    private Optional<String> party(Woven woven, Docket docket, Owner owner) {
        return switch (docket.party().kind()) {
            case FIRM -> UnifiedSocialCreditCode.read(docket.party().code())
                    .flatMap(subjects::byCode)
                    .map(firm -> {
                        firm(woven, firm);
                        return Node.key(Node.Kind.FIRM, firm.id());
                    });
            case PERSON -> traces.of(docket.id())
                    .map(trace -> identity(woven, trace, docket.party().name(), docket.matter().foundOn(), owner));
        };
    }

    private static String identity(Woven woven, String trace, String masked, LocalDate day, Owner owner) {
        String key = Node.keyOfIdentity(trace);
        woven.node(new Put(key, Node.Kind.PERSON, masked, "", null, "", day, owner));
        return key;
    }

    private void item(Woven woven, Item item, Docket docket) {
        var agency = agencies.on(item.agency(), LocalDate.now(clock));
        if (agency.isEmpty()) {
            return;
        }
        var owner = new Owner(item.agency(), agency.get().line(), agency.get().region());
        String key = Node.key(Node.Kind.GOODS, item.id());
        woven.tellers.add(key);
        woven.node(new Put(
                key, Node.Kind.GOODS, item.code(), cut((item.name() + " " + item.brand()).strip()), agency.get().region(), "",
                item.takenOn(), owner));
        var others = new LinkedHashSet<>(goods.sharedWith(item.id()));
        others.addAll(readers.of(docket.id())); // who reads a case sees its goods
        woven.share(key, others);
        woven.edge(
                Node.key(Node.Kind.CASE, docket.id()), key, Link.Ground.TAKEN, item.takenOn(), key, owner);
        party(woven, docket, owner).ifPresent(
                party -> woven.edge(party, key, Link.Ground.TAKEN_FROM, item.takenOn(), key, owner));
    }

    private static Put addressNode(String key, String text, @Nullable Integer place, LocalDate day, Owner owner) {
        return new Put(key, Node.Kind.ADDRESS, cut(text), "", place, "", day, owner);
    }

    /** Known down to the building: two rooms of one house are one place. */
    private Optional<String> address(@Nullable Integer region, String text) {
        var address = Address.of((region == null ? "" : regions.path(region)) + text);
        if (address.site().isEmpty()) {
            return Optional.empty();
        }
        String place = (region == null ? 0 : region / 100) + "|" + address.site() + "|" + address.building();
        return Optional.of(Node.key(Node.Kind.ADDRESS, HexFormat.of().formatHex(seal.trace("place " + place), 0, 12)));
    }

    private static Owner owner(Lead lead) {
        return new Owner(lead.agency(), lead.line(), lead.region());
    }

    private static Owner owner(Parcel parcel) {
        return new Owner(parcel.agency(), parcel.line(), parcel.region());
    }

    private static Owner owner(NaturalPersons.Kept person) {
        return new Owner(person.agency(), person.line(), person.region());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LABEL_MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LABEL_MOST - 1)) + "…";
    }
}

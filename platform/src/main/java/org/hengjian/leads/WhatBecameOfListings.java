package org.hengjian.leads;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.intake.Aftermath;
import org.hengjian.intake.Intake;
import org.hengjian.intake.Listing;
import org.hengjian.intake.Source;
import org.hengjian.parties.Shops;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way on from a file, from one of its listings or parcels: to the leads that screening made of them, and to those it let
 * go. Of a lead that is another agency's and not shared, number, agency and day are told, and the way leads to the network,
 * where that agency is asked.
 */
@Component
@Transactional(readOnly = true)
class WhatBecameOfListings implements Aftermath {

    /** Who finds on the page of a network whom to ask. */
    private static final Role[] ASKING = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.POLICE};

    private final ChunkTable chunks;
    private final LeadTable leads;
    private final LeadParcelTable parcels;
    private final JoiningTable joinings;
    private final Intake intake;
    private final Shops shops;
    private final Agencies agencies;
    private final Viewers viewers;
    private final Clock clock;

    WhatBecameOfListings(
            ChunkTable chunks,
            LeadTable leads,
            LeadParcelTable parcels,
            JoiningTable joinings,
            Intake intake,
            Shops shops,
            Agencies agencies,
            Viewers viewers,
            Clock clock) {
        this.chunks = chunks;
        this.leads = leads;
        this.parcels = parcels;
        this.joinings = joinings;
        this.intake = intake;
        this.shops = shops;
        this.agencies = agencies;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public List<Link> ofBatch(long batch) {
        Tally tally = chunks.ofBatch(batch);
        var links = new ArrayList<Link>();
        if (tally.screened() > 0) {
            String list = "/leads?scope=seen&state=all&batch=" + batch;
            // Several parcels of one sender are one lead: of them the suspected ones are counted.
            boolean ofParcels = intake.batch(batch)
                    .filter(one -> one.kind() == Source.Kind.PARCELS)
                    .isPresent();
            links.add(new Link(
                    ofParcels ? "leads.became.parcels" : "leads.became.leads", List.of(Long.toString(tally.screened()), Long.toString(tally.leads())), list));
            var elsewhere = joinings.ofBatch(batch);
            var named = named(elsewhere.stream().map(JoiningTable.Count::agencyId).toList());
            elsewhere.forEach(one -> links.add(new Link(
                    "leads.became.of-agency",
                    List.of(Long.toString(one.leads()), name(named, one.agencyId())),
                    "")));
            if (tally.passed() > 0) {
                links.add(new Link("leads.became.passed", List.of(Long.toString(tally.passed())), list + "&cleared=1"));
            }
        }
        return links;
    }

    @Override
    public List<Link> ofListing(long listing) {
        var seen = leads.ofListing(listing);
        var links = new ArrayList<Link>(seen.stream()
                .map(lead -> new Link(
                        lead.isSuspected() ? "leads.became.lead" : "leads.became.cleared",
                        List.of(lead.number()),
                        "/leads/" + lead.number()))
                .toList());
        links.addAll(elsewhere(
                joinings.ofListing(listing), Set.copyOf(seen.stream().map(Lead::number).toList()), () -> intake.listing(listing)
                        .flatMap(this::shop)
                        .map(shop -> "/networks/shop-" + shop)
                        .orElse("")));
        return links;
    }

    private Optional<Long> shop(Listing listing) {
        return listing.seller().isBlank() || listing.platform().isBlank()
                ? Optional.empty()
                : shops.called(listing.platform(), listing.seller(), 1).stream().findFirst().map(shop -> shop.id());
    }

    @Override
    public List<Link> ofParcel(long first) {
        var seen = parcels.leadsOf(List.of(first)).getOrDefault(first, List.of());
        var links = new ArrayList<Link>(seen.stream()
                .map(number -> new Link("leads.became.lead", List.of(number), "/leads/" + number))
                .toList());
        links.addAll(elsewhere(joinings.ofParcel(first), new HashSet<>(seen), () -> "/networks/parcel-" + first));
        return links;
    }

    private List<Link> elsewhere(List<JoiningTable.Joining> joined, Set<String> seen, Supplier<String> network) {
        var sealed = joined.stream().filter(one -> !seen.contains(one.number())).toList();
        if (sealed.isEmpty()) {
            return List.of();
        }
        String way = viewers.require().hasAny(ASKING) ? network.get() : "";
        var named = named(sealed.stream().map(JoiningTable.Joining::agencyId).toList());
        return sealed.stream()
                .map(one -> new Link(
                        way.isEmpty() ? "leads.became.sealed" : "leads.became.sealed.ask",
                        List.of(one.number(), name(named, one.agencyId()), one.joinedOn().toString()),
                        way))
                .toList();
    }

    private Map<Long, Agencies.Agency> named(List<Long> ids) {
        return agencies.on(ids, LocalDate.now(clock));
    }

    private static String name(Map<Long, Agencies.Agency> named, long id) {
        return named.containsKey(id) ? named.get(id).name() : "";
    }
}

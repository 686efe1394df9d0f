package org.hengjian.networks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hengjian.agencies.Regions;
import org.hengjian.leads.Lead;
import org.hengjian.leads.Leads;
import org.hengjian.leads.LeadsMoved;
import org.hengjian.leads.Stage;
import org.hengjian.parties.PartiesNoted;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shops;
import org.hengjian.parties.Subjects;
import org.hengjian.tracing.incremental.LiveClusters;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Reader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the clusters of sellers, in the transaction of whoever tells. Told twice, nothing changes. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Sellers {

    private final Shops shops;
    private final Subjects subjects;
    private final Leads leads;
    private final Regions regions;
    private final ContactTable contacts;
    private final SqlShelf shelf;
    private final LiveClusters clusters;
    private final Reader reader = new Reader(SellerModel.MODEL.schema());

    Sellers(
            Shops shops, Subjects subjects, Leads leads, Regions regions, ContactTable contacts, SqlShelf shelf) {
        this.shops = shops;
        this.subjects = subjects;
        this.leads = leads;
        this.regions = regions;
        this.contacts = contacts;
        this.shelf = shelf;
        clusters = new LiveClusters(SellerModel.MODEL, shelf);
    }

    /** Waits for whoever changes the network at this moment. */
    void alone() {
        shelf.alone();
    }

    void recorded(PartiesNoted event) {
        shelf.alone();
        var entries = new ArrayList<>(entries(shops.find(event.shops())));
        subjects.find(event.subjects()).values().forEach(firm -> entries.add(
                SellerModel.entry(firm, firm.region() == null ? "" : regions.path(firm.region()))));
        arrive(entries);
    }

    void moved(LeadsMoved event) {
        shelf.alone();
        Set<String> touched = new HashSet<>(contacts.drop(event.numbers()));
        Map<Lead, Contacts> telling = new LinkedHashMap<>();
        for (Lead lead : leads.find(event.numbers())) {
            var told = Contacts.in(lead.goods().title() + "\n" + lead.goods().description());
            if (counts(lead) && !told.equals(Contacts.NONE)) {
                telling.put(lead, told);
            }
        }
        var told = new ArrayList<ContactTable.Told>();
        List<Shop> named = shops.seen(telling.keySet().stream().map(Sellers::sighting).toList());
        int at = 0;
        for (var one : telling.entrySet()) {
            String shop = "shop-" + named.get(at++).id();
            told.add(new ContactTable.Told(one.getKey().number(), shop, one.getKey().agency(), one.getValue()));
            touched.add(shop);
        }
        contacts.add(told);
        arrive(entries(shops.find(touched.stream().map(key -> Long.parseLong(key.substring("shop-".length()))).toList())));
        shelf.tell(touched);
    }

    /** A decision is settled as the machine, who sees those of every agency. */
    void decided(PairDecided event) {
        shelf.alone();
        clusters.reconsider(event.source(), event.target());
    }

    /** What was dismissed or only screened speaks for nothing. */
    private static boolean counts(Lead lead) {
        boolean rejected = lead.stage() instanceof Stage.Dismissed || lead.stage() instanceof Stage.Cleared;
        return !rejected && !lead.subject().seller().isBlank() && !lead.subject().platform().isBlank();
    }

    static Shop.Sighting sighting(Lead lead) {
        return new Shop.Sighting(
                lead.subject().platform(),
                "",
                lead.subject().seller(),
                "",
                lead.subject().region(),
                lead.subject().creditCode());
    }

    private List<Entry> entries(List<Shop> some) {
        var told = contacts.ofShops(some.stream().map(shop -> "shop-" + shop.id()).toList());
        return some.stream()
                .map(shop -> SellerModel.entry(shop, told.getOrDefault("shop-" + shop.id(), Contacts.NONE)))
                .toList();
    }

    /** Most of what is told again says nothing new; that is seen for all at once. */
    private void arrive(Collection<Entry> entries) {
        var before = shelf.profiles(entries.stream().map(Entry::id).toList());
        var news = entries.stream()
                .filter(entry -> !reader.read(entry).equals(before.get(entry.id())))
                .toList();
        news.forEach(clusters::arrive);
        shelf.tell(news.stream().map(Entry::id).toList());
    }
}

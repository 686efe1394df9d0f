package org.hengjian.leads;

import java.util.List;
import org.hengjian.parties.Involvement;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shops;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On the page of a shop, or of whoever runs it: the leads about what it offers. */
@Component
@Transactional(readOnly = true)
class WhereSellersAppear implements Involvement.Source {

    private final LeadTable leads;
    private final Shops shops;

    WhereSellersAppear(LeadTable leads, Shops shops) {
        this.leads = leads;
        this.shops = shops;
    }

    @Override
    public List<Involvement> of(List<Long> subjects, List<Long> shopIds, int most) {
        List<Shop> named = shops.find(shopIds);
        return leads.ofShops(
                        named.stream().map(Shop::platform).toArray(String[]::new),
                        named.stream().map(Shop::name).toArray(String[]::new),
                        most)
                .stream()
                .map(lead -> new Involvement(
                        lead.receivedOn(),
                        "leads.involvement",
                        lead.number(),
                        lead.goods().title(),
                        "leads.stage." + lead.stage().code(),
                        "/leads/" + lead.number()))
                .toList();
    }
}

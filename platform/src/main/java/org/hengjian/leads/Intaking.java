package org.hengjian.leads;

import java.util.List;
import org.hengjian.intake.Intake;
import org.hengjian.intake.Listing;
import org.hengjian.intake.ListingsAccepted;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of each chunk that intake took in, and has it screened. Heard twice, it is screened once. */
@Component
class Intaking {

    private final Intake intake;
    private final Leads leads;

    Intaking(Intake intake, Leads leads) {
        this.intake = intake;
        this.leads = leads;
    }

    @ApplicationModuleListener
    void on(ListingsAccepted event) {
        List<Listing> listings = intake.listings(event.batch(), event.fromListing(), event.toListing());
        leads.receive(listings.stream().map(Intaking::received).toList());
    }

    static Received received(Listing listing) {
        return new Received(
                listing.id(),
                listing.batch(),
                listing.rowNumber(),
                listing.externalId(),
                listing.title(),
                listing.description(),
                listing.priceFen(),
                listing.currency(),
                listing.category(),
                listing.brand(),
                listing.seller(),
                listing.sellerCode(),
                listing.platform(),
                listing.url(),
                listing.sellerRegion(),
                listing.images(),
                listing.agency(),
                listing.region());
    }
}

package org.hengjian.parties;

import org.hengjian.intake.Intake;
import org.hengjian.intake.Listing;
import org.hengjian.intake.ListingsAccepted;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of each chunk that intake took in and notes its sellers. Heard twice, nothing changes. */
@Component
class SellersTakenIn {

    private final Intake intake;
    private final Shops shops;

    SellersTakenIn(Intake intake, Shops shops) {
        this.intake = intake;
        this.shops = shops;
    }

    @ApplicationModuleListener
    void on(ListingsAccepted event) {
        shops.seen(intake.listings(event.batch(), event.fromListing(), event.toListing()).stream()
                .filter(SellersTakenIn::namesAShop)
                .map(SellersTakenIn::sighting)
                .distinct()
                .toList());
    }

    /** A seller without a platform, or the other way round, stands for no shop that could be found again. */
    private static boolean namesAShop(Listing listing) {
        return !listing.seller().isBlank()
                && !SearchText.sought(listing.platform()).isEmpty()
                && !SearchText.sought(listing.seller()).isEmpty();
    }

    private static Shop.Sighting sighting(Listing listing) {
        return new Shop.Sighting(
                listing.platform(), "", listing.seller(), "", listing.sellerRegion(), listing.sellerCode());
    }
}

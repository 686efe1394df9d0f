package org.hengjian.networks;

import org.hengjian.intake.Parcel;
import org.hengjian.intake.Parcels;
import org.hengjian.intake.ParcelsAccepted;
import org.springframework.stereotype.Component;

/** Hears of the parcels that intake took in; heard twice, the same stands there. */
@Component
class ParcelArrivals {

    private final Parcels parcels;
    private final Sellers sellers;
    private final Weaver weaver;

    ParcelArrivals(Parcels parcels, Sellers sellers, Weaver weaver) {
        this.parcels = parcels;
        this.sellers = sellers;
        this.weaver = weaver;
    }

    @Upkeep
    void on(ParcelsAccepted event) {
        sellers.alone();
        weaver.parcels(parcels.ofChunk(event.batch(), event.fromParcel(), event.toParcel()).stream()
                .map(Parcel::first)
                .distinct()
                .toList());
    }
}

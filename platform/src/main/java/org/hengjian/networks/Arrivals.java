package org.hengjian.networks;

import org.hengjian.leads.LeadsMoved;
import org.hengjian.parties.PartiesNoted;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what other rooms publish, and what people decide; each is settled in one transaction, as the machine. */
@Component
class Arrivals {

    private final Sellers sellers;

    Arrivals(Sellers sellers) {
        this.sellers = sellers;
    }

    @ApplicationModuleListener
    void on(PartiesNoted event) {
        sellers.recorded(event);
    }

    @ApplicationModuleListener
    void on(LeadsMoved event) {
        sellers.moved(event);
    }

    @ApplicationModuleListener
    void on(PairDecided event) {
        sellers.decided(event);
    }
}

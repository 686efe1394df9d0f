package org.hengjian.networks;

import java.util.List;
import org.hengjian.cases.CaseClosed;
import org.hengjian.cases.CaseDecided;
import org.hengjian.cases.CaseFiled;
import org.hengjian.cases.CaseProposed;
import org.hengjian.cases.CaseReadersChanged;
import org.hengjian.cases.FilingRefused;
import org.hengjian.leads.LeadsMoved;
import org.hengjian.parties.PartiesNoted;
import org.springframework.stereotype.Component;

/**
 * Hears what other rooms publish, and what people decide; each is settled in one transaction, as the machine, and heard
 * twice changes nothing.
 */
@Component
class Arrivals {

    private final Sellers sellers;
    private final Weaver weaver;

    Arrivals(Sellers sellers, Weaver weaver) {
        this.sellers = sellers;
        this.weaver = weaver;
    }

    @Upkeep
    void on(PartiesNoted event) {
        sellers.recorded(event);
        weaver.parties(event.subjects(), event.shops(), event.persons());
    }

    @Upkeep
    void on(LeadsMoved event) {
        sellers.moved(event);
        weaver.leads(event.numbers());
    }

    @Upkeep
    void on(PairDecided event) {
        sellers.decided(event);
    }

    @Upkeep
    void on(CaseProposed event) {
        file(event.id(), event.sourceNumber());
    }

    @Upkeep
    void on(CaseFiled event) {
        file(event.id(), event.sourceNumber());
    }

    @Upkeep
    void on(FilingRefused event) {
        file(event.id(), event.sourceNumber());
    }

    @Upkeep
    void on(CaseDecided event) {
        file(event.id(), "");
    }

    @Upkeep
    void on(CaseClosed event) {
        file(event.id(), "");
    }

    @Upkeep
    void on(CaseReadersChanged event) {
        sellers.alone();
        weaver.wholeCase(event.id());
    }

    private void file(long id, String source) {
        sellers.alone();
        // The lead may not have been told yet: its event may come after that of its case.
        if (source.startsWith("X-")) {
            weaver.leads(List.of(source));
        }
        weaver.theCase(id);
    }
}

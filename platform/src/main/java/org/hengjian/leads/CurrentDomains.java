package org.hengjian.leads;

import org.hengjian.screening.domain.DomainWatch;
import org.hengjian.screening.domain.OfficialDomains;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The watch over domains for the register as it is now, made when first asked for. */
@Component
class CurrentDomains {

    private final CurrentScreening screening;
    private volatile @Nullable Watching watching;

    CurrentDomains(CurrentScreening screening) {
        this.screening = screening;
    }

    /** The watch for one state of the register. */
    private record Watching(long number, DomainWatch watch) {}

    DomainWatch watch() {
        var snapshot = screening.now();
        var known = watching;
        if (known == null || known.number() != snapshot.number()) {
            known = new Watching(
                    snapshot.number(), DomainWatch.of(snapshot.screening().rights(), OfficialDomains.all()));
            watching = known;
        }
        return known.watch();
    }
}

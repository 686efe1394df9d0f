package org.hengjian.agencies;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.shell.SearchSource;
import org.springframework.stereotype.Component;

/** Agencies by their name of today. */
@Component
class AgencySearch implements SearchSource {

    private static final int COUNTRY = 100_000;

    private final Register register;
    private final Regions regions;
    private final Clock clock;

    AgencySearch(Register register, Regions regions, Clock clock) {
        this.register = register;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public List<Found> find(String query, int most) {
        return register.list(new Register.Filter(query, "", COUNTRY, LocalDate.now(clock)), Optional.empty()).rows().stream()
                .limit(most)
                .map(line -> new Found(
                        "agencies.one", line.name(), regions.path(line.region()), "/agencies/" + line.id()))
                .toList();
    }
}

package org.hengjian.leads;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person found when they looked (核查记录).
 *
 * @param place where they looked: an address, a shop, the platform's page
 */
record Visit(Outcome outcome, String place, String notes, LocalDate visitedOn, List<Photo> photos) {

    Visit {
        photos = List.copyOf(photos);
    }
}

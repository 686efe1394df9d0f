package org.hengjian.parties;

import java.util.List;

/** Parties were recorded, or what is known of them changed. Published in the transaction of the record. */
public record PartiesNoted(List<Long> subjects, List<Long> shops, List<Long> persons) {

    public PartiesNoted {
        subjects = List.copyOf(subjects);
        shops = List.copyOf(shops);
        persons = List.copyOf(persons);
    }
}

package org.hengjian.leads;

import java.util.List;

/** Leads were found, or something was done to them. Published in the transaction of the deed. */
public record LeadsMoved(List<String> numbers) {

    public LeadsMoved {
        numbers = List.copyOf(numbers);
    }
}

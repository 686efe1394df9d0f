package org.hengjian.field;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A visit that was planned (到场计划).
 *
 * @param caseId        0 where it is to a lead
 * @param lead          number of the lead; empty where it is to a case
 * @param isInspected   whether a record was made at it
 * @param calledOffFor  why it does not take place; empty while it does
 */
record Visit(
        UUID key,
        long caseId,
        String lead,
        String title,
        String purpose,
        String place,
        Instant startsAt,
        List<Long> officers,
        String officerNames,
        String planner,
        boolean isInspected,
        String calledOffBy,
        String calledOffFor) {

    Visit {
        officers = List.copyOf(officers);
    }

    public boolean isCalledOff() {
        return !calledOffFor.isEmpty();
    }
}

package org.hengjian.cases;

import java.util.List;
import java.util.Optional;
import org.hengjian.law.Money;

/**
 * What is needed to propose a filing (立案申请).
 *
 * @param personal what is sealed of the party
 * @param officers ids of the handling officers, two at least
 * @param turnover 违法经营额 as known so far
 * @param ground   why it should be filed
 * @param venue    what jurisdiction rests on (管辖依据); empty is lawful only until the filing is approved
 * @param kind     案件类型 in that version; empty, and 0, for none
 */
public record FilingRequest(
        Docket.Matter matter,
        Party party,
        Party.Personal personal,
        List<Long> officers,
        Optional<Money> turnover,
        String ground,
        Optional<Paper.VenueStated> venue,
        String kind,
        int kindVersion) {

    /** One that names no kind. */
    public FilingRequest(
            Docket.Matter matter,
            Party party,
            Party.Personal personal,
            List<Long> officers,
            Optional<Money> turnover,
            String ground,
            Optional<Paper.VenueStated> venue) {
        this(matter, party, personal, officers, turnover, ground, venue, "", 0);
    }

    public FilingRequest {
        officers = List.copyOf(officers);
    }
}

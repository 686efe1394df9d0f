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
 */
public record FilingRequest(
        Docket.Matter matter,
        Party party,
        Party.Personal personal,
        List<Long> officers,
        Optional<Money> turnover,
        String ground) {

    public FilingRequest {
        officers = List.copyOf(officers);
    }
}

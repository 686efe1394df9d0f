package org.hengjian.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.leads.Answer;
import org.hengjian.leads.Lead;
import org.hengjian.leads.Leads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The step from a lead to a case (立案): what the proposal takes over, and the lead that learns of its case. */
@Component
class LeadToCase {

    private static final Logger LOG = LoggerFactory.getLogger(LeadToCase.class);

    private final Leads leads;

    LeadToCase(Leads leads) {
        this.leads = leads;
    }

    /** The proposal with what the lead already says; an officer checks and completes it. */
    List<CaseForms.Field> filled(List<CaseForms.Field> proposal, String leadNumber) {
        Map<String, String> known = leads.find(leadNumber).map(LeadToCase::known).orElse(Map.of());
        return proposal.stream()
                .map(field -> known.containsKey(field.name()) ? field.from(known.get(field.name())) : field)
                .toList();
    }

    private static Map<String, String> known(Lead lead) {
        var known = new HashMap<String, String>();
        known.put("foundOn", lead.receivedOn().toString());
        known.put("actFrom", lead.receivedOn().toString());
        known.put("partyName", lead.subject().seller());
        known.put("partyCode", lead.subject().creditCode());
        known.put("rightName", lead.right().name());
        known.put("act", lead.goods().title());
        known.put("place", lead.goods().url().isEmpty() ? lead.subject().platform() : lead.goods().url());
        return known;
    }

    /** Heard once or more after the filing's commit; a lead that is filed already stays so. */
    @ApplicationModuleListener
    void on(CaseFiled filed) {
        if (filed.sourceNumber().isEmpty() || leads.find(filed.sourceNumber()).isEmpty()) {
            return;
        }
        if (leads.filed(filed.sourceNumber(), filed.number().text()) instanceof Answer.Refused refused) {
            LOG.warn("lead {} did not take case {}: {}", filed.sourceNumber(), filed.id(), refused.key());
        }
    }
}

package org.hengjian.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import org.hengjian.agencies.Agencies;
import org.hengjian.documents.AmountInWords;
import org.hengjian.documents.Documents;
import org.springframework.stereotype.Component;

/** 当场行政处罚决定书. */
@Component
class SpotDocuments {

    static final String OBJECT = "spot-penalty";
    private static final String DECISION = "spot-decision";

    private final Documents documents;
    private final CaseDocuments cases;
    private final Agencies agencies;
    private final Clock clock;

    SpotDocuments(Documents documents, CaseDocuments cases, Agencies agencies, Clock clock) {
        this.documents = documents;
        this.cases = cases;
        this.agencies = agencies;
        this.clock = clock;
    }

    void issueDecision(SpotPenalty penalty, Party.Personal personal) {
        var words = new HashMap<String, Object>();
        var today = LocalDate.now(clock);
        words.put("agency", agencies.on(penalty.agency(), today).map(Agencies.Agency::name).orElse(""));
        words.put("today", today);
        words.put("number", penalty.number().text());
        words.put("penalty", penalty);
        words.put("party", penalty.party());
        words.put("personal", personal);
        words.put("partyName", penalty.party().kind() == Party.Kind.PERSON ? personal.name() : penalty.party().name());
        words.put("officers", penalty.officers());
        words.put("fine", Amounts.plain(penalty.fine()));
        words.put("fineWords", penalty.fine().fen() == 0 ? "" : AmountInWords.of(penalty.fine()));
        words.put("paymentTerm", cases.term(Clocks.PAYMENT));
        cases.putRemedies(words);
        documents.issue(new Documents.Draft(
                OBJECT, penalty.id(), DECISION, penalty.number().text(), "当场行政处罚决定书", words));
    }
}

package org.hengjian.cases;

import java.util.List;
import org.hengjian.documents.Documents;
import org.springframework.stereotype.Component;

/** 回避决定书 and 办案人员变更审批表. */
@Component
class RecusalDocuments {

    private static final String DECISION = "recusal-decision";
    private static final String CHANGE = "officers-change";

    private final Documents documents;
    private final CaseDocuments cases;

    RecusalDocuments(Documents documents, CaseDocuments cases) {
        this.documents = documents;
        this.cases = cases;
    }

    void issueDecision(CaseFile file, Party.Personal personal) {
        var decided = file.docket().need(Paper.RecusalDecided.class);
        var request = Recusal.of(file.docket()).stream()
                .filter(one -> one.n() == decided.request())
                .findFirst()
                .orElseThrow();
        var words = cases.words(file, personal);
        words.put("number", decided.number().text());
        words.put("decided", decided);
        words.put("asked", request.asked());
        documents.issue(CaseDocuments.draft(file, DECISION, decided.number().text(), "回避决定书", words));
    }

    void issueChange(CaseFile file, List<Officer> before, Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("before", before);
        words.put("change", file.docket().need(Paper.OfficersChanged.class));
        words.put("approver", file.docket().entries().getLast().by());
        documents.issue(CaseDocuments.draft(file, CHANGE, "", "办案人员变更审批表", words));
    }
}

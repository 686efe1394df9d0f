package org.hengjian.cases;

import org.hengjian.documents.Documents;
import org.springframework.stereotype.Component;

/** 鉴定意见告知书 with its receipt, and 重新鉴定申请处理通知书. */
@Component
class OpinionDocuments {

    private static final String NOTICE = "opinion-notice";
    private static final String RENEWAL = "opinion-renewal";

    private final Documents documents;
    private final CaseDocuments cases;

    OpinionDocuments(Documents documents, CaseDocuments cases) {
        this.documents = documents;
        this.cases = cases;
    }

    void issueNotice(CaseFile file, Opinion opinion, Paper.OpinionTold told, Party.Personal personal) {
        String title = opinion.isExpert() ? "鉴定意见告知书" : "辨认（鉴别）意见告知书";
        var words = cases.words(file, personal);
        words.put("title", title);
        words.put("number", told.number().text());
        words.put("opinion", opinion.received());
        words.put("expert", opinion.isExpert());
        words.put("kind", kind(opinion));
        documents.issue(CaseDocuments.draft(file, NOTICE, told.number().text(), title, words));
        cases.issueReceipt(file, title, told.number().text(), told.delivery(), personal);
    }

    void issueDecision(
            CaseFile file,
            Opinion opinion,
            Paper.NewOpinionAsked asked,
            Paper.NewOpinionDecided decided,
            Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("number", decided.number().text());
        words.put("opinion", opinion.received());
        words.put("asked", asked);
        words.put("decided", decided);
        documents.issue(CaseDocuments.draft(file, RENEWAL, decided.number().text(), "重新鉴定申请处理通知书", words));
    }

    private static String kind(Opinion opinion) {
        return opinion.isExpert() ? "鉴定意见" : "辨认（鉴别）意见";
    }
}

package org.hengjian.cases;

import java.util.Map;
import org.hengjian.documents.Documents;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;

/** 听证通知书、听证笔录、听证报告 and the receipt for the notice. */
@Component
class HearingDocuments {

    private static final String CALL = "hearing-notice";
    private static final String RECORD = "hearing-record";
    private static final String REPORT = "hearing-report";

    private final Documents documents;
    private final CaseDocuments cases;

    HearingDocuments(Documents documents, CaseDocuments cases) {
        this.documents = documents;
        this.cases = cases;
    }

    void issueCall(CaseFile file, Paper.HearingCalled called, Party.Personal personal) {
        documents.issue(CaseDocuments.draft(file, CALL, called.number().text(), "听证通知书", words(file, personal)));
    }

    void issueReceipt(CaseFile file, Paper.Delivery delivery, Party.Personal personal) {
        cases.issueReceipt(file, "听证通知书", called(file).number().text(), delivery, personal);
    }

    /** The record, also of a hearing that ended because the party was not there. @param present who took part, in full */
    void issueRecord(CaseFile file, String present, Party.Personal personal) {
        var words = words(file, personal);
        words.put("present", present);
        documents.issue(CaseDocuments.draft(file, RECORD, "", "听证笔录", words));
    }

    void issueReport(CaseFile file, Party.Personal personal) {
        documents.issue(CaseDocuments.draft(file, REPORT, "", "听证报告", words(file, personal)));
    }

    private Map<String, Object> words(CaseFile file, Party.Personal personal) {
        var hearing = Hearing.of(file.docket()).orElseThrow();
        var words = cases.words(file, personal);
        var called = called(file);
        words.put("number", called.number().text());
        words.put("called", called);
        words.put("at", called.at().atZone(PlatformTime.ZONE));
        words.put("asked", hearing.asked());
        words.put("findings", file.docket().need(Paper.Findings.class));
        words.put("noticeNumber", file.docket().need(Paper.Notice.class).number().text());
        words.put("held", hearing.held().map(java.util.List::of).orElse(java.util.List.of()));
        words.put("ended", hearing.ended().map(java.util.List::of).orElse(java.util.List.of()));
        words.put("report", hearing.report().map(entry -> ((Paper.Heard) entry.paper()).report()).orElse(""));
        return words;
    }

    private static Paper.HearingCalled called(CaseFile file) {
        return Hearing.of(file.docket()).flatMap(Hearing::called).orElseThrow();
    }
}

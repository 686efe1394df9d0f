package org.hengjian.cases;

import org.hengjian.documents.Documents;
import org.springframework.stereotype.Component;

/** 集体讨论记录、终止调查审批表、举报立案告知书. */
@Component
class EndingDocuments {

    private static final String DISCUSSION = "collective-discussion";
    private static final String TERMINATION = "termination-approval";
    private static final String REPORTER = "reporter-notice";

    private final Documents documents;
    private final CaseDocuments cases;

    EndingDocuments(Documents documents, CaseDocuments cases) {
        this.documents = documents;
        this.cases = cases;
    }

    void issueDiscussion(CaseFile file, Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("discussed", file.docket().need(Paper.Discussed.class));
        words.put("findings", file.docket().need(Paper.Findings.class));
        words.put("review", file.docket().need(Paper.Review.class));
        words.put("hearing", file.docket().paper(Paper.Heard.class).map(Paper.Heard::report).orElse(""));
        words.put("chair", file.docket().entries().getLast().by());
        documents.issue(CaseDocuments.draft(file, DISCUSSION, "", "集体讨论记录", words));
    }

    void issueTermination(CaseFile.Terminated file, Signature proposal, Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("terminated", file.docket().need(Paper.Terminated.class));
        words.put("proposal", proposal);
        words.put("approver", file.docket().entries().getLast().by());
        documents.issue(CaseDocuments.draft(file, TERMINATION, "", "终止调查审批表", words));
    }

    /** @param reporter in full; their name stands in no other document of the case */
    void issueReporterNotice(CaseFile file, String reporter, Party.Personal personal) {
        var told = file.docket().need(Paper.ReporterTold.class);
        String title = told.filed() ? "举报立案告知书" : "举报不予立案告知书";
        var words = cases.words(file, personal);
        words.put("title", title);
        words.put("reporter", reporter);
        words.put("told", told);
        words.put("ground", file.docket().paper(Paper.FilingRefused.class).map(Paper.FilingRefused::ground).orElse(""));
        documents.issue(CaseDocuments.draft(file, REPORTER, "", title, words));
    }
}

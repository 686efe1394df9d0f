package org.hengjian.cases;

import java.util.HashMap;
import java.util.List;
import org.hengjian.documents.Documents;
import org.springframework.stereotype.Component;

/** 卷宗封面、卷内目录、备考表, and 重新办理审批表. */
@Component
class ArchiveDocuments {

    private static final String COVER = "archive-cover";
    private static final String CONTENTS = "archive-contents";
    private static final String NOTE = "archive-note";
    private static final String REOPENING = "reopening-approval";

    private final Documents documents;
    private final CaseDocuments cases;

    ArchiveDocuments(Documents documents, CaseDocuments cases) {
        this.documents = documents;
        this.cases = cases;
    }

    FileContents contents(CaseFile file) {
        return FileContents.of(file.docket(), documents.bound(CaseDocuments.OBJECT, file.docket().id()));
    }

    void issue(CaseFile file, FileContents contents, Party.Personal personal) {
        var docket = file.docket();
        var words = new HashMap<>(cases.words(file, personal));
        words.put("archived", docket.need(Paper.Archived.class));
        words.put("retention", retention(docket.need(Paper.Archived.class).retention()));
        words.put("contents", contents);
        words.put("decision", docket.paper(Paper.Decided.class).map(List::of).orElse(List.of()));
        words.put("closedOn", docket.last(Paper.Closed.class).orElseThrow().by().on());
        words.put("bound", docket.entries().getLast().by());
        documents.issue(CaseDocuments.draft(file, COVER, "", "卷宗封面", words));
        documents.issue(CaseDocuments.draft(file, CONTENTS, "", "卷内目录", words));
        documents.issue(CaseDocuments.draft(file, NOTE, "", "备考表", words));
    }

    void issueReopening(CaseFile file, Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("reopened", file.docket().need(Paper.Reopened.class));
        words.put("closedOn", file.docket().last(Paper.Closed.class).orElseThrow().by().on());
        words.put("approver", file.docket().entries().getLast().by());
        documents.issue(CaseDocuments.draft(file, REOPENING, "", "重新办理审批表", words));
    }

    private static String retention(Paper.Retention retention) {
        return switch (retention) {
            case PERMANENT -> "永久";
            case THIRTY_YEARS -> "三十年";
            case TEN_YEARS -> "十年";
        };
    }
}

package org.hengjian.cases;

import java.util.List;
import org.hengjian.statutes.Ground;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a closed case: it is bound and archived (立卷归档), or taken up again by the head (重新办理). */
@Service
@Transactional
public class Archive {

    private final Steps steps;
    private final Procedure procedure;
    private final ArchiveDocuments documents;

    Archive(Steps steps, Procedure procedure, ArchiveDocuments documents) {
        this.steps = steps;
        this.procedure = procedure;
        this.documents = documents;
    }

    /** 立卷归档: cover, table of contents and note are issued. @param note for 备考表; may be empty */
    public Outcome archive(Step step, Paper.Retention retention, String place, String note) {
        return steps.take(step, Verb.ARCHIVE, "", CaseFile.Closed.class, (file, by) -> {
            var contents = documents.contents(file);
            var after = file.put(by, new Paper.Archived(retention, place, contents.size(), note));
            documents.issue(after, contents, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 重新办理. */
    public Outcome reopen(Step step, Paper.Reopening kind, String ground) {
        return steps.take(step, Verb.REOPEN, ground, CaseFile.Closed.class, (file, by) -> {
            List<Ground> grounds = procedure.againstReopening(file, kind);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var after = file.reopen(by, new Paper.Reopened(kind, ground));
            documents.issueReopening(after, steps.personal(after));
            return new Outcome.Done(after);
        });
    }
}

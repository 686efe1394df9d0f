package org.hengjian.cases;

import java.time.LocalDate;
import org.hengjian.access.Seal;
import org.hengjian.shell.Masked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes before a grave decision, and what ends a case without one: collective discussion (集体讨论), termination
 * (终止调查), and telling the reporter (告知举报人). One verb a step, each one transaction, as in {@link Cases}.
 */
@Service
@Transactional
public class Endings {

    private final Steps steps;
    private final EndingDocuments documents;
    private final Seal seal;

    Endings(Steps steps, EndingDocuments documents, Seal seal) {
        this.steps = steps;
        this.documents = documents;
        this.seal = seal;
    }

    /** 认定情节复杂或者重大. */
    public Outcome markGrave(Step step, Paper.Gravity gravity, String text) {
        return steps.take(step, Verb.MARK_GRAVE, text, CaseFile.class, (file, by) ->
                new Outcome.Done(file.put(by, new Paper.GraveMarked(gravity, text))));
    }

    /** 负责人集体讨论. */
    public Outcome discuss(Step step, LocalDate on, String members, String record, String conclusion) {
        return steps.take(step, Verb.DISCUSS, on, "", CaseFile.class, (file, by) -> {
            var after = file.put(by, new Paper.Discussed(on, members, record, conclusion));
            documents.issueDiscussion(after, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 提请终止调查. */
    public Outcome proposeTermination(Step step, Paper.Termination kind, String text) {
        return steps.take(step, Verb.PROPOSE_TERMINATION, text, CaseFile.Pending.class, (file, by) ->
                new Outcome.Done(file.put(by, new Paper.TerminationProposed(kind, text))));
    }

    /** 批准终止调查. */
    public Outcome terminate(Step step, String ground) {
        return steps.take(step, Verb.TERMINATE, ground, CaseFile.Pending.class, (file, by) -> {
            var proposal = file.docket().termination().orElseThrow().by();
            var terminated = file.terminate(by, ground);
            documents.issueTermination(terminated, proposal, steps.personal(terminated));
            return new Outcome.Done(terminated);
        });
    }

    /** 不同意终止调查. */
    public Outcome refuseTermination(Step step, String ground) {
        return steps.take(step, Verb.REFUSE_TERMINATION, ground, CaseFile.Pending.class, (file, by) ->
                new Outcome.Done(file.put(by, new Paper.TerminationRefused(ground))));
    }

    /**
     * 告知举报人是否立案.
     *
     * @param reporter name; masked on file, in full under seal and in the document; empty for an anonymous report
     */
    public Outcome tellReporter(Step step, LocalDate on, Paper.ReporterWay way, String reporter) {
        return steps.take(step, Verb.TELL_REPORTER, on, "", CaseFile.class, (file, by) -> {
            boolean filed = file.docket().last(Paper.Filed.class).isPresent();
            var after = file.put(by, new Paper.ReporterTold(
                    on, way, Masked.name(reporter), seal.seal(reporter), filed));
            if (way != Paper.ReporterWay.ANONYMOUS) {
                documents.issueReporterNotice(after, reporter, steps.personal(after));
            }
            return new Outcome.Done(after);
        });
    }
}

package org.hengjian.cases;

import java.util.Map;
import java.util.Optional;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.documents.Documents;
import org.hengjian.law.Exclusion;
import org.springframework.stereotype.Component;

/** The documents of measures and tests: which template, and what it says. */
@Component
class MeasureDocuments {

    private static final String REGISTRATION = "evidence-registration";
    private static final String DECISION = "measure-decision";
    private static final String LIST = "goods-list";
    private static final String EXTENSION = "measure-extension";
    private static final String LIFTING = "measure-lifting";
    private static final String COMMISSION = "testing-commission";
    private static final String TESTING_NOTICE = "testing-notice";

    private final Documents documents;
    private final CaseDocuments cases;
    private final Clocks clocks;

    MeasureDocuments(Documents documents, CaseDocuments cases, Clocks clocks) {
        this.documents = documents;
        this.cases = cases;
        this.clocks = clocks;
    }

    /** 决定书（通知书）和清单: both are handed over on the spot. */
    void issueDecision(CaseFile file, Measure.Standing measure, DocumentNumber number, Party.Personal personal) {
        boolean compulsory = measure.kind().isCompulsory();
        String title = compulsory ? "实施行政强制措施决定书" : "先行登记保存证据通知书";
        var words = words(file, measure, number, personal);
        words.put("title", title);
        words.put("urgent", measure instanceof Measure.Urgent);
        words.put("term", cases.term(compulsory ? Clocks.SEIZURE : Clocks.REGISTRATION));
        cases.putRemedies(words);
        documents.issue(CaseDocuments.draft(file, compulsory ? DECISION : REGISTRATION, number.text(), title, words));
        documents.issue(CaseDocuments.draft(file, LIST, "", "财物清单", words));
    }

    /** 中止、恢复调查审批表. */
    void issueMatter(CaseFile file, Party.Personal personal) {
        cases.issueMatter(file, Optional.empty(), personal);
    }

    void issueExtension(
            CaseFile file, Measure.Running measure, String ground, DocumentNumber number, Party.Personal personal) {
        var words = words(file, measure, number, personal);
        words.put("decision", measure.number().text());
        words.put("extensionGround", ground);
        words.put("until", clocks.term(measure, file.docket()).dueDay().orElseThrow());
        cases.putRemedies(words);
        documents.issue(CaseDocuments.draft(file, EXTENSION, number.text(), "延长行政强制措施期限决定书", words));
    }

    void issueLifting(
            CaseFile file,
            Measure.Standing measure,
            Measure.Lifting ground,
            String text,
            DocumentNumber number,
            Party.Personal personal) {
        String title = measure.kind().isCompulsory() ? "解除行政强制措施决定书" : "解除先行登记保存证据通知书";
        var words = words(file, measure, number, personal);
        words.put("title", title);
        words.put("decision", measure.number().text());
        words.put("liftingGround", said(ground));
        words.put("text", text);
        documents.issue(CaseDocuments.draft(file, LIFTING, number.text(), title, words));
        documents.issue(CaseDocuments.draft(file, LIST, "", "解除财物清单", words));
    }

    void issueCommission(CaseFile file, Paper.TestingCommissioned commissioned, Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("number", commissioned.number().text());
        words.put("commissioned", commissioned);
        words.put("kind", commissioned.kind().reason().zh());
        boolean identification = commissioned.kind() == Testing.Kind.IDENTIFICATION;
        String title = identification ? "权利人辨认（鉴别）通知书" : "检验检测鉴定委托书";
        words.put("identification", identification);
        words.put("title", title);
        documents.issue(CaseDocuments.draft(file, COMMISSION, commissioned.number().text(), title, words));
    }

    /** @param ground why the period is longer than first told; empty at first */
    void issueTestingNotice(
            CaseFile file, Testing testing, String ground, DocumentNumber number, Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("number", number.text());
        words.put("testing", testing);
        words.put("ground", ground);
        words.put("kind", testing.kind().reason().zh());
        words.put("stopsMeasure", testing.measure() != 0 && testing.kind().reason() != Exclusion.Reason.RIGHT_HOLDER_IDENTIFICATION);
        documents.issue(CaseDocuments.draft(file, TESTING_NOTICE, number.text(), "检验检测鉴定期间告知书", words));
    }

    private Map<String, Object> words(
            CaseFile file, Measure.Standing measure, DocumentNumber number, Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("number", number.text());
        words.put("kind", said(measure.kind()));
        words.put("taking", measure.begun().taking());
        words.put("since", measure.since());
        return words;
    }

    private static String said(Measure.Kind kind) {
        return switch (kind) {
            case REGISTRATION -> "先行登记保存";
            case SEALING -> "查封";
            case SEIZURE -> "扣押";
        };
    }

    private static String said(Measure.Lifting ground) {
        return switch (ground) {
            case NO_VIOLATION -> "当事人没有违法行为";
            case UNRELATED -> "有关场所、设施或者财物与违法行为无关";
            case DECIDED -> "对违法行为已经作出处理决定，不再需要采取该措施";
            case EXPIRED -> "期限已经届满";
            case NOT_APPROVED -> "本机关负责人认为不应当采取该措施";
            case OTHER -> "不再需要采取该措施";
        };
    }
}

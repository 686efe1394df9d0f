package org.hengjian.cases;

import java.util.List;
import org.hengjian.documents.Documents;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;

/** 责令改正通知书, 协助调查函, 询问通知书, 送达地址确认书: which template, and what it says. */
@Component
class LetterDocuments {

    private static final String ORDER = "correction-order";
    private static final String ORDER_TITLE = "责令改正通知书";
    private static final String LETTER = "assistance-letter";
    private static final String SUMMONS = "inquiry-notice";
    private static final String ADDRESS = "address-confirmation";

    private final Documents documents;
    private final CaseDocuments cases;

    LetterDocuments(Documents documents, CaseDocuments cases) {
        this.documents = documents;
        this.cases = cases;
    }

    void issueOrder(CaseFile file, Paper.CorrectionOrdered ordered, Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("number", ordered.number().text());
        words.put("ordered", ordered);
        words.put("until", ordered.until().map(List::of).orElse(List.of()));
        cases.putRemedies(words);
        documents.issue(CaseDocuments.draft(file, ORDER, ordered.number().text(), ORDER_TITLE, words));
    }

    void issueReceipt(CaseFile file, int order, Paper.Delivery delivery, Party.Personal personal) {
        var ordered = (Paper.CorrectionOrdered) file.docket().entries().get(order - 1).paper();
        cases.issueReceipt(file, ORDER_TITLE, ordered.number().text(), delivery, personal);
    }

    void issueLetter(CaseFile file, Paper.AssistanceAsked asked, Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("number", asked.number().text());
        words.put("asked", asked);
        words.put("until", asked.until().map(List::of).orElse(List.of()));
        words.put("term", asked.assistant() == Paper.Assistant.MARKET ? cases.term(Clocks.ASSIST) : "");
        documents.issue(CaseDocuments.draft(file, LETTER, asked.number().text(), "协助调查函", words));
    }

    /** @param person in full */
    void issueSummons(CaseFile file, Paper.Summoned summoned, String person, Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("number", summoned.number().text());
        words.put("summoned", summoned);
        words.put("at", summoned.at().atZone(PlatformTime.ZONE));
        words.put("person", person);
        documents.issue(CaseDocuments.draft(file, SUMMONS, summoned.number().text(), "询问通知书", words));
    }

    void issueAddress(
            CaseFile file, Paper.AddressConfirmed confirmed, ServiceAddresses.Reach reach, Party.Personal personal) {
        var words = cases.words(file, personal);
        words.put("confirmed", confirmed);
        words.put("reach", reach);
        words.put("means", switch (confirmed.electronic()) {
            case NONE -> "";
            case SMS -> "手机短信";
            case FAX -> "传真";
            case EMAIL -> "电子邮件";
            case MESSAGING -> "即时通讯账号";
        });
        documents.issue(CaseDocuments.draft(file, ADDRESS, "", "送达地址确认书", words));
    }
}

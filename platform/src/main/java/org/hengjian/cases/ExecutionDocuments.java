package org.hengjian.cases;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.documents.AmountInWords;
import org.hengjian.documents.ChineseNumber;
import org.hengjian.documents.Documents;
import org.hengjian.law.Money;
import org.springframework.stereotype.Component;

/** 延期（分期）缴纳罚款决定书、加处罚款决定书、催告书、强制执行申请书. */
@Component
class ExecutionDocuments {

    private static final String INSTALMENTS = "instalments-decision";
    private static final String SURCHARGE = "surcharge-decision";
    private static final String DEMAND = "demand-notice";
    private static final String APPLICATION = "enforcement-application";

    private final Documents documents;
    private final CaseDocuments cases;

    ExecutionDocuments(Documents documents, CaseDocuments cases) {
        this.documents = documents;
        this.cases = cases;
    }

    /** A sum as a document says it. */
    record Sum(String plain, String words) {
        static Sum of(Money amount) {
            return new Sum(Amounts.plain(amount), AmountInWords.of(amount));
        }
    }

    record Line(java.time.LocalDate on, Sum sum) {}

    void issueInstalments(CaseFile file, Party.Personal personal) {
        var words = words(file, personal);
        var granted = file.docket().entries().getLast().paper() instanceof Paper.InstalmentsGranted one ? List.of(one) : List.<Paper.InstalmentsGranted>of();
        String number = granted.isEmpty()
                ? file.docket().need(Paper.InstalmentsRefused.class).number().text()
                : granted.getFirst().number().text();
        String ground = granted.isEmpty()
                ? file.docket().need(Paper.InstalmentsRefused.class).ground()
                : granted.getFirst().ground();
        words.put("number", number);
        words.put("asked", file.docket().need(Paper.InstalmentsAsked.class));
        words.put("granted", !granted.isEmpty());
        words.put("ground", ground);
        words.put("schedule", granted.stream()
                .flatMap(one -> one.schedule().stream())
                .map(one -> new Line(one.on(), Sum.of(one.amount())))
                .toList());
        documents.issue(CaseDocuments.draft(file, INSTALMENTS, number, "延期（分期）缴纳罚款决定书", words));
    }

    void issueSurcharge(CaseFile file, Execution execution, Execution.Surcharge added, Party.Personal personal) {
        var words = words(file, personal);
        var surcharged = file.docket().need(Paper.Surcharged.class);
        words.put("number", surcharged.number().text());
        words.put("surcharged", surcharged);
        words.put("sum", Sum.of(surcharged.amount()));
        words.put("fine", Sum.of(execution.fine()));
        words.put("due", execution.schedule().getFirst().on());
        words.put("paused", added.paused());
        words.put("capped", added.isCapped());
        words.put("percent", percent(added.rate().movePointRight(2)));
        cases.putRemedies(words);
        documents.issue(CaseDocuments.draft(file, SURCHARGE, surcharged.number().text(), "加处罚款决定书", words));
    }

    void issueDemand(CaseFile file, Party.Personal personal) {
        var words = words(file, personal);
        var demanded = file.docket().need(Paper.Demanded.class);
        words.put("number", demanded.number().text());
        words.put("owed", Sum.of(demanded.owed()));
        words.put("surcharge", demanded.surcharge().fen() == 0 ? List.of() : List.of(Sum.of(demanded.surcharge())));
        words.put("wait", cases.term(Execution.DEMAND_WAIT));
        documents.issue(CaseDocuments.draft(file, DEMAND, demanded.number().text(), "催告书", words));
    }

    void issueDemandReceipt(CaseFile file, Paper.Delivery delivery, Party.Personal personal) {
        cases.issueReceipt(file, "催告书", file.docket().need(Paper.Demanded.class).number().text(), delivery, personal);
    }

    void issueApplication(CaseFile file, Party.Personal personal) {
        var words = words(file, personal);
        var applied = file.docket().need(Paper.EnforcementApplied.class);
        words.put("number", applied.number().text());
        words.put("applied", applied);
        words.put("sum", Sum.of(applied.amount()));
        words.put("remedies", Remedy.of(file.docket()).size());
        words.put("demand", file.docket().need(Paper.Demanded.class));
        words.put("demandServed", file.docket().need(Paper.DemandServed.class).delivery());
        documents.issue(CaseDocuments.draft(file, APPLICATION, applied.number().text(), "强制执行申请书", words));
    }

    /** A rate in words where it is whole: 三. */
    private static String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().scale() <= 0
                ? ChineseNumber.of(percent.intValueExact())
                : percent.stripTrailingZeros().toPlainString();
    }

    private Map<String, Object> words(CaseFile file, Party.Personal personal) {
        var words = new HashMap<>(cases.words(file, personal));
        var decided = file.docket().last(Paper.Decided.class).orElseThrow();
        words.put("decision", ((Paper.Decided) decided.paper()).number().text());
        words.put("decidedOn", decided.by().on());
        words.put("servedOn", file.docket().need(Paper.Served.class).delivery().effective());
        words.put("paid", Amounts.plain(((CaseFile.Concluded) file).paid()));
        return words;
    }
}

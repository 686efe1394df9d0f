package org.hengjian.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.agencies.Agencies;
import org.hengjian.documents.AmountInWords;
import org.hengjian.documents.ChineseNumber;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.documents.Documents;
import org.hengjian.documents.Typed;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.law.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The documents of a case: which template, and what it says. Every term in them comes from the law of their day. */
@Component
class CaseDocuments {

    static final String OBJECT = "case";

    private static final String FILING_APPROVAL = "filing-approval";
    private static final String NOTICE = "penalty-notice";
    private static final String DECISION = "penalty-decision";
    private static final String RECEIPT = "service-receipt";
    private static final String PUBLIC_NOTICE = "service-announcement";
    private static final String CLOSING = "closing-approval";
    private static final String RECORD = "investigation-record";
    private static final String FINDINGS = "findings-report";
    private static final String REVIEW = "review-opinion";
    private static final String MATTER = "matter-approval";
    private static final String EXTENSION = "extension-discussion";
    private static final String TRANSFER = "case-transfer";
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final String UNNUMBERED = "（签发时编号）";

    private final Documents documents;
    private final Agencies agencies;
    private final Kinds kinds;
    private final ServiceAddresses addresses;
    private final Law law;
    private final Clock clock;

    CaseDocuments(Documents documents, Agencies agencies, Kinds kinds, ServiceAddresses addresses, Law law, Clock clock) {
        this.documents = documents;
        this.agencies = agencies;
        this.kinds = kinds;
        this.addresses = addresses;
        this.law = law;
        this.clock = clock;
    }

    void issueFilingApproval(CaseFile file, Party.Personal personal) {
        documents.issue(filingApproval(file, personal));
    }

    void issueNotice(CaseFile file, Party.Personal personal) {
        documents.issue(notice(file, personal, file.docket().need(Paper.Notice.class)));
    }

    void issueDecision(CaseFile.Decided file, Party.Personal personal) {
        documents.issue(decision(file, personal, file.decision()));
    }

    /** 案件移送函 to the agency that the case goes to. */
    void issueTransfer(CaseFile.Decided file, DocumentNumber number, Party.Personal personal) {
        var words = words(file, personal);
        words.put("number", number.text());
        words.put("receiver", file.decision().disposal().map(Disposal::receiver).orElse(""));
        words.put("reasons", file.decision().reasons());
        words.put("findings", file.docket().need(Paper.Findings.class));
        words.put("records", evidence(file.docket()).size());
        documents.issue(draft(file, TRANSFER, number.text(), "案件移送函", words));
    }

    /** 现场笔录, 询问笔录, 证据清单, 抽样记录: what the officers draw up. @param witness in full; empty for none */
    void issueRecord(CaseFile file, Paper.Recorded recorded, String witness, Party.Personal personal) {
        var words = words(file, personal);
        words.put("title", recorded.kind().title());
        words.put("record", recorded);
        words.put("witness", witness);
        documents.issue(draft(file, RECORD, "", recorded.kind().title(), words));
    }

    /** 集体讨论记录 on going on beyond the term. */
    void issueExtension(CaseFile file, Party.Personal personal) {
        var words = words(file, personal);
        var entry = file.docket().last(Paper.Extended.class).orElseThrow();
        words.put("extended", entry.paper());
        words.put("fixed", ((Paper.Extended) entry.paper()).fixed().orElseThrow());
        words.put("chair", entry.by());
        documents.issue(draft(file, EXTENSION, "", "延长办案期限集体讨论记录", words));
    }

    /** 有关事项审批表 for what the head allowed last: more time, a suspension, its end. @param due where the term was extended */
    void issueMatter(CaseFile file, Optional<LocalDate> due, Party.Personal personal) {
        var words = words(file, personal);
        var entry = file.docket().entries().getLast();
        words.put("approver", entry.by());
        words.put("due", due.stream().toList());
        words.put("kind", entry.paper() instanceof Paper.Suspended suspended ? List.of(suspended.ground()) : List.of());
        String title = switch (entry.paper()) {
            case Paper.Extended extended -> {
                words.put("item", "EXTENDED");
                words.put("ground", extended.ground());
                yield "延长办案期限审批表";
            }
            case Paper.Suspended suspended -> {
                words.put("item", "SUSPENDED");
                words.put("ground", suspended.text());
                yield "中止调查审批表";
            }
            case Paper.Resumed resumed -> {
                words.put("item", "RESUMED");
                words.put("ground", resumed.text());
                yield "恢复调查审批表";
            }
            default -> throw new IllegalStateException("nothing was allowed last in case file " + file.docket().id());
        };
        words.put("title", title);
        documents.issue(draft(file, MATTER, "", title, words));
    }

    /** 调查终结报告 with what was on file when it was made. */
    void issueFindings(CaseFile file, Party.Personal personal) {
        var words = words(file, personal);
        var findings = file.docket().last(Paper.Findings.class).orElseThrow();
        words.put("findings", findings.paper());
        words.put("penalty", penalty(((Paper.Findings) findings.paper()).penalty()));
        words.put("by", findings.by());
        words.put("evidence", evidence(file.docket()));
        documents.issue(draft(file, FINDINGS, "", "调查终结报告", words));
    }

    /** 法制审核意见 or 案件审核意见. */
    void issueReview(CaseFile file, Party.Personal personal) {
        var words = words(file, personal);
        var review = file.docket().last(Paper.Review.class).orElseThrow();
        var paper = (Paper.Review) review.paper();
        String title = paper.kind().map(kind -> kind == Paper.ReviewKind.LEGAL ? "法制审核意见" : "案件审核意见").orElse("审核意见");
        words.put("title", title);
        words.put("review", paper);
        words.put("advice", paper.advice().orElse(paper.consents() ? Paper.Advice.CONSENT : Paper.Advice.RETURN).name());
        words.put("points", Paper.ReviewPoint.values());
        words.put("by", review.by());
        words.put("findings", file.docket().need(Paper.Findings.class));
        words.put("penalty", penalty(file.docket().need(Paper.Findings.class).penalty()));
        documents.issue(draft(file, REVIEW, "", title, words));
    }

    /** The receipt for the document that was served last. */
    void issueReceipt(CaseFile file, Party.Personal personal) {
        switch (file.docket().entries().getLast().paper()) {
            case Paper.NoticeServed served -> issueReceipt(
                    file, "行政处罚告知书", file.docket().need(Paper.Notice.class).number().text(), served.delivery(), personal);
            case Paper.Served served -> {
                var decision = file.docket().need(Paper.Decided.class);
                issueReceipt(file, title(decision.result()), decision.number().text(), served.delivery(), personal);
            }
            default -> throw new IllegalStateException("nothing was served last in case file " + file.docket().id());
        }
    }

    /** The receipt for a document of that title and number; before it the notice (送达公告), where that was how it was served. */
    void issueReceipt(CaseFile file, String served, String number, Paper.Delivery delivery, Party.Personal personal) {
        var words = words(file, personal);
        words.put("served", served);
        words.put("servedNumber", number);
        words.put("delivery", delivery);
        words.put("place", addresses.place(file.docket(), delivery.way()));
        if (delivery.way() == Paper.Way.PUBLIC_NOTICE) {
            words.put("noticeTerm", term(Clocks.PUBLIC_NOTICE));
            words.put("affair", "本局对你（单位）涉嫌" + file.docket().matter().cause() + "一案");
            words.put("on", delivery.on());
            words.put("effective", delivery.effective());
            words.put("note", delivery.note());
            documents.issue(draft(file, PUBLIC_NOTICE, "", "送达公告", words));
        }
        documents.issue(draft(file, RECEIPT, "", "送达回证", words));
    }

    void issueClosing(CaseFile.Closed file, Party.Personal personal) {
        documents.issue(closing(file, personal));
    }

    /** What the usual next step would issue, as it lies there to be worded. */
    Optional<Documents.Proof> proof(CaseFile file, Party.Personal personal) {
        return next(file, personal).map(documents::proof);
    }

    /** Keeps how a person words it. @return how many passages are worded; empty where the next step issues nothing */
    Optional<Integer> word(CaseFile file, Party.Personal personal, Typed typed) {
        var place = new Documents.Place(file.name(), "/cases/" + file.docket().id() + "/draft");
        return next(file, personal).map(draft -> documents.word(draft, place, typed));
    }

    private Optional<Documents.Draft> next(CaseFile file, Party.Personal personal) {
        return switch (file) {
            case CaseFile.Proposed proposed -> Optional.of(filingApproval(proposed, personal));
            case CaseFile.Reviewed reviewed -> Optional.of(notice(reviewed, personal, null));
            case CaseFile.Informed informed -> Optional.of(decision(informed, personal, null));
            case CaseFile.Heard heard -> Optional.of(decision(heard, personal, null));
            case CaseFile.Closing closing -> Optional.of(closing(closing, personal));
            case CaseFile.Refused _,
                    CaseFile.Filed _,
                    CaseFile.Investigating _,
                    CaseFile.UnderReview _,
                    CaseFile.NoticeIssued _,
                    CaseFile.HearingAsked _,
                    CaseFile.Terminated _,
                    CaseFile.HandedOver _,
                    CaseFile.Decided _,
                    CaseFile.Served _,
                    CaseFile.Executing _,
                    CaseFile.Closed _ -> Optional.empty();
        };
    }

    /** Whether the usual next step issues a document. */
    static boolean previews(CaseFile file) {
        return file instanceof CaseFile.Proposed
                || file instanceof CaseFile.Reviewed
                || file instanceof CaseFile.Informed
                || file instanceof CaseFile.Heard
                || file instanceof CaseFile.Closing;
    }

    private Documents.Draft filingApproval(CaseFile file, Party.Personal personal) {
        var words = words(file, personal);
        words.put("ground", file.docket().need(Paper.Proposal.class).ground());
        words.put("venue", Venue.ground(file.docket()).stream().toList());
        words.put("proposal", file.docket().last(Paper.Proposal.class).orElseThrow().by());
        var approved = file.docket().last(Paper.Filed.class);
        var refused = file.docket().last(Paper.FilingRefused.class);
        words.put("approver", approved.or(() -> refused).map(Entry::by).map(List::of).orElse(List.of()));
        words.put("answer", refused.isPresent() ? "不予立案" : approved.isPresent() ? "同意立案" : "");
        words.put("answerGround", file.docket().paper(Paper.FilingRefused.class).map(Paper.FilingRefused::ground).orElse(""));
        String title = refused.isPresent() ? "不予立案审批表" : "立案审批表";
        words.put("title", title);
        return draft(file, FILING_APPROVAL, file.docket().proposalNumber(), title, words);
    }

    private Documents.Draft notice(CaseFile file, Party.Personal personal, Paper.@Nullable Notice notice) {
        var words = words(file, personal);
        var findings = file.docket().need(Paper.Findings.class);
        String number = notice == null ? UNNUMBERED : notice.number().text();
        words.put("number", number);
        words.put("findings", findings);
        words.put("penalty", penalty(notice == null ? findings.penalty() : notice.penalty()));
        words.put("hearing", notice == null || notice.hearing());
        words.put("statementTerm", term(Clocks.HEARING_REQUEST));
        words.put("clauses", clauses(file, "行政处罚告知书"));
        return draft(file, NOTICE, notice == null ? "" : number, "行政处罚告知书", words);
    }

    private Documents.Draft decision(CaseFile file, Party.Personal personal, Paper.@Nullable Decided decision) {
        var words = words(file, personal);
        var result = decision == null ? Paper.Result.PENALTY : decision.result();
        String number = decision == null ? UNNUMBERED : decision.number().text();
        words.put("title", title(result));
        words.put("number", number);
        words.put("result", result.name());
        words.put("findings", file.docket().need(Paper.Findings.class));
        words.put("evidence", evidence(file.docket()));
        words.put("defences", file.docket().all(Paper.Defence.class).stream().map(Entry::paper).toList());
        words.put("notice", file.docket().paper(Paper.Notice.class).map(List::of).orElse(List.of()));
        words.put("reasons", decision == null ? "" : decision.reasons());
        words.put("disposal", decision == null ? List.of() : decision.disposal().map(List::of).orElse(List.of()));
        words.put("discussed", file.docket().paper(Paper.Discussed.class).map(List::of).orElse(List.of()));
        words.put("penalty", penalty(decision == null
                ? file.docket().paper(Paper.Notice.class).map(Paper.Notice::penalty).orElse(Penalty.NONE)
                : decision.penalty()));
        words.put("paymentTerm", term(Clocks.PAYMENT));
        words.put("surcharge", law.parameter("procedure.late-surcharge", today()).sources().getFirst().quotes().getFirst());
        putRemedies(words);
        words.put("clauses", clauses(file, title(result)));
        return draft(file, DECISION, decision == null ? "" : number, title(result), words);
    }

    private Documents.Draft closing(CaseFile.Concluded file, Party.Personal personal) {
        var words = words(file, personal);
        var decided = file.docket().last(Paper.Decided.class);
        words.put("decision", decided.map(entry -> (Paper.Decided) entry.paper()).map(List::of).orElse(List.of()));
        words.put("penalty", penalty(file.docket().paper(Paper.Decided.class).map(Paper.Decided::penalty).orElse(Penalty.NONE)));
        words.put("decidedOn", decided.map(entry -> entry.by().on()).map(List::of).orElse(List.of()));
        words.put("servedOn", file.docket().paper(Paper.Served.class)
                .map(served -> served.delivery().on())
                .map(List::of)
                .orElse(List.of()));
        words.put("terminated", file.docket().last(Paper.Terminated.class).map(List::of).orElse(List.of()));
        words.put("handed", file.docket().last(Paper.HandedOver.class).map(List::of).orElse(List.of()));
        words.put("paid", Amounts.plain(file.paid()));
        words.put("outcome", file.docket().need(Paper.ClosingProposed.class).outcome());
        words.put("proposal", file.docket().last(Paper.ClosingProposed.class).orElseThrow().by());
        words.put("approver", file.docket().last(Paper.Closed.class).map(Entry::by).map(List::of).orElse(List.of()));
        return draft(file, CLOSING, "", "结案审批表", words);
    }

    /** What the facts rest on, in the order in which it came on file. */
    private static List<String> evidence(Docket docket) {
        var commissioned = Testing.of(docket).stream().collect(Collectors.toMap(Testing::n, one -> one));
        return docket.entries().stream()
                .flatMap(entry -> switch (entry.paper()) {
                    case Paper.Recorded paper -> Stream.of(DAY.format(paper.on()) + paper.kind().title());
                    case Paper.TestingEnded paper -> Stream.of(DAY.format(paper.on()) + "收到的"
                            + Objects.requireNonNull(commissioned.get(paper.testing())).institution() + "检验检测鉴定结果："
                            + sentence(paper.result()));
                    case Paper.OpinionReceived paper -> Stream.of(DAY.format(paper.on()) + "收到的" + paper.giver()
                            + (paper.kind() == Testing.Kind.EXPERT_OPINION ? "鉴定意见：" : "辨认（鉴别）意见：")
                            + sentence(paper.conclusion()));
                    case Paper.AssistanceNoted paper when paper.note() == Paper.AssistanceNote.ANSWERED -> Stream.of(
                            DAY.format(paper.on()) + "收到的" + addressee(docket, paper.letter()) + "协助调查复函");
                    default -> Stream.<String>empty();
                })
                .toList();
    }

    private static String addressee(Docket docket, int letter) {
        return ((Paper.AssistanceAsked) docket.entries().get(letter - 1).paper()).addressee();
    }

    /** In one line and without its full stop, to stand in a list. */
    private static String sentence(String text) {
        return text.strip().replaceAll("[。．.；;]+$", "").replaceAll("\\s*\\R\\s*", "");
    }

    /** The clauses of the kind of case for the document of that title. */
    private List<String> clauses(CaseFile file, String title) {
        return kinds.ofCase(file.docket().id()).map(kind -> kind.clauses(title)).orElse(List.of());
    }

    static Documents.Draft draft(
            CaseFile file, String kind, String number, String title, Map<String, ?> words) {
        return new Documents.Draft(OBJECT, file.docket().id(), kind, number, title, words);
    }

    Map<String, Object> words(CaseFile file, Party.Personal personal) {
        var docket = file.docket();
        var words = new HashMap<String, Object>();
        words.put("agency", agencies.on(docket.agency(), today()).map(Agencies.Agency::name).orElse(""));
        words.put("today", today());
        words.put("name", file.name());
        words.put("number", docket.proposalNumber());
        words.put("matter", docket.matter());
        words.put("actTo", docket.matter().span().to().map(LocalDate::toString).orElse("至今"));
        words.put("party", docket.party());
        words.put("personal", personal);
        words.put("partyName", docket.party().kind() == Party.Kind.PERSON ? personal.name() : docket.party().name());
        words.put("officers", docket.officers());
        words.put("filedOn", docket.last(Paper.Filed.class).map(entry -> List.of(entry.by().on())).orElse(List.of()));
        words.put("bases", kinds.ofCase(file.docket().id()).map(KindOfCase::bases).orElse(List.of()));
        return words;
    }

    /** A penalty as a document says it. */
    record Said(String fine, String fineWords, String confiscation, String confiscationWords, String others, String basis) {}

    private static Said penalty(Penalty penalty) {
        return new Said(
                said(penalty.fine()), inWords(penalty.fine()),
                said(penalty.confiscation()), inWords(penalty.confiscation()),
                penalty.others(), penalty.basis());
    }

    private static String said(Money amount) {
        return amount.fen() == 0 ? "" : Amounts.plain(amount);
    }

    private static String inWords(Money amount) {
        return amount.fen() == 0 ? "" : AmountInWords.of(amount);
    }

    private static String title(Paper.Result result) {
        return switch (result) {
            case PENALTY -> "行政处罚决定书";
            case EXEMPT, UNFOUNDED -> "不予行政处罚决定书";
            case TRANSFERRED, REFERRED -> "行政处理决定书";
        };
    }

    /** Until when the party may seek a remedy, in words, for documents that must say so (救济途径和期限). */
    void putRemedies(Map<String, Object> words) {
        words.put("reconsiderationTerm", term("procedure.reconsideration"));
        words.put("litigationTerm", term("procedure.litigation"));
    }

    /** A term in words: 十五日, 五个工作日, 六个月. */
    String term(String duty) {
        var period = law.deadline(DeadlineQuestion.of(duty, today())).period();
        if (period == null) {
            throw new IllegalStateException(duty + " has no period on " + today());
        }
        String number = ChineseNumber.of(period.amount());
        return switch (period.unit()) {
            case WORKING_DAYS -> number + "个工作日";
            case CALENDAR_DAYS -> number + "日";
            case MONTHS -> number + "个月";
            case YEARS -> number + "年";
            case HOURS -> number + "小时";
            case IMMEDIATE, PROMPTLY -> Period.Unit.PROMPTLY == period.unit() ? "及时" : "立即";
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

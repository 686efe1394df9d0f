package org.hengjian.referrals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Party;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.documents.Documents;
import org.hengjian.goods.Goods;
import org.hengjian.goods.Item;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The documents of a referral: which template, what it says, and who may read it. */
@Component
class ReferralDocuments {

    static final String OBJECT = "referral";
    static final String OF_CASE = "case";

    private static final String LETTER = "referral-letter";
    private static final String REPORT = "referral-report";
    private static final String GOODS = "referral-goods";
    private static final String NOTICE = "referral-notice";

    private final Documents documents;
    private final Cases cases;
    private final Goods goods;
    private final Clocks clocks;
    private final MessageSource messages;
    private final Clock clock;

    ReferralDocuments(
            Documents documents, Cases cases, Goods goods, Clocks clocks, MessageSource messages, Clock clock) {
        this.documents = documents;
        this.cases = cases;
        this.goods = goods;
        this.clocks = clocks;
        this.messages = messages;
        this.clock = clock;
    }

    /** A line of the list of goods (涉案物品清单). */
    record Line(String name, String model, String quantity, String unit, String place, String note) {

        static Line of(Item item) {
            return new Line(
                    (item.brand() + " " + item.name()).strip(),
                    item.model(),
                    item.seized().plain(),
                    item.unit().name(Locale.CHINESE),
                    item.custody().place(),
                    item.custody().seal().isEmpty() ? item.code() : item.code() + "，封条 " + item.custody().seal());
        }
    }

    /** 移送书、调查报告、涉案物品清单, and the case's own documents that go with them. */
    void issueBundle(Referral.Sent referral) {
        var sent = referral.dossier().need(Paper.Sent.class);
        long caseId = referral.dossier().matter().caseId();
        var personal = cases.unmask(caseId, "制作涉嫌犯罪案件移送书 " + sent.number().text());
        var file = cases.find(caseId).orElseThrow();
        var words = words(referral);
        words.put("partyName", file.docket().party().kind() == Party.Kind.PERSON ? personal.name() : file.docket().party().name());
        words.put("party", file.docket().party());
        words.put("personal", personal);
        words.put("report", referral.dossier().need(Paper.Report.class));
        words.put("reportNumber", referral.dossier().report());
        words.put("sent", sent);
        words.put("filedOn", filedOn(file));
        words.put("goods", goods.ofCase(caseId).stream().map(Line::of).toList());
        var readers = readers(referral);
        issue(referral, LETTER, sent.number().text(), "涉嫌犯罪案件移送书", words, readers);
        issue(referral, REPORT, "", "涉嫌犯罪案件情况调查报告", words, readers);
        issue(referral, GOODS, "", "涉案物品清单", words, readers);
        sent.documents().forEach(id -> documents.share(id, readers));
    }

    /** What the office that has it now was sent before the referral came to it. */
    void passOn(Referral referral) {
        var readers = readers(referral);
        documents.of(OBJECT, referral.dossier().id()).forEach(issued -> documents.share(issued.id(), readers));
        referral.dossier().need(Paper.Sent.class).documents().forEach(id -> documents.share(id, readers));
    }

    /**
     * The letter of the step that was just taken.
     *
     * @param text what its author says in their own words: reasons, what is missing, the opinion
     */
    void issue(Referral referral, Notice notice, DocumentNumber number, Office to, String text) {
        var words = words(referral);
        words.put("notice", notice.name());
        words.put("title", notice.title());
        words.put("number", number.text());
        words.put("to", to.name());
        words.put("from", referral.dossier().entries().getLast().by().agencyName());
        words.put("text", text);
        words.put("letter", referral.dossier().letter().orElse(""));
        words.put("sentOn", referral.dossier().last(Paper.Sent.class).orElseThrow().by().on());
        words.put("until", until(notice));
        issue(referral, NOTICE, number.text(), notice.title(), words, readers(referral));
    }

    /** The last day that the receiver of a letter must keep to, in a list; empty where there is none. */
    private List<LocalDate> until(Notice notice) {
        return switch (notice) {
            case MORE -> List.of(clocks.last(Clocks.SUPPLY, today()));
            case NO_FILING -> List.of(clocks.last(Clocks.RECONSIDERATION, today()));
            case UPHOLDING -> List.of(clocks.last(Clocks.SUGGEST, today()));
            case FILING -> List.of(clocks.last(Clocks.HAND_OVER, today()));
            case REASONS -> List.of(clocks.last(Clocks.REASONS, today()));
            case ORDER -> List.of(clocks.last(Clocks.ORDERED, today()));
            case RECEIPT, FORWARDING, RETURN, RECONSIDERATION, SUPERVISION, EXPLANATION, OPINION, HANDING_BACK, REPLY -> List.of();
        };
    }

    private void issue(
            Referral referral, String kind, String number, String title, Map<String, ?> words, Set<Long> readers) {
        var issued = documents.issue(
                new Documents.Draft(OBJECT, referral.dossier().id(), kind, number, title, words));
        documents.share(issued.id(), readers);
    }

    /** All that have the referral now. */
    private static Set<Long> readers(Referral referral) {
        var readers = new TreeSet<Long>();
        readers.add(referral.dossier().agency().id());
        referral.dossier().police().map(Office::id).ifPresent(readers::add);
        referral.dossier().procuratorate().map(Office::id).ifPresent(readers::add);
        referral.dossier().court().map(Office::id).ifPresent(readers::add);
        return readers;
    }

    private Map<String, Object> words(Referral referral) {
        var dossier = referral.dossier();
        var words = new HashMap<String, Object>();
        words.put("agency", dossier.agency().name());
        words.put("today", today());
        words.put("matter", dossier.matter());
        words.put("team", dossier.team());
        words.put("crime", crime(dossier.need(Paper.Report.class).crime()));
        words.put("police", dossier.police().map(Office::name).orElse(""));
        words.put("procuratorate", dossier.procuratorate().map(Office::name).orElse(""));
        return words;
    }

    /** 假冒注册商标罪, without the article's number that the lists put before it. */
    private String crime(String code) {
        return messages.getMessage("statutes.crime." + code, null, Locale.CHINESE).replaceFirst("^[\\d-]+ ", "");
    }

    private static LocalDate filedOn(CaseFile file) {
        return file.docket().last(org.hengjian.cases.Paper.Filed.class).orElseThrow().by().on();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package org.hengjian.adjudications;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.documents.ChineseNumber;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.documents.Documents;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;

/** The documents of an adjudication: which template, and what it says. */
@Component
class AdjudicationDocuments {

    static final String OBJECT = "adjudication";

    private final Documents documents;
    private final Clocks clocks;
    private final Clock clock;

    AdjudicationDocuments(Documents documents, Clocks clocks, Clock clock) {
        this.documents = documents;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** @param text what its author says in their own words */
    void notice(Adjudication adjudication, Notice notice, DocumentNumber number, String text, Party.Both personal) {
        var words = words(adjudication, personal);
        var dossier = adjudication.dossier();
        words.put("notice", notice.name());
        words.put("title", notice.title());
        words.put("number", number.text());
        words.put("text", text);
        words.put("until", until(dossier, notice));
        words.put("called", dossier.paper(Paper.HearingCalled.class).stream().toList());
        words.put("hearingAt", dossier.paper(Paper.HearingCalled.class)
                .map(called -> called.at().atZone(PlatformTime.ZONE))
                .stream()
                .toList());
        words.put("refusal", dossier.paper(Paper.NotAccepted.class).map(paper -> paper.refusal().name()).orElse(""));
        words.put("suspended", dossier.paper(Paper.Suspended.class).stream().toList());
        words.put("recusal", dossier.paper(Paper.RecusalDecided.class).stream().toList());
        words.put("deemed", dossier.paper(Paper.Withdrawn.class).filter(Paper.Withdrawn::deemed).isPresent());
        words.put("ruled", dossier.paper(Paper.Ruled.class).stream().toList());
        words.put("court", dossier.paper(Paper.EnforcementApplied.class).map(Paper.EnforcementApplied::court).orElse(""));
        issue(adjudication, "adjudication-notice", number.text(), notice.title(), words);
    }

    /** The last day that the receiver must keep to, in a list; empty where there is none. */
    private List<LocalDate> until(Dossier dossier, Notice notice) {
        return switch (notice) {
            case SUPPLEMENT -> List.of(dossier.need(Paper.SupplementAsked.class).until());
            case ANSWER -> List.of(clocks.last(Clocks.ANSWER, dossier.need(Paper.CopyServed.class).delivery().effective()));
            case DEMAND -> List.of(clocks.last(Clocks.DEMAND_WAIT, LocalDate.now(clock)));
            case ACCEPTANCE, REFUSAL, HEARING, RECUSAL, SUSPENSION, NO_SUSPENSION, RESUMPTION, WITHDRAWAL, ENFORCEMENT -> List.of();
        };
    }

    /** 送达回证. @param delivery with the recipient's name in full */
    void receipt(
            Adjudication adjudication, Party.Side to, String served, String number, Paper.Delivery delivery, Party.Both personal) {
        var words = words(adjudication, personal);
        var party = adjudication.dossier().dispute().party(to);
        words.put("served", served);
        words.put("servedNumber", number);
        words.put("receiver", party.fullName(personal.of(to)));
        words.put("address", party.address());
        words.put("delivery", delivery);
        words.put("effective", clocks.effective(delivery.way(), delivery.on()));
        if (delivery.way() == Paper.Way.PUBLIC_NOTICE) {
            var dispute = adjudication.dossier().dispute();
            words.put("partyName", party.fullName(personal.of(to)));
            words.put("affair", "本局处理的专利号为" + dispute.patent().text() + "的专利侵权纠纷一案");
            words.put("noticeTerm", ChineseNumber.of(clocks.days(Clocks.PUBLIC_NOTICE, delivery.on())) + "日");
            words.put("on", delivery.on());
            words.put("note", delivery.note());
            issue(adjudication, "service-announcement", "", "送达公告", words);
        }
        issue(adjudication, "adjudication-receipt", "", "送达回证", words); // the number is that of what was served
    }

    /** 口头审理笔录. @param present names in full */
    void hearingRecord(Adjudication adjudication, String present, Party.Both personal) {
        var words = words(adjudication, personal);
        var dossier = adjudication.dossier();
        var called = dossier.need(Paper.HearingCalled.class);
        words.put("called", called);
        words.put("hearingAt", called.at().atZone(PlatformTime.ZONE));
        words.put("held", dossier.need(Paper.HearingHeld.class));
        words.put("present", present);
        issue(adjudication, "adjudication-hearing", "", "口头审理笔录", words);
    }

    /** 合议笔录. */
    void deliberation(Adjudication adjudication, Party.Both personal) {
        var words = words(adjudication, personal);
        words.put("deliberated", adjudication.dossier().need(Paper.Deliberated.class));
        issue(adjudication, "adjudication-deliberation", "", "合议笔录", words);
    }

    /** 调解书. */
    void mediation(Adjudication adjudication, Party.Both personal) {
        var words = words(adjudication, personal);
        var agreed = adjudication.dossier().need(Paper.MediationAgreed.class);
        words.put("agreed", agreed);
        words.put("until", clocks.last(Clocks.CONFIRMATION, LocalDate.now(clock)));
        issue(adjudication, "adjudication-mediation", agreed.number().text(), "专利侵权纠纷调解书", words);
    }

    /** 行政裁决书. */
    void ruling(Adjudication adjudication, Party.Both personal) {
        var words = words(adjudication, personal);
        var dossier = adjudication.dossier();
        var ruled = dossier.need(Paper.Ruled.class);
        words.put("ruled", ruled);
        words.put("orders", Arrays.stream(ruled.orders().split("\\R")).filter(line -> !line.isBlank()).toList());
        words.put("answered", dossier.paper(Paper.Answered.class).stream().toList());
        words.put("held", dossier.paper(Paper.HearingHeld.class).stream().toList());
        words.put("appraised", dossier.paper(Paper.AppraisalReceived.class).stream().toList());
        words.put("days", ChineseNumber.of(clocks.days(Clocks.LAWSUIT, LocalDate.now(clock))));
        words.put("acceptedOn", dossier.last(Paper.Accepted.class).orElseThrow().by().on());
        issue(adjudication, "adjudication-ruling", ruled.number().text(), "专利侵权纠纷行政裁决书", words);
    }

    private void issue(Adjudication adjudication, String kind, String number, String title, Map<String, ?> words) {
        documents.issue(new Documents.Draft(OBJECT, adjudication.dossier().id(), kind, number, title, words));
    }

    private Map<String, Object> words(Adjudication adjudication, Party.Both personal) {
        var dossier = adjudication.dossier();
        var dispute = dossier.dispute();
        var words = new HashMap<String, Object>();
        words.put("agency", dossier.agencyName());
        words.put("today", LocalDate.now(clock));
        words.put("name", adjudication.name());
        words.put("dispute", dispute);
        words.put("requester", dispute.requester().fullName(personal.requester()));
        words.put("respondent", dispute.respondent().fullName(personal.respondent()));
        words.put("personal", personal);
        words.put("panel", dossier.panel().stream().toList());
        return words;
    }
}

package org.hengjian.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Viewers;
import org.hengjian.documents.Documents;
import org.springframework.stereotype.Component;

/** 管辖权争议协商记录、关于指定管辖的请示、指定管辖通知书、案件移送函. Each is given to the agencies that it goes to. */
@Component
class VenueDocuments {

    private static final String CONSULTATION = "venue-consultation";
    private static final String REQUEST = "designation-request";
    private static final String NOTICE = "designation-notice";
    private static final String HANDOVER = "case-handover";

    private final Documents documents;
    private final CaseDocuments cases;
    private final Viewers viewers;

    VenueDocuments(Documents documents, CaseDocuments cases, Viewers viewers) {
        this.documents = documents;
        this.cases = cases;
        this.viewers = viewers;
    }

    void issueConsultation(CaseFile file, Party.Personal personal) {
        var docket = file.docket();
        var dispute = docket.need(Paper.VenueDisputed.class);
        var words = words(file, personal);
        words.put("consulted", docket.need(Paper.VenueConsulted.class));
        words.put("by", docket.entries().getLast().by());
        issue(file, CONSULTATION, "", "管辖权争议协商记录", words, List.of(dispute.counterpart()));
    }

    void issueRequest(CaseFile file, Party.Personal personal) {
        var docket = file.docket();
        var asked = docket.need(Paper.DesignationAsked.class);
        var proposal = docket.need(Paper.DesignationProposed.class);
        var words = words(file, personal);
        words.put("number", asked.number().text());
        words.put("asked", asked);
        words.put("proposal", proposal);
        words.put("other", proposal.counterpart().stream().toList());
        boolean disputed = proposal.kind() == Paper.Designation.DISPUTE;
        words.put("consulted", disputed
                ? docket.since(Paper.VenueDisputed.class, Paper.VenueConsulted.class)
                : List.of());
        words.put("confirmed", disputed
                ? docket.since(Paper.VenueDisputed.class, Paper.VenueConfirmed.class)
                : List.of());
        issue(file, REQUEST, asked.number().text(), "关于指定管辖的请示", words, List.of(asked.superior()));
    }

    /** Of the superior: it bears its name and number, and goes to all whom it concerns. */
    void issueDesignation(CaseFile file, Party.Personal personal) {
        var docket = file.docket();
        var words = words(file, personal);
        var paper = docket.entries().getLast().paper();
        var to = paper instanceof Paper.Designated designated ? designated.to() : ((Paper.TakenUp) paper).to();
        String number = paper instanceof Paper.Designated designated
                ? designated.number().text()
                : ((Paper.TakenUp) paper).number().text();
        String text = paper instanceof Paper.Designated designated ? designated.text() : ((Paper.TakenUp) paper).text();
        var asked = paper instanceof Paper.Designated ? docket.paper(Paper.DesignationAsked.class) : Optional.<Paper.DesignationAsked>empty();
        var other = paper instanceof Paper.Designated
                ? docket.need(Paper.DesignationProposed.class).counterpart()
                : Optional.<Office>empty();
        words.put("holder", words.get("agency"));
        words.put("agency", viewers.require().agencyName());
        words.put("number", number);
        words.put("to", to);
        words.put("text", text);
        words.put("asked", asked.stream().toList());
        words.put("own", to.id() == viewers.require().agency());
        words.put("stays", to.id() == docket.agency());
        words.put("other", other.filter(office -> office.id() != to.id()).stream().toList());
        var readers = new ArrayList<>(List.of(new Office(docket.agency(), ""), to));
        other.ifPresent(readers::add);
        issue(file, NOTICE, number, "指定管辖通知书", words, readers);
    }

    /** 案件移送函, and with it all documents of the case. */
    void issueHandover(CaseFile.HandedOver file, Party.Personal personal) {
        var docket = file.docket();
        var handed = docket.need(Paper.HandedOver.class);
        var words = words(file, personal);
        words.put("number", handed.number().text());
        words.put("handed", handed);
        var designated = switch (handed.why()) {
            case DESIGNATED -> docket.paper(Paper.Designated.class).map(one -> one.by() + one.number().text());
            case TAKEN_UP -> docket.paper(Paper.TakenUp.class).map(one -> one.by() + one.number().text());
            case NOT_OURS, AGREED, HANDED_DOWN -> Optional.<String>empty();
        };
        words.put("designation", designated.orElse(""));
        words.put("records", docket.all(Paper.Recorded.class).size());
        words.put("measures", Measure.of(docket).stream()
                .filter(Measure.Standing.class::isInstance)
                .flatMap(measure -> measure.begun().taking().goods().stream())
                .toList());
        var papers = documents.of(CaseDocuments.OBJECT, docket.id());
        issue(file, HANDOVER, handed.number().text(), "案件移送函", words, List.of(handed.to()));
        papers.forEach(paper -> documents.share(paper.id(), List.of(handed.to().id())));
    }

    private Map<String, Object> words(CaseFile file, Party.Personal personal) {
        var docket = file.docket();
        var words = cases.words(file, personal);
        words.put("dispute", docket.paper(Paper.VenueDisputed.class).stream().toList());
        words.put("venue", docket.paper(Paper.VenueStated.class).stream().toList());
        return words;
    }

    private void issue(
            CaseFile file, String kind, String number, String title, Map<String, Object> words, List<Office> readers) {
        long own = viewers.require().agency();
        var issued = documents.issue(CaseDocuments.draft(file, kind, number, title, words));
        var others = readers.stream().map(Office::id).filter(id -> id != own).distinct().toList();
        if (!others.isEmpty()) {
            documents.share(issued.id(), others);
        }
    }
}

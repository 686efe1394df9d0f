package org.hengjian.field;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.agencies.People;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.cases.Cases;
import org.hengjian.leads.Leads;
import org.hengjian.shell.NotFound;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;

/** Planning who goes where and when, and calling it off. */
@Component
class Visits {

    private static final int SHOWN_MOST = 100;
    private static final int TEXT_MOST = 200;

    private final FieldTable table;
    private final Cases cases;
    private final Leads leads;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Visits(FieldTable table, Cases cases, Leads leads, People people, Audit audit, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.leads = leads;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** The viewer's own from today on. */
    List<Visit> own(Viewer viewer) {
        var today = LocalDate.now(clock).atStartOfDay(PlatformTime.ZONE).toInstant();
        return table.visits(viewer.person(), today, SHOWN_MOST);
    }

    Answer plan(Sent sent, Viewer viewer) {
        long caseId = sent.number("case");
        String lead = caseId == 0 ? sent.text("lead", TEXT_MOST) : "";
        var startsAt = sent.moment("startsAt");
        if (sent.isGood() && startsAt.isBefore(LocalDate.now(clock).atStartOfDay(PlatformTime.ZONE).toInstant())) {
            sent.bad("startsAt", "over");
        }
        String place = sent.text("place", TEXT_MOST);
        String purpose = sent.text("purpose", TEXT_MOST);
        var asked = sent.numbers("officers");
        var going = people.of(viewer.agency(), Role.OFFICER).stream()
                .filter(one -> asked.contains(one.id()))
                .toList();
        if (asked.isEmpty()) {
            sent.bad("officers", "choose");
        } else if (going.size() < asked.size()) {
            sent.bad("officers", "elsewhere");
        }
        // Whoever handles a case was found to be enough for it when it was filed; none of them inspects alone.
        if (caseId != 0 && asked.size() == 1) {
            sent.bad("officers", "alone");
        }
        if (!sent.isGood()) {
            return new Answer.Refused(sent.faults());
        }
        String title = caseId == 0
                ? leads.find(lead).orElseThrow(() -> new NotFound("lead " + lead)).number()
                : cases.find(caseId).orElseThrow(() -> new NotFound("case " + caseId)).name();
        String names = going.stream().map(People.Person::name).collect(Collectors.joining("、"));
        var visit = new Visit(
                sent.key(), caseId, lead, title, purpose, place, startsAt, asked, names, viewer.name(), false, "", "");
        long id = table.plan(visit, viewer, Instant.now(clock));
        audit.enter(Deed.of("field.plan", "visit", sent.key().toString())
                .because(purpose)
                .with(Map.of("of", title, "at", startsAt.toString(), "officers", asked.size())));
        return new Answer.Received(id, title, caseId == 0 ? "/leads/" + lead : "/field/case/" + caseId);
    }

    Answer callOff(Sent sent, Viewer viewer) {
        String why = sent.text("why", TEXT_MOST);
        var key = sent.reference("of");
        if (!sent.isGood() || key.isEmpty()) {
            return new Answer.Refused(sent.faults());
        }
        var visit = table.visit(key.get()).orElseThrow(() -> new NotFound("visit " + key.get()));
        if (!visit.officers().contains(viewer.person())) {
            return Answer.Refused.of(Problem.of("NOT_YOURS", visit.title()));
        }
        if (visit.isInspected()) {
            return Answer.Refused.of(Problem.of("VISITED", visit.title()));
        }
        long id = table.callOff(key.get(), why, viewer, Instant.now(clock)).orElse(0L);
        audit.enter(Deed.of("field.call-off", "visit", key.get().toString()).because(why));
        return new Answer.Received(id, visit.title(), visit.caseId() == 0 ? "/leads/" + visit.lead() : "/field/case/" + visit.caseId());
    }
}

package org.hengjian.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hengjian.access.Role;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.People;
import org.hengjian.duties.Duties;
import org.hengjian.duties.Duty;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What a step about jurisdiction means for other agencies: who reads the case, and what binds the other agency and the
 * superior. Nobody may write either of another agency, so it is the machine's work after the step.
 */
@Component
class VenueKeeping {

    static final String OBJECT = "venue";

    private final CaseTable table;
    private final CaseReaders readers;
    private final CaseDuties caseDuties;
    private final Duties duties;
    private final Clocks clocks;
    private final Agencies agencies;
    private final People people;
    private final Clock clock;

    VenueKeeping(
            CaseTable table,
            CaseReaders readers,
            CaseDuties caseDuties,
            Duties duties,
            Clocks clocks,
            Agencies agencies,
            People people,
            Clock clock) {
        this.table = table;
        this.readers = readers;
        this.caseDuties = caseDuties;
        this.duties = duties;
        this.clocks = clocks;
        this.agencies = agencies;
        this.people = people;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(VenueMoved event) {
        table.lock(event.caseId()).ifPresent(this::tell);
    }

    /** What is not filed is no longer asked about. */
    @ApplicationModuleListener
    void on(FilingRefused event) {
        table.lock(event.id()).filter(file -> !Venue.concerned(file.docket()).isEmpty()).ifPresent(this::tell);
    }

    /** @param file locked, so that what is told here is told before the next step tells its own */
    private void tell(CaseFile file) {
        readers.concerned(file);
        caseDuties.keep(file);
        keep(file);
    }

    /** A case that was transferred to an agency is proposed there under the number of the letter. */
    @ApplicationModuleListener
    void on(CaseProposed event) {
        table.handedOver(event.sourceNumber()).flatMap(table::lock).ifPresent(this::keep);
    }

    private void keep(CaseFile file) {
        var docket = file.docket();
        var running = new ArrayList<Duty>();
        Venue.terms(docket).forEach(term -> {
            if (term.holder().isPresent()) {
                running.add(duty(term, term.holder().get(), docket));
            } else {
                // Both sides consult; of the one that has the case its own list says so.
                var other = ((Paper.VenueDisputed) docket.entries().get(term.n() - 1).paper()).counterpart();
                running.add(duty(term, other, docket));
            }
        });
        docket.last(Paper.HandedOver.class).ifPresent(entry -> received(entry, docket).ifPresent(running::add));
        var agency = agencies.on(docket.agency(), today()).orElseThrow();
        duties.keep(
                new Duties.Subject(
                        OBJECT, docket.id(), file.name(), docket.matter().title(), "/cases/" + docket.id(),
                        docket.agency(), agency.line(), agency.region()),
                running);
    }

    private Duty duty(Venue.Term term, Office holder, Docket docket) {
        return new Duty(
                        term.duty() + " " + term.n(), "cases.duty." + term.duty(), clocks.of(term).deadline(), Optional.empty(),
                        term.met(), heads(holder))
                .of(holder(holder, docket));
    }

    /** The agency that a case was handed to verifies it from that day; not where it has its own case of the same act. */
    private Optional<Duty> received(Entry entry, Docket docket) {
        var handed = (Paper.HandedOver) entry.paper();
        boolean has = docket.paper(Paper.VenueDisputed.class)
                .filter(dispute -> dispute.counterpart().id() == handed.to().id() && dispute.filedOn().isPresent())
                .isPresent();
        if (has) {
            return Optional.empty();
        }
        boolean proposed = table.knows(Docket.Source.TRANSFER, handed.number().text());
        var term = new Venue.Term(
                Clocks.VERIFICATION, entry.n(), entry.by().on(), proposed ? Optional.of(today()) : Optional.empty(),
                Optional.of(handed.to()));
        return Optional.of(duty(term, handed.to(), docket));
    }

    private List<Duty.Owner> heads(Office office) {
        return people.of(office.id(), Role.HEAD).stream()
                .map(person -> new Duty.Owner(person.id(), person.name()))
                .toList();
    }

    /** The agencies whom the question concerns see each other's terms. */
    private Duty.Holder holder(Office office, Docket docket) {
        var agency = agencies.on(office.id(), today()).orElseThrow();
        var others = Stream.concat(Stream.of(docket.agency()), Venue.concerned(docket).stream())
                .filter(id -> id != office.id())
                .toList();
        return new Duty.Holder(office.id(), agency.line(), agency.region(), others);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

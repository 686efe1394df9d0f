package org.hengjian.adjudications;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewers;
import org.hengjian.duties.Duties;
import org.hengjian.duties.Duty;
import org.springframework.stereotype.Component;

/** Tells the duties' room what binds the agency in an adjudication, with each step. */
@Component
class AdjudicationDuties {

    private final Duties duties;
    private final Clocks clocks;
    private final Viewers viewers;
    private final Clock clock;

    AdjudicationDuties(Duties duties, Clocks clocks, Viewers viewers, Clock clock) {
        this.duties = duties;
        this.clocks = clocks;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** The nearest term that runs. */
    Optional<Clocks.Clock> next(Adjudication adjudication) {
        return clocks.next(adjudication, LocalDate.now(clock));
    }

    /** In the transaction of the step, which only the agency's own people take. */
    void keep(Adjudication adjudication) {
        var dossier = adjudication.dossier();
        var viewer = viewers.require();
        duties.keep(
                new Duties.Subject(
                        AdjudicationDocuments.OBJECT,
                        dossier.id(),
                        adjudication.name(),
                        dossier.dispute().title(),
                        "/adjudications/" + dossier.id(),
                        dossier.agency(),
                        viewer.line(),
                        dossier.region()),
                adjudication.stage().isEnd() ? List.of() : of(adjudication));
    }

    private List<Duty> of(Adjudication adjudication) {
        var kept = new ArrayList<Duty>();
        for (var term : clocks.of(adjudication, LocalDate.now(clock))) {
            if (!term.party()) {
                kept.add(new Duty(
                        term.duty() + " " + term.deadline().question().start(),
                        "adjudications.duty." + term.duty(),
                        term.deadline(),
                        term.paused() ? Optional.of(LocalDate.MAX) : Optional.empty(),
                        term.met(),
                        owners(adjudication.dossier())));
            }
        }
        return kept;
    }

    /** The panel and its clerk; before it is formed, whoever took the request in. */
    private static List<Duty.Owner> owners(Dossier dossier) {
        return dossier.panel()
                .map(panel -> panel.all().stream().map(member -> new Duty.Owner(member.id(), member.name())).toList())
                .orElseGet(() -> {
                    var by = dossier.entries().getFirst().by();
                    return List.of(new Duty.Owner(by.person(), by.name()));
                });
    }
}

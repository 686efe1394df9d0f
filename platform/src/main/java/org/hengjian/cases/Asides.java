package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hengjian.cases.Aside.Line;
import org.hengjian.time.PlatformTime;

/** The blocks that a case's page shows beside its main line, read from its papers. */
final class Asides {

    private Asides() {}

    /** @param open what this viewer can do now, beside the main line */
    static List<Aside> of(CaseFile file, List<Verb> open, Clocks clocks, LocalDate today) {
        return Stream.of(venue(file, open), execution(file, open, clocks, today), hearing(file), opinions(file, open), letters(file, open), grave(file, open), ends(file, open), people(file, open), archive(file, open)).filter(aside -> !aside.isEmpty()).toList();
    }

    static Aside venue(CaseFile file, List<Verb> open) {
        var lines = new ArrayList<Line>();
        var filed = file.docket().last(Paper.Filed.class).map(entry -> entry.by().on());
        for (var entry : file.docket().entries()) {
            var on = entry.by().on();
            switch (entry.paper()) {
                case Paper.Proposal paper -> paper.venue().ifPresent(
                        stated -> lines.add(Line.of("venue." + stated.ground(), stated.text(), on)));
                case Paper.VenueStated paper -> lines.add(Line.of("venue." + paper.ground(), paper.text(), on));
                case Paper.VenueDisputed paper -> {
                    lines.add(Line.of(
                            "venue.disputed", paper.text(), paper.on(), paper.counterpart().name(), paper.superior().name()));
                    paper.filedOn().ifPresentOrElse(
                            other -> filed.ifPresent(own -> lines.add(Line.of(
                                    other.isBefore(own) ? "venue.theirs-first" : own.isBefore(other) ? "venue.ours-first" : "venue.same-day",
                                    "", own, other))),
                            () -> filed.ifPresent(own -> lines.add(Line.of("venue.ours-alone", "", own))));
                }
                case Paper.VenueConsulted paper -> lines.add(Line.of(
                        "venue.consulted." + paper.outcome(), paper.record(), paper.on(), paper.present()));
                case Paper.VenueConfirmed paper -> lines.add(Line.of(
                        paper.agreed() ? "venue.confirmed" : "venue.not-confirmed", paper.text(), on, paper.by()));
                case Paper.DesignationProposed paper -> lines.add(Line.of(
                        "venue.proposed." + paper.kind(), paper.text(), on, paper.superior().name()));
                case Paper.DesignationRefused paper -> lines.add(Line.of("venue.refused", paper.ground(), on));
                case Paper.DesignationAsked paper -> lines.add(Line.of(
                        "venue.asked", paper.number().text(), on, paper.superior().name()));
                case Paper.Designated paper -> lines.add(Line.of(
                        "venue.designated", paper.text() + "（" + paper.number().text() + "）", on, paper.by(), paper.to().name()));
                case Paper.TakenUp paper -> lines.add(Line.of(
                        "venue.taken", paper.text() + "（" + paper.number().text() + "）", on, paper.by(), paper.to().name()));
                case Paper.VenueWithdrawn paper -> lines.add(Line.of("venue.withdrawn", paper.ground(), on));
                case Paper.HandoverProposed paper -> lines.add(Line.of(
                        "venue.leaving", paper.text(), on, paper.to().name()));
                case Paper.HandedOver paper -> lines.add(Line.of(
                        "venue.gone", paper.number().text(), on, paper.to().name()));
                default -> {}
            }
        }
        return new Aside("venue", lines, open.stream().filter(Verb::isAboutVenue).toList());
    }

    private static Aside hearing(CaseFile file) {
        var lines = new ArrayList<Line>();
        Hearing.of(file.docket()).ifPresent(hearing -> {
            lines.add(Line.of("hearing.asked", "", hearing.asked().on()));
            hearing.called().ifPresent(called -> {
                lines.add(Line.of(
                        "hearing.called", called.place() + "（" + called.number().text() + "）",
                        PlatformTime.minute(called.at()), called.presidingName()));
                if (!called.closed().isEmpty()) {
                    lines.add(Line.of("hearing.closed", called.closed()));
                }
            });
            hearing.served().ifPresent(delivery -> lines.add(Line.of("hearing.served", "", delivery.effective())));
            hearing.held().ifPresent(held -> lines.add(Line.of("hearing.held", held.present(), held.on())));
            hearing.ended().ifPresent(ended -> lines.add(Line.of("hearing." + ended.ending(), ended.text(), ended.on())));
            hearing.report().ifPresent(entry ->
                    lines.add(Line.of("hearing.report", ((Paper.Heard) entry.paper()).report(), entry.by().on())));
        });
        return new Aside("hearing", lines, List.of());
    }

    private static Aside opinions(CaseFile file, List<Verb> open) {
        var lines = new ArrayList<Line>();
        for (var opinion : Opinion.of(file.docket())) {
            var received = opinion.received();
            lines.add(Line.of("opinions." + received.kind(), received.conclusion(), received.on(), received.giver(), received.qualification()));
            opinion.told().ifPresentOrElse(
                    told -> lines.add(Line.of("opinions.told", told.number().text(), told.delivery().effective())),
                    () -> {
                        if (opinion.isUntold()) {
                            lines.add(Line.of("opinions.untold", ""));
                        }
                    });
            for (var renewal : opinion.renewals()) {
                lines.add(Line.of("opinions.asked", renewal.asked().ground(), renewal.asked().on()));
                renewal.decided().map(entry -> (Paper.NewOpinionDecided) entry.paper()).ifPresent(decided -> lines.add(Line.of(
                        decided.granted() ? "opinions.granted" : "opinions.refused",
                        decided.ground() + "（" + decided.number().text() + "）")));
            }
        }
        return new Aside("opinions", lines, open.stream().filter(Verb::isAboutOpinions).toList());
    }

    private static Aside letters(CaseFile file, List<Verb> open) {
        var lines = new ArrayList<Line>();
        for (var order : CorrectionOrder.of(file.docket())) {
            lines.add(Line.of(
                    order.ordered().until().isPresent() ? "letters.ordered" : "letters.ordered-at-once",
                    order.ordered().requirement() + "（" + order.ordered().number().text() + "）", order.on(), order.due()));
            order.served().ifPresent(delivery -> lines.add(Line.of("letters.order-served", "", delivery.effective())));
            order.checked().ifPresent(checked ->
                    lines.add(Line.of("letters.checked." + checked.corrected(), checked.text(), checked.on())));
        }
        for (var letter : Assistance.of(file.docket())) {
            lines.add(Line.of(
                    "letters.asked", letter.asked().subject() + "（" + letter.asked().number().text() + "）",
                    letter.sent(), letter.asked().addressee()));
            letter.received().ifPresent(on -> lines.add(Line.of("letters.received", "", on)));
            letter.prolonged().ifPresent(until -> lines.add(Line.of("letters.prolonged", "", until)));
            letter.end().ifPresent(end -> lines.add(Line.of("letters." + end.note(), end.text(), end.on())));
        }
        file.docket().all(Paper.Summoned.class).forEach(entry -> {
            var summoned = (Paper.Summoned) entry.paper();
            lines.add(Line.of(
                    "letters.summoned", summoned.place() + "（" + summoned.number().text() + "）",
                    PlatformTime.minute(summoned.at()), summoned.person()));
        });
        file.docket().paper(Paper.AddressConfirmed.class).ifPresent(address -> lines.add(Line.of(
                "letters.address." + address.electronic(), address.address(), address.on())));
        return new Aside("letters", lines, open.stream().filter(Verb::isLetter).toList());
    }

    private static Aside people(CaseFile file, List<Verb> open) {
        var lines = new ArrayList<Line>();
        for (var recusal : Recusal.of(file.docket())) {
            var asked = recusal.asked();
            lines.add(Line.of("people." + asked.asker(), asked.ground(), asked.on(), asked.personName()));
            recusal.decided().ifPresent(decided -> lines.add(Line.of(
                    decided.granted() ? "people.granted" : "people.refused",
                    decided.ground() + "（" + decided.number().text() + "）",
                    asked.personName())));
        }
        file.docket().all(Paper.OfficersChanged.class).forEach(entry -> {
            var changed = (Paper.OfficersChanged) entry.paper();
            lines.add(Line.of("people.changed", changed.ground(), entry.by().on(),
                    String.join("、", changed.officers().stream().map(Officer::name).toList())));
        });
        return new Aside("people", lines, open.stream().filter(Verb::isAboutPeople).toList());
    }

    private static Aside grave(CaseFile file, List<Verb> open) {
        var lines = new ArrayList<Line>();
        file.docket().all(Paper.GraveMarked.class).forEach(entry -> {
            var marked = (Paper.GraveMarked) entry.paper();
            lines.add(Line.of("grave." + marked.gravity(), marked.text(), entry.by().name()));
        });
        file.docket().all(Paper.Discussed.class).forEach(entry -> {
            var discussed = (Paper.Discussed) entry.paper();
            lines.add(Line.of("grave.discussed", discussed.conclusion(), discussed.on(), discussed.members()));
        });
        return new Aside("grave", lines, open.stream().filter(Verb.MARK_GRAVE::equals).toList());
    }

    private static Aside ends(CaseFile file, List<Verb> open) {
        var lines = new ArrayList<Line>();
        for (var entry : file.docket().entries()) {
            switch (entry.paper()) {
                case Paper.TerminationProposed paper ->
                    lines.add(Line.of("ends." + paper.kind(), paper.text(), entry.by().on()));
                case Paper.TerminationRefused paper ->
                    lines.add(Line.of("ends.refused", paper.ground(), entry.by().on()));
                case Paper.Terminated paper -> lines.add(Line.of("ends.terminated", paper.ground(), entry.by().on()));
                case Paper.ReporterTold paper ->
                    lines.add(Line.of("ends.told." + paper.way(), paper.reporter(), paper.on()));
                default -> {}
            }
        }
        return new Aside("ends", lines, open.stream()
                .filter(verb -> verb == Verb.PROPOSE_TERMINATION
                        || verb == Verb.TERMINATE
                        || verb == Verb.REFUSE_TERMINATION
                        || verb == Verb.TELL_REPORTER)
                .toList());
    }

    private static Aside execution(CaseFile file, List<Verb> open, Clocks clocks, LocalDate today) {
        var lines = new ArrayList<Line>();
        var docket = file.docket();
        clocks.execution(file).ifPresent(execution -> {
            if (((CaseFile.Concluded) file).owed().fen() > 0 && !file.stage().isEnd()) {
                lines.add(Line.of("execution.owed", "", Amounts.plain(((CaseFile.Concluded) file).owed())));
                var added = execution.surcharge(today);
                if (added.days() > 0) {
                    lines.add(Line.of("execution.surcharge", "", Amounts.plain(added.amount()), added.days(),
                            added.rate().movePointRight(2).stripTrailingZeros().toPlainString(), Amounts.plain(added.cap())));
                }
                if (added.paused() > 0) {
                    lines.add(Line.of("execution.paused", "", added.paused()));
                }
                if (execution.isGranted()) {
                    execution.schedule().forEach(one ->
                            lines.add(Line.of("execution.instalment", "", one.on(), Amounts.plain(one.amount()))));
                }
                lines.add(Line.of("execution.court", "", execution.remediesOver(), execution.applyWithin().dueDay().orElseThrow()));
            }
        });
        for (var entry : docket.entries()) {
            var on = entry.by().on();
            switch (entry.paper()) {
                case Paper.RemedyBegun paper ->
                    lines.add(Line.of("execution." + paper.kind(), paper.body() + " " + paper.number(), paper.on()));
                case Paper.RemedyEnded paper ->
                    lines.add(Line.of("execution.ended." + paper.outcome(), paper.text(), paper.on()));
                case Paper.InstalmentsAsked paper -> lines.add(Line.of("execution.asked", paper.ground(), paper.on()));
                case Paper.InstalmentsGranted paper ->
                    lines.add(Line.of("execution.granted", paper.number().text(), on));
                case Paper.InstalmentsRefused paper ->
                    lines.add(Line.of("execution.refused", paper.ground(), on));
                case Paper.Surcharged paper -> lines.add(Line.of(
                        "execution.surcharged", paper.number().text(), on, Amounts.plain(paper.amount()), paper.days()));
                case Paper.Demanded paper -> lines.add(Line.of("execution.demanded", paper.number().text(), on));
                case Paper.DemandServed paper ->
                    lines.add(Line.of("execution.demand-served", "", paper.delivery().effective()));
                case Paper.EnforcementApplied paper ->
                    lines.add(Line.of("execution.applied", paper.court() + " " + paper.number().text(), on));
                case Paper.CourtRuled paper ->
                    lines.add(Line.of("execution.ruled." + paper.ruling(), paper.number() + " " + paper.text(), paper.on()));
                default -> {}
            }
        }
        return new Aside("execution", lines, open.stream().filter(Verb::isAboutExecution).toList());
    }

    private static Aside archive(CaseFile file, List<Verb> open) {
        var lines = new ArrayList<Line>();
        for (var entry : file.docket().entries()) {
            var on = entry.by().on();
            switch (entry.paper()) {
                case Paper.Archived paper -> lines.add(Line.of("archive.archived", paper.place(), on, paper.items()));
                case Paper.Reopened paper -> lines.add(Line.of("archive." + paper.kind(), paper.ground(), on));
                default -> {}
            }
        }
        return new Aside("archive", lines, open.stream()
                .filter(verb -> verb == Verb.ARCHIVE || verb == Verb.REOPEN)
                .toList());
    }
}

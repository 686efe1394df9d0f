package org.hengjian.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.documents.Correctable;
import org.hengjian.law.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the documents of cases and of penalties on the spot rest on, for their correction. */
@Configuration(proxyBeanMethods = false)
class CaseCorrections {

    @Bean
    Correctable correctableCases(CaseTable table, Steps steps) {
        return new Correctable(CaseDocuments.OBJECT, id -> table.find(id).map(file -> {
            var docket = file.docket();
            var personal = steps.personal(file);
            var penalties = penalties(docket);
            return new Correctable.Subject(
                    file.name(),
                    "/cases/" + id,
                    docket.agency(),
                    handlers(docket.officers()),
                    List.of(addressee(docket.party(), personal)),
                    named(docket.party(), personal),
                    amounts(docket, penalties),
                    penalties.stream().map(Penalty::basis).toList(),
                    penalties.stream().map(Penalty::others).filter(others -> !others.isBlank()).toList());
        }));
    }

    @Bean
    Correctable correctableSpotPenalties(SpotPenalties penalties) {
        return new Correctable(SpotDocuments.OBJECT, id -> penalties.find(id).map(penalty -> {
            var personal = penalties.personal(penalty);
            return new Correctable.Subject(
                    penalty.number().text(),
                    "/cases/spot/" + id,
                    penalty.agency(),
                    handlers(penalty.officers()),
                    List.of(addressee(penalty.party(), personal)),
                    named(penalty.party(), personal),
                    List.of(penalty.fine()),
                    List.of(penalty.basis()),
                    List.of());
        }));
    }

    private static List<Correctable.Handler> handlers(List<Officer> officers) {
        return officers.stream().map(officer -> new Correctable.Handler(officer.id(), officer.name())).toList();
    }

    private static Correctable.Addressee addressee(Party party, Party.Personal personal) {
        return new Correctable.Addressee(
                party.kind() == Party.Kind.PERSON ? personal.name() : party.name(), party.address());
    }

    private static Set<String> named(Party party, Party.Personal personal) {
        return Stream.of(
                        party.kind() == Party.Kind.PERSON ? "" : party.name(),
                        party.code(), personal.name(), personal.identity())
                .filter(text -> !text.isBlank())
                .collect(Collectors.toSet());
    }

    private static List<Penalty> penalties(Docket docket) {
        return Stream.of(
                        docket.paper(Paper.Decided.class).map(Paper.Decided::penalty),
                        docket.paper(Paper.Notice.class).map(Paper.Notice::penalty),
                        docket.paper(Paper.Findings.class).map(Paper.Findings::penalty))
                .flatMap(penalty -> penalty.stream())
                .toList();
    }

    private static List<Money> amounts(Docket docket, List<Penalty> penalties) {
        var amounts = new ArrayList<Money>();
        penalties.forEach(penalty -> amounts.addAll(List.of(penalty.fine(), penalty.confiscation(), penalty.total())));
        for (var entry : docket.entries()) {
            switch (entry.paper()) {
                case Paper.Surcharged paper -> amounts.add(paper.amount());
                case Paper.Demanded paper -> amounts.addAll(List.of(paper.owed(), paper.surcharge()));
                case Paper.EnforcementApplied paper -> amounts.add(paper.amount());
                case Paper.InstalmentsGranted paper -> paper.schedule().forEach(one -> amounts.add(one.amount()));
                case Paper.Facts paper -> paper.found().acts().stream()
                        .flatMap(act -> act.figures().stream())
                        .filter(figure -> figure.metric().isMoney())
                        .forEach(figure -> amounts.add(Money.ofFen(figure.value())));
                default -> {}
            }
        }
        return amounts;
    }
}

package org.hengjian.adjudications;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.access.Role;
import org.hengjian.documents.Correctable;
import org.hengjian.documents.DocumentHome;
import org.hengjian.shell.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AdjudicationsConfiguration {

    static final Role[] READERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.AUDITOR};

    @Bean
    NavEntry adjudicationsEntry(AdjudicationList list) {
        return NavEntry.of(NavEntry.Group.WORK, "nav.adjudications", "certificate-2", "/adjudications", 45, READERS)
                .counting(list::waiting);
    }

    @Bean
    DocumentHome documentsOfAdjudications(JdbcClient jdbc) {
        return new DocumentHome(AdjudicationDocuments.OBJECT, "/adjudications/", DocumentHome.query(jdbc,
                "select id, coalesce(case_number, request_number) as name from adjudications.adjudication where id = any (:ids)"));
    }

    @Bean
    Correctable correctableAdjudications(Adjudications adjudications) {
        return new Correctable(AdjudicationDocuments.OBJECT, id -> adjudications.find(id).map(adjudication -> {
            var dossier = adjudication.dossier();
            var dispute = dossier.dispute();
            var personal = adjudications.personal(adjudication);
            return new Correctable.Subject(
                    adjudication.name(),
                    "/adjudications/" + id,
                    dossier.agency(),
                    dossier.panel().stream()
                            .flatMap(panel -> panel.all().stream())
                            .map(member -> new Correctable.Handler(member.id(), member.name()))
                            .toList(),
                    Arrays.stream(Party.Side.values())
                            .map(side -> new Correctable.Addressee(
                                    dispute.party(side).fullName(personal.of(side)), dispute.party(side).address()))
                            .toList(),
                    Arrays.stream(Party.Side.values())
                            .flatMap(side -> Stream.of(
                                    dispute.party(side).fullName(personal.of(side)), dispute.party(side).code(),
                                    personal.of(side).name(), personal.of(side).identity(), dispute.patent().text()))
                            .filter(text -> !text.isBlank())
                            .collect(Collectors.toSet()),
                    List.of(),
                    List.of(),
                    Stream.concat(
                                    dossier.paper(Paper.Ruled.class).map(Paper.Ruled::orders).stream(),
                                    dossier.paper(Paper.MediationAgreed.class).map(Paper.MediationAgreed::terms).stream())
                            .toList());
        }));
    }
}

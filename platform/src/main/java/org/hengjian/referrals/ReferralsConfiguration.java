package org.hengjian.referrals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.access.Role;
import org.hengjian.cases.CaseReferrals;
import org.hengjian.cases.CaseTab;
import org.hengjian.documents.Correctable;
import org.hengjian.documents.DocumentHome;
import org.hengjian.shell.Due;
import org.hengjian.shell.NavEntry;
import org.hengjian.statutes.Lights;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ReferralsConfiguration {

    static final Role[] READERS = {
        Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.POLICE, Role.PROSECUTOR, Role.COURT_CLERK, Role.ANALYST, Role.AUDITOR
    };

    @Bean
    NavEntry referralsEntry(ReferralList list) {
        return NavEntry.of(NavEntry.Group.WORK, "nav.referrals", "arrows-right-left", "/referrals", 50, READERS)
                .counting(list::waiting);
    }

    @Bean
    DocumentHome documentsOfReferrals(JdbcClient jdbc) {
        return new DocumentHome(ReferralDocuments.OBJECT, "/referrals/", DocumentHome.query(jdbc,
                "select id, coalesce(letter_number, report_number) as name from referrals.referral where id = any (:ids)"));
    }

    @Bean
    DocumentHome documentsOfTaxLeads(JdbcClient jdbc) {
        return new DocumentHome(TaxLeads.OBJECT, "/referrals/tax/", DocumentHome.query(jdbc,
                "select id, number as name from referrals.tax_lead where id = any (:ids)"));
    }

    @Bean
    @Order(20)
    CaseTab referralsTab(Referrals referrals) {
        return id -> new CaseTab.Shown("referrals.tab", List.of(referrals.ofCase(id).size()), "/referrals/case/" + id);
    }

    @Bean
    CaseReferrals referralsOfCases(Referrals referrals) {
        return id -> referrals.ofCase(id).stream()
                .filter(referral -> referral.stage().isWithThePolice())
                .map(Referral::name)
                .findFirst();
    }

    @Bean
    Due.Source referralsDue(ReferralList list, Lights lights) {
        return most -> {
            var due = new ArrayList<Due>();
            for (var row : list.due(most)) {
                var day = Objects.requireNonNull(row.dueOn());
                due.add(new Due(
                        day, lights.inCalendarDays(day), "referrals.duty." + row.dueDuty(), row.number(), "/referrals/" + row.id()));
            }
            return due;
        };
    }

    @Bean
    Correctable correctableReferrals(Referrals referrals) {
        return new Correctable(ReferralDocuments.OBJECT, id -> referrals.find(id).map(referral -> {
            var dossier = referral.dossier();
            return letters(
                    referral.name(),
                    "/referrals/" + id,
                    dossier.agency().id(),
                    dossier.team().stream().map(one -> new Correctable.Handler(one.id(), one.name())).toList(),
                    dossier.matter().party(),
                    dossier.matter().partyCode());
        }));
    }

    @Bean
    Correctable correctableTaxLeads(TaxLeads leads) {
        return new Correctable(TaxLeads.OBJECT, id -> leads.find(id).map(lead -> letters(
                lead.number(), "/referrals/tax/" + id, lead.agency(), List.of(), lead.partyName(), lead.partyCode())));
    }

    /** Letters between agencies: they are sent, not served, and impose nothing. */
    private static Correctable.Subject letters(
            String name, String address, long agency, List<Correctable.Handler> handlers, String party, String code) {
        return new Correctable.Subject(
                name, address, agency, handlers, List.of(), named(party, code), List.of(), List.of(), List.of());
    }

    private static Set<String> named(String... names) {
        return Stream.of(names).filter(text -> !text.isBlank()).collect(Collectors.toSet());
    }
}

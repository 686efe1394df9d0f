package org.hengjian.adjudications;

import org.hengjian.access.Role;
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
}

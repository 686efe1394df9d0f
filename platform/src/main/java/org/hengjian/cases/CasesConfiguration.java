package org.hengjian.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.documents.DocumentHome;
import org.hengjian.shell.Due;
import org.hengjian.shell.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CasesConfiguration {

    @Bean
    NavEntry casesEntry(CaseList list) {
        return NavEntry.of(
                        NavEntry.Group.WORK, "nav.cases", "folder", "/cases", 20, Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST)
                .counting(list::waiting);
    }

    @Bean
    DocumentHome documentsOfCases(JdbcClient jdbc) {
        return new DocumentHome(CaseDocuments.OBJECT, "/cases/", DocumentHome.query(jdbc,
                "select id, coalesce(case_number, proposal_number) as name from cases.case_file where id = any (:ids)"));
    }

    @Bean
    DocumentHome documentsOfSpotPenalties(JdbcClient jdbc) {
        return new DocumentHome(SpotDocuments.OBJECT, "/cases/spot/", DocumentHome.query(jdbc,
                "select id, number as name from cases.spot_penalty where id = any (:ids)"));
    }

    @Bean
    Due.Source spotDue(SpotPenalties penalties, SpotRules rules, Clocks clocks, Viewers viewers, Clock clock) {
        return most -> viewers.require().has(Role.OFFICER)
                ? penalties.open(most).stream()
                        .map(one -> new Due(
                                rules.handIn(one.on()),
                                clocks.light(SpotRules.HAND_IN, rules.handIn(one.on()), LocalDate.now(clock)),
                                "cases.duty." + SpotRules.HAND_IN,
                                one.number().text(),
                                "/cases/spot/" + one.id()))
                        .toList()
                : java.util.List.of();
    }

    @Bean
    Due.Source casesDue(CaseList list, Clocks clocks, Viewers viewers, Clock clock) {
        return most -> {
            var viewer = viewers.require();
            var stages = new ArrayList<Stage>();
            if (viewer.has(Role.REVIEWER)) {
                stages.add(Stage.UNDER_REVIEW);
            }
            if (viewer.has(Role.HEAD)) {
                stages.addAll(java.util.List.of(Stage.PROPOSED, Stage.REVIEWED, Stage.INFORMED, Stage.HEARD, Stage.CLOSING));
            }
            if (stages.isEmpty() && !viewer.has(Role.OFFICER)) {
                return java.util.List.of();
            }
            var today = LocalDate.now(clock);
            var due = new ArrayList<Due>();
            for (var row : list.due(stages, most)) {
                if (row.dueOn() != null) {
                    due.add(new Due(
                            row.dueOn(),
                            clocks.light(row.dueDuty(), row.dueOn(), today),
                            "cases.duty." + row.dueDuty(),
                            row.number(),
                            "/cases/" + row.id()));
                }
            }
            return due;
        };
    }
}

package org.hengjian.leads;

import java.util.List;
import java.util.Objects;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.shell.Due;
import org.hengjian.shell.NavEntry;
import org.hengjian.statutes.Lights;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What leads give the shell: places in the navigation, and lines of the workbench. */
@Configuration(proxyBeanMethods = false)
class LeadsConfiguration {

    @Bean
    NavEntry leadsEntry(LeadListTable list, Viewers viewers, TransactionTemplate transaction) {
        return NavEntry.of(
                        NavEntry.Group.WORK, "leads.nav", "radar-2", "/leads", 10,
                        Role.OFFICER, Role.HEAD, Role.REVIEWER, Role.ANALYST)
                .counting(() -> {
                    var counts = Objects.requireNonNull(
                            transaction.execute(_ -> list.counts(viewers.require().agency())));
                    return new NavEntry.Waiting(counts.open(), counts.late());
                });
    }

    @Bean
    NavEntry screenEntry() {
        return NavEntry.of(
                NavEntry.Group.BASIS, "leads.screen.nav", "search", "/screen", 40,
                Role.OFFICER, Role.HEAD, Role.REVIEWER, Role.ANALYST);
    }

    @Bean
    Due.Source leadsDue(LeadListTable list, Lights lights, Viewers viewers, TransactionTemplate transaction) {
        return most -> {
            var viewer = viewers.require();
            if (!viewer.hasAny(Role.OFFICER)) {
                return List.of();
            }
            return Objects.requireNonNull(transaction.execute(_ -> list.due(viewer, most))).stream()
                    .map(lead -> {
                        var due = Objects.requireNonNull(lead.due());
                        return new Due(
                                due,
                                lights.inWorkingDays(due),
                                "leads.due." + lead.stage().code(),
                                lead.number() + " " + lead.goods().title(),
                                "/leads/" + lead.number());
                    })
                    .toList();
        };
    }
}

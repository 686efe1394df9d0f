package org.hengjian.adjudications;

import org.hengjian.access.Role;
import org.hengjian.shell.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdjudicationsConfiguration {

    static final Role[] READERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.AUDITOR};

    @Bean
    NavEntry adjudicationsEntry(AdjudicationList list) {
        return NavEntry.of(NavEntry.Group.WORK, "nav.adjudications", "certificate-2", "/adjudications", 45, READERS)
                .counting(list::waiting);
    }
}

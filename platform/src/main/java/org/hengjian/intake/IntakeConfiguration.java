package org.hengjian.intake;

import org.hengjian.access.Role;
import org.hengjian.shell.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    NavEntry intakeEntry() {
        return NavEntry.of(
                NavEntry.Group.WORK, "nav.intake", "file-import", "/intake", 5, Role.OFFICER, Role.ANALYST, Role.PLATFORM);
    }
}

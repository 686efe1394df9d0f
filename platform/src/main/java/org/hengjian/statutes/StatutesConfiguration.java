package org.hengjian.statutes;

import org.hengjian.law.Law;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatutesConfiguration {

    @Bean
    Law law() {
        return Law.load();
    }
}

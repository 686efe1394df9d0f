package org.hengjian.statutes;

import org.hengjian.law.Law;
import org.hengjian.postgres.DataFolder;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.HotSwappableTargetSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatutesConfiguration {

    @Bean
    HotSwappableTargetSource edition(DataFolder data) {
        return new HotSwappableTargetSource(Editions.atStart(data.folder("law")));
    }

    /** One for all rooms; behind it {@link Editions} puts another edition in the place of the one in force. */
    @Bean
    Law law(HotSwappableTargetSource edition) {
        var proxy = new ProxyFactory();
        proxy.setTargetSource(edition);
        proxy.setProxyTargetClass(true);
        return (Law) proxy.getProxy(Law.class.getClassLoader());
    }
}

package org.hengjian.time;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where the zone of legal days is said. */
@Configuration(proxyBeanMethods = false)
public class PlatformTime {

    /** Legal days are days in Beijing time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    BusinessClock businessClock() {
        return new BusinessClock(Clock.systemUTC());
    }
}

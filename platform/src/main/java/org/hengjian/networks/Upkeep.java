package org.hengjian.networks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hears an event after its commit, in a transaction of its own, as {@code @ApplicationModuleListener} does, but on the
 * room's own thread. Clusters are kept by one at a time; on the threads of all rooms those who wait their turn would keep
 * screening waiting with them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Async(Upkeep.THREAD)
@Transactional(propagation = Propagation.REQUIRES_NEW)
@TransactionalEventListener
@interface Upkeep {

    String THREAD = "networksUpkeep";

    @Configuration(proxyBeanMethods = false)
    class Threads {

        /** What it has not heard when the server stops is in the publication log and is heard at the next start. */
        @Bean(name = THREAD, defaultCandidate = false)
        ThreadPoolTaskExecutor networksUpkeep(ThreadPoolTaskExecutorBuilder asElsewhere) {
            return asElsewhere.threadNamePrefix("networks-").corePoolSize(1).maxPoolSize(1).build();
        }
    }
}

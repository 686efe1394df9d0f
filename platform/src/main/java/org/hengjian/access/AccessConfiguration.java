package org.hengjian.access;

import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.TaskDecorator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    Tickets tickets(@FlywayDataSource DataSource owner, FlywayMigrationInitializer afterMigration) {
        // Read as owner: the application's role cannot, or it could sign for anyone.
        return new Tickets(JdbcClient.create(owner)
                .sql("select key from access.signing_key")
                .query((row, _) -> row.getBytes(1))
                .single());
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, Viewers viewers, Tickets tickets) {
        return new TicketedTransactions(dataSource, viewers, tickets);
    }

    @Bean
    @Primary
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    /** What was published is heard after its author has gone: the machine hears it. */
    @Bean
    TaskDecorator listenersRunAsMachine(Viewers viewers) {
        return task -> () -> viewers.as(Viewer.machine(), task);
    }
}

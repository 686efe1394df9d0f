package org.hengjian.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Embedded server unless {@code hengjian.database.url} names another; migrations of every room before anything else. */
@Configuration(proxyBeanMethods = false)
class PostgresConfiguration {

    /**
     * Rooms in the order of the work: a migration may rely on the rooms before it (for {@code access.protect}, say),
     * never on one behind. A room without tables is not listed.
     */
    static final List<String> ROOMS = List.of(
            "events",
            "access",
            "time",
            "audit",
            "agencies",
            "duties",
            "imports",
            "parties",
            "rights",
            "claims",
            "intake",
            "leads",
            "documents",
            "cases",
            "networks",
            "facilities",
            "goods",
            "evidence",
            "field",
            "referrals",
            "adjudications",
            "demo");

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(@Value("${hengjian.data:data}") Path path) {
        return DataFolder.open(path);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "hengjian.database.url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedServer embeddedServer(DataFolder folder) {
        return EmbeddedServer.start(folder);
    }

    @Bean
    @ConditionalOnProperty(name = "hengjian.database.url", matchIfMissing = true, havingValue = "embedded")
    DatabaseAddress embeddedAddress(EmbeddedServer server) {
        return server.address();
    }

    @Bean
    @ConditionalOnMissingBean
    DatabaseAddress externalAddress(
            @Value("${hengjian.database.url}") String url,
            @Value("${hengjian.database.owner.role:hengjian_owner}") String ownerRole,
            @Value("${hengjian.database.owner.password:}") String ownerPassword,
            @Value("${hengjian.database.application.role:hengjian_app}") String applicationRole,
            @Value("${hengjian.database.application.password:}") String applicationPassword) {
        return new DatabaseAddress(
                url,
                new DatabaseAddress.Login(ownerRole, ownerPassword),
                new DatabaseAddress.Login(applicationRole, applicationPassword));
    }

    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(
            DatabaseAddress address, @Value("${hengjian.database.connections:24}") int connections) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(address.url() + "?reWriteBatchedInserts=true&ApplicationName=hengjian");
        pool.setUsername(address.application().role());
        pool.setPassword(address.application().password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(4, connections));
        pool.setPoolName("application");
        pool.setInitializationFailTimeout(-1); // the first use waits for the server and says what is wrong
        return pool;
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseAddress address) {
        return new DriverManagerDataSource(
                address.url(), address.owner().role(), address.owner().password());
    }

    @Bean
    FlywayMigrationStrategy roomByRoom(@FlywayDataSource DataSource owner, DatabaseAddress address) {
        return _ -> ROOMS.stream()
                .filter(PostgresConfiguration::hasMigrations)
                .forEach(room -> Flyway.configure()
                        .dataSource(owner)
                        .schemas(room)
                        .defaultSchema(room)
                        .table("migration")
                        .locations("classpath:db/migration/" + room)
                        .placeholders(java.util.Map.of("app", address.application().role()))
                        .load()
                        .migrate());
    }

    private static boolean hasMigrations(String room) {
        try {
            return new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/" + room + "/*.sql")
                            .length
                    > 0;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

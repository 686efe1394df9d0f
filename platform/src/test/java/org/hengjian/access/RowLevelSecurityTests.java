package org.hengjian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Every table, whatever room it comes from; a new one is in the test by being there. */
@OnThePlatform
class RowLevelSecurityTests {

    // Who signed in, deliveries between rooms, and where the days stand: no business data.
    private static final Set<String> INFRASTRUCTURE = Set.of(
            "agencies.session", "agencies.session_attributes", "events.event_publication", "time.passage");

    // What the law wants everybody to see; policies guard who writes.
    private static final Set<String> PUBLIC = Set.of("facilities.facility", "facilities.version");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    @Autowired
    DatabaseAddress address;

    private JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(
                address.url(), address.owner().role(), address.owner().password()));
    }

    private List<String> tables() {
        return owner().sql(
                        """
                        select schemaname || '.' || tablename
                          from pg_tables
                         where schemaname not in ('pg_catalog', 'information_schema')
                           and tablename <> 'migration'
                           and has_table_privilege('hengjian_app', schemaname || '.' || tablename, 'select')
                         order by 1
                        """)
                .query(String.class)
                .list();
    }

    @Test
    void the_application_owns_nothing_and_cannot_step_around_the_rows() {
        assertThat(owner().sql("select rolsuper or rolbypassrls from pg_roles where rolname = 'hengjian_app'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(owner().sql("select count(*) from pg_tables where tableowner = 'hengjian_app'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void every_table_has_row_level_security() {
        var unguarded = owner().sql(
                        """
                        select n.nspname || '.' || c.relname
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p')
                           and not c.relispartition
                           and not c.relrowsecurity
                           and has_table_privilege('hengjian_app', c.oid, 'select')
                           and n.nspname not in ('pg_catalog', 'information_schema')
                        """)
                .query(String.class)
                .list();

        assertThat(unguarded).isSubsetOf(INFRASTRUCTURE);
    }

    @Test
    void without_a_ticket_nothing_is_seen() {
        for (String table : tables()) {
            if (!INFRASTRUCTURE.contains(table) && !PUBLIC.contains(table)) {
                assertThat(jdbc.sql("select count(*) from " + table).query(Long.class).single())
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void a_ticket_that_we_did_not_sign_is_refused() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    jdbc.sql("select set_config('hengjian.ticket', :forged, true)")
                            .param("forged", Viewer.machine().claims() + "." + "0".repeat(64))
                            .query(String.class)
                            .single();
                    jdbc.sql("select count(*) from agencies.person").query(Long.class).single();
                }))
                .hasRootCauseMessage("ERROR: the ticket is not ours\n  Where: PL/pgSQL function claims() line 11 at RAISE");
    }

    @Test
    void the_application_cannot_read_the_signing_key() {
        assertThatThrownBy(() -> jdbc.sql("select key from access.signing_key")
                        .query(byte[].class)
                        .single())
                .hasRootCauseMessage("ERROR: permission denied for table signing_key");
        assertThatThrownBy(() -> jdbc.sql("select access.secret()").query(byte[].class).single())
                .hasRootCauseMessage("ERROR: permission denied for function secret");
    }

    @Test
    void an_officer_of_another_agency_sees_and_changes_nothing_of_a_business_row() {
        var business = owner().sql(
                        """
                        select table_schema || '.' || table_name
                          from information_schema.columns
                         where column_name = 'agency_id'
                           and (table_schema, table_name) in (
                               select table_schema, table_name
                                 from information_schema.columns
                                where column_name = 'shared_with')
                         order by 1
                        """)
                .query(String.class)
                .list();
        assertThat(business).contains("agencies.person");

        long xihu = persons.viewer("shen.zhiyao").agency();
        for (String table : business) {
            String mine = "agency_id = " + xihu + " and not (" + persons.viewer("fang.qing").agency()
                    + " = any (shared_with))";
            long there = owner().sql("select count(*) from " + table + " where " + mine)
                    .query(Long.class)
                    .single();
            persons.as("fang.qing", () -> transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                assertThat(jdbc.sql("select count(*) from " + table + " where " + mine)
                                .query(Long.class)
                                .single())
                        .as("rows of %s that a foreign officer sees, of %d", table, there)
                        .isZero();
                if (mayBeWritten(table)) {
                    assertThat(jdbc.sql("update " + table + " set shared_with = shared_with where " + mine)
                                    .update())
                            .as("rows of %s that a foreign officer changes", table)
                            .isZero();
                }
            }));
        }
    }

    /** Of some tables nobody may change with whom a row is shared. */
    private boolean mayBeWritten(String table) {
        return owner().sql("select has_column_privilege('hengjian_app', :table, 'shared_with', 'update')")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }

    @Test
    void nothing_is_deleted_by_the_application() {
        var deletable = owner().sql(
                        """
                        select distinct table_schema || '.' || table_name
                          from information_schema.columns
                         where column_name = 'shared_with'
                           and has_table_privilege('hengjian_app', table_schema || '.' || table_name, 'delete')
                        """)
                .query(String.class)
                .list();

        assertThat(deletable).isEmpty();
    }
}

package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A search of leads ends after five thousand finds; what others have in thousands hides nothing of one's own. */
@OnThePlatform
class FindingAmongManyTests {

    private static final String WORD = "众里寻同词货";
    private static final String FILL =
            """
            insert into leads.lead
                   (number, state, standing, kind, score, right_id, right_name, right_holder, right_kind, title,
                    description, category, currency, seller, seller_code, platform, url, external_id, explanation,
                    snapshot, route_rule, route_basis, received_on, received_at, clock_from, due, changed_by, changed_at,
                    agency_id, line, region)
            select 'X-2091-' || lpad((:from + i)::text, 7, '0'), 'SCREENED', 'SUSPECT', 'counterfeit-claim', 9000, '', '', '', '',
                   :word || ' ' || i, '', '', 'CNY', '', '', '', '', '', '{"findings":[],"contributions":[],"clearings":[]}',
                   '', '', 'SELLER', date '2026-01-05', now(), date '2026-01-05', date '2026-01-26', '衡鉴', now(),
                   a.id, 'market', r.region
              from generate_series(1, :rows) as i
              join agencies.agency a on a.id = :agency
              join agencies.agency_record r on r.agency_id = a.id and r.to_day is null
            """;

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

    @AfterEach
    void clear() {
        JdbcClient.create(new DriverManagerDataSource(
                        address.url(), address.owner().role(), address.owner().password()))
                .sql("delete from leads.lead where number like 'X-2091-%'")
                .update();
    }

    @Test
    void a_word_that_another_agency_has_in_thousands_still_finds_ones_own() {
        var officer = persons.viewer("shen.zhiyao");
        long elsewhere = viewers.as(Viewer.machine(), () -> {
            return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                            "select min(id) from agencies.agency where type = 'market' and id <> :own")
                    .param("own", officer.agency())
                    .query(Long.class)
                    .single()));
        });
        fill(officer.agency(), 0, 3);
        fill(elsewhere, 1_000, 5_001); // newer, and more than a search gives

        var found = persons.as("shen.zhiyao", () -> {
            return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                            "select number from leads.lead where agency_id = :own and id in (select leads.saying(:word))")
                    .param("own", officer.agency())
                    .param("word", WORD)
                    .query(String.class)
                    .list()));
        });

        assertThat(found).containsExactlyInAnyOrder("X-2091-0000001", "X-2091-0000002", "X-2091-0000003");
    }

    private void fill(long agency, int from, int rows) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> jdbc.sql(FILL)
                .param("agency", agency)
                .param("from", from)
                .param("rows", rows)
                .param("word", WORD)
                .update()));
    }
}

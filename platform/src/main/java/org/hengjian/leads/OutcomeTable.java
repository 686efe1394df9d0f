package org.hengjian.leads;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people found of offers (人工结论), as {@code leads.lead} keeps it. */
@Repository
class OutcomeTable {

    private static final String OF_LISTINGS =
            """
            select listing_id as listing, number as lead,
                   case when state in ('VERIFIED', 'FILED') then 'CONFIRMED'
                        when state = 'DISMISSED' then 'DISMISSED'
                        else '' end as outcome
              from leads.lead
             where listing_id = any (:listings)
            """;

    private final JdbcClient jdbc;

    OutcomeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param outcome {@code CONFIRMED}, {@code DISMISSED}, or empty while nobody has said */
    record Outcome(long listing, String lead, String outcome) {}

    /** By listing; those without a lead are not in it. */
    Map<Long, Outcome> of(List<Long> listings) {
        return jdbc
                .sql(OF_LISTINGS)
                .param("listings", listings.toArray(Long[]::new))
                .query(Outcome.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Outcome::listing, Function.identity()));
    }
}

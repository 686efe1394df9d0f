package org.hengjian.leads;

import java.time.LocalDate;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads put into the table as they would stand there after some past, which no verb can bring about on a past day. */
@Component
class PlacedLeads {

    // The explanation is whole: whatever lists leads reads it.
    private static final String ADD =
            """
            insert into leads.lead
                   (number, state, standing, kind, score, right_id, right_name, right_holder, right_kind, title,
                    description, category, currency, seller, seller_code, platform, url, external_id, explanation,
                    snapshot, route_rule, route_basis, received_on, received_at, clock_from, changed_by, changed_at,
                    agency_id, line, region, ground, case_number)
            values (:number, :state, :standing, :kind, :score, '', '', '', '', :title, '', '', 'CNY', :seller, '',
                    :platform, '', :number, '{"findings":[],"contributions":[],"clearings":[]}', '1/1/1', '', 'SELLER',
                    :day, now(), :day, '', now(), :agency, :line, :region, :ground,
                    case when :state = 'FILED' then 'x' end)
            on conflict (number) do nothing
            """;

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final TransactionTemplate transaction;

    PlacedLeads(JdbcClient jdbc, Viewers viewers, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.transaction = transaction;
    }

    /** @param score in ten-thousandths; @param keeper whose agency it belongs to */
    void lead(
            String number,
            String state,
            String ground,
            String standing,
            String kind,
            int score,
            String title,
            String seller,
            String platform,
            LocalDate day,
            Viewer keeper) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> jdbc.sql(ADD)
                .param("number", number)
                .param("state", state)
                .param("standing", standing)
                .param("kind", kind)
                .param("score", score)
                .param("title", title)
                .param("seller", seller)
                .param("platform", platform)
                .param("day", day)
                .param("agency", keeper.agency())
                .param("line", keeper.line())
                .param("region", keeper.region())
                .param("ground", ground)
                .update()));
    }
}

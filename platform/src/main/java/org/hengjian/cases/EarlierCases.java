package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import org.hengjian.law.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases in which the same party was punished before, as far as the viewer may see them. */
@Component
@Transactional(readOnly = true)
class EarlierCases {

    private static final int MOST = 50; // more than these nobody goes through by hand

    private static final String PUNISHED =
            """
            select earlier.id, earlier.case_number, earlier.decision_number, earlier.title, earlier.cause,
                   earlier.act_from, earlier.act_to, earlier.decided_on, earlier.fine_fen + earlier.confiscated_fen as fen
              from cases.case_file this
              join cases.case_file earlier on earlier.party_trace = this.party_trace
             where this.id = :id
               and earlier.id <> this.id
               and earlier.decided_on is not null
               and exists (select
                             from cases.paper decided
                            where decided.case_id = earlier.id
                              and decided.kind = 'Decided'
                              and decided.content ->> 'result' = 'PENALTY')
             order by earlier.decided_on desc, earlier.id desc
             limit :most
            """;

    private final JdbcClient jdbc;

    EarlierCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param actUntil last day of its act as far as it is known */
    record Earlier(
            long id,
            String number,
            String decision,
            String title,
            String cause,
            LocalDate actUntil,
            LocalDate decidedOn,
            Money money) {}

    /** Newest first. */
    List<Earlier> of(long caseId) {
        return jdbc.sql(PUNISHED)
                .param("id", caseId)
                .param("most", MOST)
                .query((row, _) -> {
                    var until = row.getObject("act_to", LocalDate.class);
                    return new Earlier(
                            row.getLong("id"),
                            row.getString("case_number"),
                            row.getString("decision_number"),
                            row.getString("title"),
                            row.getString("cause"),
                            until == null ? row.getObject("act_from", LocalDate.class) : until,
                            row.getObject("decided_on", LocalDate.class),
                            Money.ofFen(row.getLong("fen")));
                })
                .list();
    }
}

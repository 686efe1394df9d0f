package org.hengjian.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.shell.HoldingSource;
import org.hengjian.shell.SearchSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What cases give to the pages over all rooms: found by number or party, counted by state. */
@Component
@Transactional(readOnly = true)
class CasesForAll implements SearchSource, HoldingSource {

    private static final String FOUND =
            """
            select id, coalesce(case_number, proposal_number) as number, title
              from cases.case_file
             where case_number = :query or proposal_number = :query or decision_number = :query or party_name = :query
             order by id desc
             limit :most
            """;
    private static final String COUNTS = "select state, count(*) as held from cases.case_file group by state";

    private final JdbcClient jdbc;

    CasesForAll(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> find(String query, int most) {
        return jdbc.sql(FOUND)
                .param("query", query)
                .param("most", most)
                .query((row, _) -> new Found(
                        "nav.cases", row.getString("number"), row.getString("title"), "/cases/" + row.getLong("id")))
                .list();
    }

    @Override
    public Map<String, Long> holdings() {
        var counts = new HashMap<String, Long>();
        jdbc.sql(COUNTS).query(row -> {
            counts.put("cases." + row.getString("state").toLowerCase(java.util.Locale.ROOT), row.getLong("held"));
        });
        return counts;
    }
}

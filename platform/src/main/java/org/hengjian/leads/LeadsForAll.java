package org.hengjian.leads;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.shell.HoldingSource;
import org.hengjian.shell.OrphanSource;
import org.hengjian.shell.SearchSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What leads give to the pages over all rooms: found by number or seller, counted by state, orphans named. */
@Component
@Transactional(readOnly = true)
class LeadsForAll implements SearchSource, HoldingSource, OrphanSource {

    private static final String FOUND =
            """
            select number, title, seller
              from leads.lead
             where number = upper(:query) or seller = :query
             order by id desc
             limit :most
            """;
    private static final String COUNTS = "select state, count(*) as held from leads.lead group by state";
    // Someone is responsible for each: its agency at least. What an open one can lack is a day.
    private static final String WITHOUT_DAY =
            """
            select number
              from leads.lead
             where state in ('SCREENED', 'ASSIGNED', 'VERIFYING')
               and due is null
             order by id
             limit 1000
            """;

    private final JdbcClient jdbc;

    LeadsForAll(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> find(String query, int most) {
        return jdbc.sql(FOUND)
                .param("query", query)
                .param("most", most)
                .query((row, _) -> new Found(
                        "leads.title",
                        row.getString("number"),
                        row.getString("title") + " · " + row.getString("seller"),
                        "/leads/" + row.getString("number")))
                .list();
    }

    @Override
    public Map<String, Long> holdings() {
        var counts = new HashMap<String, Long>();
        jdbc.sql(COUNTS).query(row -> {
            counts.put("leads." + row.getString("state").toLowerCase(java.util.Locale.ROOT), row.getLong("held"));
        });
        return counts;
    }

    @Override
    public List<Orphan> orphans() {
        return jdbc.sql(WITHOUT_DAY)
                .query((row, _) -> new Orphan("lead", row.getString("number"), "date"))
                .list();
    }
}

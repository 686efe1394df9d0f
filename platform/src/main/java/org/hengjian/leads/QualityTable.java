package org.hengjian.leads;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Labels that people gave by working (人工标注): leads confirmed or found wrong. */
@Repository
class QualityTable {

    // Confirmed, or dismissed on a ground that says something of the suspicion.
    private static final String LABELLED =
            """
            with labelled as (
                select received_on, standing, kind, score, title, right_name, ground, snapshot, number,
                       state <> 'DISMISSED' or ground = any (:for) as found
                  from leads.lead
                 where (state in ('VERIFIED', 'FILED')
                        or state = 'DISMISSED' and (ground = any (:for) or ground = any (:against)))
                   and received_on >= :from
                   and (:kind = '' or kind = :kind))
            """;
    private static final String BY = LABELLED
            + """
            select %s as what, count(*)::int as judged, count(*) filter (where found)::int as right
              from labelled
             group by 1
             order by judged desc, what
            """;
    private static final String BANDS = LABELLED
            + """
            select least(score / 1000, 9) as tenth, count(*)::int as judged,
                   count(*) filter (where found)::int as right, round(avg(score) / 100)::int as said
              from labelled
             group by 1
             order by 1
            """;
    private static final String MONTHS = LABELLED
            + """
            , seen as (
                select date_trunc('month', day)::date as first, sum(screened) as screened,
                       sum(suspects + reviews) as raised
                  from leads.chunk
                 where day >= :from
                 group by 1),
            judged as (
                select date_trunc('month', received_on)::date as first, count(*)::int as judged,
                       count(*) filter (where found)::int as right
                  from labelled
                 group by 1)
            select coalesce(j.first, s.first) as first, coalesce(j.judged, 0) as judged, coalesce(j.right, 0) as right,
                   coalesce(s.screened, 0) as screened, coalesce(s.raised, 0) as raised
              from judged j
              full join seen s on s.first = j.first
             order by 1 desc
            """;
    private static final String EACH = LABELLED
            + """
            select number, received_on as day, standing, score, kind, right_name as right, found, ground, snapshot, title
              from labelled
             order by number
            """;

    private final JdbcClient jdbc;

    QualityTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One judged lead. @param score in ten-thousandths */
    record Label(
            String number,
            LocalDate day,
            String standing,
            int score,
            String kind,
            String right,
            boolean found,
            String ground,
            String snapshot,
            String title) {}

    Quality since(LocalDate from, String kind, Grounds grounds) {
        return new Quality(
                about(BY.formatted("standing"), from, kind, grounds).query(Quality.Judged.class).list(),
                about(BY.formatted("kind"), from, kind, grounds).query(Quality.Judged.class).list(),
                about(BANDS, from, kind, grounds).query(Quality.Band.class).list(),
                about(MONTHS, from, kind, grounds).query(Quality.Month.class).list());
    }

    /** One by one; the whole is never in memory. */
    void each(LocalDate from, String kind, Grounds grounds, Consumer<Label> taker) {
        try (var labels = about(EACH, from, kind, grounds).query(Label.class).stream()) {
            labels.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec about(String sql, LocalDate from, String kind, Grounds grounds) {
        return jdbc.sql(sql)
                .param("from", Date.valueOf(from))
                .param("kind", kind)
                .param("for", codes(grounds.saying(Grounds.Says.FOR)))
                .param("against", codes(grounds.saying(Grounds.Says.AGAINST)));
    }

    private static String[] codes(List<String> codes) {
        return codes.toArray(String[]::new);
    }
}

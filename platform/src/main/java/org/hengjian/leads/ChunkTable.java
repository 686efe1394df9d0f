package org.hengjian.leads;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.hengjian.agencies.Agencies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ChunkTable {

    private static final String BEGIN =
            """
            insert into leads.chunk (batch_id, from_listing, to_listing, screened, screened_at, day, agency_id, line, region)
            values (:batch, :from, :to, :screened, :at, :day, :agency, :line, :region)
                on conflict do nothing
            """;
    private static final String COUNT =
            """
            update leads.chunk
               set suspects = :suspects, reviews = :reviews, cleared = :cleared::jsonb
             where batch_id = :batch and from_listing = :from
            """;
    private static final String OF_DAY =
            """
            select coalesce(sum(screened), 0) as screened, coalesce(sum(suspects), 0) as suspects,
                   coalesce(sum(reviews), 0) as reviews
              from leads.chunk where agency_id = :agency and day = :day
            """;
    private static final String OF_BATCH =
            """
            select coalesce(sum(screened), 0) as screened, coalesce(sum(suspects), 0) as suspects,
                   coalesce(sum(reviews), 0) as reviews
              from leads.chunk where batch_id = :batch
            """;
    private static final String CLEARED_OF_DAY =
            """
            select c.key, sum(c.value::integer) as many
              from leads.chunk, jsonb_each_text(cleared) c
             where agency_id = :agency and day = :day
             group by c.key order by c.key
            """;
    private static final String CLEARED_OF_BATCH =
            """
            select c.key, sum(c.value::integer) as many
              from leads.chunk, jsonb_each_text(cleared) c
             where batch_id = :batch
             group by c.key order by c.key
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ChunkTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Sums(long screened, long suspects, long reviews) {}

    /** False when this chunk was screened before: told twice is done once. */
    boolean begin(long batch, long from, long to, int screened, Instant at, LocalDate day, Agencies.Agency agency) {
        return jdbc.sql(BEGIN)
                        .param("batch", batch)
                        .param("from", from)
                        .param("to", to)
                        .param("screened", screened)
                        .param("at", Timestamp.from(at))
                        .param("day", day)
                        .param("agency", agency.id())
                        .param("line", agency.line())
                        .param("region", agency.region())
                        .update()
                == 1;
    }

    void count(long batch, long from, int suspects, int reviews, Map<String, Integer> cleared) {
        jdbc.sql(COUNT)
                .param("batch", batch)
                .param("from", from)
                .param("suspects", suspects)
                .param("reviews", reviews)
                .param("cleared", json.writeValueAsString(cleared))
                .update();
    }

    Tally ofDay(long agency, LocalDate day) {
        var sums = jdbc.sql(OF_DAY).param("agency", agency).param("day", day).query(Sums.class).single();
        var cleared = new TreeMap<String, Long>();
        jdbc.sql(CLEARED_OF_DAY).param("agency", agency).param("day", day).query(row -> {
            cleared.put(row.getString("key"), row.getLong("many"));
        });
        return new Tally(sums.screened(), sums.suspects(), sums.reviews(), cleared);
    }

    Tally ofBatch(long batch) {
        var sums = jdbc.sql(OF_BATCH).param("batch", batch).query(Sums.class).single();
        var cleared = new TreeMap<String, Long>();
        jdbc.sql(CLEARED_OF_BATCH).param("batch", batch).query(row -> {
            cleared.put(row.getString("key"), row.getLong("many"));
        });
        return new Tally(sums.screened(), sums.suspects(), sums.reviews(), cleared);
    }
}

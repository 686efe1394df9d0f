package org.hengjian.networks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DecisionTable {

    private static final String COLUMNS =
            "id, source, target, same, reason, decided_at, decided_by, taken_back_at, taken_back_by";
    private static final String OF = "select " + COLUMNS
            + """
               from networks.decision
              where source = :key
                 or target = :key
              order by id desc
              limit 200
            """;
    // Of two that stand about the same pair, the later one counts.
    private static final String COUNTING = "select distinct on (source, target) " + COLUMNS
            + """
               from unnest(cast(:keys as text[])) wanted (key)
              cross join lateral (select * from networks.decision a where a.source = wanted.key
                                  union
                                  select * from networks.decision b where b.target = wanted.key) d
              where taken_back_at is null
              order by source, target, id desc
            """;
    private static final String ADD =
            """
            insert into networks.decision
                   (agency_id, line, region, source, target, same, reason, decided_at, decided_by)
            values (:agency, :line, :region, :source, :target, :same, :reason, :at, :by)
            returning id
            """;
    private static final String TAKE_BACK =
            """
            update networks.decision
               set taken_back_at = :at,
                   taken_back_by = :by
             where id = :id
               and taken_back_at is null
            returning source, target
            """;

    private final JdbcClient jdbc;

    DecisionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, those taken back too. */
    List<Decision> of(String key) {
        return jdbc.sql(OF).param("key", key).query(Decision.class).list();
    }

    /** The one that counts of each pair with one of the sellers at an end. */
    List<Decision> counting(Collection<String> keys) {
        return jdbc.sql(COUNTING)
                .param("keys", keys.toArray(String[]::new))
                .query(Decision.class)
                .list();
    }

    long add(String source, String target, boolean same, String reason, Viewer viewer, Instant at) {
        boolean inOrder = source.compareTo(target) < 0;
        return jdbc.sql(ADD)
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .param("source", inOrder ? source : target)
                .param("target", inOrder ? target : source)
                .param("same", same)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", viewer.name())
                .query(Long.class)
                .single();
    }

    /** Empty where it was taken back before, or is another agency's. */
    Optional<PairDecided> takeBack(long id, Viewer viewer, Instant at) {
        return jdbc.sql(TAKE_BACK)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", viewer.name())
                .query(PairDecided.class)
                .optional();
    }
}

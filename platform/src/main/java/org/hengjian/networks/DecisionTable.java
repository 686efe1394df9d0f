package org.hengjian.networks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DecisionTable {

    // Newest first: of two that stand about the same pair, the later one counts.
    private static final String OF_SHOP =
            """
            select id, substr(source, 6)::bigint as source, substr(target, 6)::bigint as target, same, reason, decided_at, decided_by, taken_back_at,
                   taken_back_by
              from networks.decision
             where (source = :key or target = :key)
               and source like 'shop-%'
               and target like 'shop-%'
             order by id desc
             limit 200
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
            returning source || ' ' || target
            """;

    private final JdbcClient jdbc;

    DecisionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Decision> ofShop(long shop) {
        return jdbc.sql(OF_SHOP).param("key", "shop-" + shop).query(Decision.class).list();
    }

    long add(String source, String target, boolean same, String reason, Viewer viewer, Instant at) {
        return jdbc.sql(ADD)
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .param("source", source.compareTo(target) < 0 ? source : target)
                .param("target", source.compareTo(target) < 0 ? target : source)
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
                .query((row, _) -> {
                    var pair = row.getString(1).split(" ", 2);
                    return new PairDecided(pair[0], pair[1]);
                })
                .optional();
    }
}

package org.hengjian.networks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the machine holds possible: {@code networks.tie} for people's eyes. */
@Component
class ProposalTable {

    private static final String OF =
            """
            select distinct s.key as source, t.key as target, tie.weight, tie.reasons, r.seen_at::date as day
              from unnest(cast(:keys as text[])) wanted (key)
              join networks.record r on r.key = wanted.key
             cross join lateral (select * from (select * from networks.tie a where a.source_id = r.id
                                                union all
                                                select * from networks.tie b where b.target_id = r.id) both_ends
                                  order by weight desc, source_id, target_id
                                  limit :most) tie
              join networks.record s on s.id = tie.source_id
              join networks.record t on t.id = tie.target_id
             order by weight desc, 1, 2
            """;
    // One runs both, or one runs the other.
    private static final String ONE_OWNER =
            """
            select exists (
                select
                  from networks.node one
                  join networks.node other on other.key = :target
                 where one.key = :source
                   and (exists (select from networks.edge a
                                  join networks.edge b on b.source_id = a.source_id and b.what = 'RUNS' and b.told
                                 where a.what = 'RUNS' and a.told and a.target_id = one.id and b.target_id = other.id)
                        or exists (select from networks.edge a
                                    where a.what = 'RUNS' and a.told
                                      and (a.source_id = one.id and a.target_id = other.id
                                           or a.source_id = other.id and a.target_id = one.id))))
            """;

    private final JdbcClient jdbc;
    private final SqlShelf shelf;

    ProposalTable(JdbcClient jdbc, SqlShelf shelf) {
        this.jdbc = jdbc;
        this.shelf = shelf;
    }

    /** Each seller's heaviest, heaviest first, each once. */
    List<Link> of(Collection<String> sellers, int most) {
        return jdbc.sql(OF)
                .param("keys", sellers.toArray(String[]::new))
                .param("most", most)
                .query((row, _) -> new Link(
                        row.getString("source"),
                        row.getString("target"),
                        Link.Ground.PROPOSED,
                        row.getObject("day", LocalDate.class),
                        null,
                        row.getFloat("weight"),
                        shelf.reasons(row.getString("reasons"))))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    boolean haveOneOwner(String source, String target) {
        return jdbc.sql(ONE_OWNER)
                .param("source", source)
                .param("target", target)
                .query(Boolean.class)
                .single();
    }
}

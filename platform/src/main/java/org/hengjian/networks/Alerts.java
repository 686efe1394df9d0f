package org.hengjian.networks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who work on a network that a new lead joined it (线索串并). */
@Service("networkAlerts") // referrals have alerts as well
@Transactional
class Alerts {

    private static final int SHOWN = 30;

    // From the new leads over shops, contacts and operators to open leads and cases in somebody's hands. What very many
    // share joins nothing, and whoever has the new lead in hand needs no telling.
    private static final String RAISE =
            """
            with recursive reached (lead_id, id, steps) as (
                select n.id, n.id, 0
                  from networks.node n
                 where n.key = any(cast(:leads as text[]))
                union
                select r.lead_id, beside.id, r.steps + 1
                  from reached r
                 cross join lateral (
                       select case when e.source_id = r.id then e.target_id else e.source_id end as id
                         from (select * from (select source_id, target_id, what from networks.edge
                                               where source_id = r.id and told limit :common + 1) a
                               union all
                               select * from (select source_id, target_id, what from networks.edge
                                               where target_id = r.id and told limit :common + 1) b) e
                        where e.what in ('RUNS', 'ABOUT', 'CONTACT', 'FROM', 'AGAINST')) beside
                 where r.steps < :steps
                   and (select count(*) from (select from networks.edge where target_id = r.id and told limit :common + 1) many)
                       <= :common)
            insert into networks.alert (person_id, lead_key, near_key, agency_id, at)
            select distinct on (c.person_id, l.key) c.person_id, l.key, n.key, l.agency_id, cast(:at as timestamptz)
              from reached r
              join networks.node l on l.id = r.lead_id
              join networks.node n on n.id = r.id
              join networks.concerned c on c.node_key = n.key
             where r.id <> r.lead_id
               and not exists (select from networks.concerned own where own.node_key = l.key and own.person_id = c.person_id)
             order by c.person_id, l.key, r.steps, n.key
            on conflict (person_id, lead_key) do nothing
            """;
    private static final String FORGET = "delete from networks.concerned where node_key = any(cast(:keys as text[]))";
    private static final String CONCERN =
            """
            insert into networks.concerned (node_key, person_id)
            select * from unnest(cast(:keys as text[]), cast(:persons as bigint[]))
            on conflict do nothing
            """;
    private static final String OWN =
            """
            select id, lead_key, near_key, agency_id as agency, at, seen_at
              from networks.alert
             order by seen_at is not null, id desc
             limit :most
            """;
    private static final String UNSEEN = "select count(*) from networks.alert where seen_at is null";
    private static final String SEEN = "update networks.alert set seen_at = :at where seen_at is null";

    private static final int STEPS = 4;
    private static final int COMMON = 60;

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Clock clock;

    Alerts(JdbcClient jdbc, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** A lead joined what one works on. @param agency whose the lead is */
    record Alert(long id, String leadKey, String nearKey, long agency, Instant at, @Nullable Instant seenAt) {}

    /** Who works on each of these; whoever is not named does not any more. As the machine. */
    void concern(Map<String, ? extends Collection<Long>> persons) {
        if (persons.isEmpty()) {
            return;
        }
        jdbc.sql(FORGET).param("keys", persons.keySet().toArray(String[]::new)).update();
        var keys = new java.util.ArrayList<String>();
        var ids = new java.util.ArrayList<Long>();
        persons.forEach((key, some) -> some.forEach(person -> {
            keys.add(key);
            ids.add(person);
        }));
        jdbc.sql(CONCERN)
                .param("keys", keys.toArray(String[]::new))
                .param("persons", ids.toArray(Long[]::new))
                .update();
    }

    /** For leads that were not in the network before; raised twice, each is told once. As the machine. */
    void raise(Collection<String> leads) {
        if (!leads.isEmpty()) {
            jdbc.sql(RAISE)
                    .param("leads", leads.toArray(String[]::new))
                    .param("steps", STEPS)
                    .param("common", COMMON)
                    .param("at", Timestamp.from(Instant.now(clock)))
                    .update();
        }
    }

    /** The viewer's own, unseen ones first. */
    @Transactional(readOnly = true)
    List<Alert> own() {
        viewers.require("networks.see", Networks.READERS);
        return jdbc.sql(OWN).param("most", SHOWN).query(Alert.class).list();
    }

    @Transactional(readOnly = true)
    long unseen() {
        return jdbc.sql(UNSEEN).query(Long.class).single();
    }

    int see() {
        viewers.require("networks.see", Networks.READERS);
        return jdbc.sql(SEEN).param("at", Timestamp.from(Instant.now(clock))).update();
    }
}

package org.hengjian.networks;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The queue of proposals (归并复核): who may be one, heaviest first; a person says same, not the same, or later. */
@Service
@Transactional
class Review {

    /** So many are worth a look at once; the next stand behind them. */
    static final int SHOWN = 20;

    private static final int PUT_OFF_DAYS = 14;

    // Of the viewer's region or of no known place; not decided on, not put off, not one owner's on record.
    private static final String NEXT =
            """
            select s.key as source, t.key as target, s.label as source_label, t.label as target_label,
                   s.note as source_note, t.note as target_note, tie.weight, tie.reasons, least(s.day, t.day) as day
              from networks.tie tie
              join networks.record a on a.id = tie.source_id
              join networks.record b on b.id = tie.target_id
              join networks.node s on s.key = a.key
              join networks.node t on t.key = b.key
             where (s.place is null or t.place is null
                    or s.place between :from and :to or t.place between :from and :to)
               and not exists (select from networks.decision d
                                where d.source = a.key and d.target = b.key and d.taken_back_at is null)
               and not exists (select from networks.later l
                                where l.source = a.key and l.target = b.key and l.person_id = :person and l.until > :today)
               and not exists (select from networks.edge x
                                 join networks.edge y on y.source_id = x.source_id and y.what = 'RUNS' and y.told
                                where x.what = 'RUNS' and x.told and x.target_id = s.id and y.target_id = t.id)
               and not exists (select from networks.edge x
                                where x.what = 'RUNS' and x.told
                                  and (x.source_id = s.id and x.target_id = t.id or x.source_id = t.id and x.target_id = s.id))
             order by tie.weight desc, tie.source_id, tie.target_id
             limit :most
            """;
    private static final String PUT_OFF =
            """
            insert into networks.later (person_id, source, target, until)
            values (:person, :source, :target, :until)
            on conflict (person_id, source, target) do update set until = excluded.until
            """;
    private static final String TAKE_UP =
            "delete from networks.later where person_id = :person and source = :source and target = :target";

    private final JdbcClient jdbc;
    private final Networks networks;
    private final SqlShelf shelf;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    Review(JdbcClient jdbc, Networks networks, SqlShelf shelf, Viewers viewers, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.networks = networks;
        this.shelf = shelf;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    record Pair(
            String source, String target, String sourceLabel, String targetLabel, String sourceNote, String targetNote,
            Link proposal) {}

    /** One of the two, by what is known of it: for each ground the names at the other end. */
    record Side(Node node, Map<Link.Ground, List<String>> fields, List<String> sealed) {}

    @Transactional(readOnly = true)
    List<Pair> next() {
        var viewer = viewers.require("networks.review", Networks.DECIDERS);
        return jdbc.sql(NEXT)
                .param("from", viewer.span().from())
                .param("to", viewer.span().to())
                .param("person", viewer.person())
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .param("most", SHOWN)
                .query((row, _) -> new Pair(
                        row.getString("source"),
                        row.getString("target"),
                        row.getString("source_label"),
                        row.getString("target_label"),
                        row.getString("source_note"),
                        row.getString("target_note"),
                        new Link(
                                row.getString("source"),
                                row.getString("target"),
                                Link.Ground.PROPOSED,
                                row.getObject("day", LocalDate.class),
                                null,
                                row.getFloat("weight"),
                                shelf.reasons(row.getString("reasons")))))
                .list();
    }

    @Transactional(readOnly = true)
    Side side(String key) {
        var network = networks.of(key, new View(
                2, java.util.Set.of(), Optional.empty(), Optional.empty(), 0, java.util.Set.of()));
        var fields = new EnumMap<Link.Ground, List<String>>(Link.Ground.class);
        for (Link link : network.links()) {
            if (link.ground() == Link.Ground.PROPOSED) {
                continue;
            }
            String other = link.touches(key) ? link.other(key) : contact(network, link);
            network.node(other)
                    .ifPresent(node -> fields.computeIfAbsent(link.ground(), none -> new ArrayList<>()).add(node.label()));
        }
        fields.replaceAll((ground, names) -> names.stream().distinct().limit(6).toList());
        return new Side(
                network.start(),
                fields,
                network.sealedAt(network.start()).stream().map(Network.Sealed::agencyName).distinct().toList());
    }

    /** A contact that a lead about it tells speaks for it too. */
    private static String contact(Network network, Link link) {
        return link.ground() == Link.Ground.CONTACT && network.node(link.source()).isPresent() ? link.target() : "";
    }

    void putOff(String source, String target) {
        var viewer = viewers.require("networks.review", Networks.DECIDERS);
        var pair = InOrder.of(source, target);
        jdbc.sql(PUT_OFF)
                .param("person", viewer.person())
                .param("source", pair.first())
                .param("target", pair.second())
                .param("until", Date.valueOf(LocalDate.now(clock).plusDays(PUT_OFF_DAYS)))
                .update();
        audit.enter(Deed.of("networks.later", "network", source).with(Map.of("other", target)));
    }

    /** Takes up again what was put off; of a pair that was not, nothing changes. */
    void takeUp(String source, String target) {
        var viewer = viewers.require("networks.review", Networks.DECIDERS);
        var pair = InOrder.of(source, target);
        int taken = jdbc.sql(TAKE_UP)
                .param("person", viewer.person())
                .param("source", pair.first())
                .param("target", pair.second())
                .update();
        if (taken == 1) {
            audit.enter(Deed.of("networks.take-up", "network", source).with(Map.of("other", target)));
        }
    }

    /** Two of whom neither comes first, as the table keeps them. */
    private record InOrder(String first, String second) {

        static InOrder of(String one, String other) {
            return one.compareTo(other) < 0 ? new InOrder(one, other) : new InOrder(other, one);
        }
    }
}

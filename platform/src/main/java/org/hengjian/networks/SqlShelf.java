package org.hengjian.networks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewers;
import org.hengjian.tracing.incremental.Change;
import org.hengjian.tracing.incremental.Decision;
import org.hengjian.tracing.incremental.Shelf;
import org.hengjian.tracing.incremental.Tie;
import org.hengjian.tracing.incremental.Together;
import org.hengjian.tracing.judging.Reason;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shelf of {@link org.hengjian.tracing.incremental.LiveClusters} in PostgreSQL, one statement a question. Profiles lie
 * sealed, and blocking keys are traces: who reads the tables learns no phone and no name from them.
 */
@Component
class SqlShelf implements Shelf {

    // Any number; one writer at a time, or two that arrive together would not see each other.
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7301)";
    private static final String PUT =
            """
            with kept as (
                 insert into networks.record (key, profile, keys)
                 values (:key, :profile, :keys)
                 on conflict (key) do update set profile = excluded.profile, keys = excluded.keys
                 returning id)
            insert into networks.blocking (key, record_id)
            select own.key, kept.id
              from kept
             cross join unnest(cast(:keys as bigint[])) own (key)
            on conflict do nothing
            """;
    static final String PROFILES =
            """
            select profile
              from networks.record
             where key = any(cast(:keys as text[]))
               and profile is not null
            """;
    private static final String PRESENT =
            """
            select key
              from networks.record
             where key = any(cast(:keys as text[]))
               and profile is not null
            """;
    static final String REMOVE =
            """
            with gone as (
                 select r.id, r.keys from networks.record r where r.key = :key),
            keys as (
                 delete from networks.blocking b
                  using gone, unnest(gone.keys) own (key)
                  where b.key = own.key
                    and b.record_id = gone.id),
            sources as (
                 delete from networks.tie t using gone where t.source_id = gone.id),
            targets as (
                 delete from networks.tie t using gone where t.target_id = gone.id)
            update networks.record r
               set profile = null, keys = '{}'
              from gone
             where r.id = gone.id
            """;
    static final String SHARING =
            """
            select distinct r.key
              from (select holders.ids
                      from unnest(cast(:keys as bigint[])) wanted (key)
                     cross join lateral (select array_agg(holding.record_id) as ids
                                           from (select b.record_id
                                                   from networks.blocking b
                                                  where b.key = wanted.key
                                                  limit :most + 1) holding) holders
                     where cardinality(holders.ids) <= :most) few
             cross join lateral unnest(few.ids) found (id)
              join networks.record r on r.id = found.id
            """;
    private static final String PUT_TIES =
            """
            insert into networks.tie (source_id, target_id, weight, reasons, known_to)
            select s.id, t.id, said.weight, cast(said.reasons as jsonb),
                   case when jsonb_path_exists(cast(said.reasons as jsonb), '$[*] ? (@.kind == "PHONE" || @.kind == "ACCOUNT")')
                        then cast('{}' as bigint[]) end
              from unnest(cast(:sources as text[]), cast(:targets as text[]), cast(:weights as real[]),
                          cast(:reasons as text[])) as said (source, target, weight, reasons)
              join networks.record s on s.key = said.source
              join networks.record t on t.key = said.target
            on conflict (source_id, target_id) do update set weight = excluded.weight, reasons = excluded.reasons
            """;
    // By what leads told, a tie is known to the agencies whose leads told it of both; by names alone, to everybody at work.
    // What nobody came to know is not written again.
    static final String TELL =
            """
            update networks.tie t
               set known_to = now.known_to
              from (select tie.source_id, tie.target_id,
                           case when jsonb_path_exists(tie.reasons, '$[*] ? (@.kind == "PHONE" || @.kind == "ACCOUNT")')
                                then coalesce((select array_agg(distinct a.agency_id order by a.agency_id)
                                                 from networks.contact a
                                                 join networks.contact b on b.agency_id = a.agency_id
                                                where a.shop = s.key and b.shop = o.key), '{}') end as known_to
                      from networks.record r
                     cross join lateral (select * from networks.tie a where a.source_id = r.id
                                          union all
                                         select * from networks.tie b where b.target_id = r.id) tie
                      join networks.record s on s.id = tie.source_id
                      join networks.record o on o.id = tie.target_id
                     where r.key = any(cast(:keys as text[]))) now
             where t.source_id = now.source_id
               and t.target_id = now.target_id
               and t.known_to is distinct from now.known_to
            """;
    static final String TIES =
            """
            select s.key as source, t.key as target, tie.weight, tie.reasons
              from networks.record r
             cross join lateral (select * from networks.tie a where a.source_id = r.id
                                 union all
                                 select * from networks.tie b where b.target_id = r.id) tie
              join networks.record s on s.id = tie.source_id
              join networks.record t on t.id = tie.target_id
             where r.key = any(cast(:keys as text[]))
             order by 1, 2
            """;
    // Of all that stand about the same two, of whatever agency, the latest counts.
    static final String DECISIONS =
            """
            select distinct on (d.source, d.target) d.source, d.target, d.same, d.decided_by as by, d.reason
              from unnest(cast(:keys as text[])) wanted (key)
             cross join lateral (select * from networks.decision a where a.source = wanted.key
                                 union
                                 select * from networks.decision b where b.target = wanted.key) d
             where d.taken_back_at is null
             order by d.source, d.target, d.id desc
            """;
    // Members first by ties and by what people say is the same, then all that holds or parts them. What a decision says
    // counts if none about the same two came later.
    static final String TOGETHER =
            """
            with recursive found (id) as (
                 select r.id
                   from networks.record r
                  where r.key = :start
                  union
                 select next.id
                   from found f
                  cross join lateral (
                        select a.target_id as id from networks.tie a where a.source_id = f.id
                         union all
                        select b.source_id from networks.tie b where b.target_id = f.id
                         union all
                        select o.id
                          from networks.record r
                         cross join lateral (
                               select distinct on (d.target) d.target as key, d.same
                                 from networks.decision d
                                where d.source = r.key
                                  and d.taken_back_at is null
                                order by d.target, d.id desc) said
                          join networks.record o on o.key = said.key and o.profile is not null
                         where r.id = f.id
                           and said.same
                         union all
                        select o.id
                          from networks.record r
                         cross join lateral (
                               select distinct on (d.source) d.source as key, d.same
                                 from networks.decision d
                                where d.target = r.key
                                  and d.taken_back_at is null
                                order by d.source, d.id desc) said
                          join networks.record o on o.key = said.key and o.profile is not null
                         where r.id = f.id
                           and said.same) next),
            members as materialized (
                 select f.id, r.key
                   from (select id from found limit :most) f
                   join networks.record r on r.id = f.id)
            select m.key as source, null as target, cast(null as real) as weight, cast(null as boolean) as same
              from members m
             union all
            select m.key, o.key, t.weight, null
              from members m
              join networks.tie t on t.source_id = m.id
              join members o on o.id = t.target_id
             union all
            (select distinct on (d.source, d.target) d.source, d.target, null, d.same
               from members m
               join networks.decision d on d.source = m.key
              where d.taken_back_at is null
              order by d.source, d.target, d.id desc)
            """;
    static final String CLUSTERS =
            """
            select key, cluster
              from networks.record
             where key = any(cast(:keys as text[]))
               and cluster is not null
            """;
    private static final String ASSIGN =
            """
            update networks.record r
               set cluster = nullif(said.cluster, '')
              from unnest(cast(:keys as text[]), cast(:clusters as text[])) as said (key, cluster)
             where r.key = said.key
            """;
    static final String FORMERLY =
            """
            select wanted.key, latest.from_cluster as cluster
              from unnest(cast(:keys as text[])) wanted (key)
             cross join lateral (select m.from_cluster
                                   from networks.move m
                                  where m.record_key = wanted.key
                                  order by m.change_id desc
                                  limit 1) latest
             where latest.from_cluster <> ''
            """;
    static final String MEMBERS = "select key from networks.record where cluster = :cluster order by key";
    private static final String NOTE =
            """
            with noted as (
                 insert into networks.change (cause, about, at)
                 values (:cause, :about, :at)
                 returning id)
            insert into networks.move (change_id, record_key, from_cluster, to_cluster)
            select noted.id, said.key, said.was, said.now
              from noted
             cross join unnest(cast(:keys as text[]), cast(:froms as text[]), cast(:tos as text[])) as said (key, was, now)
            """;
    private static final String HISTORY =
            """
            select c.id, c.cause, c.about, all_moves.record_key, all_moves.from_cluster, all_moves.to_cluster
              from (select m.change_id
                      from networks.move m
                     where m.record_key = :key
                     order by m.change_id desc
                     limit 200) latest
              join networks.change c on c.id = latest.change_id
              join networks.move all_moves on all_moves.change_id = c.id
             order by c.id, all_moves.record_key
            """;

    private static final TypeReference<List<Said>> REASONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Seal seal;
    private final JsonMapper json;
    private final DecisionTable decisions;
    private final Viewers viewers;
    private final Clock clock;
    private final int features = SellerModel.MODEL.schema().features().size();

    SqlShelf(
            JdbcClient jdbc, Seal seal, JsonMapper json, DecisionTable decisions, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
        this.decisions = decisions;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** A reason as it is stored: the values that were compared are personal data and stay in the profiles. */
    record Said(String feature, Kind kind, String level, double weight) {

        static Said of(Reason reason) {
            return new Said(reason.feature(), reason.kind(), reason.level(), Math.round(reason.weight() * 10) / 10.0);
        }

        Reason reason() {
            return new Reason(feature, kind, level, weight, "", "");
        }
    }

    /** Sets who may know of the ties of these records, after leads told something new of them. */
    void tell(Collection<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql(TELL).param("keys", array(keys)).update();
        }
    }

    /** Waits for whoever changes the clusters at this moment; until the end of the transaction nobody else does. */
    void alone() {
        jdbc.sql(ONE_AT_A_TIME).query(row -> {});
    }

    List<Reason> reasons(String stored) {
        return json.readValue(stored, REASONS).stream().map(Said::reason).toList();
    }

    @Override
    public void put(Profile profile, long[] keys) {
        jdbc.sql(PUT)
                .param("key", profile.id())
                .param("profile", sealed(profile))
                .param("keys", traces(keys))
                .update();
    }

    byte[] sealed(Profile profile) {
        return seal.seal(Base64.getEncoder().encodeToString(profile.encode()));
    }

    Long[] traces(long[] keys) {
        var traces = new Long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            traces[i] = ByteBuffer.wrap(seal.trace("blocking " + keys[i])).getLong();
        }
        return traces;
    }

    @Override
    public Map<String, Profile> profiles(Collection<String> ids) {
        Map<String, Profile> profiles = new TreeMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(PROFILES).param("keys", array(ids)).query(row -> {
                byte[] bytes = Base64.getDecoder()
                        .decode(seal.open(row.getBytes("profile")).getBytes(StandardCharsets.ISO_8859_1));
                Profile profile = Profile.decode(bytes, features);
                profiles.put(profile.id(), profile);
            });
        }
        return profiles;
    }

    @Override
    public Set<String> present(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new TreeSet<>(jdbc.sql(PRESENT).param("keys", array(ids)).query(String.class).list());
    }

    @Override
    public void remove(String id) {
        jdbc.sql(REMOVE).param("key", id).update();
    }

    @Override
    public Set<String> sharing(long[] keys, int most) {
        return new TreeSet<>(jdbc.sql(SHARING)
                .param("keys", traces(keys))
                .param("most", most)
                .query(String.class)
                .list());
    }

    @Override
    public void put(List<Tie> ties) {
        if (ties.isEmpty()) {
            return;
        }
        jdbc.sql(PUT_TIES)
                .param("sources", ties.stream().map(Tie::source).toArray(String[]::new))
                .param("targets", ties.stream().map(Tie::target).toArray(String[]::new))
                .param("weights", ties.stream().map(Tie::weight).toArray(Float[]::new))
                .param("reasons", ties.stream().map(this::reasons).toArray(String[]::new))
                .update();
    }

    String reasons(Tie tie) {
        return json.writeValueAsString(tie.reasons().stream().map(Said::of).toList());
    }

    @Override
    public List<Tie> ties(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(TIES)
                .param("keys", array(ids))
                .query((row, _) -> new Tie(
                        row.getString("source"),
                        row.getString("target"),
                        row.getFloat("weight"),
                        reasons(row.getString("reasons"))))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    @Override
    public Together together(String start, int most) {
        Set<String> members = new TreeSet<>();
        var links = new ArrayList<Together.Link>();
        var said = new ArrayList<Together.Said>();
        jdbc.sql(TOGETHER).param("start", start).param("most", most).query(row -> {
            String source = row.getString("source");
            String target = row.getString("target");
            float weight = row.getFloat("weight");
            if (target == null) {
                members.add(source);
            } else if (row.wasNull()) {
                said.add(new Together.Said(source, target, row.getBoolean("same")));
            } else {
                links.add(new Together.Link(source, target, weight));
            }
        });
        return new Together(members, links, said);
    }

    @Override
    public void put(Decision decision) {
        decisions.add(
                decision.source(), decision.target(), decision.same(), decision.reason(), viewers.require(),
                Instant.now(clock));
    }

    @Override
    public List<Decision> decisions(Collection<String> ids) {
        return jdbc.sql(DECISIONS).param("keys", array(ids)).query(Decision.class).list().stream()
                .distinct()
                .toList();
    }

    @Override
    public Map<String, String> clustersOf(Collection<String> ids) {
        return byRecord(CLUSTERS, ids);
    }

    @Override
    public Map<String, String> formerly(Collection<String> ids) {
        return byRecord(FORMERLY, ids);
    }

    private Map<String, String> byRecord(String sql, Collection<String> ids) {
        Map<String, String> clusters = new TreeMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("keys", array(ids)).query(row -> {
                clusters.put(row.getString("key"), row.getString("cluster"));
            });
        }
        return clusters;
    }

    @Override
    public void assign(List<Change.Move> moves) {
        if (!moves.isEmpty()) {
            jdbc.sql(ASSIGN)
                    .param("keys", moves.stream().map(Change.Move::record).toArray(String[]::new))
                    .param("clusters", moves.stream().map(Change.Move::to).toArray(String[]::new))
                    .update();
        }
    }

    @Override
    public List<String> members(String cluster) {
        return jdbc.sql(MEMBERS).param("cluster", cluster).query(String.class).list();
    }

    @Override
    public void note(Change change) {
        if (change.moves().isEmpty()) {
            return;
        }
        jdbc.sql(NOTE)
                .param("cause", change.cause())
                .param("about", change.about())
                .param("at", Timestamp.from(Instant.now(clock)))
                .param("keys", change.moves().stream().map(Change.Move::record).toArray(String[]::new))
                .param("froms", change.moves().stream().map(Change.Move::from).toArray(String[]::new))
                .param("tos", change.moves().stream().map(Change.Move::to).toArray(String[]::new))
                .update();
    }

    @Override
    public List<Change> history(String id) {
        record Row(long change, String cause, String about, Change.Move move) {}
        List<Row> rows = jdbc.sql(HISTORY)
                .param("key", id)
                .query((row, _) -> new Row(
                        row.getLong("id"),
                        row.getString("cause"),
                        row.getString("about"),
                        new Change.Move(
                                row.getString("record_key"), row.getString("from_cluster"), row.getString("to_cluster"))))
                .list();
        var history = new ArrayList<Change>();
        var done = new HashSet<Long>();
        for (Row row : rows) {
            if (done.add(row.change)) {
                history.add(new Change(
                        row.cause,
                        row.about,
                        rows.stream().filter(other -> other.change == row.change).map(Row::move).toList()));
            }
        }
        return history;
    }

    private static String[] array(Collection<String> keys) {
        return keys.toArray(String[]::new);
    }
}

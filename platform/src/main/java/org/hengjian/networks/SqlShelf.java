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
            insert into networks.record (key, profile, keys)
            values (:key, :profile, :keys)
            on conflict (key) do update set profile = excluded.profile, keys = excluded.keys
            returning id
            """;
    private static final String PUT_KEYS =
            """
            insert into networks.blocking (key, record_id)
            select key, :id
              from unnest(cast(:keys as bigint[])) key
            on conflict do nothing
            """;
    private static final String PROFILES =
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
    private static final String REMOVE_KEYS =
            """
            delete from networks.blocking b
             using networks.record r, unnest(r.keys) k (key)
             where r.key = :key
               and b.key = k.key
               and b.record_id = r.id
            """;
    private static final String REMOVE_TIES =
            """
            delete from networks.tie t
             using networks.record r
             where r.key = :key
               and (t.source_id = r.id or t.target_id = r.id)
            """;
    private static final String REMOVE =
            "update networks.record set profile = null, keys = '{}' where key = :key";
    private static final String SHARING =
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
    private static final String TELL =
            """
            update networks.tie t
               set known_to = case when jsonb_path_exists(t.reasons, '$[*] ? (@.kind == "PHONE" || @.kind == "ACCOUNT")')
                                   then coalesce((select array_agg(distinct a.agency_id order by a.agency_id)
                                                    from networks.contact a
                                                    join networks.contact b on b.agency_id = a.agency_id
                                                   where a.shop = s.key and b.shop = o.key), '{}') end
              from networks.record r, networks.record s, networks.record o
             where r.key = any(cast(:keys as text[]))
               and (t.source_id = r.id or t.target_id = r.id)
               and s.id = t.source_id
               and o.id = t.target_id
            """;
    private static final String TIES =
            """
            select s.key as source, t.key as target, tie.weight, tie.reasons
              from networks.record r
             cross join lateral (select * from networks.tie a where a.source_id = r.id
                                 union
                                 select * from networks.tie b where b.target_id = r.id) tie
              join networks.record s on s.id = tie.source_id
              join networks.record t on t.id = tie.target_id
             where r.key = any(cast(:keys as text[]))
             order by 1, 2
            """;
    // Of all that stand about the same two, of whatever agency, the latest counts.
    private static final String DECISIONS =
            """
            select distinct on (d.source, d.target) d.source, d.target, d.same, d.decided_by as by, d.reason
              from unnest(cast(:keys as text[])) wanted (key)
             cross join lateral (select * from networks.decision a where a.source = wanted.key
                                 union
                                 select * from networks.decision b where b.target = wanted.key) d
             where d.taken_back_at is null
             order by d.source, d.target, d.id desc
            """;
    private static final String CLUSTERS =
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
    private static final String FORMERLY =
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
    private static final String MEMBERS = "select key from networks.record where cluster = :cluster order by key";
    private static final String NOTE =
            "insert into networks.change (cause, about, at) values (:cause, :about, :at) returning id";
    private static final String NOTE_MOVES =
            """
            insert into networks.move (change_id, record_key, from_cluster, to_cluster)
            select :change, said.key, said.was, said.now
              from unnest(cast(:keys as text[]), cast(:froms as text[]), cast(:tos as text[])) as said (key, was, now)
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
        Long[] traces = traces(keys);
        long id = jdbc.sql(PUT)
                .param("key", profile.id())
                .param("profile", sealed(profile))
                .param("keys", traces)
                .query(Long.class)
                .single();
        jdbc.sql(PUT_KEYS).param("id", id).param("keys", traces).update();
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
        return new TreeSet<>(
                jdbc.sql(PRESENT).param("keys", array(ids)).query(String.class).list());
    }

    @Override
    public void remove(String id) {
        jdbc.sql(REMOVE_KEYS).param("key", id).update();
        jdbc.sql(REMOVE_TIES).param("key", id).update();
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
        long id = jdbc.sql(NOTE)
                .param("cause", change.cause())
                .param("about", change.about())
                .param("at", Timestamp.from(Instant.now(clock)))
                .query(Long.class)
                .single();
        jdbc.sql(NOTE_MOVES)
                .param("change", id)
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

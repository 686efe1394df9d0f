package org.hengjian.networks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code networks.node} and {@code networks.edge}: every question and every deed is of many at once. */
@Component
class NodeTable {

    private static final String COLUMNS = "n.id, n.key, n.kind, n.label, n.note, n.place, n.state, n.day";
    private static final String BY_KEYS = "select " + COLUMNS + " from networks.node n where n.key = any(cast(:keys as text[]))";
    private static final String CALLED =
            "select " + COLUMNS + " from networks.node n where n.label = :label order by n.day desc, n.id desc limit 20";
    // Newest ties of each node, from either end, by index; what is filtered out takes no place of what is not.
    private static final String ONE_END =
            """
            (select e.what, e.day as tied, e.id as edge, %1$s as outward, n.id, n.key, n.kind, n.label, n.note, n.place,
                    n.state, n.day
               from networks.edge e
               join networks.node n on n.id = e.%3$s
              where e.%2$s = wanted.node
                and e.told
                and e.day between :from and :to
                and n.kind = any(cast(:kinds as text[]))
                and (:low = 0 or n.place is null or n.place between :low and :high)
              order by e.day desc, e.id desc
              limit wanted.most + 1)
            """;
    static final String NEXT = "select wanted.node as node, found.*"
            + " from unnest(cast(:nodes as bigint[]), cast(:most as integer[])) as wanted (node, most)"
            + " cross join lateral (select * from ("
            + ONE_END.formatted("true", "source_id", "target_id")
            + " union all "
            + ONE_END.formatted("false", "target_id", "source_id")
            + ") both_ends order by tied desc, edge desc limit wanted.most + 1) found"
            + " order by 1, found.tied desc, found.edge desc";
    private static final String SEALED =
            "select node_id, agency_id from networks.sealed_at(cast(:nodes as bigint[])) order by 1, 2";

    /** What shows itself at several places: a contact, a place, the identity number of a party. */
    private static final String AT_SEVERAL =
            "(excluded.kind in ('PHONE', 'ACCOUNT', 'ADDRESS', 'SITE') or excluded.key like 'person-id-%')";

    // What does is whose it was first, shared with the others; once common, it stays common.
    private static final String PUT_NODES =
            """
            insert into networks.node (key, kind, label, note, place, state, day, agency_id, line, region, shared_with)
            select key, kind, label, note, place, state, day, agency, line, region, '{}'
              from unnest(cast(:keys as text[]), cast(:kinds as text[]), cast(:labels as text[]), cast(:notes as text[]),
                          cast(:places as integer[]), cast(:states as text[]), cast(:days as date[]),
                          cast(:agencies as bigint[]), cast(:lines as text[]), cast(:regions as integer[]))
                   as said (key, kind, label, note, place, state, day, agency, line, region)
             order by key
            on conflict (key) do update
               set label = case when excluded.key like 'person-id-%%' then node.label else excluded.label end,
                   note = excluded.note,
                   place = coalesce(excluded.place, node.place),
                   state = excluded.state,
                   day = least(node.day, excluded.day),
                   agency_id = case when %1$s and node.agency_id <> 0 and excluded.agency_id <> 0
                                    then node.agency_id
                                    when %1$s
                                    then least(node.agency_id, excluded.agency_id)
                                    else excluded.agency_id end,
                   line = case when %1$s then node.line else excluded.line end,
                   region = case when %1$s then node.region else excluded.region end,
                   shared_with = case when %1$s
                                       and excluded.agency_id <> 0 and excluded.agency_id <> node.agency_id
                                       and excluded.agency_id <> all (node.shared_with)
                                      then node.shared_with || excluded.agency_id
                                      else node.shared_with end
            """.formatted(AT_SEVERAL);
    private static final String SHARE =
            """
            update networks.node n
               set shared_with = said.agencies
              from (select told.key, coalesce(array_agg(one.agency order by one.agency)
                                              filter (where one.agency is not null), '{}') as agencies
                      from unnest(cast(:told as text[])) as told (key)
                      left join unnest(cast(:keys as text[]), cast(:agencies as bigint[])) as one (key, agency)
                        on one.key = told.key
                     group by told.key) said
             where n.key = said.key
               and n.shared_with <> said.agencies
            """;
    private static final String KNOW =
            """
            update networks.node n
               set shared_with = n.shared_with || said.agencies
              from (select known.key, array_agg(distinct one.agency) as agencies
                      from unnest(cast(:keys as text[]), cast(:agencies as bigint[])) as one (key, agency)
                      join networks.node known on known.key = one.key
                     where known.agency_id not in (0, one.agency)
                       and one.agency <> all (known.shared_with)
                     group by known.key) said
             where n.key = said.key
            """;
    private static final String UNTELL = "update networks.edge set told = false where told_by = any(cast(:tellers as text[])) and told";
    private static final String PUT_EDGES =
            """
            insert into networks.edge (source_id, target_id, what, day, told_by, agency_id, line, region, shared_with)
            select distinct on (s.id, t.id, said.what, said.teller) s.id, t.id, said.what, said.day, said.teller, said.agency, said.line, said.region,
                   coalesce(teller.shared_with, '{}')
              from unnest(cast(:sources as text[]), cast(:targets as text[]), cast(:whats as text[]),
                          cast(:days as date[]), cast(:tellers as text[]), cast(:agencies as bigint[]),
                          cast(:lines as text[]), cast(:regions as integer[]))
                   as said (source, target, what, day, teller, agency, line, region)
              join networks.node s on s.key = said.source
              join networks.node t on t.key = said.target
              left join networks.node teller on teller.key = said.teller and said.agency <> 0
             order by 1, 2
            on conflict (source_id, target_id, what, told_by) do update
               set told = true,
                   day = excluded.day,
                   agency_id = excluded.agency_id,
                   line = excluded.line,
                   region = excluded.region,
                   shared_with = excluded.shared_with
            """;

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    NodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose a thing is; {@link #COMMON} for what everybody at work may see. */
    record Owner(long agency, String line, int region) {

        static final Owner COMMON = new Owner(0, "", 0);
    }

    /** A node as the machine puts it down. */
    record Put(
            String key, Node.Kind kind, String label, String note, @org.jspecify.annotations.Nullable Integer place,
            String state, LocalDate day, Owner owner) {}

    record PutEdge(String source, String target, Link.Ground what, LocalDate day, String teller, Owner owner) {}

    /** A node beside another. */
    record Beside(long at, Node node, Link.Ground what, boolean outward, LocalDate day) {}

    record SealedAt(long nodeId, long agencyId) {}

    List<Node> find(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql(BY_KEYS)
                        .param("keys", keys.toArray(String[]::new))
                        .query(NodeTable::node)
                        .list();
    }

    Optional<Node> find(String key) {
        return find(List.of(key)).stream().findFirst();
    }

    /** Of exactly that name or number, newest first. */
    List<Node> called(String label) {
        return jdbc.sql(CALLED).param("label", label).query(NodeTable::node).list();
    }

    /** @param most how many beside each node; one more tells that there are more */
    List<Beside> next(List<Node> nodes, List<Integer> most, View view) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        int low = view.region();
        return jdbc.sql(NEXT)
                .param("nodes", nodes.stream().map(Node::id).toArray(Long[]::new))
                .param("most", most.toArray(Integer[]::new))
                .param("from", view.from().orElse(EVER))
                .param("to", view.to().orElse(ALWAYS))
                .param("kinds", view.kindNames().toArray(String[]::new))
                .param("low", low)
                .param("high", view.lastOfRegion())
                .query((row, number) -> new Beside(
                        row.getLong("node"),
                        node(row, number),
                        Link.Ground.valueOf(row.getString("what")),
                        row.getBoolean("outward"),
                        row.getObject("tied", LocalDate.class)))
                .list();
    }

    List<SealedAt> sealedAt(Collection<Node> nodes) {
        return jdbc.sql(SEALED)
                .param("nodes", nodes.stream().map(Node::id).toArray(Long[]::new))
                .query(SealedAt.class)
                .list();
    }

    /** Keys are told once each. */
    void put(Collection<Put> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        jdbc.sql(PUT_NODES)
                .param("keys", texts(nodes, Put::key))
                .param("kinds", texts(nodes, node -> node.kind.name()))
                .param("labels", texts(nodes, Put::label))
                .param("notes", texts(nodes, Put::note))
                .param("places", nodes.stream().map(Put::place).toArray(Integer[]::new))
                .param("states", texts(nodes, Put::state))
                .param("days", nodes.stream().map(node -> java.sql.Date.valueOf(node.day)).toArray(java.sql.Date[]::new))
                .param("agencies", nodes.stream().map(node -> node.owner.agency).toArray(Long[]::new))
                .param("lines", texts(nodes, node -> node.owner.line))
                .param("regions", nodes.stream().map(node -> node.owner.region).toArray(Integer[]::new))
                .update();
    }

    /**
     * Who else sees nodes of one agency, from here on these and no others; keys and agencies stand beside each other.
     *
     * @param told keys of all nodes of which it is said
     */
    void share(Collection<String> told, List<String> keys, List<Long> agencies) {
        if (!told.isEmpty()) {
            jdbc.sql(SHARE)
                    .param("told", told.toArray(String[]::new))
                    .param("keys", keys.toArray(String[]::new))
                    .param("agencies", agencies.toArray(Long[]::new))
                    .update();
        }
    }

    /** Who also learns of nodes that show themselves at several places, and goes on knowing them; as {@link #share}. */
    void know(List<String> keys, List<Long> agencies) {
        if (!keys.isEmpty()) {
            jdbc.sql(KNOW)
                    .param("keys", keys.toArray(String[]::new))
                    .param("agencies", agencies.toArray(Long[]::new))
                    .update();
        }
    }

    /** Takes the place of all that these records told before. */
    void putEdges(Collection<String> tellers, Collection<PutEdge> edges) {
        jdbc.sql(UNTELL).param("tellers", tellers.toArray(String[]::new)).update();
        if (edges.isEmpty()) {
            return;
        }
        jdbc.sql(PUT_EDGES)
                .param("sources", texts(edges, PutEdge::source))
                .param("targets", texts(edges, PutEdge::target))
                .param("whats", texts(edges, edge -> edge.what.name()))
                .param("days", edges.stream().map(edge -> java.sql.Date.valueOf(edge.day)).toArray(java.sql.Date[]::new))
                .param("tellers", texts(edges, PutEdge::teller))
                .param("agencies", edges.stream().map(edge -> edge.owner.agency).toArray(Long[]::new))
                .param("lines", texts(edges, edge -> edge.owner.line))
                .param("regions", edges.stream().map(edge -> edge.owner.region).toArray(Integer[]::new))
                .update();
    }

    private static <T> String[] texts(Collection<T> things, Function<T, String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }

    private static Node node(ResultSet row, int number) throws SQLException {
        return new Node(
                row.getLong("id"),
                row.getString("key"),
                Node.Kind.valueOf(row.getString("kind")),
                row.getString("label"),
                row.getString("note"),
                row.getObject("place", Integer.class),
                row.getString("state"),
                row.getObject("day", LocalDate.class));
    }
}

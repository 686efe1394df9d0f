package org.hengjian.networks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.People;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Operations of the police on a network (专案): known to their members and to nobody else. Members are people of the agency
 * that opened it, and of others that it invited.
 */
@Service
@Transactional
class Operations {

    private static final int NAME_MOST = 60;
    private static final int GOAL_MOST = 1_000;
    private static final int MEMBERS_MOST = 50;

    private static final String SELECT =
            """
            select o.id, o.name, o.node_key as key, o.goal, o.opened_on, o.opened_by, o.leader, o.agency_id as agency,
                   o.ended_on,
                   (select string_agg(m.name, '、' order by m.name) from networks.operation_member m
                     where m.operation_id = o.id and m.ended_at is null) as members
              from networks.operation o
            """;
    private static final String BY_ID = SELECT + " where o.id = :id";
    private static final String OWN = SELECT + " order by o.ended_on is not null, o.id desc limit 50";
    private static final String HELD =
            """
            select node_key from networks.operation_case where operation_id = :id
            union
            select node_key from networks.operation_opening where operation_id = :id and closed_at is null
            order by 1
            """;
    private static final String OPEN =
            """
            insert into networks.operation (id, name, node_key, goal, opened_on, opened_by, leader, agency_id)
            overriding system value
            values (:id, :name, :key, :goal, :on, :by, :leader, :agency)
            """;
    private static final String ADD_MEMBERS =
            """
            insert into networks.operation_member (operation_id, person_id, name, agency_id, joined_at)
            select :id, said.*, :agency, cast(:at as timestamptz)
              from unnest(cast(:persons as bigint[]), cast(:names as text[])) as said
            on conflict do nothing
            """;
    private static final String ADD_CASES =
            """
            insert into networks.operation_case (operation_id, node_key)
            select :id, key from unnest(cast(:keys as text[])) key
            on conflict do nothing
            """;
    private static final String END =
            "update networks.operation set ended_on = :on where id = :id and ended_on is null and leader = :person";

    private final JdbcClient jdbc;
    private final Networks networks;
    private final People people;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    Operations(JdbcClient jdbc, Networks networks, People people, Viewers viewers, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.networks = networks;
        this.people = people;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    record Operation(
            long id, String name, String key, String goal, LocalDate openedOn, String openedBy, long leader, long agency,
            @Nullable LocalDate endedOn, String members) {}

    /** Either the number of the operation, or why there is none: a message key. */
    record Opened(Optional<Long> id, String why) {}

    /** @param members ids of people of the viewer's agency, the leader is one anyway */
    Opened open(String key, String name, String goal, Set<Long> members, Set<String> cases) {
        var viewer = viewers.require("networks.open-operation", Role.POLICE);
        Node start = networks.find(key).orElseThrow(() -> new NotFound("network of " + key));
        if (name.isBlank() || name.length() > NAME_MOST) {
            return new Opened(Optional.empty(), "networks.operation.fault.name");
        }
        if (goal.isBlank() || goal.length() > GOAL_MOST) {
            return new Opened(Optional.empty(), "networks.operation.fault.goal");
        }
        Map<Long, String> own = candidates().stream()
                .collect(Collectors.toMap(People.Person::id, People.Person::name));
        if (members.size() > MEMBERS_MOST || !own.keySet().containsAll(members)) {
            return new Opened(Optional.empty(), "networks.operation.fault.members");
        }
        var files = networks.find(cases);
        if (files.size() < cases.size() || files.stream().anyMatch(node -> node.kind() != Node.Kind.CASE)) {
            return new Opened(Optional.empty(), "networks.operation.fault.cases");
        }
        // The rows tell their members who may read them, so the number is taken before the row can be read back.
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('networks.operation', 'id'))").query(Long.class).single();
        jdbc.sql(OPEN)
                .param("id", id)
                .param("name", name.strip())
                .param("key", start.key())
                .param("goal", goal.strip())
                .param("on", LocalDate.now(clock))
                .param("by", viewer.name())
                .param("leader", viewer.person())
                .param("agency", viewer.agency())
                .update();
        var all = new java.util.TreeMap<Long, String>();
        members.forEach(person -> all.put(person, own.getOrDefault(person, "")));
        all.put(viewer.person(), viewer.name());
        jdbc.sql(ADD_MEMBERS)
                .param("id", id)
                .param("persons", all.keySet().toArray(Long[]::new))
                .param("names", all.values().toArray(String[]::new))
                .param("agency", viewer.agency())
                .param("at", Timestamp.from(Instant.now(clock)))
                .update();
        jdbc.sql(ADD_CASES)
                .param("id", id)
                .param("keys", cases.toArray(String[]::new))
                .update();
        audit.enter(Deed.of("networks.open-operation", "operation", Long.toString(id))
                .with(Map.of("members", all.size(), "cases", cases.size())));
        return new Opened(Optional.of(id), "");
    }

    /** Whether it was still running and is the viewer's to end. */
    boolean end(long id) {
        var viewer = viewers.require("networks.end-operation", Role.POLICE);
        boolean ended = jdbc.sql(END)
                        .param("id", id)
                        .param("on", LocalDate.now(clock))
                        .param("person", viewer.person())
                        .update()
                == 1;
        if (ended) {
            audit.enter(Deed.of("networks.end-operation", "operation", Long.toString(id)));
        }
        return ended;
    }

    @Transactional(readOnly = true)
    Optional<Operation> find(long id) {
        viewers.require("networks.see", Networks.READERS);
        return jdbc.sql(BY_ID).param("id", id).query(Operation.class).optional();
    }

    @Transactional(readOnly = true)
    List<Operation> own() {
        viewers.require("networks.see", Networks.READERS);
        return jdbc.sql(OWN).query(Operation.class).list();
    }

    /** What it holds, cases taken in and what agencies opened to it, as far as the viewer may see it. */
    @Transactional(readOnly = true)
    List<Node> held(long id) {
        return networks.find(jdbc.sql(HELD).param("id", id).query(String.class).list());
    }

    /** Whom the viewer may take in. */
    @Transactional(readOnly = true)
    List<People.Person> candidates() {
        return people.of(viewers.require().agency(), Networks.DECIDERS);
    }
}

package org.hengjian.networks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.People;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is and who was in an operation. Nobody is deleted: whoever goes out has a day and a reason beside the name. */
@Service
@Transactional
class Members {

    private static final int REASON_MOST = 300;
    private static final int MEMBERS_MOST = 50;

    private static final String SELECT =
            """
            select m.id, m.operation_id as operation, m.person_id as person, m.name, m.agency_id as agency,
                   m.invitation_id as invitation, m.joined_at, m.ended_at, m.ended_by, m.end_kind as end, m.end_reason
              from networks.operation_member m
            """;
    private static final String BY_ID = SELECT + " where m.id = :id";
    private static final String OF_OPERATION = SELECT
            + " where m.operation_id = :operation order by m.ended_at is not null, m.invitation_id is not null, m.agency_id, m.id";
    private static final String BY_INVITATION = SELECT + " where m.invitation_id = :invitation order by m.id";
    private static final String TAKE_IN =
            """
            insert into networks.operation_member (operation_id, person_id, name, agency_id, joined_at)
            select :operation, said.*, :agency, cast(:at as timestamptz)
              from unnest(cast(:persons as bigint[]), cast(:names as text[])) as said
            on conflict do nothing
            """;
    private static final String END =
            """
            update networks.operation_member
               set ended_at = :at,
                   ended_by = :by,
                   end_kind = :kind,
                   end_reason = :reason
             where id = :id
               and ended_at is null
            """;

    private final JdbcClient jdbc;
    private final Operations operations;
    private final People people;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    Members(JdbcClient jdbc, Operations operations, People people, Viewers viewers, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.operations = operations;
        this.people = people;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** How one goes out. */
    enum End {
        /** 退出. */
        LEFT,
        /** 移出: by the leader. */
        TAKEN_OUT,
        /** 召回: by the head of the own agency, where that was invited. */
        CALLED_BACK
    }

    /** @param invitation by which they came, null for those of the agency that opened it */
    record Member(
            long id, long operation, long person, String name, long agency, @Nullable Long invitation, Instant joinedAt,
            @Nullable Instant endedAt, @Nullable String endedBy, @Nullable End end, @Nullable String endReason) {

        public boolean isIn() {
            return endedAt == null;
        }
    }

    /** More people of the leader's own agency. @return why not, or empty where they are in */
    Optional<Refused> takeIn(long operationId, Set<Long> persons) {
        var viewer = viewers.require("networks.take-in", Role.POLICE);
        var operation = operations.find(operationId).orElseThrow(() -> new NotFound("operation " + operationId));
        if (operation.leader() != viewer.person() || operation.endedOn() != null) {
            return refused("networks.invite.fault.leader");
        }
        Map<Long, String> own = people.of(viewer.agency(), Networks.DECIDERS).stream()
                .collect(Collectors.toMap(People.Person::id, People.Person::name));
        if (persons.isEmpty() || persons.size() > MEMBERS_MOST || !own.keySet().containsAll(persons)) {
            return refused("networks.member.fault.people");
        }
        var ids = List.copyOf(persons);
        jdbc.sql(TAKE_IN)
                .param("operation", operationId)
                .param("persons", ids.toArray(Long[]::new))
                .param("names", ids.stream().map(id -> own.getOrDefault(id, "")).toArray(String[]::new))
                .param("agency", viewer.agency())
                .param("at", now())
                .update();
        audit.enter(Deed.of("networks.take-in", "operation", Long.toString(operationId)).with(Map.of("members", ids)));
        return Optional.empty();
    }

    /**
     * Goes out: oneself, taken out by the leader, or called back by the head of one's agency.
     *
     * @return why not, or empty where they are out
     * @throws NotFound if the viewer may not see them
     */
    Optional<Refused> end(long id, String reason) {
        var viewer = viewers.require("networks.end-membership", Networks.DECIDERS);
        var member = jdbc.sql(BY_ID)
                .param("id", id)
                .query(Member.class)
                .optional()
                .orElseThrow(() -> new NotFound("member " + id));
        if (reason.isBlank() || reason.length() > REASON_MOST) {
            return refused("networks.member.fault.reason");
        }
        var kind = Optional.ofNullable(ends(List.of(member)).get(id));
        if (kind.isEmpty()) {
            return refused("networks.member.fault.yours");
        }
        int ended = jdbc.sql(END)
                .param("id", id)
                .param("at", now())
                .param("by", viewer.name())
                .param("kind", kind.get().name())
                .param("reason", reason.strip())
                .update();
        if (ended == 0) {
            return refused("networks.member.fault.done");
        }
        String verb = switch (kind.get()) {
            case LEFT -> "networks.leave";
            case TAKEN_OUT -> "networks.take-out";
            case CALLED_BACK -> "networks.call-back";
        };
        audit.enter(Deed.of(verb, "operation", Long.toString(member.operation()))
                .because(reason.strip())
                .with(Map.of("member", member.person(), "agency", member.agency())));
        return Optional.empty();
    }

    /** How the viewer could put out which of these of one operation, by id. The leader stays while it runs. */
    @Transactional(readOnly = true)
    Map<Long, End> ends(List<Member> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        var viewer = viewers.require();
        var operation = operations.find(some.getFirst().operation());
        if (operation.filter(one -> one.endedOn() != null).isPresent()) {
            return Map.of();
        }
        boolean leads = operation.filter(one -> one.leader() == viewer.person()).isPresent();
        var ends = new HashMap<Long, End>();
        for (Member member : some) {
            if (member.isIn()) {
                end(member, viewer, leads).ifPresent(end -> ends.put(member.id(), end));
            }
        }
        return ends;
    }

    private static Optional<End> end(Member member, Viewer viewer, boolean leads) {
        if (member.person() == viewer.person()) {
            return leads ? Optional.empty() : Optional.of(End.LEFT);
        }
        if (leads) {
            return Optional.of(End.TAKEN_OUT);
        }
        return member.invitation() != null && member.agency() == viewer.agency() && viewer.has(Role.HEAD)
                ? Optional.of(End.CALLED_BACK)
                : Optional.empty();
    }

    /** All that ever were in it, those who are first. */
    @Transactional(readOnly = true)
    List<Member> of(long operation) {
        return jdbc.sql(OF_OPERATION).param("operation", operation).query(Member.class).list();
    }

    /** Those who came by an invitation. */
    @Transactional(readOnly = true)
    List<Member> by(Invitation invitation) {
        return jdbc.sql(BY_INVITATION).param("invitation", invitation.id()).query(Member.class).list();
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }

    private static Optional<Refused> refused(String why) {
        return Optional.of(new Refused(why));
    }
}

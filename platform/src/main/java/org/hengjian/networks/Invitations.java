package org.hengjian.networks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.People;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations to take part in an operation: the leader invites and withdraws, the invited accept or decline. */
@Service
@Transactional
class Invitations {

    /** Agencies whose people work on networks; a platform or a right holder takes part in no operation of the police. */
    static final Set<Agencies.Kind> INVITED =
            Set.of(Agencies.Kind.ENFORCEMENT, Agencies.Kind.POLICE, Agencies.Kind.COORDINATION);

    /** Who answers for an agency. */
    static final Role[] ANSWERERS = {Role.HEAD, Role.POLICE};

    private static final int PURPOSE_MOST = 1_000;
    private static final int JOINING_MOST = 50;
    private static final int SUGGESTED = 20;
    private static final int SHOWN = 50;

    private static final String SELECT =
            """
            select i.id, i.operation_id as operation, i.name, i.agency_id as inviting, i.asked_agency as asked,
                   i.person_id as person, i.person_name, i.purpose, i.reach, i.invited_by, i.invited_at, i.accepted,
                   i.answer, i.answered_by, i.answered_at, i.withdrawn_by, i.withdrawn_at,
                   networks.is_running(i.operation_id) as running
              from networks.operation_invitation i
            """;
    private static final String BY_ID = SELECT + " where i.id = :id";
    private static final String OF_OPERATION = SELECT + " where i.operation_id = :operation order by i.id desc";
    private static final String TO_AGENCY = SELECT
            + """
             where i.asked_agency = :agency
             order by i.accepted is not null or i.withdrawn_at is not null or not networks.is_running(i.operation_id),
                      i.id desc
             limit :most
            """;
    private static final String INVITE =
            """
            insert into networks.operation_invitation
                   (operation_id, name, agency_id, asked_agency, person_id, person_name, purpose, reach, invited_by,
                    invited_at)
            values (:operation, :name, :agency, :asked, :person, :personName, :purpose, :reach, :by, :at)
            on conflict (operation_id, asked_agency, coalesce(person_id, 0))
               where accepted is null and withdrawn_at is null do nothing
            returning id
            """;
    private static final String ANSWER =
            """
            update networks.operation_invitation
               set accepted = :accepted,
                   answer = :answer,
                   answered_person = :person,
                   answered_by = :by,
                   answered_at = :at
             where id = :id
               and accepted is null
               and withdrawn_at is null
            """;
    private static final String WITHDRAW =
            """
            update networks.operation_invitation
               set withdrawn_by = :by,
                   withdrawn_at = :at
             where id = :id
               and accepted is null
               and withdrawn_at is null
            """;
    private static final String JOIN =
            """
            insert into networks.operation_member (operation_id, person_id, name, agency_id, invitation_id, joined_at)
            select :operation, said.*, :agency, :invitation, cast(:at as timestamptz)
              from unnest(cast(:persons as bigint[]), cast(:names as text[])) as said
            on conflict do nothing
            """;
    private static final String IN_IT =
            "select count(*) from networks.operation_member where operation_id = :operation and person_id = :person and ended_at is null";
    private static final String WAITING =
            """
            select count(*)
              from networks.operation_invitation i
             where i.asked_agency = :agency
               and i.accepted is null
               and i.withdrawn_at is null
               and networks.is_running(i.operation_id)
            """;
    // Those of operations that the viewer leads, newest first.
    private static final String ANSWERED = SELECT
            + """
              join networks.operation o on o.id = i.operation_id and o.leader = :person
             where i.accepted is not null
               and not exists (select from networks.answer_seen s where s.invitation_id = i.id and s.person_id = :person)
             order by i.answered_at desc
             limit :most
            """;
    private static final String SEE =
            """
            insert into networks.answer_seen (person_id, invitation_id)
            select :person, * from unnest(cast(:ids as bigint[]))
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final Operations operations;
    private final Agencies agencies;
    private final People people;
    private final Viewers viewers;
    private final Audit audit;
    private final TransactionTemplate apart;
    private final Clock clock;

    Invitations(
            JdbcClient jdbc,
            Operations operations,
            Agencies agencies,
            People people,
            Viewers viewers,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.operations = operations;
        this.agencies = agencies;
        this.people = people;
        this.viewers = viewers;
        this.audit = audit;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Invites an agency, or one person of it; invited again before there is an answer, it stands once.
     *
     * @param agency name or code, or both as the suggestions write them
     * @param person name of the person, blank to let the agency say who comes
     * @return why not, or empty where it stands
     * @throws NotFound if the viewer may not see the operation
     */
    Optional<Refused> invite(long operationId, String agency, String person, String purpose, String reach) {
        var viewer = viewers.require("networks.invite", Role.POLICE);
        var operation = operations.find(operationId).orElseThrow(() -> new NotFound("operation " + operationId));
        if (operation.leader() != viewer.person() || operation.endedOn() != null) {
            return refused("networks.invite.fault.leader");
        }
        var asked = agencyOf(agency).filter(one -> one.id() != viewer.agency());
        if (asked.isEmpty()) {
            return refused("networks.invite.fault.agency");
        }
        if (purpose.isBlank() || purpose.length() > PURPOSE_MOST) {
            return refused("networks.invite.fault.purpose");
        }
        if (!reach.matches("OPERATION|HELD")) {
            return refused("networks.invite.fault.reach");
        }
        var there = peopleOf(asked.get().id());
        Optional<People.Person> one = Optional.empty();
        if (person.isBlank()) {
            if (there.stream().noneMatch(who -> hasAny(who, ANSWERERS))) {
                return refused("networks.invite.fault.nobody");
            }
        } else {
            var called = there.stream()
                    .filter(who -> who.name().equals(person.strip()) && hasAny(who, Networks.DECIDERS))
                    .toList();
            if (called.size() != 1) {
                return refused("networks.invite.fault.person");
            }
            one = Optional.of(called.getFirst());
            if (isIn(operationId, one.get().id())) {
                return refused("networks.invite.fault.member");
            }
        }
        var id = jdbc.sql(INVITE)
                .param("operation", operationId)
                .param("name", operation.name())
                .param("agency", viewer.agency())
                .param("asked", asked.get().id())
                .param("person", one.map(People.Person::id).orElse(null))
                .param("personName", one.map(People.Person::name).orElse(""))
                .param("purpose", purpose.strip())
                .param("reach", reach)
                .param("by", viewer.name())
                .param("at", now())
                .query(Long.class)
                .optional();
        if (id.isEmpty()) {
            return refused("networks.invite.fault.open");
        }
        audit.enter(Deed.of("networks.invite", "operation", Long.toString(operationId))
                .because(purpose.strip())
                .with(Map.of("invitation", id.get(), "agency", asked.get().id(), "reach", reach)));
        return Optional.empty();
    }

    private boolean isIn(long operation, long person) {
        return jdbc.sql(IN_IT).param("operation", operation).param("person", person).query(Long.class).single() > 0;
    }

    private Optional<Agencies.Agency> agencyOf(String typed) {
        var day = LocalDate.now(clock);
        String words = typed.strip();
        String code = words.replaceFirst("^.*\\((\\S+)\\)$", "$1");
        return agencies.byCode(code, day)
                .filter(agency -> INVITED.contains(agency.kind()))
                .or(() -> agencies.named(words, INVITED, day, 1).stream()
                        .filter(agency -> agency.name().equals(words))
                        .findFirst());
    }

    /** Nobody sees another agency's people: the machine looks whether somebody is there, and tells no more than that. */
    private List<People.Person> peopleOf(long agency) {
        return viewers.as(Viewer.machine(), () -> Objects.requireNonNull(apart.execute(_ -> people.of(agency))));
    }

    private static boolean hasAny(People.Person person, Role... roles) {
        return java.util.Arrays.stream(roles).anyMatch(person::has);
    }

    /** Agencies in whose name or code the words stand, for the field's suggestions. */
    @Transactional(readOnly = true)
    List<Agencies.Agency> suggested(String words) {
        viewers.require("networks.invite", Role.POLICE);
        return agencies.named(words.strip(), INVITED, LocalDate.now(clock), SUGGESTED);
    }

    /**
     * @param joining ids of people of the viewer's agency, where it was the agency that was invited
     * @param words   the reason; an acceptance needs none
     * @return why not, or empty where the answer stands
     * @throws NotFound if the viewer may not see it
     */
    Optional<Refused> answer(long id, boolean accepted, Set<Long> joining, String words) {
        var viewer = viewers.require("networks.answer-invitation", Networks.DECIDERS);
        var invitation = find(id).orElseThrow(() -> new NotFound("invitation " + id));
        if (!mayAnswer(invitation, viewer)) {
            return refused("networks.invitation.fault.yours");
        }
        if (words.length() > PURPOSE_MOST || !accepted && words.isBlank()) {
            return refused("networks.invitation.fault.words");
        }
        Map<Long, String> own = invitation.person() == null
                ? joinable().stream().collect(Collectors.toMap(People.Person::id, People.Person::name))
                : Map.of(viewer.person(), viewer.name());
        var who = invitation.person() == null ? joining : own.keySet();
        if (accepted && (who.isEmpty() || who.size() > JOINING_MOST || !own.keySet().containsAll(who))) {
            return refused("networks.invitation.fault.people");
        }
        int answered = jdbc.sql(ANSWER)
                .param("id", id)
                .param("accepted", accepted)
                .param("answer", words.strip())
                .param("person", viewer.person())
                .param("by", viewer.name())
                .param("at", now())
                .update();
        if (answered == 0) {
            return refused("networks.invitation.fault.done");
        }
        if (accepted) {
            var ids = List.copyOf(who);
            jdbc.sql(JOIN)
                    .param("operation", invitation.operation())
                    .param("persons", ids.toArray(Long[]::new))
                    .param("names", ids.stream().map(person -> own.getOrDefault(person, "")).toArray(String[]::new))
                    .param("agency", viewer.agency())
                    .param("invitation", id)
                    .param("at", now())
                    .update();
        }
        audit.enter(Deed.of(
                        accepted ? "networks.accept-invitation" : "networks.decline-invitation", "operation",
                        Long.toString(invitation.operation()))
                .because(words.strip())
                .with(Map.of("invitation", id, "members", accepted ? List.copyOf(who) : List.of())));
        return Optional.empty();
    }

    private static boolean mayAnswer(Invitation invitation, Viewer viewer) {
        return invitation.asked() == viewer.agency()
                && (invitation.person() == null
                        ? viewer.hasAny(ANSWERERS)
                        : invitation.person() == viewer.person() && viewer.hasAny(Networks.DECIDERS));
    }

    @Transactional(readOnly = true)
    boolean mayAnswer(Invitation invitation) {
        return invitation.isOpen() && mayAnswer(invitation, viewers.require());
    }

    /** @return why not, or empty where it is withdrawn */
    Optional<Refused> withdraw(long id) {
        var viewer = viewers.require("networks.withdraw-invitation", Role.POLICE);
        var invitation = find(id).orElseThrow(() -> new NotFound("invitation " + id));
        int withdrawn = jdbc.sql(WITHDRAW)
                .param("id", id)
                .param("by", viewer.name())
                .param("at", now())
                .update();
        if (withdrawn == 0) {
            return refused("networks.invitation.fault.withdrawing");
        }
        audit.enter(Deed.of("networks.withdraw-invitation", "operation", Long.toString(invitation.operation()))
                .with(Map.of("invitation", id, "agency", invitation.asked())));
        return Optional.empty();
    }

    @Transactional(readOnly = true)
    Optional<Invitation> find(long id) {
        viewers.require("networks.see", Networks.READERS);
        return jdbc.sql(BY_ID).param("id", id).query(Invitation.class).optional();
    }

    /** Those of an operation that the viewer may see, newest first. */
    @Transactional(readOnly = true)
    List<Invitation> of(long operation) {
        return jdbc.sql(OF_OPERATION).param("operation", operation).query(Invitation.class).list();
    }

    /** Those to the viewer or their agency, open ones first. */
    @Transactional(readOnly = true)
    List<Invitation> own() {
        var viewer = viewers.require("networks.see", Networks.READERS);
        return jdbc.sql(TO_AGENCY)
                .param("agency", viewer.agency())
                .param("most", SHOWN)
                .query(Invitation.class)
                .list();
    }

    /** How many wait for the viewer to answer. */
    @Transactional(readOnly = true)
    long waiting() {
        return jdbc.sql(WAITING).param("agency", viewers.require().agency()).query(Long.class).single();
    }

    /** Answers of which the viewer, who leads the operation, has not taken notice. Every page of theirs counts them. */
    @Transactional(readOnly = true)
    List<Invitation> answered() {
        var viewer = viewers.require();
        if (!viewer.has(Role.POLICE)) {
            return List.of();
        }
        return jdbc.sql(ANSWERED)
                .param("person", viewer.person())
                .param("most", SHOWN)
                .query(Invitation.class)
                .list();
    }

    void see() {
        var viewer = viewers.require("networks.see", Networks.READERS);
        jdbc.sql(SEE)
                .param("person", viewer.person())
                .param("ids", answered().stream().map(Invitation::id).toArray(Long[]::new))
                .update();
    }

    /** Whom the viewer may send: people of their agency who work on networks. */
    @Transactional(readOnly = true)
    List<People.Person> joinable() {
        return people.of(viewers.require().agency(), Networks.DECIDERS);
    }

    /** The agencies on either side, by id. */
    @Transactional(readOnly = true)
    Map<Long, Agencies.Agency> named(Collection<Long> ids) {
        return agencies.on(ids, LocalDate.now(clock));
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }

    private static Optional<Refused> refused(String why) {
        return Optional.of(new Refused(why));
    }
}

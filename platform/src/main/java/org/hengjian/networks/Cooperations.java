package org.hengjian.networks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests to co-operate (商请协作) between agencies that work on one network; asked, seen and answered in the log. */
@Service
@Transactional
class Cooperations {

    private static final int SHOWN = 50;

    private static final String SELECT =
            """
            select id, node_key as key, label, agency_id as asking, asked_agency as asked, words, asked_by, asked_at, accepted,
                   answer, answered_by, answered_at
              from networks.cooperation
            """;
    private static final String BY_ID = SELECT + " where id = :id";
    private static final String OF_AGENCY = SELECT
            + " where agency_id = :agency or asked_agency = :agency order by accepted is not null, id desc limit :most";
    private static final String ASK =
            """
            insert into networks.cooperation
                   (node_key, label, asked_agency, words, asked_by, asked_at, agency_id, line, region, shared_with)
            values (:key, :label, :asked, :words, :by, :at, :agency, :line, :region, array[cast(:asked as bigint)])
            on conflict (agency_id, asked_agency, node_key) where accepted is null do nothing
            returning id
            """;
    private static final String ANSWER =
            """
            update networks.cooperation
               set accepted = :accepted,
                   answer = :answer,
                   answered_by = :by,
                   answered_at = :at
             where id = :id
               and accepted is null
               and asked_agency = :agency
            """;
    private static final String WAITING =
            "select count(*) from networks.cooperation where asked_agency = :agency and accepted is null";

    private final JdbcClient jdbc;
    private final Networks networks;
    private final Agencies agencies;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    Cooperations(
            JdbcClient jdbc, Networks networks, Agencies agencies, Viewers viewers, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.networks = networks;
        this.agencies = agencies;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param key      of the node at which it was asked
     * @param asking   id of the agency that asks
     * @param asked    id of the agency that answers
     * @param accepted null while it is not answered
     */
    record Cooperation(
            long id, String key, String label, long asking, long asked, String words, String askedBy, Instant askedAt,
            @Nullable Boolean accepted, String answer, @Nullable String answeredBy, @Nullable Instant answeredAt) {}

    /**
     * Asks an agency that has something at the node; asked again before there is an answer, it stands once.
     *
     * @return why not, or empty where it stands
     */
    Optional<Refused> ask(String key, long agency, String words) {
        viewers.require("networks.ask", Networks.DECIDERS);
        if (words.isBlank() || words.length() > 1_000) {
            return Optional.of(new Refused("networks.ask.fault.words"));
        }
        var network = networks.of(key, View.PLAIN);
        if (!network.others().containsKey(agency)) {
            return Optional.of(new Refused("networks.ask.fault.agency"));
        }
        // Only what everybody at work may see anyway goes over; a case or a person of ours does not.
        Node shown = network.nodes().stream()
                .filter(node -> network.sealedAt(node).stream().anyMatch(one -> one.agency() == agency))
                .findFirst()
                .orElse(network.start());
        ask(shown, agency, words);
        return Optional.empty();
    }

    /**
     * Asks the agency that keeps something of an operation, at the shop or firm where the operation begins: the operation
     * itself is not named to who is not in it.
     *
     * @param agency of which the caller knows that it keeps something
     * @return why not, or empty where it stands
     */
    Optional<Refused> askOf(String key, long agency, String words) {
        viewers.require("networks.ask", Networks.DECIDERS);
        var start = networks.find(key).filter(node -> node.kind().isSeller());
        if (start.isEmpty()) {
            return Optional.of(new Refused("networks.ask.fault.start"));
        }
        if (words.isBlank() || words.length() > 1_000) {
            return Optional.of(new Refused("networks.ask.fault.words"));
        }
        ask(start.get(), agency, words);
        return Optional.empty();
    }

    private void ask(Node shown, long agency, String words) {
        var viewer = viewers.require();
        jdbc.sql(ASK)
                .param("key", shown.key())
                .param("label", shown.label())
                .param("asked", agency)
                .param("words", words.strip())
                .param("by", viewer.name())
                .param("at", Timestamp.from(Instant.now(clock)))
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .query(Long.class)
                .optional()
                .ifPresent(id -> audit.enter(Deed.of("networks.ask", "cooperation", Long.toString(id))
                        .because(words.strip())
                        .with(Map.of("node", shown.key(), "agency", agency))));
    }

    /** @return why not, or empty where the answer stands */
    Optional<Refused> answer(long id, boolean accepted, String words) {
        var viewer = viewers.require("networks.answer", Networks.DECIDERS);
        var asked = find(id).orElseThrow(() -> new NotFound("cooperation " + id));
        if (asked.asked() != viewer.agency()) {
            return Optional.of(new Refused("networks.answer.fault.agency"));
        }
        if (words.isBlank() || words.length() > 1_000) {
            return Optional.of(new Refused("networks.answer.fault.words"));
        }
        int answered = jdbc.sql(ANSWER)
                .param("id", id)
                .param("accepted", accepted)
                .param("answer", words.strip())
                .param("by", viewer.name())
                .param("at", Timestamp.from(Instant.now(clock)))
                .param("agency", viewer.agency())
                .update();
        if (answered == 0) {
            return Optional.of(new Refused("networks.answer.fault.done"));
        }
        audit.enter(Deed.of(accepted ? "networks.accept" : "networks.decline", "cooperation", Long.toString(id))
                .because(words.strip()));
        return Optional.empty();
    }

    @Transactional(readOnly = true)
    Optional<Cooperation> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(Cooperation.class).optional();
    }

    /** Those that the viewer's agency asked or is asked, open ones first. */
    @Transactional(readOnly = true)
    List<Cooperation> own() {
        var viewer = viewers.require("networks.see", Networks.READERS);
        return jdbc.sql(OF_AGENCY)
                .param("agency", viewer.agency())
                .param("most", SHOWN)
                .query(Cooperation.class)
                .list();
    }

    /** How many wait for the viewer's agency to answer. */
    @Transactional(readOnly = true)
    long waiting() {
        return jdbc.sql(WAITING)
                .param("agency", viewers.require().agency())
                .query(Long.class)
                .single();
    }

    /** Names of the agencies on either side. */
    @Transactional(readOnly = true)
    Map<Long, Agencies.Agency> named(List<Cooperation> some) {
        return agencies.on(
                some.stream().flatMap(one -> java.util.stream.Stream.of(one.asking(), one.asked())).distinct().toList(),
                LocalDate.now(clock));
    }
}

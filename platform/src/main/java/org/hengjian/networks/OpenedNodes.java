package org.hengjian.networks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the agencies in an operation let its members see of their own: each only what it keeps itself. It opens the thing and
 * its ties in the network, not the file; while the operation runs and the agency is in it.
 */
@Service
@Transactional
class OpenedNodes {

    private static final String SELECT =
            """
            select p.id, p.operation_id as operation, p.node_key as key, p.agency_id as agency, p.opened_by, p.opened_at,
                   p.closed_by, p.closed_at
              from networks.operation_opening p
            """;
    private static final String BY_ID = SELECT + " where p.id = :id";
    private static final String OF_OPERATION = SELECT + " where p.operation_id = :operation order by p.id";
    private static final String OPEN =
            """
            insert into networks.operation_opening (operation_id, node_key, agency_id, opened_by, opened_at)
            values (:operation, :key, :agency, :by, :at)
            on conflict (operation_id, node_key) where closed_at is null do nothing
            """;
    private static final String CLOSE =
            "update networks.operation_opening set closed_by = :by, closed_at = :at where id = :id and closed_at is null";
    private static final String MINE =
            "select key from networks.node where key = any(cast(:keys as text[])) and agency_id = :agency";
    private static final String OPENED =
            """
            select n.key
              from networks.node n
             where n.key = any(cast(:keys as text[]))
               and n.key = any(networks.opened_keys())
               and access.agency() <> all (n.shared_with)
               and not (access.scope() = 'LINE' and n.line = access.line()
                        and n.region between access.region_from() and access.region_to())
               and not (access.scope() = 'ACROSS' and n.region between access.region_from() and access.region_to())
            """;
    private static final String SEALED = "select agency_id from networks.sealed_in(:operation)";

    private final JdbcClient jdbc;
    private final Operations operations;
    private final Networks networks;
    private final Agencies agencies;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    OpenedNodes(
            JdbcClient jdbc,
            Operations operations,
            Networks networks,
            Agencies agencies,
            Viewers viewers,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.operations = operations;
        this.networks = networks;
        this.agencies = agencies;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param agency whose the thing is */
    record Opening(
            long id, long operation, String key, long agency, String openedBy, Instant openedAt, @Nullable String closedBy,
            @Nullable Instant closedAt) {

        public boolean stands() {
            return closedAt == null;
        }
    }

    /**
     * Opens a thing of the viewer's agency to the members; opened twice, it stands once.
     *
     * @param named its key in the network, or its number or name
     * @return why not, or empty where it is open
     * @throws NotFound if the viewer may not see the operation
     */
    Optional<Refused> open(long operationId, String named) {
        var viewer = viewers.require("networks.open-node", Networks.DECIDERS);
        var operation = operations.find(operationId).orElseThrow(() -> new NotFound("operation " + operationId));
        if (operation.endedOn() != null) {
            return refused("networks.opening.fault.ended");
        }
        var meant = networks.find(named.strip()).map(List::of).orElseGet(() -> networks.called(named.strip()));
        var mine = mine(meant.stream().map(Node::key).toList());
        var own = meant.stream().filter(node -> mine.contains(node.key()) && isRecord(node.kind())).toList();
        if (own.size() != 1) {
            return refused(own.isEmpty() ? "networks.opening.fault.node" : "networks.opening.fault.several");
        }
        int opened = jdbc.sql(OPEN)
                .param("operation", operationId)
                .param("key", own.getFirst().key())
                .param("agency", viewer.agency())
                .param("by", viewer.name())
                .param("at", now())
                .update();
        if (opened == 1) {
            audit.enter(Deed.of("networks.open-node", "operation", Long.toString(operationId))
                    .with(Map.of("node", own.getFirst().key())));
        }
        return Optional.empty();
    }

    /** A phone or an address is opened with the record that tells it, as far as the other side has it as well. */
    private static boolean isRecord(Node.Kind kind) {
        return switch (kind) {
            case PERSON, LEAD, CASE, GOODS, PARCEL -> true;
            case FIRM, SHOP, SITE, PHONE, ACCOUNT, ADDRESS -> false;
        };
    }

    /** @return why not, or empty where it is closed again */
    Optional<Refused> close(long id) {
        var viewer = viewers.require("networks.close-node", Networks.DECIDERS);
        var opening = jdbc.sql(BY_ID)
                .param("id", id)
                .query(Opening.class)
                .optional()
                .orElseThrow(() -> new NotFound("opening " + id));
        int closed = jdbc.sql(CLOSE).param("id", id).param("by", viewer.name()).param("at", now()).update();
        if (closed == 0) {
            return refused("networks.opening.fault.closing");
        }
        audit.enter(Deed.of("networks.close-node", "operation", Long.toString(opening.operation()))
                .with(Map.of("node", opening.key())));
        return Optional.empty();
    }

    /** Those of an operation whose thing the viewer may see; closed ones too. */
    @Transactional(readOnly = true)
    List<Opening> of(long operation) {
        return jdbc.sql(OF_OPERATION).param("operation", operation).query(Opening.class).list();
    }

    /** Which of these are the viewer's own agency's. */
    @Transactional(readOnly = true)
    Set<String> mine(Collection<String> keys) {
        return Set.copyOf(jdbc.sql(MINE)
                .param("keys", keys.toArray(String[]::new))
                .param("agency", viewers.require().agency())
                .query(String.class)
                .list());
    }

    /** Which of these the viewer sees only because another agency opened them to an operation: their files stay closed. */
    @Transactional(readOnly = true)
    Set<String> opened(Collection<Node> nodes) {
        return Set.copyOf(jdbc.sql(OPENED)
                .param("keys", nodes.stream().map(Node::key).toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Whom to ask about what the operation holds and the viewer may not see. */
    @Transactional(readOnly = true)
    List<Agencies.Agency> sealed(long operation) {
        var owners = jdbc.sql(SEALED).param("operation", operation).query(Long.class).list();
        return agencies.on(owners, LocalDate.now(clock)).values().stream()
                .sorted(java.util.Comparator.comparing(Agencies.Agency::id))
                .toList();
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }

    private static Optional<Refused> refused(String why) {
        return Optional.of(new Refused(why));
    }
}

package org.hengjian.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Recomputes the chain from the first entry and says which rows were changed, removed or moved. Needs only a
 * connection that can read the two tables and the anchor file; no server.
 */
public final class Verification {

    private static final int FETCH = 10_000;
    private static final int MOST_FAULTS = 1_000; // a rewritten log has as many faults as rows
    private static final String LINKS =
            """
            select l.sequence, l.entry_id, l.hash, e.id, e.written_in::text::bigint, e.at, e.day, e.person_id, e.person,
                   e.agency_id, e.line, e.region, e.deed, e.object, e.object_id, e.reason, e.facts::text
              from audit.link l
              left join audit.entry e on e.id = l.entry_id
             order by l.sequence
            """;
    private static final String UNSEALED_BEHIND =
            """
            select e.id
              from audit.entry e
             where not exists (select from audit.link l where l.entry_id = e.id)
               and (e.written_in, e.id) < (select h.written_in, h.id
                                             from audit.link l
                                             join audit.entry h on h.id = l.entry_id
                                            order by l.sequence desc
                                            limit 1)
             order by e.id
             limit 1000
            """;
    private static final String WAITING =
            "select count(*) from audit.entry e where not exists (select from audit.link l where l.entry_id = e.id)";

    private final Anchors anchors;

    /** @param anchors the file that the server appends to, {@code audit-anchors.log} of the data folder */
    public Verification(Path anchors) {
        this.anchors = new Anchors(anchors);
    }

    /** What is wrong with one row. */
    public enum Kind {
        /** A field of the entry, or the hash of its link, is not what was sealed. */
        CHANGED,
        /** The entry, or the link, is gone. */
        REMOVED,
        /** Entries stand in another order than they were written in. */
        REORDERED,
        /** An entry was slipped in among sealed ones. */
        INSERTED,
        /** The chain is not the one that the anchor file witnessed. */
        REWRITTEN
    }

    /**
     * @param sequence place in the chain, 0 where it has none
     * @param entry    id of the entry, 0 where unknown
     */
    public record Fault(Kind kind, long sequence, long entry, String detail) {}

    /**
     * @param waiting entries not sealed yet: written in the last seconds, or while the server was off
     */
    public record Result(long links, long waiting, List<Fault> faults) {

        public Result {
            faults = List.copyOf(faults);
        }

        public boolean isSound() {
            return faults.isEmpty();
        }
    }

    public Result verify(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var faults = new ArrayList<Fault>();
        long links = links(connection, faults);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(UNSEALED_BEHIND)) {
            while (rows.next()) {
                faults.add(new Fault(
                        Kind.INSERTED, 0, rows.getLong(1), "stands before sealed entries and has no link of its own"));
            }
        }
        long waiting = count(connection);
        connection.rollback();
        return new Result(links, waiting, faults);
    }

    private long links(Connection connection, List<Fault> faults) throws SQLException {
        Map<Long, String> witnessed = new HashMap<>();
        anchors.all().forEach(anchor -> witnessed.put(anchor.sequence(), anchor.hash()));
        long lastWitnessed = witnessed.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        long expected = 1;
        long links = 0;
        long lastWrittenIn = 0;
        long lastId = 0;
        byte[] before = Chain.BEGINNING;
        try (var statement = connection.prepareStatement(LINKS)) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next() && faults.size() < MOST_FAULTS) {
                    long sequence = rows.getLong(1);
                    byte[] stored = rows.getBytes(3);
                    links++;
                    for (; expected < sequence && faults.size() < MOST_FAULTS; expected++) {
                        faults.add(new Fault(Kind.REMOVED, expected, 0, "the link is gone"));
                    }
                    expected = sequence + 1;
                    if (rows.getObject(4) == null) {
                        faults.add(new Fault(Kind.REMOVED, sequence, rows.getLong(2), "the entry is gone"));
                    } else {
                        Entry entry = entry(rows);
                        if (!Arrays.equals(stored, Chain.hash(before, sequence, entry))) {
                            faults.add(new Fault(
                                    Kind.CHANGED, sequence, entry.id(), "%s of %s %s at %s is not as sealed"
                                            .formatted(entry.deed(), entry.object(), entry.objectId(), entry.at())));
                        }
                        if (entry.writtenIn() < lastWrittenIn
                                || entry.writtenIn() == lastWrittenIn && entry.id() < lastId) {
                            faults.add(new Fault(
                                    Kind.REORDERED, sequence, entry.id(), "was written before the entry ahead of it"));
                        }
                        lastWrittenIn = entry.writtenIn();
                        lastId = entry.id();
                    }
                    String witness = witnessed.get(sequence);
                    if (witness != null && !witness.equals(HexFormat.of().formatHex(stored))) {
                        faults.add(new Fault(
                                Kind.REWRITTEN, sequence, rows.getLong(2), "the anchor file has another hash here"));
                    }
                    before = stored;
                }
            }
        }
        if (lastWitnessed >= expected) {
            faults.add(new Fault(
                    Kind.REMOVED,
                    expected,
                    0,
                    "the chain ends at %d, the anchor file has seen %d".formatted(expected - 1, lastWitnessed)));
        }
        return links;
    }

    private static Entry entry(ResultSet rows) throws SQLException {
        int at = 4;
        return new Entry(
                rows.getLong(at++),
                rows.getLong(at++),
                rows.getObject(at++, OffsetDateTime.class).toInstant(),
                rows.getObject(at++, LocalDate.class),
                rows.getLong(at++),
                rows.getString(at++),
                rows.getLong(at++),
                rows.getString(at++),
                rows.getInt(at++),
                rows.getString(at++),
                rows.getString(at++),
                rows.getString(at++),
                rows.getString(at++),
                rows.getString(at));
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(WAITING)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

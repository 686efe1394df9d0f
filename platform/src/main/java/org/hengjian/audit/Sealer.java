package org.hengjian.audit;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DataFolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links entries whose place is certain: those of transactions older than every one still running, in the order of
 * transaction numbers. Nothing can slip in before them afterwards, so none is missed, and writers never wait.
 */
@Component
class Sealer {

    private static final int AT_ONCE = 5_000; // bounds memory; the loop goes on
    private static final long ONE_SEALER = 0x48_4A_61_75; // advisory lock: one sealer over all servers

    private static final String LOCK = "select pg_try_advisory_xact_lock(:lock)";
    private static final String HEAD = "select sequence, hash from audit.link order by sequence desc limit 1";
    private static final String CERTAIN =
            "select " + Audit.COLUMNS
                    + """
                      from audit.entry
                     where written_in < pg_snapshot_xmin(pg_current_snapshot())
                       and (written_in, id) > (coalesce((select e.written_in
                                                           from audit.link l
                                                           join audit.entry e on e.id = l.entry_id
                                                          order by l.sequence desc
                                                          limit 1), '0'::xid8),
                                               coalesce((select entry_id from audit.link order by sequence desc limit 1), 0))
                     order by audit.entry.written_in, audit.entry.id
                     limit :limit
                    """;
    private static final String LINK = "insert into audit.link (sequence, entry_id, hash) select * from unnest(?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Viewers viewers;
    private final Anchors anchors;

    Sealer(
            JdbcClient jdbc,
            JdbcTemplate template,
            TransactionTemplate transaction,
            Clock clock,
            Viewers viewers,
            DataFolder folder) {
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = transaction;
        this.clock = clock;
        this.viewers = viewers;
        this.anchors = new Anchors(folder.path().resolve("audit-anchors.log"));
    }

    record Head(long sequence, byte[] hash) {}

    /** @param links how many are new */
    record Sealed(int links, Head head) {}

    @Scheduled(fixedDelay = 2_000)
    void sealAll() {
        viewers.as(Viewer.machine(), () -> {
            Sealed some;
            do {
                some = transaction.execute(_ -> sealSome());
                // The anchor follows the commit: it never names a link that was rolled back.
                if (some.links() > 0) {
                    anchors.append(some.head().sequence(), some.head().hash(), Instant.now(clock));
                }
            } while (some.links() == AT_ONCE);
        });
    }

    private Sealed sealSome() {
        if (!jdbc.sql(LOCK).param("lock", ONE_SEALER).query(Boolean.class).single()) {
            return new Sealed(0, new Head(0, Chain.BEGINNING)); // another server is at it
        }
        Head head = jdbc.sql(HEAD).query(Head.class).optional().orElse(new Head(0, Chain.BEGINNING));
        List<Entry> entries =
                jdbc.sql(CERTAIN).param("limit", AT_ONCE).query(Entry.class).list();
        var sequences = new Long[entries.size()];
        var hashes = new byte[entries.size()][];
        int n = 0;
        for (Entry entry : entries) {
            long sequence = head.sequence() + 1;
            head = new Head(sequence, Chain.hash(head.hash(), sequence, entry));
            sequences[n] = sequence;
            hashes[n++] = head.hash();
        }
        if (n > 0) {
            link(sequences, entries.stream().map(Entry::id).toArray(Long[]::new), hashes);
        }
        return new Sealed(n, head);
    }

    /** In one statement: whether the machine is asking is asked once, not once a link. */
    private void link(Long[] sequences, Long[] entries, byte[][] hashes) {
        template.execute(LINK, (PreparedStatement statement) -> {
            var connection = statement.getConnection();
            statement.setArray(1, connection.createArrayOf("bigint", sequences));
            statement.setArray(2, connection.createArrayOf("bigint", entries));
            statement.setArray(3, connection.createArrayOf("bytea", hashes));
            return statement.executeUpdate();
        });
    }
}

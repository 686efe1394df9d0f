package org.hengjian.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.hengjian.postgres.DataFolder;

/**
 * Reads every file of evidence anew and says which are lost or altered, whose time stamps do not hold, and which entries
 * are not as the log of deeds has them. Needs only a connection that can read the tables, and the data folder; no server.
 */
public final class Verification {

    private static final int FETCH = 1_000;
    private static final int MOST_FAULTS = 10_000; // a lost disk has as many faults as files
    private static final String ITEMS =
            """
            select i.id, i.case_id, i.n, i.name, encode(i.sha256, 'hex'), encode(i.sm3, 'hex'), i.bytes, i.stamp,
                   e.facts ->> 'sha256', e.facts ->> 'sm3'
              from evidence.item i
              left join audit.entry e on e.object = 'evidence' and e.object_id = i.id::text and e.deed = 'evidence.receive'
             order by i.sha256, i.id
            """;
    private static final String GONE =
            """
            select e.object_id, coalesce(e.facts ->> 'case', '0'), coalesce(e.facts ->> 'n', '0')
              from audit.entry e
             where e.object = 'evidence'
               and e.deed = 'evidence.receive'
               and not exists (select from evidence.item i where i.id::text = e.object_id)
             order by e.id
            """;

    private final Vault vault;

    /** @param data the data folder, of a server that runs or not */
    public Verification(Path data) {
        String secret = DataFolder.secretOf(data, EvidenceConfiguration.SECRET).orElse("");
        this.vault = new Vault(
                data.resolve(EvidenceConfiguration.FOLDER), secret.getBytes(StandardCharsets.US_ASCII), 0);
    }

    /** What is wrong with one item. */
    public enum Fault {
        /** Its file is gone. */
        LOST,
        /** Its file is not what was received. */
        ALTERED,
        /** The time stamp does not vouch for this file. */
        STAMP_UNSOUND,
        /** The log has other hashes for it, or does not know it: the entry was changed or slipped in. */
        ENTRY_CHANGED,
        /** The log says that it was received, but the entry is gone. */
        ENTRY_GONE
    }

    /** @param n number of the item in its case */
    public record Found(Fault fault, long item, long caseId, int n, String detail) {}

    /**
     * @param items    entries that were looked at
     * @param files    different files among them
     * @param unstamped entries that wait for their time stamp
     * @param orphans  files without an entry, which a sweep removes: no fault
     */
    public record Result(long items, long files, long unstamped, long orphans, List<Found> faults) {

        public Result {
            faults = List.copyOf(faults);
        }

        public boolean isSound() {
            return faults.isEmpty();
        }
    }

    private record File(String sha256, Optional<Vault.Hashes> hashes, String problem) {}

    public Result verify(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var faults = new ArrayList<Found>();
        long items = 0;
        long unstamped = 0;
        var seen = new HashSet<String>();
        var file = new File("", Optional.empty(), "");
        try (var statement = connection.prepareStatement(ITEMS)) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next() && faults.size() < MOST_FAULTS) {
                    items++;
                    String sha256 = rows.getString(5);
                    if (seen.add(sha256)) {
                        file = read(sha256);
                    }
                    check(rows, file, faults);
                    if (rows.getBytes(8) == null) {
                        unstamped++;
                    }
                }
            }
        }
        gone(connection, faults);
        connection.rollback();
        return new Result(items, seen.size(), unstamped, orphans(seen), faults);
    }

    private File read(String sha256) {
        try {
            return new File(sha256, Optional.of(vault.hashes(sha256)), "");
        } catch (Vault.Lost e) {
            return new File(sha256, Optional.empty(), "");
        } catch (IOException e) {
            return new File(sha256, Optional.of(new Vault.Hashes("", "")), String.valueOf(e.getMessage()));
        }
    }

    private static void check(ResultSet row, File file, List<Found> faults) throws SQLException {
        String sha256 = row.getString(5);
        String sm3 = row.getString(6);
        if (file.hashes().isEmpty()) {
            faults.add(found(Fault.LOST, row, "no file " + sha256));
        } else if (!file.hashes().get().equals(new Vault.Hashes(sha256, sm3))) {
            faults.add(found(Fault.ALTERED, row, file.problem().isEmpty() ? "other hashes than at receipt" : file.problem()));
        }
        byte[] stamp = row.getBytes(8);
        if (stamp != null) {
            try {
                TimeStamps.verify(stamp, sha256);
            } catch (TimeStamps.Unsound e) {
                faults.add(found(Fault.STAMP_UNSOUND, row, String.valueOf(e.getMessage())));
            }
        }
        if (!sha256.equals(row.getString(9)) || !sm3.equals(row.getString(10))) {
            faults.add(found(Fault.ENTRY_CHANGED, row, "the log has sha256 " + row.getString(9)));
        }
    }

    private static Found found(Fault fault, ResultSet row, String detail) throws SQLException {
        return new Found(fault, row.getLong(1), row.getLong(2), row.getInt(3), row.getString(4) + ": " + detail);
    }

    private static void gone(Connection connection, List<Found> faults) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(GONE)) {
            while (rows.next() && faults.size() < MOST_FAULTS) {
                faults.add(new Found(
                        Fault.ENTRY_GONE, Long.parseLong(rows.getString(1)), rows.getLong(2), rows.getInt(3),
                        "the log says that it was received"));
            }
        }
    }

    private long orphans(HashSet<String> seen) {
        try {
            var names = vault.names();
            names.removeAll(seen);
            return names.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

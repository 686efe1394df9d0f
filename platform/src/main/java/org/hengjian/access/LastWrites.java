package org.hengjian.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that nothing in their transaction reads again: the entry of the log, the answer to a request, the duties. They go to the
 * database with the commit, in one message; what is wrong with them is found out then, and undoes the transaction. Only
 * {@link TicketedTransactions} write them: in a transaction of another manager they are missed, and that is said aloud.
 */
public final class LastWrites implements TransactionSynchronization {

    private static final int AT_ONCE = 8;
    private static final String COMMIT = "commit";

    private final List<Write> writes = new ArrayList<>();

    private boolean written;

    private record Write(String sql, Object[] values) {}

    private LastWrites() {}

    /**
     * @param sql one statement with its parameters as {@code ?}
     * @throws IllegalStateException outside a transaction
     */
    public static void add(String sql, Object... values) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("written outside a transaction");
        }
        ofTransaction()
                .orElseGet(() -> {
                    var made = new LastWrites();
                    TransactionSynchronizationManager.registerSynchronization(made);
                    return made;
                })
                .writes
                .add(new Write(sql, values.clone()));
    }

    /** Those of the transaction of this thread. */
    static Optional<LastWrites> ofTransaction() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(LastWrites.class::isInstance)
                .map(LastWrites.class::cast)
                .findFirst();
    }

    /** Writes them, in their order, and commits. */
    void commit(Connection connection) throws SQLException {
        for (int from = 0; from < writes.size(); from += AT_ONCE) {
            boolean last = from + AT_ONCE >= writes.size();
            var some = writes.subList(from, last ? writes.size() : from + AT_ONCE);
            String sql = some.stream().map(Write::sql).collect(Collectors.joining(";")) + (last ? ";" + COMMIT : "");
            try (var statement = connection.prepareStatement(sql)) {
                int n = 1;
                for (var write : some) {
                    for (Object value : write.values) {
                        statement.setObject(n++, value);
                    }
                }
                statement.execute();
            }
        }
        written = true;
    }

    @Override
    public void afterCommit() {
        if (!written) {
            throw new IllegalStateException(writes.size() + " last writes were left out of the commit");
        }
    }
}

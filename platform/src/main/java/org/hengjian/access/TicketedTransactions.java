package org.hengjian.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins each transaction with the viewer's ticket; it ends with the transaction. Work outside a transaction has no
 * ticket and sees no business row. One of a {@link Rehearsal} is undone at its end.
 */
final class TicketedTransactions extends JdbcTransactionManager {

    private final transient Viewers viewers;
    private final transient Tickets tickets;

    TicketedTransactions(DataSource dataSource, Viewers viewers, Tickets tickets) {
        super(dataSource);
        this.viewers = viewers;
        this.tickets = tickets;
        addListener(new TransactionExecutionListener() {
            @Override
            public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
                if (failure == null && Rehearsal.isOn()) {
                    transaction.setRollbackOnly();
                }
            }
        });
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        // Asked first: to know who is signed in may take a look into the session, which is a transaction of its own.
        Optional<String> ticket = viewers.current().map(tickets::ticket);
        super.doBegin(transaction, definition);
        if (ticket.isPresent()) {
            try {
                present(ticket.get());
            } catch (RuntimeException e) {
                doCleanupAfterCompletion(transaction); // or the connection would never go back
                throw e;
            }
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        var last = LastWrites.ofTransaction();
        if (last.isPresent()) {
            try {
                last.get().commit(connection());
            } catch (SQLException e) {
                throw translateException("last writes and commit", e);
            }
        }
        super.doCommit(status);
    }

    private Connection connection() {
        var dataSource = java.util.Objects.requireNonNull(getDataSource());
        var holder = (ConnectionHolder) java.util.Objects.requireNonNull(
                TransactionSynchronizationManager.getResource(dataSource));
        return holder.getConnection();
    }

    private void present(String ticket) {
        try (var statement = connection().prepareStatement("select set_config('hengjian.ticket', ?, true)")) {
            statement.setString(1, ticket);
            statement.execute();
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("the database did not take the ticket", e);
        }
    }
}

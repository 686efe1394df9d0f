package org.hengjian.access;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins each transaction with the viewer's ticket; it ends with the transaction. Work outside a transaction has no
 * ticket and sees no business row.
 */
final class TicketedTransactions extends JdbcTransactionManager {

    private final transient Viewers viewers;
    private final transient Tickets tickets;

    TicketedTransactions(DataSource dataSource, Viewers viewers, Tickets tickets) {
        super(dataSource);
        this.viewers = viewers;
        this.tickets = tickets;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        viewers.current().ifPresent(viewer -> present(tickets.ticket(viewer)));
    }

    private void present(String ticket) {
        var dataSource = java.util.Objects.requireNonNull(getDataSource());
        var holder = (ConnectionHolder) java.util.Objects.requireNonNull(
                TransactionSynchronizationManager.getResource(dataSource));
        try (var statement = holder.getConnection().prepareStatement("select set_config('hengjian.ticket', ?, true)")) {
            statement.setString(1, ticket);
            statement.execute();
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("the database did not take the ticket", e);
        }
    }
}

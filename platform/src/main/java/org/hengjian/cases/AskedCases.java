package org.hengjian.cases;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases for agencies that are only asked who has jurisdiction. The database shows them nothing of the case; what their
 * step needs of it is read by the machine, once the database said that they are asked, and no page shows more of it than the
 * header, the question and the documents that were given to them.
 */
@Component
class AskedCases {

    private final CaseTable table;
    private final Viewers viewers;
    private final TransactionTemplate anew;

    AskedCases(CaseTable table, Viewers viewers, PlatformTransactionManager transactions) {
        this.table = table;
        this.viewers = viewers;
        this.anew = new TransactionTemplate(transactions);
        anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The case about which the viewer's agency is asked; empty where it is not. */
    Optional<CaseFile> find(long id) {
        return read(id, table -> table.find(id));
    }

    /** What is sealed of its party, for a document that the viewer's agency issues. */
    Optional<byte[]> sealed(long id) {
        return read(id, table -> table.sealed(id));
    }

    private <T> Optional<T> read(long id, Function<CaseTable, Optional<T>> what) {
        return Boolean.TRUE.equals(anew.execute(_ -> table.isAsked(id)))
                ? viewers.as(Viewer.machine(), () -> Objects.requireNonNull(anew.execute(_ -> what.apply(table))))
                : Optional.empty();
    }
}

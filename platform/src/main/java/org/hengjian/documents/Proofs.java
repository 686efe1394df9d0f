package org.hengjian.documents;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.access.Rehearsal;

/** The documents that a deed on trial would issue, in their order. */
final class Proofs {

    private static final ScopedValue<List<Documents.Proof>> NOW = ScopedValue.newInstance();

    private Proofs() {}

    /** What a deed answered on trial, and the documents that it would issue. */
    record Of<T>(T answer, List<Documents.Proof> documents) {}

    static <T, X extends Throwable> Of<T> of(ScopedValue.CallableOp<T, X> deed) throws X {
        var documents = new ArrayList<Documents.Proof>();
        T answer = ScopedValue.where(NOW, documents).call(() -> Rehearsal.of(deed));
        return new Of<>(answer, List.copyOf(documents));
    }

    static void add(Documents.Proof proof) {
        if (NOW.isBound()) {
            NOW.get().add(proof);
        }
    }
}

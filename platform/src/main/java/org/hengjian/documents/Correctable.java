package org.hengjian.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hengjian.law.Money;

/**
 * What stands behind the documents of a kind of thing, for their correction 补正; each room that issues documents brings its
 * own. A correction brings a document in line with this and never away from it.
 *
 * @param object as in {@link Documents.Draft#object}
 */
public record Correctable(String object, Subjects subjects) {

    /** Asked within a transaction, as far as the viewer may see the thing. */
    @FunctionalInterface
    public interface Subjects {
        Optional<Subject> of(long objectId);
    }

    /**
     * A thing whose document is to be corrected.
     *
     * @param name       as people call it
     * @param address    of its page
     * @param agency     whose thing it is
     * @param handlers   who handles it there; empty where that is nobody in particular
     * @param addressees to whom its documents are served
     * @param parties    names and numbers of the parties, in full
     * @param amounts    of the money on record
     * @param bases      provisions relied on
     * @param orders     what was decided, in words
     */
    public record Subject(
            String name,
            String address,
            long agency,
            List<Handler> handlers,
            List<Addressee> addressees,
            Set<String> parties,
            List<Money> amounts,
            List<String> bases,
            List<String> orders) {

        public Subject {
            handlers = List.copyOf(handlers);
            addressees = List.copyOf(addressees);
            parties = Set.copyOf(parties);
            amounts = List.copyOf(amounts);
            bases = List.copyOf(bases);
            orders = List.copyOf(orders);
        }

        boolean isHandledBy(long person) {
            return handlers.isEmpty() || handlers.stream().anyMatch(one -> one.id() == person);
        }

        @Override
        public String toString() {
            return "Subject[" + name + "]"; // the rest names people
        }
    }

    /** A person of the agency. */
    public record Handler(long id, String name) {}

    /** To whom a document goes. @param name in full */
    public record Addressee(String name, String address) {

        @Override
        public String toString() {
            return "Addressee[]"; // names people
        }
    }
}

package org.hengjian.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.statutes.Ground;

/**
 * The correction of a clerical error in an issued document 补正: proposed by one, decided by another, issued as a notice,
 * served like the document.
 *
 * @param document   that it corrects
 * @param decided    who decided on it; empty while it waits
 * @param opinion    of who decided; why, where it was refused
 * @param notice     the notice as issued; 0 for none
 * @param addressees to how many the notice is to be served
 * @param services   to whom it was
 */
record Correction(
        long id,
        long document,
        By by,
        Fault fault,
        List<Change> changes,
        String reason,
        State state,
        Signature proposed,
        Optional<Signature> decided,
        String opinion,
        long notice,
        int addressees,
        List<Service> services) {

    Correction {
        changes = List.copyOf(changes);
        services = List.copyOf(services);
    }

    /** Who decides. */
    enum By {
        HEAD,
        OTHER
    }

    /** What kind of error. */
    enum Fault {
        /** 文字表述错误. */
        WRITING,
        /** 计算错误. */
        CALCULATION
    }

    enum State {
        PROPOSED,
        REFUSED,
        ISSUED
    }

    record Signature(long person, String name, Instant at) {}

    /** How the notice reached one of the parties. @param addressee which of them, from 0 */
    record Service(int addressee, Way way, LocalDate on, LocalDate effective, String recipient, String note, long receipt) {

        @Override
        public String toString() {
            return "Service[" + addressee + ", " + way + ", " + on + "]";
        }
    }

    /** How a notice reaches a party (送达方式). */
    enum Way {
        DIRECT,
        LEFT_BEHIND,
        ELECTRONIC,
        MAIL,
        ENTRUSTED,
        /** 公告送达: takes effect only when the law's period after publication is over. */
        PUBLIC_NOTICE
    }

    boolean isServedTo(int addressee) {
        return services.stream().anyMatch(one -> one.addressee() == addressee);
    }

    public boolean isServed() {
        return state == State.ISSUED && services.size() == addressees;
    }

    /** What came of a request. */
    sealed interface Answer {
        record Done(Correction correction) implements Answer {}

        record Refused(List<Ground> grounds) implements Answer {
            public Refused {
                grounds = List.copyOf(grounds);
            }
        }
    }
}

package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;

/**
 * A penalty decided on the spot (简易程序，当场处罚): no case is filed, the papers are handed in afterwards.
 *
 * @param act        违法行为
 * @param evidence   what proves it
 * @param defence    陈述、申辩, or that there was none
 * @param collected  whether the fine was taken on the spot, and on which ground
 * @param receipt    number of the receipt for what was paid; empty while it is not
 * @param handedInOn when the papers came to the agency; empty before
 */
record SpotPenalty(
        long id,
        int version,
        long agency,
        DocumentNumber number,
        Party party,
        String act,
        String place,
        String basis,
        String evidence,
        String defence,
        Sanction sanction,
        Money fine,
        Collection collected,
        String receipt,
        LocalDate on,
        List<Officer> officers,
        Optional<LocalDate> paidOn,
        Optional<LocalDate> handedInOn) {

    SpotPenalty {
        officers = List.copyOf(officers);
    }

    /** What can be imposed on the spot. */
    enum Sanction {
        /** 警告. */
        WARNING,
        /** 罚款. */
        FINE,
        /** 警告，并处罚款. */
        WARNING_AND_FINE
    }

    /** Why a fine may be taken on the spot (当场收缴的情形). */
    enum Collection {
        /** 不当场收缴. */
        NO,
        /** 数额在当场收缴的限额以下. */
        SMALL,
        /** 不当场收缴事后难以执行. */
        HARD_LATER,
        /** 边远、水上、交通不便地区，当事人提出. */
        REMOTE
    }

    /** Asked by the pages too. */
    public boolean isOwed() {
        return fine.fen() > 0 && paidOn.isEmpty();
    }

    boolean isHandledBy(long person) {
        return officers.stream().anyMatch(officer -> officer.id() == person);
    }

    /**
     * What is needed to decide.
     *
     * @param token    of the form: sent twice, it decides once
     * @param personal what is sealed of the party
     * @param told     whether the party was told of facts, grounds and rights before
     * @param officers ids, two at least
     */
    record Request(
            String token,
            Party party,
            Party.Personal personal,
            String act,
            String place,
            String basis,
            String evidence,
            boolean told,
            String defence,
            Sanction sanction,
            Money fine,
            Collection collected,
            String receipt,
            List<Long> officers) {}

    /** What came of a verb. */
    sealed interface Outcome {
        record Done(SpotPenalty penalty) implements Outcome {}

        record Refused(List<Ground> grounds) implements Outcome {}
    }
}

package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;

/**
 * The facts of a case were established (认定事实), for the first time or anew, and weighed against the criminal thresholds
 * of the day.
 *
 * @param verdicts one a crime that the facts can concern
 * @param refer    word of the ground for a referral as the law library names it: {@code threshold},
 *                 {@code no-amount-needed}, {@code reasonable-suspicion}, {@code none-yet}
 */
public record CaseFactsEstablished(
        long id, CaseNumber number, long agency, List<CrimeVerdict> verdicts, String refer, LocalDate on) {

    public CaseFactsEstablished {
        verdicts = List.copyOf(verdicts);
    }
}

package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;

/**
 * How a person weighed the penalty (行政处罚裁量): the range of that day, what was ticked, the figure and why.
 *
 * @param basis     id of the range in the law library: {@code fine.trademark.infringement}
 * @param actOn     the day whose law gives the range
 * @param least     of the range; empty where the facts did not tell
 * @param factors   codes of what was ticked
 * @param fine      the person's own figure
 * @param provision the sentence that the range stands on
 */
public record Discretion(
        String basis,
        LocalDate actOn,
        Optional<Money> least,
        Optional<Money> most,
        Severity severity,
        List<String> factors,
        Money fine,
        String reasons,
        Ground.Provision provision) {

    public Discretion {
        factors = List.copyOf(factors);
    }
}

package org.hengjian.leads;

import java.util.List;
import org.hengjian.screening.Clearing;
import org.hengjian.screening.Contribution;
import org.hengjian.screening.Finding;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Standing;
import org.hengjian.screening.Verdict;

/**
 * What screening said, as it is kept: every reason for and against (筛查说明). A machine's opinion.
 *
 * @param score    0.0 to 1.0
 * @param snapshot of the rights and claims it was screened with
 */
public record Explanation(
        Standing standing,
        Kind kind,
        double score,
        List<Finding> findings,
        List<Contribution> contributions,
        List<Clearing> clearings,
        String snapshot) {

    public Explanation {
        findings = List.copyOf(findings);
        contributions = List.copyOf(contributions);
        clearings = List.copyOf(clearings);
    }

    static Explanation of(Verdict verdict, String snapshot) {
        return new Explanation(
                verdict.standing(),
                verdict.kind(),
                verdict.score(),
                verdict.findings(),
                verdict.contributions(),
                verdict.clearings(),
                snapshot);
    }

    /** Nothing at all was noticed: not worth a row. */
    static boolean isSilent(Verdict verdict) {
        return verdict.standing() == Standing.CLEAR
                && verdict.findings().isEmpty()
                && verdict.clearings().isEmpty();
    }

    /** What the sum of the terms starts from, so that the table adds up: most offers are honest. */
    public double start() {
        return logOdds() - contributions.stream().mapToDouble(Contribution::weight).sum();
    }

    /** The sum of all terms; the score is its logistic function. */
    public double logOdds() {
        double within = Math.clamp(score, 1e-9, 1 - 1e-9);
        return Math.log(within / (1 - within));
    }

    /** The parts that the database keeps as one document; the rest are columns. */
    record Reasons(List<Finding> findings, List<Contribution> contributions, List<Clearing> clearings) {}

    Reasons reasons() {
        return new Reasons(findings, contributions, clearings);
    }
}

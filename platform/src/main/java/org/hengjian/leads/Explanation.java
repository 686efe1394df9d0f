package org.hengjian.leads;

import java.util.List;
import org.hengjian.screening.Clearing;
import org.hengjian.screening.Contribution;
import org.hengjian.screening.Finding;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Standing;
import org.hengjian.screening.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What screening said, as it is kept: every reason for and against (筛查说明). A machine's opinion.
 *
 * @param score    0.0 to 1.0
 * @param start    what the sum of the terms starts from, in log-odds: most offers are honest
 * @param snapshot of the rights and claims it was screened with
 * @param judgedBy the thresholds, the seller's history and the reference prices of that time
 * @param basisKept whether {@code judgedBy} was written down then; else the general thresholds stand in for it
 */
public record Explanation(
        Standing standing,
        Kind kind,
        double score,
        List<Finding> findings,
        List<Contribution> contributions,
        List<Clearing> clearings,
        double start,
        String snapshot,
        JudgedBy judgedBy,
        boolean basisKept) {

    public Explanation {
        findings = List.copyOf(findings);
        contributions = List.copyOf(contributions);
        clearings = List.copyOf(clearings);
    }

    static Explanation of(Verdict verdict, String snapshot, JudgedBy judgedBy) {
        return new Explanation(
                verdict.standing(),
                verdict.kind(),
                verdict.score(),
                verdict.findings(),
                verdict.contributions(),
                verdict.clearings(),
                start(verdict.score(), verdict.contributions()),
                snapshot,
                judgedBy,
                true);
    }

    /** Nothing at all was noticed: not worth a row. */
    static boolean isSilent(Verdict verdict) {
        return verdict.standing() == Standing.CLEAR
                && verdict.findings().isEmpty()
                && verdict.clearings().isEmpty();
    }

    /**
     * The start that a score and its terms say. Taken from the score as computed: one that was kept is rounded, and near 1
     * says nothing of the sum any more.
     */
    static double start(double score, List<Contribution> contributions) {
        double within = Math.clamp(score, 1e-9, 1 - 1e-9);
        return Math.log(within / (1 - within)) - sum(contributions);
    }

    private static double sum(List<Contribution> contributions) {
        return contributions.stream().mapToDouble(Contribution::weight).sum();
    }

    /** The sum of all terms; the score is its logistic function. */
    public double logOdds() {
        return start + sum(contributions);
    }

    /**
     * The parts that the database keeps as one document; the rest are columns.
     *
     * @param start null in what was kept before it was kept
     * @param judgedBy likewise
     */
    record Reasons(
            List<Finding> findings,
            List<Contribution> contributions,
            List<Clearing> clearings,
            @Nullable Double start,
            @Nullable JudgedBy judgedBy) {}

    Reasons reasons() {
        return new Reasons(findings, contributions, clearings, start, basisKept ? judgedBy : null);
    }
}

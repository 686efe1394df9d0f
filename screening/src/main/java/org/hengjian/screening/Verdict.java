package org.hengjian.screening;

import java.util.List;
import java.util.Optional;

/**
 * What screening says of an offer, and every reason for it (初筛结论). A machine's opinion: a person decides.
 *
 * @param score 0.0 to 1.0, logistic function of the sum of the contributions; higher is graver
 * @param right the right that is named, also when its use is honest; empty when none is
 * @param kind the gravest kind of finding, or the kind of the clearing
 * @param findings places in the text, by field and start
 * @param contributions terms of the score, largest first
 * @param clearings why what was found was not suspected
 */
public record Verdict(
        Standing standing,
        double score,
        Optional<Right> right,
        Kind kind,
        List<Finding> findings,
        List<Contribution> contributions,
        List<Clearing> clearings) {

    public Verdict {
        findings = List.copyOf(findings);
        contributions = List.copyOf(contributions);
        clearings = List.copyOf(clearings);
    }
}

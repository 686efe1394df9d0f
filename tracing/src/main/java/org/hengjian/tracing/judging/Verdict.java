package org.hengjian.tracing.judging;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How two records are judged.
 *
 * @param weight log2 of the odds that they are one subject
 * @param againstLookAlikes true if the reasons are weighed against look-alikes, as the heavier objection, and not strangers
 * @param reasons in the schema's order
 */
public record Verdict(double weight, boolean againstLookAlikes, List<Reason> reasons) {

    public double probability() {
        return Weights.probability(weight);
    }

    /** Reasons read aloud, the heaviest first: {@code 电话相同 +9.2; 同一楼栋 +3.1; 城市不同 −1.4}. */
    public String say(Locale locale) {
        return reasons.stream()
                .sorted((a, b) -> Double.compare(Math.abs(b.weight()), Math.abs(a.weight())))
                .map(reason -> reason.say(locale))
                .collect(Collectors.joining("; "));
    }
}

package org.hengjian.law;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one version of the figures says of one set of facts. */
final class Outcome {
    Reached reached = Reached.NO;
    int tier = -1;
    Crime.@Nullable Trigger trigger;
    long value;
    double ratio = -1;
    final Set<String> missing = new LinkedHashSet<>();
    boolean assumedOneMark;
    boolean assumedNoPrior;

    int rank(Crime.Version version, Crime.@Nullable Statute statute) {
        if (reached == Reached.NO) {
            return 0;
        }
        if (reached == Reached.MAYBE) {
            return 1;
        }
        Crime.StatuteTier range =
                statute == null ? null : statute.tiers().get(version.tiers().get(tier));
        return 2 + tier + (range == null ? 0 : range.years());
    }
}

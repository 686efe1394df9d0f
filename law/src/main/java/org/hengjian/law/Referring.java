package org.hengjian.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hengjian.law.CrimeAssessment.Basis;
import org.hengjian.law.CrimeAssessment.Deciding;
import org.hengjian.law.CrimeAssessment.Limitation;
import org.hengjian.law.CrimeAssessment.Referral;
import org.hengjian.law.CrimeAssessment.Result;
import org.jspecify.annotations.Nullable;

/** Whether the case must go to the police (移送), and until when the crime can be prosecuted (追诉时效). */
final class Referring {

    private final Map<String, Crime> crimes;
    private final Interpretations interpretations;

    Referring(Map<String, Crime> crimes, Interpretations interpretations) {
        this.crimes = crimes;
        this.interpretations = interpretations;
    }

    Referral referral(List<Result> results, CrimeFacts facts, LocalDate decided, @Nullable Limitation limitation) {
        boolean expired = limitation != null && limitation.expired();
        Result amount = null;
        Result conduct = null;
        boolean property = false;
        for (Result result : results) {
            if (Boolean.TRUE.equals(result.reached())) {
                Deciding trigger = result.trigger();
                boolean byConduct = trigger != null && trigger.metric().equals("conduct");
                if (byConduct) {
                    conduct = result;
                } else {
                    amount = result;
                }
            }
            Crime crime = crimes.get(result.crime());
            property |= crime != null && crime.intellectualProperty;
        }
        List<Source> duty = interpretations.sources("referral.no-substitution", decided);
        if (!expired && amount != null) {
            return new Referral(true, Basis.THRESHOLD, duty);
        }
        if (!expired && conduct != null) {
            return new Referral(true, Basis.NO_AMOUNT_NEEDED, duty);
        }
        List<Source> suspicion = interpretations.sources("referral.ip-reasonable-suspicion", decided);
        if (facts.reasonableSuspicion() && property && !suspicion.isEmpty()) {
            return new Referral(true, Basis.REASONABLE_SUSPICION, suspicion);
        }
        return new Referral(null, Basis.NONE_YET, suspicion);
    }

    Limitation limitation(Result heaviest, CrimeFacts facts, LocalDate decided) {
        Crime crime = crimes.get(heaviest.crime());
        LocalDate end = facts.acts().stream()
                .filter(act -> act.punished() == null && crime != null && crime.concerns(act))
                .map(CrimeFacts.Act::end)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> facts.acts().stream()
                        .map(CrimeFacts.Act::end)
                        .max(Comparator.naturalOrder())
                        .orElse(decided));
        int years = interpretations.limitationYears(heaviest.penaltyYears(), end);
        LocalDate ends = end.plusYears(years);
        return new Limitation(years, ends, decided.isAfter(ends));
    }
}

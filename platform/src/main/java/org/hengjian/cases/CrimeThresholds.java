package org.hengjian.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hengjian.law.CrimeAssessment;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.Law;
import org.springframework.stereotype.Component;

/** Weighs the facts of a case against the criminal thresholds (刑事追诉标准) of a day. */
@Component
class CrimeThresholds {

    private static final String NEAR_SHARE = "referral.near-share";

    private final Law law;

    CrimeThresholds(Law law) {
        this.law = law;
    }

    CrimeAssessment weigh(CrimeFacts facts) {
        return law.crimes(facts);
    }

    /** @param day whose near share counts */
    List<CrimeVerdict> verdicts(CrimeAssessment assessment, LocalDate day) {
        var near = nearShare(day);
        return assessment.results().stream().map(result -> CrimeVerdict.of(result, near)).toList();
    }

    /** From this share of a threshold on a case is near it. */
    BigDecimal nearShare(LocalDate day) {
        return law.parameter(NEAR_SHARE, day).value().decimal();
    }

    List<String> crimes() {
        return List.copyOf(law.crimeCodes());
    }
}

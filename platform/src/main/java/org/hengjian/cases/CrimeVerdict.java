package org.hengjian.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.hengjian.law.CrimeAssessment;

/**
 * What the thresholds of one crime say of a case: the machine's opinion, which decides nothing.
 *
 * @param crime code as the law library names it: {@code 213}, {@code 219-1}
 * @param ratio the highest figure over its threshold, four decimals; empty where no figure is known
 */
public record CrimeVerdict(String crime, Standing standing, Optional<BigDecimal> ratio) {

    private static final int DECIMALS = 4;

    /** How a case stands to a threshold. */
    public enum Standing {
        /** 达到. */
        MET,
        /** 临近: not reached, or not decidable, at or above the share that counts as near. */
        NEAR,
        /** 不能判断. */
        UNSURE,
        /** 未达到, which never means: do not refer. */
        BELOW
    }

    static CrimeVerdict of(CrimeAssessment.Result result, BigDecimal nearShare) {
        var exact = Optional.ofNullable(result.ratio()).map(BigDecimal::valueOf);
        Standing standing = Boolean.TRUE.equals(result.reached())
                ? Standing.MET
                : exact.filter(ratio -> ratio.compareTo(nearShare) >= 0).isPresent()
                        ? Standing.NEAR
                        : result.reached() == null ? Standing.UNSURE : Standing.BELOW;
        return new CrimeVerdict(result.crime(), standing, exact.map(ratio -> ratio.setScale(DECIMALS, RoundingMode.DOWN)));
    }

    /** Whether somebody must look at it: met, or near. */
    boolean alarming() {
        return standing == Standing.MET || standing == Standing.NEAR;
    }
}

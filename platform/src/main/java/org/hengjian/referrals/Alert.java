package org.hengjian.referrals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.hengjian.cases.CaseFactsEstablished;
import org.hengjian.cases.CrimeVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A case that the machine holds to be at or near a criminal threshold (移送提示). It is put aside by the head alone, with a
 * reason that supervisor and prosecutor read; new facts that weigh more open it again.
 *
 * @param crime the one that is nearest; empty where none can be named
 * @param ratio its highest figure over its threshold; null where no figure is known
 * @param penalty number of the penalty decision that was made without a referral; empty for none
 */
record Alert(
        long id,
        int version,
        long caseId,
        String caseNumber,
        String title,
        Level level,
        String crime,
        @Nullable BigDecimal ratio,
        State state,
        LocalDate raisedOn,
        LocalDate weighedOn,
        String reason,
        @Nullable LocalDate dismissedOn,
        String dismissedBy,
        String penalty,
        @Nullable LocalDate penalisedOn,
        long agencyId,
        String agencyName) {

    /** How a case stands, the gravest first. */
    enum Level {
        /** 达到追诉标准. */
        MET,
        /** 合理嫌疑. */
        SUSPICION,
        /** 临近. */
        NEAR,
        /** 不能判断. */
        UNSURE,
        /** 未达到, which never means: do not refer. */
        BELOW
    }

    enum State {
        OPEN,
        DISMISSED,
        REFERRED
    }

    /** What became of an alert. @param text the reason, or a number */
    record Happening(String kind, Level level, String text, String name, Instant at) {}

    /** What the facts of a case weigh, taken together. */
    record Weight(Level level, String crime, @Nullable BigDecimal ratio) {

        /** Words of the law library for grounds that ask for no figure. */
        private static final List<String> WITHOUT_FIGURES = List.of("no-amount-needed");

        static Weight of(CaseFactsEstablished event) {
            var gravest = event.verdicts().stream()
                    .min(Comparator.comparing((CrimeVerdict verdict) -> level(verdict.standing()))
                            .thenComparing(verdict -> verdict.ratio().orElse(BigDecimal.ZERO), Comparator.reverseOrder()));
            var level = gravest.map(verdict -> level(verdict.standing())).orElse(Level.UNSURE);
            if (WITHOUT_FIGURES.contains(event.refer())) {
                level = Level.MET;
            } else if (level != Level.MET && event.refer().equals("reasonable-suspicion")) {
                level = Level.SUSPICION;
            }
            return new Weight(
                    level,
                    gravest.map(CrimeVerdict::crime).orElse(""),
                    gravest.flatMap(CrimeVerdict::ratio).orElse(null));
        }

        private static Level level(CrimeVerdict.Standing standing) {
            return switch (standing) {
                case MET -> Level.MET;
                case NEAR -> Level.NEAR;
                case UNSURE -> Level.UNSURE;
                case BELOW -> Level.BELOW;
            };
        }

        /** Whether it weighs more than an alert did when it was put aside. */
        boolean isGraverThan(Alert before) {
            var was = before.ratio() == null ? BigDecimal.ZERO : before.ratio();
            var is = ratio == null ? BigDecimal.ZERO : ratio;
            return level.compareTo(before.level()) < 0 || level == before.level() && is.compareTo(was) > 0;
        }
    }
}

package org.hengjian.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the criminal thresholds say of a case.
 *
 * @param heaviest the reached crime with the heaviest range, or none
 */
public record CrimeAssessment(
        List<Result> results,
        @Nullable String heaviest,
        Referral referral,
        @Nullable Limitation limitation) {

    /** How the version was chosen (从旧兼从轻). */
    public enum Applied {
        AT_ACT("at-act"),
        LATER_LENIENT("later-lenient"),
        LATER_NONE_BEFORE("later-none-before");

        private final String word;

        Applied(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Why the case goes to the police. */
    public enum Basis {
        THRESHOLD("threshold"),
        REASONABLE_SUSPICION("reasonable-suspicion"),
        NO_AMOUNT_NEEDED("no-amount-needed"),
        NONE_YET("none-yet");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The trigger that decides or comes nearest. {@code threshold} and {@code value} are yuan or pieces. */
    public record Deciding(
            String parameter,
            String metric,
            @Nullable BigDecimal threshold,
            @Nullable BigDecimal value,
            @Nullable String formula) {}

    /** The figures that were applied. */
    public record Version(
            String instrument, LocalDate from, @Nullable LocalDate to) {}

    /** What another tenable version says. */
    public record Other(
            Version version,
            @Nullable Boolean reached,
            @Nullable String tier) {}

    /**
     * The answer for one crime.
     *
     * @param reached true, false, or none where the facts do not decide
     * @param ratio the highest value over its threshold, none where no value is known
     * @param missing what would decide, or what would show a higher tier
     * @param valuation how the goods are to be valued in this version, first rule first
     */
    public record Result(
            String crime,
            String zh,
            String en,
            @Nullable Boolean reached,
            @Nullable String tier,
            @Nullable Double ratio,
            boolean attempt,
            @Nullable Deciding trigger,
            @Nullable Version version,
            @Nullable Applied applied,
            List<Other> others,
            @Nullable String penalty,
            int penaltyYears,
            List<String> flags,
            List<String> missing,
            Doubt uncertain,
            List<Source> sources,
            List<String> valuation,
            String whyZh,
            String whyEn) {}

    /** Whether it must be referred: true, or none; never "do not refer". */
    public record Referral(@Nullable Boolean must, Basis basis, List<Source> sources) {}

    /** The limitation period (追诉时效) of the heaviest reached crime. */
    public record Limitation(int years, LocalDate ends, boolean expired) {}
}

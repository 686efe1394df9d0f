package org.hengjian.law;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a case that a criminal threshold looks at. What is absent is unknown, not zero.
 *
 * @param decided the day on which the case is looked at; none to take the day as of which these data stand
 * @param crimes the crimes asked for; empty for all that the facts can concern
 * @param prior earlier punishments; none where nothing is said of them
 * @param reasonableSuspicion whether there is reasonable suspicion (合理嫌疑) of a crime
 */
public record CrimeFacts(
        @Nullable LocalDate decided,
        Offender offender,
        List<String> crimes,
        List<Act> acts,
        @Nullable List<Prior> prior,
        boolean reasonableSuspicion) {

    public CrimeFacts {
        crimes = List.copyOf(crimes);
        acts = List.copyOf(acts);
        prior = prior == null ? null : List.copyOf(prior);
    }

    /** 个人或者单位 */
    public enum Offender {
        INDIVIDUAL,
        UNIT
    }

    /** What the offender did. */
    public enum Role {
        MAKER,
        SELLER,
        LABEL_MAKER,
        HELPER
    }

    /** What the act is about. */
    public enum ObjectKind {
        GOODS,
        SERVICES,
        LABELS,
        PATENT,
        COPIES,
        NETWORK,
        SECRET,
        DRUG,
        FOOD,
        DEVICE,
        SEED,
        COSMETIC,
        OTHER
    }

    /** What became of people (危害后果). */
    public enum Harm {
        NONE,
        SERIOUS,
        ESPECIALLY_SERIOUS,
        DEATH
    }

    /** A registered mark or patent and the source of goods that it stands for. */
    public record Mark(String name, @Nullable String source) {}

    /** An earlier punishment. {@code crimes} is empty where it is not known for what. */
    public record Prior(boolean criminal, LocalDate on, List<String> crimes) {
        public Prior {
            crimes = List.copyOf(crimes);
        }
    }

    /**
     * One act, from {@code on} to {@code until}.
     *
     * @param amounts the known metrics: money in fen, the rest in pieces
     * @param ownGoods whether what was sold was made by the offender
     * @param punished the punishment that this very act already had
     */
    public record Act(
            LocalDate on,
            @Nullable LocalDate until,
            @Nullable Role role,
            @Nullable ObjectKind object,
            @Nullable String conduct,
            Map<Metric, Long> amounts,
            @Nullable Integer kinds,
            List<Mark> marks,
            @Nullable Boolean ownGoods,
            @Nullable Boolean forProfit,
            @Nullable Harm harm,
            @Nullable Prior punished) {

        public Act {
            if (until != null && until.isBefore(on)) {
                throw new IllegalArgumentException("the act ends " + until + ", before it begins " + on);
            }
            for (Map.Entry<Metric, Long> amount : amounts.entrySet()) {
                if (amount.getValue() < 0 || !amount.getKey().isFact()) {
                    throw new IllegalArgumentException("not a fact: " + amount);
                }
            }
            amounts = amounts.isEmpty() ? Map.of() : new EnumMap<>(amounts);
            marks = List.copyOf(marks);
        }

        public LocalDate end() {
            return until == null ? on : until;
        }
    }
}

package org.hengjian.cases;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.Metric;

/**
 * The facts of a case that the criminal thresholds ask for, as people found them (认定的事实): what is not here is not
 * known, never zero.
 *
 * @param noPrior   whether it was looked up that the party was never punished for the like
 * @param suspicion whether there is reasonable suspicion (合理嫌疑) of a crime, on the ground given
 */
public record FoundFacts(
        CrimeFacts.Offender offender,
        List<Act> acts,
        List<Prior> priors,
        boolean noPrior,
        boolean suspicion,
        String suspicionGround) {

    public FoundFacts {
        acts = List.copyOf(acts);
        priors = List.copyOf(priors);
        if (acts.isEmpty()) {
            throw new IllegalArgumentException("facts without an act");
        }
        if (noPrior && !priors.isEmpty()) {
            throw new IllegalArgumentException("punished before and never punished before: " + priors.size());
        }
    }

    /**
     * One act.
     *
     * @param punished the day on which this very act was punished already, and whether by a court
     */
    public record Act(
            LocalDate on,
            Optional<LocalDate> until,
            Optional<CrimeFacts.Role> role,
            Optional<CrimeFacts.ObjectKind> object,
            String conduct,
            Optional<CrimeFacts.Harm> harm,
            Optional<Boolean> forProfit,
            boolean ownGoods,
            Optional<Integer> kinds,
            List<Figure> figures,
            Optional<LocalDate> punished,
            boolean punishedCriminally) {

        public Act {
            figures = List.copyOf(figures);
        }

        CrimeFacts.Act weighable() {
            var amounts = new EnumMap<Metric, Long>(Metric.class);
            figures.forEach(figure -> amounts.put(figure.metric(), figure.value()));
            return new CrimeFacts.Act(
                    on,
                    until.orElse(null),
                    role.orElse(null),
                    object.orElse(null),
                    conduct.isEmpty() ? null : conduct,
                    amounts,
                    kinds.orElse(null),
                    List.of(),
                    ownGoods ? Boolean.TRUE : null,
                    forProfit.orElse(null),
                    harm.orElse(null),
                    punished.map(day -> new CrimeFacts.Prior(punishedCriminally, day, List.of())).orElse(null));
        }
    }

    /**
     * A figure with what it rests on.
     *
     * @param value fen of money, pieces of everything else
     * @param basis the evidence: 账册第3页, 询问笔录…
     */
    public record Figure(Metric metric, long value, String basis) {

        public Figure {
            if (value < 0 || basis.isBlank()) {
                throw new IllegalArgumentException("a figure is not negative and has its basis: " + metric + " " + value);
            }
        }
    }

    /**
     * An earlier punishment of the same party.
     *
     * @param crimes what the act would be, were it a crime; empty where that is not known
     * @param basis  number of the decision or judgment
     */
    public record Prior(LocalDate on, boolean criminal, List<String> crimes, String basis) {

        public Prior {
            crimes = List.copyOf(crimes);
        }
    }

    /** The question for the law library. @param day on which the case is looked at */
    public CrimeFacts on(LocalDate day) {
        boolean nothingSaid = priors.isEmpty() && !noPrior;
        return new CrimeFacts(
                day,
                offender,
                List.of(),
                acts.stream().map(Act::weighable).toList(),
                nothingSaid
                        ? null
                        : priors.stream()
                                .map(prior -> new CrimeFacts.Prior(prior.criminal(), prior.on(), prior.crimes()))
                                .toList(),
                suspicion);
    }
}

package org.hengjian.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weighs the acts of one question against the triggers of one version (数额、数量的认定). */
final class Weighing {

    private final Crime crime;
    private final CrimeFacts facts;
    private final List<CrimeFacts.Act> acts;
    private final boolean maker;
    private final List<CrimeFacts.Prior> priors;
    private final boolean priorsKnown;
    private final Set<Crime.Scope> scopes;
    private final CrimeQuestion question;
    private final Map<Crime.Scope, Totals> totals = new EnumMap<>(Crime.Scope.class);
    /** The triggers of the tier that is being weighed. */
    private List<Crime.Trigger> beside = List.of();

    Weighing(CrimeQuestion question) {
        this.question = question;
        this.crime = question.crime;
        this.facts = question.facts;
        this.acts = question.acts;
        this.maker = question.maker;
        this.priors = question.priors;
        this.priorsKnown = question.priorsKnown;
        this.scopes = question.scopes;
    }

    Outcome outcome(Crime.Version version) {
        Outcome outcome = new Outcome();
        Set<String> baseMissing = new LinkedHashSet<>();
        Set<String> upperMissing = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        for (int t = version.tiers().size() - 1; t >= 0; t--) {
            Outcome best = new Outcome();
            beside = version.triggers().get(t);
            for (Crime.Trigger trigger : version.triggers().get(t)) {
                missing.clear();
                Weighed weighed = weigh(trigger, question.factor(version), missing, outcome);
                if (weighed.state == Reached.MAYBE) {
                    (t == 0 ? baseMissing : upperMissing).addAll(missing);
                }
                boolean better = weighed.state.compareTo(best.reached) > 0
                        || weighed.state == best.reached && weighed.ratio > best.ratio
                        || best.trigger == null;
                if (better && weighed.state.compareTo(best.reached) >= 0) {
                    best.reached = weighed.state;
                    best.trigger = trigger;
                    best.ratio = weighed.ratio;
                    best.value = weighed.value;
                }
            }
            if (best.reached == Reached.YES) {
                outcome.reached = Reached.YES;
                outcome.tier = t;
                outcome.trigger = best.trigger;
                outcome.ratio = best.ratio;
                outcome.value = best.value;
                outcome.missing.addAll(upperMissing);
                return outcome;
            }
            if (best.reached == Reached.MAYBE) {
                outcome.reached = Reached.MAYBE;
            }
            if (t == 0) {
                outcome.trigger = best.trigger;
                outcome.ratio = best.ratio;
                outcome.value = best.value;
            }
        }
        if (outcome.reached == Reached.MAYBE) {
            outcome.missing.addAll(baseMissing.isEmpty() ? upperMissing : baseMissing);
        }
        return outcome;
    }

    private record Weighed(Reached state, long value, double ratio) {}

    private Weighed weigh(Crime.Trigger trigger, long factor, Set<String> missing, Outcome assumptions) {
        Reached fixed = Reached.YES;
        if (trigger.offender() != null && trigger.offender() != facts.offender()) {
            return new Weighed(Reached.NO, 0, -1);
        }
        if (trigger.role() != null) {
            boolean all = acts.stream().allMatch(act -> act.role() == trigger.role());
            boolean none = acts.stream().noneMatch(act -> act.role() == trigger.role() || act.role() == null);
            if (none) {
                return new Weighed(Reached.NO, 0, -1);
            }
            if (!all) {
                fixed = Reached.MAYBE;
                missing.add("role");
            }
        }
        if (!trigger.half().isEmpty()) {
            return half(trigger, factor, missing, assumptions);
        }
        if (trigger.conduct()) {
            boolean asked = facts.crimes().contains(crime.code);
            boolean told = asked || acts.stream().anyMatch(crime::speaksOf);
            if (!told) {
                missing.add("conduct");
            }
            return new Weighed(told ? Reached.YES : Reached.MAYBE, 0, -1);
        }
        if (trigger.bankruptcy()) {
            boolean told = acts.stream()
                    .map(CrimeFacts.Act::conduct)
                    .anyMatch(text -> text != null && CrimeQuestion.has(text, "破产", "倒闭", "bankrupt"));
            return new Weighed(told ? Reached.YES : Reached.NO, 0, -1);
        }
        if (trigger.harm() != null) {
            Reached state = harm(trigger.harm(), missing);
            String condition = trigger.condition();
            if (condition != null && state != Reached.NO) {
                missing.add(condition);
                state = Reached.MAYBE;
            }
            return new Weighed(state, 0, -1);
        }
        Metric metric = trigger.metric();
        String condition = trigger.condition();
        if (metric == null) {
            if (condition != null) {
                missing.add(condition);
            }
            return new Weighed(condition == null ? Reached.NO : Reached.MAYBE, 0, -1);
        }
        if (!scopes.contains(trigger.scope())) {
            return new Weighed(Reached.NO, 0, -1);
        }
        if (trigger.priorYears() > 0) {
            return prior(trigger, metric, factor, fixed, missing, assumptions);
        }
        Totals sums = totals(trigger.scope());
        return figure(trigger, metric, factor, sums, fixed, missing, assumptions);
    }

    private Weighed figure(
            Crime.Trigger trigger,
            Metric metric,
            long factor,
            Totals sums,
            Reached fixed,
            Set<String> missing,
            Outcome assumptions) {
        long threshold = trigger.atLeast() * factor;
        long low = sums.low[metric.ordinal()];
        long high = sums.high[metric.ordinal()];
        Reached state = low >= threshold ? Reached.YES : high < threshold ? Reached.NO : Reached.MAYBE;
        if (state == Reached.NO && low == 0 && high == 0 && sums.empty) {
            return new Weighed(Reached.NO, 0, -1);
        }
        Reached rest = fixed;
        Metric requires = trigger.requires();
        if (requires != null) {
            long limit = trigger.below() * factor;
            long a = sums.low[requires.ordinal()];
            long b = sums.high[requires.ordinal()];
            Reached holds = b < limit ? Reached.YES : a >= limit ? Reached.NO : Reached.MAYBE;
            if (holds == Reached.MAYBE && otherwiseReached(trigger, requires)) {
                // Either the sales stay below the line and the sum reaches its own, or the sales reach theirs.
                holds = Reached.YES;
            }
            if (holds == Reached.NO && state == Reached.YES) {
                // The letter adds sold and unsold only below the line; more sales must not lead to a lower tier for
                // certain.
                holds = Reached.MAYBE;
                missing.add(MissingFact.ADDED_ABOVE);
            }
            rest = rest.and(holds);
        }
        if (trigger.kindsMin() > 0 && rest != Reached.NO) {
            Reached kinds = Kinds.atLeast(sums.acts, trigger.kindsMin());
            if (kinds == Reached.NO && state != Reached.NO && !Kinds.told(sums.acts)) {
                assumptions.assumedOneMark = true;
            }
            rest = rest.and(kinds);
            if (kinds == Reached.MAYBE && state != Reached.NO) {
                missing.add("kinds");
            }
        }
        String condition = trigger.condition();
        if (condition != null && rest == Reached.YES) {
            rest = Reached.MAYBE;
            if (state != Reached.NO) {
                missing.add(condition);
            }
        }
        Reached all = state.and(rest);
        if (all == Reached.MAYBE && state == Reached.MAYBE) {
            name(metric, sums.acts, missing);
        }
        boolean counts = rest == Reached.YES && (low > 0 || high == low);
        return new Weighed(all, low, counts ? (double) low / threshold : -1);
    }

    /** Whether another trigger of the same tier is reached where this one's requirement fails. */
    private boolean otherwiseReached(Crime.Trigger trigger, Metric requires) {
        for (Crime.Trigger other : beside) {
            if (other.metric() == requires
                    && other.requires() == null
                    && other.condition() == null
                    && other.atLeast() <= trigger.below()
                    && other.kindsMin() <= trigger.kindsMin()
                    && other.scope() == trigger.scope()
                    && (other.role() == null || other.role() == trigger.role())
                    && (other.priorYears() == 0 || other.priorYears() == trigger.priorYears())) {
                return true;
            }
        }
        return false;
    }

    private Weighed prior(
            Crime.Trigger trigger,
            Metric metric,
            long factor,
            Reached fixed,
            Set<String> missing,
            Outcome assumptions) {
        Weighed best = new Weighed(Reached.NO, 0, -1);
        if (!priorsKnown) {
            Weighed supposed =
                    figure(trigger, metric, factor, totals(trigger.scope()), fixed, new HashSet<>(), new Outcome());
            if (supposed.state != Reached.NO) {
                assumptions.assumedNoPrior = true;
            }
            return best;
        }
        for (CrimeFacts.Prior prior : priors) {
            Reached matches = prior.crimes().isEmpty()
                    ? Reached.MAYBE
                    : prior.crimes().stream().anyMatch(trigger.priorCrimes()::contains) ? Reached.YES : Reached.NO;
            if (matches == Reached.NO) {
                continue;
            }
            LocalDate window = prior.on().plusYears(trigger.priorYears());
            List<CrimeFacts.Act> after = new ArrayList<>();
            Set<CrimeFacts.Act> partly = Collections.newSetFromMap(new IdentityHashMap<>());
            for (CrimeFacts.Act act : acts) {
                boolean inScope = inScope(act, trigger.scope());
                if (inScope && act.end().isAfter(prior.on()) && !act.on().isAfter(window)) {
                    after.add(act);
                    if (!act.on().isAfter(prior.on())) {
                        partly.add(act);
                    }
                }
            }
            if (after.isEmpty()) {
                continue;
            }
            Set<String> lacking = new LinkedHashSet<>();
            Weighed weighed = figure(
                    trigger,
                    metric,
                    factor,
                    new Totals(after, partly, maker),
                    fixed.and(matches),
                    lacking,
                    assumptions);
            if (weighed.state != Reached.NO && matches == Reached.MAYBE) {
                lacking.add("prior.crimes");
            }
            if (weighed.state == Reached.MAYBE && !partly.isEmpty()) {
                lacking.removeIf(fact -> fact.startsWith("whether "));
                lacking.add(MissingFact.ACTS_AFTER + prior.on());
            }
            if (weighed.state == Reached.MAYBE) {
                missing.addAll(lacking);
            }
            if (weighed.state.compareTo(best.state) > 0 || weighed.state == best.state && weighed.ratio > best.ratio) {
                best = weighed;
            }
        }
        return best;
    }

    private Weighed half(Crime.Trigger trigger, long factor, Set<String> missing, Outcome assumptions) {
        int certain = 0;
        int possible = 0;
        boolean twice = false;
        Set<String> lacking = new LinkedHashSet<>();
        Outcome quiet = new Outcome();
        for (List<Crime.Trigger> group : trigger.half()) {
            Reached state = Reached.NO;
            int met = 0;
            for (Crime.Trigger standard : group) {
                Weighed weighed = weigh(standard, factor, lacking, quiet);
                state = state.or(weighed.state);
                met += weighed.state == Reached.YES ? 1 : 0;
            }
            certain += state == Reached.YES ? 1 : 0;
            possible += state == Reached.NO ? 0 : 1;
            twice |= met > 1;
        }
        assumptions.assumedNoPrior |= quiet.assumedNoPrior && certain + 1 >= 2;
        if (certain >= 2) {
            return new Weighed(Reached.YES, 0, 1.0);
        }
        if (possible >= 2 || twice) {
            missing.addAll(lacking);
            if (twice && lacking.isEmpty()) {
                missing.add(MissingFact.TWO_STANDARDS);
            }
            return new Weighed(Reached.MAYBE, 0, -1);
        }
        return new Weighed(Reached.NO, 0, -1);
    }

    private Reached harm(CrimeFacts.Harm needed, Set<String> missing) {
        Reached state = Reached.NO;
        boolean unknown = true;
        for (CrimeFacts.Act act : acts) {
            CrimeFacts.Harm harm = act.harm();
            if (harm != null) {
                unknown = false;
                if (harm.compareTo(needed) >= 0) {
                    state = Reached.YES;
                }
            }
        }
        if (unknown) {
            missing.add("harm");
            return Reached.MAYBE;
        }
        return state;
    }

    Totals totals(Crime.Scope scope) {
        Totals known = totals.get(scope);
        if (known == null) {
            List<CrimeFacts.Act> in = scope == Crime.Scope.ALL
                    ? acts
                    : acts.stream().filter(act -> inScope(act, scope)).toList();
            known = new Totals(in, Set.of(), maker);
            totals.put(scope, known);
        }
        return known;
    }

    private static boolean inScope(CrimeFacts.Act act, Crime.Scope scope) {
        CrimeFacts.ObjectKind object = act.object();
        return switch (scope) {
            case ALL, GOODS_AND_SERVICES -> true;
            case GOODS -> object != CrimeFacts.ObjectKind.SERVICES;
            case SERVICES -> object == CrimeFacts.ObjectKind.SERVICES;
            case COPIES -> object != CrimeFacts.ObjectKind.NETWORK;
            case NETWORK -> object == CrimeFacts.ObjectKind.NETWORK || object == null;
        };
    }

    /** Names the facts that the metric needs and that some act lacks. */
    private static void name(Metric metric, List<CrimeFacts.Act> acts, Set<String> missing) {
        List<Metric> facts = switch (metric) {
            case SALES_PLUS_UNSOLD, TRIPLE_SALES_PLUS_UNSOLD -> List.of(Metric.SALES, Metric.UNSOLD_VALUE);
            case AMOUNT -> List.of(Metric.SALES, Metric.UNSOLD_VALUE);
            case LABELS_SUM -> List.of(Metric.LABELS, Metric.LABELS_UNSOLD);
            case COPIES_SUM -> List.of(Metric.COPIES, Metric.COPIES_UNSOLD);
            default -> List.of(metric);
        };
        boolean named = false;
        for (Metric fact : facts) {
            if (acts.stream().anyMatch(act -> !act.amounts().containsKey(fact))) {
                missing.add(fact.word());
                named = true;
            }
        }
        if (!named) {
            missing.add(MissingFact.UNSOLD_WITHIN + facts.getFirst().word());
        }
    }
}

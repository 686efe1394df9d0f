package org.hengjian.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hengjian.law.CrimeAssessment.Applied;
import org.hengjian.law.CrimeAssessment.Deciding;
import org.hengjian.law.CrimeAssessment.Other;
import org.hengjian.law.CrimeAssessment.Result;
import org.jspecify.annotations.Nullable;

/** Puts the outcome for one crime into words: tier, range, flags, sentence, what is missing. */
final class CrimeReport {

    private final Crime crime;
    private final List<CrimeFacts.Act> acts;
    private final List<String> flags;
    private final LocalDate begin;
    private final LocalDate end;
    private final LocalDate decided;
    private final CrimeQuestion question;
    private final Weighing weighing;
    private final Interpretations interpretations;

    CrimeReport(CrimeQuestion question, Weighing weighing, Interpretations interpretations) {
        this.question = question;
        this.weighing = weighing;
        this.interpretations = interpretations;
        this.crime = question.crime;
        this.acts = question.acts;
        this.flags = question.flags;
        this.begin = question.begin;
        this.end = question.end;
        this.decided = question.decided;
    }

    Result plain(@Nullable Boolean reached, List<String> missing, Doubt uncertain, String zh, String en) {
        return new Result(
                crime.code,
                crime.zh,
                crime.en,
                reached,
                null,
                null,
                false,
                null,
                null,
                null,
                List.of(),
                null,
                0,
                List.copyOf(flags),
                missing,
                uncertain,
                List.of(),
                List.of(),
                zh,
                en);
    }

    static @Nullable Boolean yes(Outcome outcome) {
        return switch (outcome.reached) {
            case YES -> true;
            case NO -> false;
            case MAYBE -> null;
        };
    }

    static @Nullable String tier(Crime.Version version, Outcome outcome) {
        return outcome.reached == Reached.YES ? version.tiers().get(outcome.tier) : null;
    }

    Result result(
            Crime.Version version,
            Outcome outcome,
            Applied applied,
            List<Other> others,
            Crime.Version first,
            Crime.Statute atAct,
            Crime.@Nullable Statute atDecision) {
        String tier = tier(version, outcome);
        Crime.Statute statute = atAct;
        if (tier != null && atDecision != null && atDecision != atAct) {
            Crime.StatuteTier old = atAct.tiers().get(tier);
            Crime.StatuteTier now = atDecision.tiers().get(tier);
            if (old != null && now != null && now.years() < old.years()) {
                statute = atDecision;
                flags.add("statute-later-lenient");
            } else if (applied != Applied.AT_ACT) {
                flags.add("statute-at-act");
            }
        }
        Crime.StatuteTier range = tier == null ? null : statute.tiers().get(tier);
        Crime.Trigger trigger = outcome.trigger;
        boolean attempt = outcome.reached == Reached.YES && trigger != null && trigger.attempt();
        if (attempt) {
            flags.add("attempt");
        }
        if (!first.uncertain().isEmpty()) {
            flags.add("transition-period");
        }
        if (begin.isBefore(first.from()) && applied != Applied.LATER_NONE_BEFORE) {
            flags.add("straddles-versions");
        }
        Doubt uncertain = version.uncertain();
        if (outcome.reached == Reached.NO) {
            if (outcome.ratio >= interpretations.nearShare(decided)) {
                flags.add("near");
            }
            uncertain = assume(outcome, uncertain);
        }
        if (outcome.reached == Reached.MAYBE) {
            uncertain = uncertain.and(
                    Doubt.Kind.MISSING_FACTS, MissingFact.undecided(List.copyOf(outcome.missing)));
        }
        if (attempt
                && crime.code.equals("140")
                && weighing.totals(Crime.Scope.ALL).low[Metric.UNSOLD_VALUE.ordinal()] >= upper(version)) {
            uncertain = uncertain.and(
                    "which tier applies to unsold goods of this value is not settled by the interpretation",
                    "这样大的未销售货值适用哪一档，解释没有写明");
        }
        List<Source> sources = new ArrayList<>();
        if (trigger != null) {
            sources.addAll(trigger.value().sources());
        }
        sources.add(
                range == null
                        ? new Source(
                                statute.source().instrument(),
                                statute.source().article(),
                                List.of(),
                                statute.source().text(),
                                false)
                        : new Source(
                                statute.source().instrument(),
                                statute.source().article(),
                                List.of(range.quote()),
                                statute.source().text(),
                                false));
        if (applied != Applied.AT_ACT) {
            sources.addAll(interpretations.sources("crime.temporal.interpretation", decided));
        }
        String values = crime.code.equals("140") ? "crime.art140.goods-value" : "crime.ip.metric.illegal-turnover";
        List<String> valuation = crime.intellectualProperty || crime.code.equals("140")
                ? interpretations.valuation(
                        values,
                        version.from().isBefore(end)
                                ? (applied == Applied.LATER_LENIENT ? decided : end)
                                : version.from())
                : List.of();
        Deciding deciding = trigger == null ? null : deciding(trigger, outcome, question.factor(version));
        return new Result(
                crime.code,
                crime.zh,
                crime.en,
                yes(outcome),
                tier,
                outcome.ratio < 0 ? null : outcome.ratio,
                attempt,
                deciding,
                interpretations.named(version.value()),
                applied,
                others,
                range == null ? null : range.quote(),
                range == null ? 0 : range.years(),
                List.copyOf(flags),
                List.copyOf(outcome.missing),
                uncertain,
                sources,
                valuation,
                why(outcome, deciding, version, true),
                why(outcome, deciding, version, false));
    }

    private static long upper(Crime.Version version) {
        return version.triggers().size() < 2
                ? Long.MAX_VALUE
                : version.triggers().get(1).getFirst().atLeast();
    }

    private Doubt assume(Outcome outcome, Doubt uncertain) {
        Doubt doubt = uncertain;
        if (outcome.assumedOneMark) {
            flags.add("assumed-one-mark");
            doubt = doubt.and(
                    "assumes one mark: with two of different sources a lower standard applies",
                    "按一个商标算；有两个以上不同来源的，标准更低");
        }
        if (outcome.assumedNoPrior) {
            flags.add("assumed-no-prior");
            doubt = doubt.and(
                    "assumes no earlier punishment: with one in the window a lower standard applies",
                    "按没有受过处罚算；规定年限内受过的，标准更低");
        }
        return doubt;
    }

    private Deciding deciding(Crime.Trigger trigger, Outcome outcome, long factor) {
        Metric metric = trigger.metric();
        if (metric == null) {
            String word = trigger.conduct()
                    ? "conduct"
                    : trigger.harm() != null ? "harm" : trigger.half().isEmpty() ? "circumstances" : "half-rule";
            return new Deciding(
                    trigger.parameter().id(),
                    word,
                    null,
                    null,
                    trigger.half().isEmpty() ? trigger.condition() : "two standards, each at least half");
        }
        String formula = switch (metric) {
            case SALES_PLUS_UNSOLD -> "sales + unsoldValue";
            case TRIPLE_SALES_PLUS_UNSOLD -> "3 × sales + unsoldValue";
            case LABELS_SUM -> "labels + labelsUnsold";
            case COPIES_SUM -> "copies + copiesUnsold";
            case ILLEGAL_TURNOVER ->
                acts.stream().allMatch(act -> act.amounts().containsKey(Metric.ILLEGAL_TURNOVER))
                        ? null
                        : "sales + unsoldValue";
            default -> null;
        };
        return new Deciding(
                trigger.parameter().id(),
                metric.word(),
                plain(metric, trigger.atLeast() * factor),
                plain(metric, outcome.value),
                formula);
    }

    private static BigDecimal plain(Metric metric, long value) {
        return metric.isMoney() ? Money.ofFen(value).yuan() : BigDecimal.valueOf(value);
    }

    private String why(Outcome outcome, @Nullable Deciding deciding, Crime.Version version, boolean zh) {
        String instrument = interpretations.named(version.value()).instrument();
        StringBuilder text = new StringBuilder();
        Crime.Trigger trigger = outcome.trigger;
        Metric metric = trigger == null ? null : trigger.metric();
        if (deciding != null && metric != null && deciding.value() != null && deciding.threshold() != null) {
            String unit = metric.isMoney() ? (zh ? "元" : " yuan") : "";
            boolean known = outcome.reached != Reached.MAYBE || deciding.value().signum() > 0;
            if (zh) {
                text.append(metric.zh()).append(known ? deciding.value().toPlainString() + unit : "不清楚");
                text.append(outcome.reached == Reached.YES ? "，达到" : "，标准为");
                text.append(deciding.threshold().toPlainString()).append(unit).append("以上");
            } else {
                text.append(metric.en())
                        .append(' ')
                        .append(known ? deciding.value().toPlainString() + unit : "not known");
                text.append(outcome.reached == Reached.YES ? " reaches " : " against the standard of ");
                text.append(deciding.threshold().toPlainString()).append(unit);
            }
            text.append(zh ? "（" : " (").append(instrument).append(zh ? "）" : ")");
        } else {
            text.append(zh ? "依据" : "by ").append(instrument);
            if (deciding != null) {
                text.append(zh ? "，看" : ", by ").append(deciding.metric());
            }
        }
        text.append(
                switch (outcome.reached) {
                    case YES -> zh ? "；已达到。" : "; reached.";
                    case NO -> zh ? "；未达到。未达到不等于不移送。" : "; not reached, which never means: do not refer.";
                    case MAYBE -> zh ? "；现有事实不能判断。" : "; the facts do not decide.";
                });
        return text.toString();
    }
}

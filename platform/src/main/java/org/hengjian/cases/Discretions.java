package org.hengjian.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.cases.Factors.Factor;
import org.hengjian.law.Law;
import org.hengjian.law.Metric;
import org.hengjian.law.Money;
import org.hengjian.law.PenaltyQuestion;
import org.hengjian.law.PenaltyRange;
import org.hengjian.statutes.Ground;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Aid for weighing a penalty (裁量辅助): the range of the law on the day of the act, what may be ticked, where that leads.
 * The figure is always a person's own.
 */
@Service
@Transactional
public class Discretions {

    private static final String WINDOW = "penalty.repeat-window";
    private static final String BANDS = "penalty.discretion-bands";
    private static final String REPEAT = "REPEAT";
    private static final String SERIOUS = "SERIOUS";

    private static final Map<Metric, PenaltyQuestion.Base> MEASURED = Map.of(
            Metric.ILLEGAL_TURNOVER, PenaltyQuestion.Base.ILLEGAL_TURNOVER,
            Metric.ILLEGAL_GAIN, PenaltyQuestion.Base.ILLEGAL_GAIN,
            Metric.GOODS_VALUE, PenaltyQuestion.Base.GOODS_VALUE);

    private final Steps steps;
    private final Procedure procedure;
    private final Law law;
    private final Clock clock;
    private final Factors factors = Factors.load();

    Discretions(Steps steps, Procedure procedure, Law law, Clock clock) {
        this.steps = steps;
        this.procedure = procedure;
        this.law = law;
        this.clock = clock;
    }

    /** What a person weighed, without the range, which is the law's. */
    public record Weighing(String basis, Severity severity, List<String> factors, Money fine, String reasons) {

        public Weighing {
            factors = List.copyOf(factors);
        }
    }

    /** Part of a range. */
    record Band(Severity severity, Money from, Money to) {}

    /** 裁量: kept on file with the range of this day. */
    public Outcome weigh(Step step, Weighing weighing) {
        return steps.take(step, Verb.DISCRETION, weighing.reasons(), CaseFile.Pending.class, (file, by) -> {
            var range = range(file, weighing.basis(), weighing.factors());
            var grounds = against(range, weighing);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            return new Outcome.Done(file.put(by, new Paper.Weighed(new Discretion(
                    weighing.basis(),
                    actOn(file),
                    Optional.ofNullable(range.min()),
                    Optional.ofNullable(range.max()),
                    weighing.severity(),
                    weighing.factors(),
                    weighing.fine(),
                    weighing.reasons(),
                    provision(range)))));
        });
    }

    private List<Ground> against(PenaltyRange range, Weighing weighing) {
        var grounds = new ArrayList<Ground>();
        var ticked = factors.all().stream().filter(factor -> weighing.factors().contains(factor.code())).toList();
        if (!allows(ticked, weighing.severity())) {
            grounds.add(procedure.ground("NO_FACTOR." + weighing.severity().name()));
        }
        if ("heavier".equals(range.shallBe()) && weighing.severity() != Severity.HEAVIER && !hasLighter(ticked)) {
            grounds.add(new Ground("SHALL_BE_HEAVIER", List.of(), provision(range)));
        }
        var most = Optional.ofNullable(range.max());
        if (!range.missing().isEmpty() && most.filter(bound -> weighing.fine().compareTo(bound) > 0).isPresent()) {
            grounds.add(new Ground("RANGE_UNSURE", List.of(Amounts.plain(most.get())), provision(range)));
        } else {
            grounds.addAll(procedure.againstFine(
                    Optional.ofNullable(range.min()), most, weighing.severity(), weighing.fine(), provision(range)));
        }
        return grounds;
    }

    private static boolean hasLighter(List<Factor> ticked) {
        return ticked.stream().anyMatch(factor -> factor.towards() != Severity.HEAVIER);
    }

    private static boolean allows(List<Factor> ticked, Severity severity) {
        return switch (severity) {
            case ORDINARY -> true;
            case LIGHTER -> ticked.stream()
                    .anyMatch(factor -> factor.towards() == Severity.LIGHTER || factor.towards() == Severity.REDUCED);
            case EXEMPT, REDUCED, HEAVIER -> ticked.stream().anyMatch(factor -> factor.towards() == severity);
        };
    }

    /** Where what was ticked leads: a proposal, empty where it leads both ways and only a person can weigh it. */
    static Optional<Severity> proposed(List<Factor> ticked, PenaltyRange range) {
        boolean exempt = "none".equals(range.shallBe())
                || ticked.stream().anyMatch(factor -> factor.towards() == Severity.EXEMPT);
        boolean heavier = "heavier".equals(range.shallBe())
                || ticked.stream().anyMatch(factor -> factor.towards() == Severity.HEAVIER);
        boolean lighter = "lighter".equals(range.shallBe())
                || ticked.stream().anyMatch(factor -> factor.towards() == Severity.LIGHTER || factor.towards() == Severity.REDUCED);
        if (heavier && (exempt || lighter)) {
            return Optional.empty();
        }
        return Optional.of(
                exempt ? Severity.EXEMPT : heavier ? Severity.HEAVIER : lighter ? Severity.LIGHTER : Severity.ORDINARY);
    }

    /** The legal bases with a range of a fine. */
    List<String> bases() {
        return law.penaltyBases().stream().filter(basis -> basis.startsWith("fine.")).toList();
    }

    List<Factor> factors(String basis, LocalDate day) {
        return factors.of(basis, day);
    }

    PenaltyRange range(CaseFile file, String basis, List<String> ticked) {
        return law.penalty(new PenaltyQuestion(
                basis,
                actOn(file),
                LocalDate.now(clock),
                amounts(file),
                null,
                null,
                null,
                List.of(),
                ticked.contains(REPEAT),
                ticked.contains(SERIOUS),
                null,
                null));
    }

    /** The last day of the act: as established, else as filed. */
    static LocalDate actOn(CaseFile file) {
        var span = file.docket().matter().span();
        return file.docket()
                .paper(Paper.Facts.class)
                .flatMap(paper -> paper.found().acts().stream()
                        .map(act -> act.until().orElse(act.on()))
                        .max(LocalDate::compareTo))
                .orElse(span.to().orElse(span.from()));
    }

    /** What the acts that were not punished yet amount to; what no act says is not known. */
    static Map<PenaltyQuestion.Base, Money> amounts(CaseFile file) {
        var amounts = new EnumMap<PenaltyQuestion.Base, Money>(PenaltyQuestion.Base.class);
        var figures = file.docket().paper(Paper.Facts.class).stream()
                .flatMap(paper -> paper.found().acts().stream())
                .filter(act -> act.punished().isEmpty())
                .flatMap(act -> act.figures().stream())
                .toList();
        MEASURED.forEach((metric, base) -> figures.stream()
                .filter(figure -> figure.metric() == metric)
                .map(figure -> Money.ofFen(figure.value()))
                .reduce(Money::plus)
                .ifPresent(sum -> amounts.put(base, sum)));
        return amounts;
    }

    /** The years within which a repeated infringement on that basis weighs; empty where the law names none. */
    Optional<Integer> repeatYears(String basis, LocalDate day) {
        return law.parameter(WINDOW).on(day).flatMap(value -> value.value().need("bases").list().stream()
                .filter(node -> node.need("basis").text().equals(basis))
                .map(node -> node.need("years").integer())
                .findFirst());
    }

    /** The lighter, ordinary and heavier part of a range; none where it has no bounds or the day has no rule. */
    List<Band> bands(PenaltyRange range, LocalDate day) {
        var least = range.min();
        var most = range.max();
        var rule = law.parameter(BANDS).on(day);
        if (least == null || most == null || rule.isEmpty() || least.equals(most)) {
            return List.of();
        }
        var light = at(least, most, rule.get().value().need("lighter_up_to").decimal());
        var heavy = at(least, most, rule.get().value().need("heavier_from").decimal());
        return List.of(
                new Band(Severity.LIGHTER, least, light),
                new Band(Severity.ORDINARY, light, heavy),
                new Band(Severity.HEAVIER, heavy, most));
    }

    private static Money at(Money least, Money most, BigDecimal share) {
        return Money.ofFen(least.fen()
                + BigDecimal.valueOf(most.fen() - least.fen())
                        .multiply(share)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    private static Ground.Provision provision(PenaltyRange range) {
        return range.sources().stream()
                .findFirst()
                .map(source -> new Ground.Provision(source.instrument(), source.article(), source.quote()))
                .orElse(new Ground.Provision("", "", ""));
    }
}

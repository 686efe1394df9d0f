package org.hengjian.cases;

import static org.hengjian.cases.CaseForms.LINE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.Metric;
import org.hengjian.law.Money;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The facts as they are typed. The fields of the first act bear plain names, those of the others the act's number behind
 * ({@code sales2}, {@code salesBasis2}); earlier punishments likewise ({@code priorOn2}). An act or a punishment of which
 * nothing was typed is none.
 */
@Component
class FactForms implements StepForms {

    static final int MOST_ACTS = 20;
    static final int MOST_PRIORS = 20;
    static final List<Metric> METRICS =
            Arrays.stream(Metric.values()).filter(Metric::isFact).toList();
    private static final List<String> WORDS = List.of(
            "begun", "until", "role", "object", "harm", "profit", "conduct", "kinds", "ownGoods", "punished");
    private static final String BASIS = "Basis";

    private final CaseFacts facts;
    private final EarlierCases earlier;
    private final CrimeThresholds thresholds;

    FactForms(CaseFacts facts, EarlierCases earlier, CrimeThresholds thresholds) {
        this.facts = facts;
        this.earlier = earlier;
        this.thresholds = thresholds;
    }

    @Override
    public Set<Verb> steps() {
        return Set.of(Verb.ESTABLISH);
    }

    /** None: they repeat by act, and {@link FactPages} has a page of its own for them. */
    @Override
    public List<CaseForms.Field> fields(Verb verb, CaseFile file, String today) {
        return List.of();
    }

    @Override
    public Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        var found = read(step.id(), in);
        return found.flatMap(one -> CaseForms.taken(in, () -> facts.establish(step, one)));
    }

    private Optional<FoundFacts> read(long caseId, Inputs in) {
        var offender = in.one("offender", CrimeFacts.Offender.class);
        var acts = new ArrayList<FoundFacts.Act>();
        for (String end : ends(MOST_ACTS)) {
            if (end.isEmpty() || isTyped(in, end)) {
                acts.add(act(in, end));
            }
        }
        var priors = new ArrayList<FoundFacts.Prior>();
        for (String end : ends(MOST_PRIORS)) {
            if (Stream.of("priorOn", "priorCrime", "priorBasis").anyMatch(name -> !in.raw(name + end).isEmpty())) {
                priors.add(new FoundFacts.Prior(
                        in.day("priorOn" + end),
                        ticked(in, "priorCriminal" + end),
                        crime(in, "priorCrime" + end),
                        in.text("priorBasis" + end, LINE)));
            }
        }
        priors.addAll(taken(caseId, in, priors));
        boolean noPrior = ticked(in, "noPrior");
        if (noPrior && !priors.isEmpty()) {
            in.bad("noPrior", "noPrior");
        }
        boolean suspicion = ticked(in, "suspicion");
        String ground = suspicion ? in.text("suspicionGround", LINE) : in.optional("suspicionGround", LINE);
        return in.isGood()
                ? Optional.of(new FoundFacts(offender, acts, priors, noPrior, suspicion, ground))
                : Optional.empty();
    }

    private FoundFacts.Act act(Inputs in, String end) {
        var on = in.day("begun" + end);
        var until = in.optionalDay("until" + end);
        if (until.filter(last -> last.isBefore(on)).isPresent()) {
            in.bad("until" + end, "before");
        }
        var figures = new ArrayList<FoundFacts.Figure>();
        for (var metric : METRICS) {
            figure(in, metric, end).ifPresent(figures::add);
        }
        var unsold = value(figures, Metric.UNSOLD_VALUE);
        if (value(figures, Metric.GOODS_VALUE).filter(all -> unsold.filter(part -> part > all).isPresent()).isPresent()) {
            in.bad(Metric.GOODS_VALUE.word() + end, "whole");
        }
        var punished = in.optionalDay("punished" + end);
        if (punished.filter(day -> day.isBefore(on)).isPresent()) {
            in.bad("punished" + end, "before");
        }
        return new FoundFacts.Act(
                on,
                until,
                word(in, "role" + end, CrimeFacts.Role.class),
                word(in, "object" + end, CrimeFacts.ObjectKind.class),
                in.optional("conduct" + end, LINE),
                word(in, "harm" + end, CrimeFacts.Harm.class),
                in.raw("profit" + end).isEmpty() ? Optional.empty() : Optional.of(in.raw("profit" + end).equals("YES")),
                ticked(in, "ownGoods" + end),
                count(in, "kinds" + end).map(Math::toIntExact),
                figures,
                punished,
                ticked(in, "punishedCriminal" + end));
    }

    private static Optional<FoundFacts.Figure> figure(Inputs in, Metric metric, String end) {
        String field = metric.word() + end;
        String basisField = metric.word() + BASIS + end;
        if (in.raw(field).isEmpty()) {
            if (!in.raw(basisField).isEmpty()) {
                in.bad(field, "empty");
            }
            return Optional.empty();
        }
        Optional<Long> value = metric.isMoney() ? in.optionalMoney(field).map(Money::fen) : count(in, field);
        String basis = in.optional(basisField, LINE);
        if (basis.isEmpty()) {
            in.bad(basisField, "basis");
        }
        return value.filter(_ -> !basis.isEmpty()).map(known -> new FoundFacts.Figure(metric, known, basis));
    }

    /** What is taken over from cases that the viewer sees: the list is asked again, the form only names its rows. */
    private List<FoundFacts.Prior> taken(long caseId, Inputs in, List<FoundFacts.Prior> typed) {
        var wanted = in.all("taken");
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, EarlierCases.Earlier> known = earlier.of(caseId).stream()
                .collect(Collectors.toMap(one -> Long.toString(one.id()), Function.identity()));
        var priors = new ArrayList<FoundFacts.Prior>();
        for (String id : wanted) {
            var one = known.get(id);
            if (one == null) {
                in.bad("taken", "choice");
            } else if (typed.stream().noneMatch(prior -> prior.basis().equals(one.decision()))) {
                priors.add(new FoundFacts.Prior(one.decidedOn(), false, crime(in, "takenCrime" + id), one.decision()));
            }
        }
        return priors;
    }

    private List<String> crime(Inputs in, String field) {
        String code = in.raw(field);
        if (code.isEmpty()) {
            return List.of();
        }
        if (!thresholds.crimes().contains(code)) {
            in.bad(field, "choice");
        }
        return List.of(code);
    }

    /** What is put behind the names: nothing, 2, 3… */
    static List<String> ends(int most) {
        var ends = new ArrayList<String>(List.of(""));
        for (int n = 2; n <= most; n++) {
            ends.add(Integer.toString(n));
        }
        return ends;
    }

    private static boolean isTyped(Inputs in, String end) {
        return Stream.concat(WORDS.stream(), METRICS.stream().map(Metric::word)).anyMatch(name -> !in.raw(name + end).isEmpty());
    }

    private static boolean ticked(Inputs in, String field) {
        return in.raw(field).equals("true");
    }

    private static Optional<Long> count(Inputs in, String field) {
        if (in.raw(field).isEmpty()) {
            return Optional.empty();
        }
        if (!in.raw(field).matches("\\d{1,9}")) {
            in.bad(field, "count");
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(in.raw(field)));
    }

    private static <E extends Enum<E>> Optional<E> word(Inputs in, String field, Class<E> type) {
        return in.raw(field).isEmpty() ? Optional.empty() : Optional.of(in.one(field, type));
    }

    private static Optional<Long> value(List<FoundFacts.Figure> figures, Metric metric) {
        return figures.stream().filter(figure -> figure.metric() == metric).map(FoundFacts.Figure::value).findFirst();
    }

    /** What stands in the form at first: what counted so far, or what the filing says. */
    static MultiValueMap<String, String> start(CaseFile file) {
        return file.docket().paper(Paper.Facts.class).map(paper -> typed(paper.found())).orElseGet(() -> {
            var typed = new LinkedMultiValueMap<String, String>();
            var span = file.docket().matter().span();
            typed.add("offender", offender(file).name());
            typed.add("begun", span.from().toString());
            span.to().ifPresent(to -> typed.add("until", to.toString()));
            return typed;
        });
    }

    /** A proposed figure as if it had been typed into the first act. */
    static void fill(MultiValueMap<String, String> typed, FigureSource.Proposed proposed) {
        typed.set(proposed.metric().word(), proposed.shown());
        typed.set(proposed.metric().word() + BASIS, proposed.basis());
    }

    private static CrimeFacts.Offender offender(CaseFile file) {
        return file.docket().party().kind() == Party.Kind.FIRM
                ? CrimeFacts.Offender.UNIT
                : CrimeFacts.Offender.INDIVIDUAL;
    }

    private static MultiValueMap<String, String> typed(FoundFacts found) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("offender", found.offender().name());
        for (int n = 0; n < found.acts().size(); n++) {
            typed(found.acts().get(n), n == 0 ? "" : Integer.toString(n + 1), typed);
        }
        for (int n = 0; n < found.priors().size(); n++) {
            String end = n == 0 ? "" : Integer.toString(n + 1);
            var prior = found.priors().get(n);
            typed.add("priorOn" + end, prior.on().toString());
            prior.crimes().forEach(crime -> typed.add("priorCrime" + end, crime));
            tick(typed, "priorCriminal" + end, prior.criminal());
            typed.add("priorBasis" + end, prior.basis());
        }
        tick(typed, "noPrior", found.noPrior());
        tick(typed, "suspicion", found.suspicion());
        typed.add("suspicionGround", found.suspicionGround());
        return typed;
    }

    private static void typed(FoundFacts.Act act, String end, MultiValueMap<String, String> typed) {
        typed.add("begun" + end, act.on().toString());
        put(typed, "until" + end, act.until());
        put(typed, "role" + end, act.role());
        put(typed, "object" + end, act.object());
        typed.add("conduct" + end, act.conduct());
        put(typed, "harm" + end, act.harm());
        put(typed, "profit" + end, act.forProfit().map(profit -> profit ? "YES" : "NO"));
        tick(typed, "ownGoods" + end, act.ownGoods());
        put(typed, "kinds" + end, act.kinds());
        for (var figure : act.figures()) {
            typed.add(figure.metric().word() + end, shown(figure));
            typed.add(figure.metric().word() + BASIS + end, figure.basis());
        }
        put(typed, "punished" + end, act.punished());
        tick(typed, "punishedCriminal" + end, act.punishedCriminally());
    }

    /** A figure as it is typed and shown: yuan with two decimals, or pieces. */
    static String shown(FoundFacts.Figure figure) {
        return figure.metric().isMoney()
                ? Amounts.plain(Money.ofFen(figure.value()))
                : Long.toString(figure.value());
    }

    private static void put(MultiValueMap<String, String> typed, String field, Optional<?> value) {
        value.ifPresent(known -> typed.add(field, known instanceof LocalDate day ? day.toString() : known.toString()));
    }

    private static void tick(MultiValueMap<String, String> typed, String field, boolean on) {
        if (on) {
            typed.add(field, "true");
        }
    }

    /** Message of what a field is called; a basis goes by its figure. */
    static String label(String field) {
        String plain = field.replaceAll("\\d+$", "").replaceAll(BASIS + "$", "");
        return METRICS.stream().map(Metric::word).anyMatch(plain::equals)
                ? "statutes.in." + plain
                : "cases.fact." + field.replaceAll("\\d+$", "");
    }
}

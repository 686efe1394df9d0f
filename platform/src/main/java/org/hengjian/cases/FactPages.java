package org.hengjian.cases;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.law.CrimeAssessment;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.Metric;
import org.hengjian.law.MissingFact;
import org.hengjian.law.Money;
import org.hengjian.law.Said;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.statutes.Computed;
import org.hengjian.statutes.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The facts of a case and what the criminal thresholds say of them (刑事门槛): one page to read, one form to establish. */
@Controller
@RequestMapping("/cases/{id:\\d+}")
class FactPages {

    private final Cases cases;
    private final FactForms forms;
    private final CrimeThresholds thresholds;
    private final EarlierCases earlier;
    private final List<FigureSource> figures;
    private final Procedure procedure;
    private final Viewers viewers;
    private final Clock clock;

    FactPages(
            Cases cases,
            FactForms forms,
            CrimeThresholds thresholds,
            EarlierCases earlier,
            List<FigureSource> figures,
            Procedure procedure,
            Viewers viewers,
            Clock clock) {
        this.cases = cases;
        this.forms = forms;
        this.thresholds = thresholds;
        this.earlier = earlier;
        this.figures = figures;
        this.procedure = procedure;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Tab {

        @Bean
        @Order(5)
        CaseTab factsTab() {
            return id -> new CaseTab.Shown("cases.tab.facts", List.of(), "/cases/" + id + "/facts");
        }
    }

    /**
     * What the thresholds of one crime say, as the page shows it.
     *
     * @param counted   the figure that decides or comes nearest, with unit; empty where none is known
     * @param threshold what it is measured by, with unit; empty where the crime is not measured
     * @param width     of the bar, in percent of the threshold, at most 200
     */
    record Weighed(
            CrimeVerdict verdict,
            CrimeAssessment.Result result,
            Computed computed,
            List<Said> missing,
            String metric,
            String counted,
            String threshold,
            int width) {}

    /** A figure as it is shown. @param metric word of the message {@code statutes.in.<metric>} */
    record Line(String metric, String value, String basis) {

        static List<Line> of(FoundFacts.Act act) {
            return act.figures().stream()
                    .map(figure -> new Line(figure.metric().word(), FactForms.shown(figure), figure.basis()))
                    .toList();
        }
    }

    record Shown(FoundFacts.Act act, List<Line> lines) {}

    /** What another room reckons, beside what the facts say of it now. @param counted empty where they say nothing */
    record Offered(FigureSource.Proposed proposed, String counted) {

        public boolean isTaken() {
            return counted.equals(proposed.shown());
        }
    }

    /** An establishment that was there before the newest. */
    record Before(Entry entry, List<CrimeVerdict> verdicts, List<Line> lines) {

        static Before of(Entry entry) {
            var paper = (Paper.Facts) entry.paper();
            return new Before(
                    entry,
                    paper.verdicts(),
                    paper.found().acts().stream().flatMap(act -> Line.of(act).stream()).toList());
        }
    }

    @GetMapping("/facts")
    String show(@PathVariable long id, Model model) {
        var viewer = staff("cases.facts");
        var file = file(id);
        var docket = file.docket();
        var established = docket.all(Paper.Facts.class).reversed();
        model.addAttribute("file", file);
        model.addAttribute("docket", docket);
        model.addAttribute("grounds", procedure.against(Verb.ESTABLISH, file, viewer, today()));
        model.addAttribute("today", today());
        model.addAttribute("earlier", earlier.of(id));
        model.addAttribute("established", established.isEmpty() ? null : established.getFirst());
        model.addAttribute("nearPercent", thresholds.nearShare(today()).movePointRight(2).intValue());
        model.addAttribute("before", established.stream().skip(1).map(Before::of).toList());
        model.addAttribute("offered", offered(file));
        docket.paper(Paper.Facts.class).ifPresent(paper -> {
            var assessment = thresholds.weigh(paper.found().on(today()));
            model.addAttribute("found", paper.found());
            model.addAttribute("acts", paper.found().acts().stream().map(act -> new Shown(act, Line.of(act))).toList());
            model.addAttribute("assessment", assessment);
            model.addAttribute("weighed", weighed(assessment));
        });
        return "cases/facts";
    }

    private List<Offered> offered(CaseFile file) {
        var acts = file.docket().paper(Paper.Facts.class).map(paper -> paper.found().acts()).orElse(List.of());
        return proposed(file.docket().id()).stream()
                .map(one -> new Offered(
                        one,
                        acts.stream()
                                .flatMap(act -> act.figures().stream())
                                .filter(figure -> figure.metric() == one.metric())
                                .map(FactForms::shown)
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    private List<FigureSource.Proposed> proposed(long id) {
        return figures.stream().flatMap(source -> source.of(id, today()).stream()).toList();
    }

    private List<Weighed> weighed(CrimeAssessment assessment) {
        var verdicts = thresholds.verdicts(assessment, today());
        var weighed = new ArrayList<Weighed>();
        for (int n = 0; n < verdicts.size(); n++) {
            var result = assessment.results().get(n);
            var trigger = Optional.ofNullable(result.trigger());
            var metric = trigger.flatMap(one -> Metric.ofWord(one.metric()));
            weighed.add(new Weighed(
                    verdicts.get(n),
                    result,
                    Computed.of(result),
                    result.missing().stream().map(MissingFact::said).toList(),
                    metric.map(Metric::word).orElse(""),
                    trigger.map(CrimeAssessment.Deciding::value).map(value -> plain(metric, value)).orElse(""),
                    trigger.map(CrimeAssessment.Deciding::threshold).map(value -> plain(metric, value)).orElse(""),
                    verdicts.get(n).ratio().map(ratio -> ratio.movePointRight(2).min(new BigDecimal(200)).intValue()).orElse(0)));
        }
        return weighed.stream()
                .sorted(java.util.Comparator.comparing((Weighed one) -> one.verdict().standing()))
                .toList();
    }

    private static String plain(Optional<Metric> metric, BigDecimal value) {
        return metric.filter(Metric::isMoney).isPresent() ? Amounts.plain(Money.ofYuan(value)) : value.toPlainString();
    }

    @GetMapping("/establish")
    String form(@PathVariable long id, Model model) {
        staff("cases.establish");
        var file = file(id);
        return form(model, file, FactForms.start(file), Map.of(),
                procedure.against(Verb.ESTABLISH, file, viewers.require(), today()));
    }

    /**
     * @param more {@code acts} or {@code priors}: room for one more, nothing is kept yet
     * @param take a figure that another room reckoned, to be filled into the first act; nothing is kept yet
     */
    @PostMapping("/establish")
    String establish(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String more,
            @RequestParam(defaultValue = "") String take,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        staff("cases.establish");
        if (!more.isEmpty()) {
            typed.set(more, Integer.toString(room(typed, more) + 1));
            return form(model, file(id), typed, Map.of(), List.of());
        }
        if (!take.isEmpty()) {
            // Reckoned anew: the form only names it.
            proposed(id).stream().filter(one -> one.metric().name().equals(take)).findFirst().ifPresent(one -> {
                FactForms.fill(typed, one);
                model.addAttribute("filled", one);
            });
            return form(model, file(id), typed, Map.of(), List.of());
        }
        var in = new Inputs(typed, today());
        return switch (forms.take(Verb.ESTABLISH, new Step(id, version), in).orElse(null)) {
            case Outcome.Done done -> {
                Toast.of("cases.done.ESTABLISH", done.file().name()).on(redirect);
                yield "redirect:/cases/" + id + "/facts";
            }
            case Outcome.Refused refused -> form(model, file(id), typed, Map.of(), refused.grounds());
            case null -> form(model, file(id), typed, in.faults(), List.of());
        };
    }

    private String form(
            Model model,
            CaseFile file,
            MultiValueMap<String, String> typed,
            Map<String, Inputs.Fault> errors,
            List<Ground> grounds) {
        model.addAttribute("file", file);
        model.addAttribute("typed", typed.toSingleValueMap());
        model.addAttribute("taken", typed.getOrDefault("taken", List.of()));
        model.addAttribute("errors", errors);
        model.addAttribute("labels", labels(errors));
        model.addAttribute("grounds", grounds);
        model.addAttribute("acts", FactForms.ends(room(typed, "acts")));
        model.addAttribute("priors", FactForms.ends(room(typed, "priors")));
        model.addAttribute("mostActs", FactForms.MOST_ACTS);
        model.addAttribute("mostPriors", FactForms.MOST_PRIORS);
        model.addAttribute("money", FactForms.METRICS.stream().filter(Metric::isMoney).map(Metric::word).toList());
        model.addAttribute("pieces", FactForms.METRICS.stream().filter(metric -> !metric.isMoney()).map(Metric::word).toList());
        model.addAttribute("offenders", CrimeFacts.Offender.values());
        model.addAttribute("roles", CrimeFacts.Role.values());
        model.addAttribute("objects", CrimeFacts.ObjectKind.values());
        model.addAttribute("harms", CrimeFacts.Harm.values());
        model.addAttribute("crimes", thresholds.crimes());
        model.addAttribute("earlier", earlier.of(file.docket().id()));
        model.addAttribute("proposed", proposed(file.docket().id()));
        return "cases/establish";
    }

    private static Map<String, String> labels(Map<String, Inputs.Fault> errors) {
        var labels = new LinkedHashMap<String, String>();
        errors.keySet().forEach(field -> labels.put(field, FactForms.label(field)));
        return labels;
    }

    /** How many acts or punishments the form has room for: as many as asked for, as many as are typed. */
    private static int room(MultiValueMap<String, String> typed, String of) {
        boolean acts = of.equals("acts");
        String first = acts ? "begun" : "priorOn";
        int most = acts ? FactForms.MOST_ACTS : FactForms.MOST_PRIORS;
        String asked = Optional.<@Nullable String>ofNullable(typed.getFirst(of)).orElse("");
        int room = asked.matches("\\d{1,2}") ? Integer.parseInt(asked) : 1;
        for (int n = 2; n <= most; n++) {
            if (typed.containsKey(first + n)) {
                room = Math.max(room, n);
            }
        }
        return Math.clamp(room, 1, most);
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }

    private Viewer staff(String deed) {
        return viewers.require(deed, Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.AUDITOR);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

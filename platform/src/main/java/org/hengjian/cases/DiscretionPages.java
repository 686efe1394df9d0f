package org.hengjian.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.law.PenaltyRange;
import org.hengjian.law.Said;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.statutes.Computed;
import org.hengjian.statutes.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Weighing a penalty (裁量辅助): the range and what it stands on beside the form in which a person weighs. */
@Controller
@RequestMapping("/cases/{id:\\d+}/discretion")
class DiscretionPages {

    private final Cases cases;
    private final DiscretionForms forms;
    private final Discretions discretions;
    private final EarlierCases earlier;
    private final Kinds kinds;
    private final Procedure procedure;
    private final Viewers viewers;
    private final Law law;
    private final Clock clock;

    DiscretionPages(
            Cases cases,
            DiscretionForms forms,
            Discretions discretions,
            EarlierCases earlier,
            Kinds kinds,
            Procedure procedure,
            Viewers viewers,
            Law law,
            Clock clock) {
        this.cases = cases;
        this.forms = forms;
        this.discretions = discretions;
        this.earlier = earlier;
        this.kinds = kinds;
        this.procedure = procedure;
        this.viewers = viewers;
        this.law = law;
        this.clock = clock;
    }

    /** A legal basis to choose. */
    record Basis(String id, Said words) {}

    /** Part of the range in words of money. */
    record Part(Severity severity, String from, String to) {}

    /** An earlier case. @param within whether its act ended within the years of the law before this one */
    record Repeat(EarlierCases.Earlier one, boolean within) {}

    @GetMapping
    String form(@PathVariable long id, Model model) {
        staff();
        var file = file(id);
        return form(model, file, start(file), Map.of(),
                procedure.against(Verb.DISCRETION, file, viewers.require(), today()));
    }

    /** @param look not empty: shows the range for what is chosen, nothing is kept */
    @PostMapping
    String weigh(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String look,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        staff();
        if (!look.isEmpty()) {
            return form(model, file(id), typed, Map.of(), List.of());
        }
        var in = new Inputs(typed, today());
        return switch (forms.take(Verb.DISCRETION, new Step(id, version), in).orElse(null)) {
            case Outcome.Done done -> {
                Toast.of("cases.done.DISCRETION", done.file().name()).on(redirect);
                yield "redirect:/cases/" + id + "#discretion";
            }
            case Outcome.Refused refused -> form(model, file(id), typed, Map.of(), refused.grounds());
            case null -> form(model, file(id), typed, in.faults(), List.of());
        };
    }

    private MultiValueMap<String, String> start(CaseFile file) {
        var typed = new LinkedMultiValueMap<String, String>();
        file.docket().paper(Paper.Weighed.class).map(Paper.Weighed::discretion).ifPresent(before -> {
            typed.add("fineBasis", before.basis());
            typed.add("severity", before.severity().name());
            before.factors().forEach(factor -> typed.add("factors", factor));
            typed.add("fine", Amounts.plain(before.fine()));
            typed.add("reasons", before.reasons());
        });
        if (typed.isEmpty()) {
            kinds.ofCase(file.docket().id())
                    .flatMap(kind -> kind.penalties().stream().filter(discretions.bases()::contains).findFirst())
                    .ifPresent(basis -> typed.add("fineBasis", basis));
        }
        return typed;
    }

    private String form(
            Model model,
            CaseFile file,
            MultiValueMap<String, String> typed,
            Map<String, Inputs.Fault> errors,
            List<Ground> grounds) {
        String basis = Optional.<@Nullable String>ofNullable(typed.getFirst("fineBasis"))
                .filter(discretions.bases()::contains)
                .orElse("");
        var ticked = typed.getOrDefault("factors", List.of());
        var actOn = Discretions.actOn(file);
        model.addAttribute("file", file);
        model.addAttribute("typed", typed.toSingleValueMap());
        model.addAttribute("ticked", ticked);
        model.addAttribute("errors", errors);
        model.addAttribute("grounds", grounds);
        model.addAttribute("actOn", actOn);
        model.addAttribute("established", file.docket().paper(Paper.Facts.class).isPresent());
        model.addAttribute("bases", discretions.bases().stream()
                .map(one -> new Basis(one, new Said(law.parameter(one).en(), law.parameter(one).zh())))
                .toList());
        model.addAttribute("basis", basis);
        model.addAttribute("severities", Severity.values());
        var factors = discretions.factors(basis.isEmpty() ? "fine." : basis, actOn);
        model.addAttribute("factors", factors);
        model.addAttribute("years", discretions.repeatYears(basis, actOn).orElse(null));
        model.addAttribute("repeats", repeats(file, basis, actOn));
        if (!basis.isEmpty()) {
            var range = discretions.range(file, basis, ticked);
            model.addAttribute("range", range);
            model.addAttribute("computed", Computed.of(range));
            model.addAttribute("parts", parts(range));
            model.addAttribute("proposed", Discretions.proposed(
                    factors.stream().filter(factor -> ticked.contains(factor.code())).toList(), range).orElse(null));
        }
        return "cases/discretion";
    }

    private List<Part> parts(PenaltyRange range) {
        return discretions.bands(range, today()).stream()
                .map(band -> new Part(band.severity(), plain(band.from()), plain(band.to())))
                .toList();
    }

    private List<Repeat> repeats(CaseFile file, String basis, LocalDate actOn) {
        var since = discretions.repeatYears(basis, actOn).map(actOn::minusYears);
        return earlier.of(file.docket().id()).stream()
                .map(one -> new Repeat(one, since.filter(day -> !one.actUntil().isBefore(day)).isPresent()))
                .toList();
    }

    private static String plain(Money money) {
        return Amounts.plain(money);
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }

    private Viewer staff() {
        return viewers.require("cases.discretion", Role.OFFICER, Role.REVIEWER, Role.HEAD);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package org.hengjian.adjudications;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.documents.Documents;
import org.hengjian.documents.Proofed;
import org.hengjian.law.Law;
import org.hengjian.registers.RegisterFile;
import org.hengjian.registers.Registers;
import org.hengjian.shell.FormField;
import org.hengjian.shell.IdempotencyKeys;
import org.hengjian.shell.Light;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.shell.TypedForm;
import org.hengjian.statutes.Computed;
import org.hengjian.statutes.DayRuler;
import org.hengjian.statutes.Ground;
import org.hengjian.statutes.Lights;
import org.hengjian.time.PlatformTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** The pages of the room: the list, one adjudication on one page, a form for each step. */
@Controller
@RequestMapping("/adjudications")
class AdjudicationPages {


    private final Adjudications adjudications;
    private final AdjudicationList list;
    private final AdjudicationForms forms;
    private final RequestForm requestForm;
    private final Clocks clocks;
    private final Lights lights;
    private final Documents documents;
    private final Regions regions;
    private final Viewers viewers;
    private final Clock clock;
    private final Law law;
    private final MessageSource messages;
    private final Registers registers;

    AdjudicationPages(
            Adjudications adjudications,
            AdjudicationList list,
            AdjudicationForms forms,
            RequestForm requestForm,
            Clocks clocks,
            Lights lights,
            Documents documents,
            Regions regions,
            Viewers viewers,
            Clock clock,
            Law law,
            MessageSource messages,
            Registers registers) {
        this.adjudications = adjudications;
        this.list = list;
        this.forms = forms;
        this.requestForm = requestForm;
        this.clocks = clocks;
        this.lights = lights;
        this.documents = documents;
        this.regions = regions;
        this.viewers = viewers;
        this.clock = clock;
        this.law = law;
        this.messages = messages;
        this.registers = registers;
    }

    /** A step as the page offers it; with grounds it is shown with its reasons instead of a button. */
    record Offer(Verb verb, List<Ground> grounds) {}

    /** A term as the page shows it. */
    record Lit(String duty, LocalDate due, Light light, boolean party) {}

    /** A term that was met. @param late too late */
    record Met(String duty, LocalDate on, LocalDate due, boolean late) {}

    /** How the last day of a duty was worked out. */
    record Shown(String duty, Computed value) {}

    /** A paper in the record of events. */
    record Told(Entry entry, PaperLines lines) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String conclusion,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        reader("adjudications.list");
        var filter = filter(q, state, conclusion, late);
        var page = list.page(filter, after);
        model.addAttribute("filter", filter);
        model.addAttribute("stages", Stage.values());
        model.addAttribute("conclusions", Paper.Conclusion.values());
        model.addAttribute("page", page);
        model.addAttribute("mayRequest", adjudications.againstRequest().isEmpty());
        model.addAttribute("lights", page.rows().stream()
                .filter(row -> row.dueOn() != null)
                .collect(Collectors.toMap(
                        AdjudicationList.Row::id, row -> light(row.dueDuty(), Objects.requireNonNull(row.dueOn())))));
        return "adjudications/list";
    }

    /** 行政裁决台账: what the list shows under the same filters. */
    @GetMapping("/register.xlsx")
    void register(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String conclusion,
            @RequestParam(defaultValue = "false") boolean late,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        reader("adjudications.register");
        var filter = filter(q, state, conclusion, late);
        registers.of("adjudications", "adjudications.register.title", locale)
                .filter(filter.words())
                .filter("adjudications.state.", filter.state())
                .filter("adjudications.conclusion.", filter.conclusion())
                .filter("adjudications.list.late", late)
                .text("adjudications.list.number", 26)
                .text("adjudications.list.title", 56)
                .text("adjudications.field.patentNumber", 20)
                .text("adjudications.list.state", 16)
                .text("adjudications.field.conclusion", 20)
                .text("adjudications.list.agency", 30)
                .day("adjudications.field.receivedOn")
                .day("adjudications.list.accepted")
                .day("adjudications.list.ruled")
                .day("adjudications.list.due")
                .xlsx(
                        list.rows(filter, Registers.ROWS_ASKED),
                        row -> RegisterFile.cells(
                                row.number(),
                                row.title(),
                                row.patentNumber(),
                                said("adjudications.state." + row.state(), locale),
                                row.conclusion().isEmpty() ? "" : said("adjudications.conclusion." + row.conclusion(), locale),
                                row.agencyName(),
                                row.receivedOn(),
                                row.acceptedOn(),
                                row.ruledOn(),
                                row.dueOn()),
                        response);
    }

    @GetMapping("/new")
    String request(Model model) {
        reader("adjudications.request");
        return form(model, null, requestForm.fields(today()), new LinkedMultiValueMap<>(), Map.of(), adjudications.againstRequest(), null);
    }

    @PostMapping
    String request(
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        reader("adjudications.request");
        var in = new TypedForm(typed, today());
        return switch (requestForm.enter(in, key(key)).orElse(null)) {
            case Outcome.Done done -> shown(done.adjudication(), "REQUEST", locale, redirect);
            case Outcome.Refused refused ->
                form(model, null, requestForm.fields(today()), typed, Map.of(), refused.grounds(), null);
            case null -> form(model, null, requestForm.fields(today()), typed, in.errors(), List.of(), null);
        };
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        reader("adjudications.show");
        var adjudication = adjudication(id);
        var dossier = adjudication.dossier();
        var offers = Procedure.steps(adjudication.stage()).stream()
                .map(verb -> new Offer(verb, adjudications.against(verb, adjudication)))
                .toList();
        var open = offers.stream().filter(offer -> offer.grounds().isEmpty()).toList();
        model.addAttribute("adjudication", adjudication);
        model.addAttribute("dossier", dossier);
        model.addAttribute("dispute", dossier.dispute());
        model.addAttribute("panel", dossier.panel().orElse(null));
        model.addAttribute("ruled", dossier.paper(Paper.Ruled.class).orElse(null));
        model.addAttribute("merged", dossier.paper(Paper.Merged.class).orElse(null));
        model.addAttribute("respondentPlace", regions.path(dossier.dispute().respondentRegion()));
        model.addAttribute("actPlace", regions.path(dossier.dispute().actRegion()));
        model.addAttribute("next", open.stream().limit(1).toList());
        model.addAttribute("offers", open.stream().skip(1).toList());
        model.addAttribute("blocked", offers.stream().filter(offer -> !offer.grounds().isEmpty()).toList());
        model.addAttribute("waitsFor", open.isEmpty() ? offers.stream().map(Offer::verb).findFirst().orElse(null) : null);
        terms(model, adjudication);
        model.addAttribute("documents", documents.of(AdjudicationDocuments.OBJECT, id));
        model.addAttribute("drafts", documents.waiting(AdjudicationDocuments.OBJECT, id));
        model.addAttribute("timeline", dossier.entries().reversed().stream()
                .map(entry -> new Told(entry, PaperLines.of(entry.paper())))
                .toList());
        model.addAttribute("zone", PlatformTime.ZONE);
        return "adjudications/adjudication";
    }

    private void terms(Model model, Adjudication adjudication) {
        var terms = clocks.of(adjudication, today());
        var running = adjudication.stage().isEnd() ? List.<Clocks.Clock>of() : terms.stream().filter(Clocks.Clock::runs).toList();
        model.addAttribute("lights", running.stream()
                .map(term -> new Lit(
                        term.duty(), term.due(), term.paused() ? Light.suspended() : light(term.duty(), term.due()), term.party()))
                .toList());
        model.addAttribute("computed", running.stream()
                .map(term -> new Shown(term.duty(), Computed.ofRunning(term.deadline(), today())))
                .toList());
        model.addAttribute("met", terms.stream()
                .filter(term -> !term.runs())
                .map(term -> new Met(term.duty(), term.met().orElseThrow(), term.due(), term.late(today())))
                .toList());
        model.addAttribute("ruler", DayRuler.of(running.stream().map(Clocks.Clock::deadline).toList(), law, today()));
    }

    @GetMapping("/{id:\\d+}/{step}")
    String step(@PathVariable long id, @PathVariable String step, Model model) {
        reader("adjudications." + step);
        var adjudication = adjudication(id);
        var verb = verb(step);
        return form(
                model, adjudication, forms.fields(verb, adjudication, today()), new LinkedMultiValueMap<>(), Map.of(),
                adjudications.against(verb, adjudication), verb);
    }

    @Proofed
    @PostMapping("/{id:\\d+}/{step}")
    String take(
            @PathVariable long id,
            @PathVariable String step,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        reader("adjudications." + step);
        var verb = verb(step);
        var in = new TypedForm(typed, today());
        return switch (forms.take(verb, new Step(id, version, key(key)), in).orElse(null)) {
            case Outcome.Done done -> shown(done.adjudication(), verb.name(), locale, redirect);
            case Outcome.Refused refused -> again(model, id, verb, typed, Map.of(), refused.grounds());
            case null -> again(model, id, verb, typed, in.errors(), List.of());
        };
    }

    private String shown(Adjudication adjudication, String verb, Locale locale, RedirectAttributes redirect) {
        Toast.of("adjudications.done", said("adjudications.verb." + verb, locale), adjudication.name()).on(redirect);
        return "redirect:/adjudications/" + adjudication.dossier().id();
    }

    private String again(
            Model model, long id, Verb verb, MultiValueMap<String, String> typed, Map<String, String> errors, List<Ground> grounds) {
        var adjudication = adjudication(id);
        return form(model, adjudication, forms.fields(verb, adjudication, today()), typed, errors, grounds, verb);
    }

    private String form(
            Model model,
            @Nullable Adjudication adjudication,
            List<FormField> fields,
            MultiValueMap<String, String> typed,
            Map<String, String> errors,
            List<Ground> grounds,
            @Nullable Verb verb) {
        model.addAttribute("adjudication", adjudication);
        model.addAttribute("verb", verb == null ? "REQUEST" : verb.name());
        model.addAttribute("path", adjudication == null || verb == null
                ? "/adjudications"
                : "/adjudications/" + adjudication.dossier().id() + "/" + verb.path());
        model.addAttribute("fields", fields);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("grounds", grounds);
        // One form, one key: sent twice, it is done once.
        model.addAttribute("key", typed.getOrDefault("key", List.of(UUID.randomUUID().toString())).getFirst());
        return "adjudications/form";
    }

    private Light light(String duty, LocalDate due) {
        return List.of(Clocks.ACCEPTANCE, Clocks.COPY, Clocks.ANSWER_COPY, Clocks.DEMAND_WAIT).contains(duty)
                ? lights.inWorkingDays(due)
                : lights.inCalendarDays(due);
    }

    private Adjudication adjudication(long id) {
        return adjudications.find(id).orElseThrow(() -> new NotFound("adjudication " + id));
    }

    private Viewer reader(String deed) {
        return viewers.require(deed, AdjudicationsConfiguration.READERS);
    }

    private static Verb verb(String step) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.path().equals(step))
                .findFirst()
                .orElseThrow(() -> new NotFound("step " + step));
    }

    private static AdjudicationList.Filter filter(String q, String state, String conclusion, boolean late) {
        return new AdjudicationList.Filter(
                q.strip(), known(Stage.values(), state), known(Paper.Conclusion.values(), conclusion), late);
    }

    private static String known(Enum<?>[] values, String name) {
        return Arrays.stream(values).map(Enum::name).filter(name::equals).findFirst().orElse("");
    }

    /** Longer ones are nobody's. */
    private static String key(String typed) {
        return typed.length() > IdempotencyKeys.CHARS_MOST ? "" : typed.strip();
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

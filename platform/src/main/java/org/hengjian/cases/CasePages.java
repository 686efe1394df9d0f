package org.hengjian.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.People;
import org.hengjian.audit.Audit;
import org.hengjian.documents.Documents;
import org.hengjian.documents.Proofed;
import org.hengjian.documents.Typed;
import org.hengjian.law.Law;
import org.hengjian.leads.Leads;
import org.hengjian.registers.RegisterFile;
import org.hengjian.registers.Registers;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.Light;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.statutes.Computed;
import org.hengjian.statutes.DayRuler;
import org.hengjian.statutes.Ground;
import org.hengjian.time.PlatformTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** The pages of the room: the list, one case on one page, a form for each step. */
@Controller
@RequestMapping("/cases")
class CasePages {


    private final Cases cases;
    private final AskedCases asked;
    private final CaseList list;
    private final CaseForms forms;
    private final Procedure procedure;
    private final VenueRules venues;
    private final Clocks clocks;
    private final Documents documents;
    private final People people;
    private final Leads leads;
    private final Audit audit;
    private final Viewers viewers;
    private final Clock clock;
    private final Law law;
    private final MessageSource messages;
    private final Registers registers;
    private final Kinds kinds;
    private final ObjectProvider<CaseTab> tabs;

    CasePages(
            Cases cases,
            AskedCases asked,
            CaseList list,
            CaseForms forms,
            Procedure procedure,
            VenueRules venues,
            Clocks clocks,
            Documents documents,
            People people,
            Leads leads,
            Audit audit,
            Viewers viewers,
            Clock clock,
            Law law,
            MessageSource messages,
            Registers registers,
            Kinds kinds,
            ObjectProvider<CaseTab> tabs) {
        this.cases = cases;
        this.asked = asked;
        this.list = list;
        this.forms = forms;
        this.procedure = procedure;
        this.venues = venues;
        this.clocks = clocks;
        this.documents = documents;
        this.people = people;
        this.leads = leads;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
        this.law = law;
        this.messages = messages;
        this.registers = registers;
        this.kinds = kinds;
        this.tabs = tabs;
    }

    /** A step as the page offers it; with grounds it is shown with its reasons instead of a button. */
    record Offer(Verb verb, List<Ground> grounds) {}

    /** A running term with its light. */
    record Lit(Clocks.Clock clock, Light light) {}

    /** How the last day of a duty was worked out. */
    record Shown(String duty, Computed value) {}

    /** A measure as the page shows it. @param until last day, and light, while it stands */
    record Held(Measure measure, String state, @Nullable LocalDate until, @Nullable Light light) {

        static Held of(Measure measure, CaseFile file, Clocks clocks, LocalDate today) {
            String state = measure.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
            return measure instanceof Measure.Standing
                    ? clocks.of(measure, file.docket())
                            .map(clock -> new Held(measure, state, clock.due(), clocks.light(clock, today)))
                            .orElseThrow()
                    : new Held(measure, state, null, null);
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        reader("cases.list");
        var filter = new CaseList.Filter(q.strip(), known(state), mine, late, sort(sort));
        model.addAttribute("filter", filter);
        model.addAttribute("stages", Stage.values());
        var page = list.page(filter, after);
        model.addAttribute("page", page);
        model.addAttribute("lights", page.rows().stream()
                .filter(row -> row.dueOn() != null)
                .collect(Collectors.toMap(
                        CaseList.Row::id,
                        row -> clocks.light(row.dueDuty(), Objects.requireNonNull(row.dueOn()), today()))));
        model.addAttribute("today", today());
        model.addAttribute("mayPropose", viewers.require().has(Role.OFFICER));
        model.addAttribute("maySpot", viewers.require().hasAny(SpotPages.READERS));
        return "cases/list";
    }

    /** 案件台账: what the list shows under the same filters, up to a limit that a workbook still opens with. */
    @GetMapping("/register.xlsx")
    void register(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "") String sort,
            java.util.Locale locale,
            HttpServletResponse response)
            throws java.io.IOException {
        reader("cases.register");
        var filter = new CaseList.Filter(q.strip(), known(state), mine, late, sort(sort));
        registers.of("cases", "cases.register.title", locale)
                .filter(filter.words())
                .filter("cases.state.", filter.state())
                .filter("cases.list.mine", mine)
                .filter("cases.list.late", late)
                .text("cases.list.number", 26)
                .text("cases.list.title", 48)
                .text("cases.list.state", 14)
                .text("cases.list.officers", 20)
                .day("cases.state.FILED")
                .day("cases.list.due")
                .fen("cases.list.penalty")
                .xlsx(
                        list.rows(filter, Registers.ROWS_ASKED),
                        row -> RegisterFile.cells(
                                row.number(),
                                row.title(),
                                said("cases.state." + row.state(), locale),
                                row.officers(),
                                row.filedOn(),
                                row.dueOn(),
                                row.fineFen() + row.confiscatedFen()),
                        response);
    }

    @GetMapping("/new")
    String propose(
            @RequestParam(defaultValue = "") String lead, @RequestParam(defaultValue = "0") long transferred, Model model) {
        staff("cases.propose");
        var fields = cases.find(transferred)
                .flatMap(file -> forms.proposal(file, today().toString()))
                .or(() -> leads.find(lead).map(found -> forms.proposal(found, today().toString())))
                .orElseGet(() -> CaseForms.proposal(lead, today().toString()));
        return form(model, null, fields, new LinkedMultiValueMap<>(), Map.of(), List.of());
    }

    /** Agencies in whose name the words stand, for the suggestions of a field. */
    @GetMapping("/agencies")
    String agencies(@RequestParam String field, @RequestParam Map<String, String> typed, Model model) {
        staff("cases.agencies");
        model.addAttribute("field", field);
        model.addAttribute("agencies", venues.suggested(typed.getOrDefault(field, "")));
        return "cases/agencies";
    }

    @PostMapping
    String propose(@RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes redirect) {
        var in = new Inputs(typed, today());
        return switch (forms.propose(in).orElse(null)) {
            case Outcome.Done done -> {
                Toast.of("cases.done.PROPOSE", done.file().name()).on(redirect);
                yield "redirect:/cases/" + done.file().docket().id();
            }
            case Outcome.Refused refused ->
                form(model, null, CaseForms.proposal("", today().toString()), typed, Map.of(), refused.grounds());
            case null -> form(model, null, CaseForms.proposal("", today().toString()), typed, in.faults(), List.of());
        };
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String tab, Model model) {
        var viewer = reader("cases.show");
        var own = cases.find(id);
        if (own.isEmpty()) {
            return asked(asked.find(id).orElseThrow(() -> new NotFound("case " + id)), model);
        }
        var file = own.get();
        var offers = Course.steps(file).stream()
                .map(verb -> new Offer(verb, procedure.against(verb, file, viewer, today())))
                .toList();
        model.addAttribute("file", file);
        model.addAttribute("docket", file.docket());
        var open = offers.stream().filter(offer -> offer.grounds().isEmpty()).toList();
        var next = open.stream().filter(offer -> Course.isUsual(offer.verb(), file)).findFirst().map(List::of).orElse(List.of());
        model.addAttribute("next", next);
        model.addAttribute("offers", open.stream().filter(offer -> !next.contains(offer)).toList());
        model.addAttribute("waitsFor", next.isEmpty() ? offers.stream().map(Offer::verb).findFirst().orElse(null) : null);
        var beside = Course.beside(file).stream()
                .filter(verb -> procedure.against(verb, file, viewer, today()).isEmpty())
                .toList();
        model.addAttribute("beside", beside.stream().filter(Verb::isBeside).toList());
        model.addAttribute("asides", Asides.of(file, beside, clocks, today()));
        model.addAttribute("received", file instanceof CaseFile.Concluded
                && Venue.of(file.docket()) instanceof Venue.Gone gone
                && gone.to().id() == viewer.agency()
                && viewer.hasAny(Role.OFFICER, Role.HEAD));
        model.addAttribute("measures", Measure.of(file.docket()).stream().map(measure -> Held.of(measure, file, clocks, today())).toList());
        model.addAttribute("testings", Testing.of(file.docket()));
        model.addAttribute("suspension", file.docket().suspension().orElse(null));
        model.addAttribute("blocked", offers.stream().filter(offer -> !offer.grounds().isEmpty()).toList());
        var terms = clocks.of(file);
        model.addAttribute("lights", file.stage().isEnd() ? List.of() : terms.stream()
                .filter(Clocks.Clock::runs)
                .map(term -> new Lit(term, clocks.light(term, today())))
                .toList());
        model.addAttribute("computed", file.stage().isEnd() ? List.of() : terms.stream()
                .filter(Clocks.Clock::runs)
                .map(term -> new Shown(term.duty(), Computed.ofRunning(term.deadline(), today())))
                .toList());
        model.addAttribute("met", terms.stream().filter(term -> !term.runs()).toList());
        model.addAttribute("ruler", DayRuler.of(
                file.stage().isEnd()
                        ? List.of()
                        : terms.stream().filter(Clocks.Clock::runs).map(Clocks.Clock::deadline).toList(),
                law,
                today()));
        model.addAttribute("documents", documents.of(CaseDocuments.OBJECT, id));
        model.addAttribute("previews", CaseDocuments.previews(file));
        model.addAttribute("mayWord", CaseDocuments.previews(file) && cases.mayWord(file));
        model.addAttribute("drafts", file.stage().isEnd() ? List.of() : documents.waiting(CaseDocuments.OBJECT, id));
        model.addAttribute("penalty", penalty(file));
        model.addAttribute("kind", kinds.ofCase(id).orElse(null));
        model.addAttribute("weighed", file.docket().last(Paper.Weighed.class).orElse(null));
        model.addAttribute("alarms", file.docket().paper(Paper.Facts.class)
                .map(paper -> paper.verdicts().stream().filter(CrimeVerdict::alarming).toList())
                .orElse(List.of()));
        model.addAttribute("timeline", file.docket().entries().reversed());
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", tabs.orderedStream().map(one -> one.of(id)).toList());
        if ("log".equals(tab)) {
            var log = new ArrayList<>(audit.of("case", file.name()));
            if (file.number().isPresent()) {
                log.addAll(audit.of("case", file.docket().proposalNumber()));
            }
            model.addAttribute("log", log);
        }
        return "cases/file";
    }

    /** For an agency that is only asked who has jurisdiction: the header, the question, and what was given to it. */
    private String asked(CaseFile file, Model model) {
        var viewer = viewers.require();
        var open = Course.beside(file).stream()
                .filter(Verb::isOfAnother)
                .filter(verb -> procedure.against(verb, file, viewer, today()).isEmpty())
                .toList();
        model.addAttribute("file", file);
        model.addAttribute("holder", venues.office(file.docket().agency()).name());
        model.addAttribute("asides", List.of(Asides.venue(file, open)));
        model.addAttribute("documents", documents.of(CaseDocuments.OBJECT, file.docket().id()));
        return "cases/asked";
    }

    /** The next document before its issue, to be worded. */
    @GetMapping("/{id:\\d+}/draft")
    String draft(@PathVariable long id, Model model) {
        return draft(file(id), model);
    }

    @PostMapping("/{id:\\d+}/draft")
    String word(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        var file = file(id);
        try {
            int passages = cases.word(id, Typed.of(typed)).orElseThrow(() -> new NotFound("draft of case " + id));
            Toast.of("documents.draft.saved", passages).on(redirect);
            return "redirect:/cases/" + id + "/draft";
        } catch (Conflict meanwhile) {
            model.addAttribute("meanwhile", Typed.of(typed).revisions());
            return draft(file, model);
        }
    }

    private String draft(CaseFile file, Model model) {
        var proof = cases.draft(file.docket().id()).orElseThrow(() -> new NotFound("draft of case " + file.docket().id()));
        model.addAttribute("file", file);
        model.addAttribute("proof", proof);
        model.addAttribute("mayWord", cases.mayWord(file));
        return "cases/draft";
    }

    @GetMapping("/{id:\\d+}/{step}")
    String step(@PathVariable long id, @PathVariable String step, Model model) {
        staff("cases." + step);
        var verb = verb(step);
        var file = file(verb, id);
        return form(model, file, forms.fields(verb, file, today().toString()), new LinkedMultiValueMap<>(), Map.of(),
                procedure.against(verb, file, viewers.require(), today()), verb);
    }

    @Proofed
    @PostMapping("/{id:\\d+}/{step}")
    String take(
            @PathVariable long id,
            @PathVariable String step,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        staff("cases." + step);
        var verb = verb(step);
        var in = new Inputs(typed, today());
        return switch (forms.take(verb, new Step(id, version), in).orElse(null)) {
            case Outcome.Done done -> {
                Toast.of("cases.done." + verb, done.file().name()).on(redirect);
                yield "redirect:/cases/" + id;
            }
            case Outcome.Refused refused -> again(model, id, verb, typed, Map.of(), refused.grounds());
            case null -> again(model, id, verb, typed, in.faults(), List.of());
        };
    }

    @GetMapping(value = "/{id:\\d+}/preview.pdf")
    ResponseEntity<byte[]> preview(@PathVariable long id) {
        return cases.draft(id)
                .map(documents::pdf)
                .map(pdf -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Disposition", "inline; filename=\"preview.pdf\"")
                        .body(pdf))
                .orElseThrow(() -> new NotFound("preview of case " + id));
    }

    /** The answer shows it at once: what is sealed must not lie in a session meanwhile. */
    @PostMapping("/{id:\\d+}/unmask")
    String unmask(@PathVariable long id, @RequestParam(defaultValue = "") String purpose, Model model, RedirectAttributes redirect) {
        if (purpose.isBlank()) {
            redirect.addFlashAttribute("purposeMissing", true);
            return "redirect:/cases/" + id + "#party";
        }
        model.addAttribute("personal", cases.unmask(id, purpose.strip()));
        return show(id, "", model);
    }

    @GetMapping("/{id:\\d+}/unmask")
    String masked(@PathVariable long id) {
        return "redirect:/cases/" + id + "#party";
    }

    private String again(
            Model model, long id, Verb verb, MultiValueMap<String, String> typed, Map<String, Inputs.Fault> errors, List<Ground> grounds) {
        var file = file(verb, id);
        return form(model, file, forms.fields(verb, file, today().toString()), typed, errors, grounds, verb);
    }

    private String form(
            Model model,
            @Nullable CaseFile file,
            List<CaseForms.Field> fields,
            MultiValueMap<String, String> typed,
            Map<String, Inputs.Fault> errors,
            List<Ground> grounds,
            Verb... verb) {
        model.addAttribute("file", file);
        model.addAttribute("verb", verb.length == 0 ? "PROPOSE" : verb[0].name());
        model.addAttribute("path", file == null || verb.length == 0 ? "/cases" : "/cases/" + file.docket().id() + "/" + verb[0].path());
        model.addAttribute("fields", file == null
                ? java.util.stream.Stream.concat(java.util.stream.Stream.of(forms.kinds()), fields.stream()).toList()
                : fields);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("grounds", grounds);
        model.addAttribute("previews", file != null && file.docket().agency() == viewers.require().agency() && CaseDocuments.previews(file));
        model.addAttribute("proofs", verb.length > 0 && verb[0].issues());
        model.addAttribute("drafts", file == null ? List.of() : documents.waiting(CaseDocuments.OBJECT, file.docket().id()));
        if (file == null) {
            model.addAttribute("officers", people.of(viewers.require().agency(), Role.OFFICER));
            model.addAttribute("me", viewers.require().person());
        }
        return "cases/form";
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }

    private CaseFile file(Verb verb, long id) {
        return cases.find(id)
                .or(() -> verb.isOfAnother() ? asked.find(id) : Optional.empty())
                .orElseThrow(() -> new NotFound("case " + id));
    }

    private org.hengjian.access.Viewer staff(String deed) {
        return viewers.require(deed, Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.AUDITOR);
    }

    /** Police and prosecutors read the cases that were referred to them, analysts those of their region. */
    private org.hengjian.access.Viewer reader(String deed) {
        return viewers.require(
                deed, Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.AUDITOR, Role.POLICE, Role.PROSECUTOR);
    }

    /** What is imposed, or on the way to it what is proposed. */
    private static Optional<Penalty> penalty(CaseFile file) {
        return file.docket().paper(Paper.Decided.class).map(Paper.Decided::penalty)
                .or(() -> file.docket().paper(Paper.Notice.class).map(Paper.Notice::penalty))
                .or(() -> file.docket().paper(Paper.Findings.class).map(Paper.Findings::penalty));
    }

    private static Verb verb(String step) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.path().equals(step))
                .findFirst()
                .orElseThrow(() -> new NotFound("step " + step));
    }

    private static String known(String state) {
        return Arrays.stream(Stage.values()).map(Stage::name).filter(state::equals).findFirst().orElse("");
    }

    private static CaseList.Sort sort(String word) {
        return Arrays.stream(CaseList.Sort.values())
                .filter(sort -> sort.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(CaseList.Sort.NEWEST);
    }

    private String said(String key, java.util.Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package org.hengjian.referrals;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.documents.Documents;
import org.hengjian.documents.Proofed;
import org.hengjian.law.Law;
import org.hengjian.registers.RegisterFile;
import org.hengjian.registers.Registers;
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

/** The pages of the room: the list, one referral on one page, a form for each step. */
@Controller
@RequestMapping("/referrals")
class ReferralPages {

    private static final Role[] CASE_READERS = {
        Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.AUDITOR, Role.POLICE, Role.PROSECUTOR
    };

    private final Referrals referrals;
    private final ReferralList list;
    private final ReferralForms forms;
    private final Alerts alerts;
    private final JointOperations operations;
    private final TaxLeads taxLeads;
    private final Procedure procedure;
    private final Clocks clocks;
    private final Lights lights;
    private final Documents documents;
    private final Cases cases;
    private final Viewers viewers;
    private final Clock clock;
    private final Law law;
    private final MessageSource messages;
    private final Registers registers;

    ReferralPages(
            Referrals referrals,
            ReferralList list,
            ReferralForms forms,
            Alerts alerts,
            JointOperations operations,
            TaxLeads taxLeads,
            Procedure procedure,
            Clocks clocks,
            Lights lights,
            Documents documents,
            Cases cases,
            Viewers viewers,
            Clock clock,
            Law law,
            MessageSource messages,
            Registers registers) {
        this.referrals = referrals;
        this.list = list;
        this.forms = forms;
        this.alerts = alerts;
        this.operations = operations;
        this.taxLeads = taxLeads;
        this.procedure = procedure;
        this.clocks = clocks;
        this.lights = lights;
        this.documents = documents;
        this.cases = cases;
        this.viewers = viewers;
        this.clock = clock;
        this.law = law;
        this.messages = messages;
        this.registers = registers;
    }

    /** A step as the page offers it; with grounds it is shown with its reasons instead of a button. */
    record Offer(Verb verb, List<Ground> grounds) {}

    /** A term as the page shows it. @param moment its last minute where it runs in hours, else null */
    record Lit(String duty, Side side, LocalDate due, @Nullable String moment, Light light, boolean may) {}

    /** A term that was met. @param late too late */
    record Met(String duty, LocalDate on, LocalDate due, boolean late) {}

    /** How the last day of a duty was worked out. */
    record Shown(String duty, Computed value) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var viewer = reader("referrals.list");
        model.addAttribute("police", viewer.has(Role.POLICE));
        model.addAttribute("staff", viewer.hasAny(Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.AUDITOR));
        var filter = new ReferralList.Filter(q.strip(), known(state), waiting, late);
        var page = list.page(filter, after);
        model.addAttribute("filter", filter);
        model.addAttribute("stages", Stage.values());
        model.addAttribute("page", page);
        model.addAttribute("lights", page.rows().stream()
                .filter(row -> row.dueOn() != null)
                .collect(Collectors.toMap(ReferralList.Row::id, this::light)));
        return "referrals/list";
    }

    /** 移送台账: what the list shows under the same filters. */
    @GetMapping("/register.xlsx")
    void register(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "false") boolean late,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        reader("referrals.register");
        var filter = new ReferralList.Filter(q.strip(), known(state), waiting, late);
        registers.of("referrals", "referrals.register.title", locale)
                .filter(filter.words())
                .filter("referrals.state.", filter.state())
                .filter("referrals.list.waiting", waiting)
                .filter("referrals.list.late", late)
                .text("referrals.list.number", 26)
                .text("referrals.list.title", 48)
                .text("referrals.list.state", 16)
                .text("referrals.field.crime", 30)
                .text("referrals.side.AGENCY", 30)
                .text("referrals.side.POLICE", 30)
                .day("referrals.list.sent")
                .day("referrals.list.due")
                .xlsx(
                        list.rows(filter, Registers.ROWS_ASKED),
                        row -> RegisterFile.cells(
                                row.number(),
                                row.title(),
                                said("referrals.state." + row.state(), locale),
                                said("statutes.crime." + row.crime(), locale),
                                row.agencyName(),
                                row.policeName(),
                                row.sentOn(),
                                row.dueOn()),
                        response);
    }

    /** The referrals of a case, and the way to a new one. */
    @GetMapping("/case/{id:\\d+}")
    String ofCase(@PathVariable long id, Model model) {
        reader("referrals.list");
        var file = ofCase(id);
        model.addAttribute("file", file);
        model.addAttribute("referrals", referrals.ofCase(id));
        model.addAttribute("grounds", referrals.againstProposal(file));
        model.addAttribute("alert", alerts.ofCase(id).orElse(null));
        model.addAttribute("taxLeads", taxLeads.ofCase(id));
        model.addAttribute("maySendTax", taxLeads.maySend(file));
        return "referrals/case";
    }

    @GetMapping("/new")
    String propose(@RequestParam("case") long id, Model model) {
        reader("referrals.propose");
        var file = ofCase(id);
        return form(model, null, file, forms.proposal(file), new LinkedMultiValueMap<>(), Map.of(), referrals.againstProposal(file), null);
    }

    @PostMapping
    String propose(
            @RequestParam("case") long id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        reader("referrals.propose");
        var file = ofCase(id);
        var in = new TypedForm(typed, today(), ReferralForms.ERRORS);
        return switch (forms.propose(id, in, key(key)).orElse(null)) {
            case Outcome.Done done -> {
                Toast.of("referrals.done.PROPOSE", done.referral().name()).on(redirect);
                yield "redirect:/referrals/" + done.referral().dossier().id();
            }
            case Outcome.Refused refused ->
                form(model, null, file, forms.proposal(file), typed, Map.of(), refused.grounds(), null);
            case null -> form(model, null, file, forms.proposal(file), typed, in.errors(), List.of(), null);
        };
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        var viewer = reader("referrals.show");
        var referral = referral(id);
        var offers = Procedure.steps(referral).stream()
                .map(verb -> new Offer(verb, procedure.against(verb, referral, viewer, now())))
                .toList();
        var open = offers.stream().filter(offer -> offer.grounds().isEmpty()).toList();
        model.addAttribute("referral", referral);
        model.addAttribute("dossier", referral.dossier());
        model.addAttribute("report", referral.dossier().paper(Paper.Report.class).orElseThrow());
        model.addAttribute("sent", referral.dossier().paper(Paper.Sent.class).orElse(null));
        model.addAttribute("next", open.stream().limit(1).toList());
        model.addAttribute("offers", open.stream().skip(1).toList());
        model.addAttribute("waitsFor", open.isEmpty() ? offers.stream().map(Offer::verb).findFirst().orElse(null) : null);
        model.addAttribute("blocked", offers.stream().filter(offer -> !offer.grounds().isEmpty()).toList());
        var terms = clocks.of(referral);
        var running = terms.stream().filter(Clocks.Clock::runs).toList();
        model.addAttribute("lights", running.stream().map(this::lit).toList());
        model.addAttribute("computed", running.stream()
                .map(term -> new Shown(term.duty(), Computed.ofRunning(term.deadline(), today())))
                .toList());
        model.addAttribute("met", terms.stream()
                .filter(term -> !term.runs())
                .map(term -> new Met(term.duty(), term.met().orElseThrow().on(), term.due(), term.late(now())))
                .toList());
        model.addAttribute("ruler", DayRuler.of(running.stream().map(Clocks.Clock::deadline).toList(), law, today()));
        model.addAttribute("documents", documents.of(ReferralDocuments.OBJECT, id));
        model.addAttribute("drafts", documents.waiting(ReferralDocuments.OBJECT, id));
        model.addAttribute("bundle", referral.dossier().paper(Paper.Sent.class).map(Paper.Sent::documents).orElse(List.of()).stream()
                .flatMap(document -> documents.find(document).stream())
                .toList());
        model.addAttribute("timeline", referral.dossier().entries().reversed());
        model.addAttribute("operation", operations.of(id).orElse(null));
        model.addAttribute("mayRead", viewer.hasAny(CASE_READERS)
                && cases.find(referral.dossier().matter().caseId()).isPresent());
        model.addAttribute("questions", alerts.questions(referral));
        model.addAttribute("mayAsk", alerts.mayAsk(viewer, referral.dossier().agency().id()) && sent(referral));
        model.addAttribute("mayAnswer", viewer.hasAny(Alerts.ANSWERERS));
        model.addAttribute("me", viewer.agency());
        model.addAttribute("zone", PlatformTime.ZONE);
        return "referrals/referral";
    }

    @GetMapping("/{id:\\d+}/{step}")
    String step(@PathVariable long id, @PathVariable String step, Model model) {
        var viewer = reader("referrals." + step);
        var referral = referral(id);
        var verb = verb(step);
        return form(
                model, referral, null, forms.fields(verb, referral, today().toString()), new LinkedMultiValueMap<>(),
                Map.of(), procedure.against(verb, referral, viewer, now()), verb);
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
            RedirectAttributes redirect) {
        reader("referrals." + step);
        var verb = verb(step);
        var in = new TypedForm(typed, today(), ReferralForms.ERRORS);
        return switch (forms.take(verb, new Step(id, version, key(key)), in).orElse(null)) {
            case Outcome.Done done -> {
                Toast.of("referrals.done." + verb, done.referral().name()).on(redirect);
                yield "redirect:/referrals/" + id;
            }
            case Outcome.Refused refused -> again(model, id, verb, typed, Map.of(), refused.grounds());
            case null -> again(model, id, verb, typed, in.errors(), List.of());
        };
    }

    private String again(
            Model model, long id, Verb verb, MultiValueMap<String, String> typed, Map<String, String> errors, List<Ground> grounds) {
        var referral = referral(id);
        return form(
                model, referral, null, forms.fields(verb, referral, today().toString()), typed, errors, grounds, verb);
    }

    private String form(
            Model model,
            @Nullable Referral referral,
            @Nullable CaseFile file,
            List<ReferralForms.Field> fields,
            MultiValueMap<String, String> typed,
            Map<String, String> errors,
            List<Ground> grounds,
            @Nullable Verb verb) {
        model.addAttribute("referral", referral);
        model.addAttribute("file", file);
        model.addAttribute("verb", verb == null ? "PROPOSE" : verb.name());
        model.addAttribute("path", referral == null || verb == null
                ? "/referrals"
                : "/referrals/" + referral.dossier().id() + "/" + verb.path());
        model.addAttribute("fields", fields);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("grounds", grounds);
        // One form, one key: sent twice, it is done once.
        model.addAttribute("key", typed.getOrDefault("key", List.of(UUID.randomUUID().toString())).getFirst());
        return "referrals/form";
    }

    private static boolean sent(Referral referral) {
        return referral.dossier().letter().isPresent();
    }

    private Lit lit(Clocks.Clock term) {
        var moment = term.deadline().dueMoment();
        return new Lit(
                term.duty(),
                term.side(),
                term.due(),
                moment == null ? null : PlatformTime.minute(moment.toInstant()),
                term.late(now()) ? late(term.due()) : lights.inCalendarDays(term.due()),
                term.may());
    }

    /** A period in hours is over within its last day already. */
    private Light late(LocalDate due) {
        return new Light(Light.Colour.RED, Math.max(1, today().toEpochDay() - due.toEpochDay()), Light.Unit.CALENDAR_DAYS);
    }

    private Light light(ReferralList.Row row) {
        var day = Objects.requireNonNull(row.dueOn());
        return row.dueAt() != null && now().isAfter(row.dueAt()) ? late(day) : lights.inCalendarDays(day);
    }

    private Referral referral(long id) {
        return referrals.find(id).orElseThrow(() -> new NotFound("referral " + id));
    }

    private CaseFile ofCase(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }

    private Viewer reader(String deed) {
        return viewers.require(deed, ReferralsConfiguration.READERS);
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

    /** Longer ones are nobody's. */
    private static String key(String typed) {
        return typed.length() > 200 ? "" : typed.strip();
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return Instant.now(clock);
    }
}

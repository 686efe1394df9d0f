package org.hengjian.claims;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.screening.Claim;
import org.hengjian.screening.ShippedClaims;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Page;
import org.hengjian.shell.Toast;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The words that speak about goods, on pages: own ones and those that the product ships; drafts, trials, publication. */
@Controller
@RequestMapping("/claims")
class ClaimPages {

    private static final int PAGE = 50;
    private static final Role[] READERS = {
        Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.AUDITOR, Role.ADMINISTRATOR
    };

    private final Claims claims;
    private final Trials trials;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    ClaimPages(Claims claims, Trials trials, Viewers viewers, Audit audit, Clock clock) {
        this.claims = claims;
        this.trials = trials;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry claimsEntry() {
            return NavEntry.of(NavEntry.Group.BASIS, "claims.title", "speakerphone", "/claims", 15, READERS);
        }
    }

    /** Conditions of the lists as they stand in the address. */
    record Wanted(String q, String kind, String state, String origin) {

        Wanted {
            q = q == null ? "" : q.strip();
            kind = kind == null ? "" : kind;
            state = state == null ? "" : state;
            origin = "shipped".equals(origin) ? "shipped" : "own";
        }

        public boolean isFiltered() {
            return !q.isEmpty() || !kind.isEmpty() || !state.isEmpty();
        }

        public boolean isShipped() {
            return origin.equals("shipped");
        }
    }

    /** Shipped words, with what people put in their place. */
    record Shipped(Claim claim, Optional<Wording> corrected) {}

    @ModelAttribute
    void common(Model model) {
        Viewer viewer = viewers.require("claims.read", READERS);
        model.addAttribute("kinds", WordingForm.KINDS);
        model.addAttribute("states", Wording.State.values());
        model.addAttribute("mayWrite", viewer.hasAny(Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR));
        model.addAttribute("mayDecide", viewer.hasAny(Role.HEAD, Role.ANALYST, Role.ADMINISTRATOR));
        model.addAttribute("me", viewer.person());
    }

    @GetMapping
    String list(@ModelAttribute Wanted wanted, @RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("wanted", wanted);
        model.addAttribute("shippedCount", ShippedClaims.all().size());
        if (wanted.isShipped()) {
            model.addAttribute("shipped", shipped(wanted, after));
            return "claims/list";
        }
        long from = Cursor.parse(after, 1).map(cursor -> number(cursor.key(0))).orElse(0L);
        var rows = claims.list(wanted.q(), wanted.kind(), wanted.state(), from, PAGE + 1);
        model.addAttribute("page", Page.of(rows, PAGE, row -> Cursor.of(row.id())));
        if (wanted.state().equals(Wording.State.DRAFT.name())) {
            model.addAttribute("drafts", claims.drafts(wanted.q(), wanted.kind()).size());
        }
        return "claims/list";
    }

    private Page<Shipped> shipped(Wanted wanted, String after) {
        var corrections = claims.corrections();
        int from = (int) Math.max(0, Cursor.parse(after, 1).map(cursor -> number(cursor.key(0))).orElse(0L));
        String q = wanted.q().toLowerCase(Locale.ROOT);
        var all = ShippedClaims.all().stream()
                .filter(claim -> wanted.kind().isEmpty() || claim.kind().code().equals(wanted.kind()))
                .filter(claim -> q.isEmpty()
                        || claim.text().toLowerCase(Locale.ROOT).contains(q)
                        || claim.group().contains(q))
                .toList();
        var rows = all.stream()
                .skip(from)
                .limit(PAGE + 1)
                .map(claim -> new Shipped(
                        claim, Optional.ofNullable(corrections.get(Claims.key(claim.text(), claim.language())))))
                .toList();
        return Page.of(rows, PAGE, _ -> Cursor.of(from + PAGE));
    }

    /** What counts today, in the form of the file that the library ships. */
    @GetMapping("/export.tsv")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("text/tab-separated-values; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"claims.tsv\"");
        response.getOutputStream().write(ClaimFile.of(claims.inForce()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/new")
    String blank(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "zh") String language,
            @RequestParam(defaultValue = "") String replaces,
            @RequestParam(defaultValue = "") String off,
            Model model) {
        viewers.require("claims.draft", Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR);
        LocalDate today = LocalDate.now(clock);
        var typed = new HashMap<String, String>();
        var old = number(replaces) == 0 ? Optional.<Wording>empty() : claims.find(number(replaces));
        old.ifPresentOrElse(
                wording -> typed.putAll(WordingForm.typed(wording.content())),
                () -> WordingForm.shipped(words, language)
                        .ifPresentOrElse(
                                claim -> typed.putAll(WordingForm.typed(claim, today)),
                                () -> typed.putAll(Map.of("language", "zh", "weight", "3", "from", today.toString()))));
        if (!off.isEmpty()) {
            typed.put("off", "1");
        }
        old.ifPresent(wording -> typed.put("replaces", Long.toString(wording.id())));
        return form(0, 0, typed, Map.of(), model);
    }

    @PostMapping
    String draft(@RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect) {
        var form = new WordingForm(typed);
        var content = form.content();
        if (content.isEmpty()) {
            return form(0, 0, typed, form.faults(), model);
        }
        long replaces = number(typed.getOrDefault("replaces", ""));
        long id = claims.draft(content.get(), replaces == 0 ? null : replaces);
        Toast.of("claims.drafted", content.get().words()).on(redirect);
        return "redirect:/claims/" + id;
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        Wording wording = found(id);
        model.addAttribute("wording", wording);
        model.addAttribute("says", wording.content());
        var trial = wording.trial();
        model.addAttribute("trial", trial);
        model.addAttribute("examples", trial == null ? List.of() : trials.shown(trial.examples()));
        model.addAttribute("entries", audit.of("claim", Long.toString(id)));
        model.addAttribute("shipped", WordingForm.shipped(
                wording.content().words(), wording.content().language()).orElse(null));
        return "claims/claim";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        viewers.require("claims.change", Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR);
        Wording wording = found(id);
        if (wording.state() != Wording.State.DRAFT) {
            return "redirect:/claims/" + id;
        }
        return form(id, wording.version(), WordingForm.typed(wording.content()), Map.of(), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id, @RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect) {
        var form = new WordingForm(typed);
        var content = form.content();
        int version = (int) number(typed.getOrDefault("version", ""));
        if (content.isEmpty()) {
            return form(id, version, typed, form.faults(), model);
        }
        try {
            claims.change(id, version, content.get());
        } catch (Conflict conflict) {
            model.addAttribute("conflict", conflict);
            return form(id, found(id).version(), typed, Map.of(), model);
        }
        Toast.of("claims.changed", content.get().words()).on(redirect);
        return "redirect:/claims/" + id;
    }

    /** All drafts of the list at once, as a file brought them. */
    @PostMapping("/trial")
    String tryOutTogether(@ModelAttribute Wanted wanted, RedirectAttributes redirect) {
        Toast.of("claims.tried.together", Integer.toString(claims.tryOut(wanted.q(), wanted.kind())))
                .on(redirect);
        return drafts(wanted, redirect);
    }

    @PostMapping("/publish")
    String publishTogether(
            @ModelAttribute Wanted wanted, @RequestParam(defaultValue = "") String why, RedirectAttributes redirect) {
        if (why.isBlank()) {
            redirect.addFlashAttribute("fault", "claims.refused.NO_REASON");
            return drafts(wanted, redirect);
        }
        try {
            var together = claims.publish(wanted.q(), wanted.kind(), why.strip());
            Toast.of("claims.published.together", Integer.toString(together.published())).on(redirect);
            redirect.addFlashAttribute("left", together.refused());
        } catch (Conflict conflict) {
            redirect.addFlashAttribute("fault", "claims.refused.MEANWHILE");
        }
        return drafts(wanted, redirect);
    }

    private static String drafts(Wanted wanted, RedirectAttributes redirect) {
        redirect.addAttribute("state", Wording.State.DRAFT.name());
        redirect.addAttribute("q", wanted.q());
        redirect.addAttribute("kind", wanted.kind());
        return "redirect:/claims";
    }

    @PostMapping("/{id}/trial")
    String tryOut(@PathVariable long id, RedirectAttributes redirect) {
        told(claims.tryOut(id), "claims.tried.done", redirect);
        return "redirect:/claims/" + id + "#trial";
    }

    @PostMapping("/{id}/publish")
    String publish(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes redirect) {
        decided(() -> claims.publish(id, version, why.strip()), "claims.published", redirect);
        return "redirect:/claims/" + id;
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes redirect) {
        decided(() -> claims.withdraw(id, version, why.strip()), "claims.withdrawn", redirect);
        return "redirect:/claims/" + id;
    }

    private static void decided(
            java.util.function.Supplier<Optional<Claims.Refusal>> step, String done, RedirectAttributes redirect) {
        try {
            told(step.get(), done, redirect);
        } catch (Conflict conflict) {
            redirect.addFlashAttribute("fault", "claims.refused.MEANWHILE");
        }
    }

    private static void told(Optional<Claims.Refusal> refusal, String done, RedirectAttributes redirect) {
        refusal.ifPresentOrElse(
                why -> redirect.addFlashAttribute("fault", "claims.refused." + why.name()),
                () -> Toast.of(done).on(redirect));
    }

    private String form(long id, int version, Map<String, String> typed, Map<String, String> faults, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        var topics = new TreeSet<String>();
        ShippedClaims.all().forEach(claim -> topics.add(claim.group()));
        model.addAttribute("topics", topics);
        return "claims/form";
    }

    private Wording found(long id) {
        return claims.find(id).orElseThrow(() -> new NotFound("claim " + id));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

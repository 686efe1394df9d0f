package org.hengjian.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Viewers;
import org.hengjian.shell.FormField;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.shell.TypedForm;
import org.hengjian.statutes.Ground;
import org.hengjian.time.PlatformTime;
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

/** The corrections of a document, the form to propose one, and one with its decision and service. */
@Controller
@RequestMapping("/documents")
class CorrectionPages {

    private static final int LINES = 10; // more slips than that are a document to be made again
    private static final int WORDS = 200; // a slip of the pen is short
    private static final int BLOCK = 2_000;

    private final Corrections corrections;
    private final Viewers viewers;
    private final Clock clock;

    CorrectionPages(Corrections corrections, Viewers viewers, Clock clock) {
        this.corrections = corrections;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GetMapping("/{id:\\d{1,18}}/corrections")
    String of(@PathVariable long id, Model model) {
        viewers.require("documents.read", DocumentPages.READERS);
        model.addAttribute("of", corrections.of(id));
        model.addAttribute("zone", PlatformTime.ZONE);
        return "documents/corrections";
    }

    @GetMapping("/{id:\\d{1,18}}/corrections/new")
    String propose(@PathVariable long id, Model model) {
        viewers.require("documents.correct", Corrections.WRITERS);
        return form(id, new LinkedMultiValueMap<>(), Map.of(), Map.of(), List.of(), model);
    }

    @PostMapping("/{id:\\d{1,18}}/corrections")
    String propose(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        viewers.require("documents.correct", Corrections.WRITERS);
        if (typed.containsKey("more")) {
            return form(id, typed, Map.of(), Map.of(), List.of(), model);
        }
        var in = new TypedForm(typed, LocalDate.now(clock));
        var fault = in.one("fault", Correction.Fault.class);
        String reason = in.text("reason", BLOCK);
        var lines = lines(typed);
        var faults = new LinkedHashMap<Integer, Corrections.Fault>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).wrong().length() > WORDS || lines.get(i).right().length() > WORDS) {
                faults.put(i, new Corrections.Fault(i, "long", WORDS));
            }
        }
        if (lines.isEmpty()) {
            faults.put(0, new Corrections.Fault(0, "wrong-empty", 0));
        }
        if (!in.isGood() || !faults.isEmpty()) {
            return form(id, typed, in.errors(), faults, List.of(), model);
        }
        var proposed = corrections.propose(id, fault, lines, reason);
        proposed.faults().forEach(one -> faults.put(one.line(), one));
        return switch (proposed.answer().orElse(null)) {
            case Correction.Answer.Done done -> {
                Toast.of("documents.correct.proposed").on(redirect);
                yield "redirect:/documents/corrections/" + done.correction().id();
            }
            case Correction.Answer.Refused refused -> form(id, typed, Map.of(), Map.of(), refused.grounds(), model);
            case null -> form(id, typed, Map.of(), faults, List.of(), model);
        };
    }

    @GetMapping("/corrections/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        viewers.require("documents.read", DocumentPages.READERS);
        return show(id, Map.of(), Map.of(), List.of(), model);
    }

    @Proofed
    @PostMapping("/corrections/{id:\\d{1,18}}/approve")
    String approve(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        viewers.require("documents.correct-approve", Corrections.WRITERS);
        var in = new TypedForm(typed, LocalDate.now(clock));
        String opinion = in.optional("opinion", BLOCK);
        return in.isGood()
                ? answer(id, corrections.approve(id, opinion), "documents.correct.approved", typed, model, redirect)
                : show(id, typed, in.errors(), List.of(), model);
    }

    @PostMapping("/corrections/{id:\\d{1,18}}/refuse")
    String refuse(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        viewers.require("documents.correct-refuse", Corrections.WRITERS);
        var in = new TypedForm(typed, LocalDate.now(clock));
        String opinion = in.text("opinion", BLOCK);
        return in.isGood()
                ? answer(id, corrections.refuse(id, opinion), "documents.correct.refused", typed, model, redirect)
                : show(id, typed, in.errors(), List.of(), model);
    }

    @PostMapping("/corrections/{id:\\d{1,18}}/serve")
    String serve(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        viewers.require("documents.correct-serve", Corrections.WRITERS);
        var in = new TypedForm(typed, LocalDate.now(clock));
        int addressee = (int) Math.min(in.number("addressee"), LINES);
        var way = in.one("way", Correction.Way.class);
        var on = in.day("on");
        String recipient = in.text("recipient", WORDS);
        String note = in.optional("note", BLOCK);
        return in.isGood()
                ? answer(id, corrections.serve(id, addressee, way, on, recipient, note), "documents.correct.served", typed, model, redirect)
                : show(id, typed, in.errors(), List.of(), model);
    }

    /** Who comes back to the address of a form that was refused. */
    @GetMapping("/corrections/{id:\\d{1,18}}/{step:approve|refuse|serve}")
    String back(@PathVariable long id, @PathVariable String step) {
        return "redirect:/documents/corrections/" + id;
    }

    private String answer(
            long id,
            Correction.Answer answer,
            String done,
            MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        return switch (answer) {
            case Correction.Answer.Done _ -> {
                Toast.of(done).on(redirect);
                yield "redirect:/documents/corrections/" + id;
            }
            case Correction.Answer.Refused refused -> show(id, typed, Map.of(), refused.grounds(), model);
        };
    }

    private String show(
            long id, Map<String, List<String>> typed, Map<String, String> errors, List<Ground> grounds, Model model) {
        var one = corrections.find(id).orElseThrow(() -> new NotFound("correction " + id));
        model.addAttribute("one", one);
        model.addAttribute("mayDecide", one.against().isEmpty());
        // Names in full are for the documents: the page counts the parties.
        var unserved = new ArrayList<Integer>();
        for (int i = 0; i < one.correction().addressees(); i++) {
            if (!one.correction().isServedTo(i)) {
                unserved.add(i);
            }
        }
        model.addAttribute("unserved", corrections.mayServe(one.document()) ? unserved : List.of());
        model.addAttribute("service", List.of(
                FormField.of("way", Correction.Way.values(), "documents.way"),
                FormField.of("on", FormField.Kind.DAY).from(LocalDate.now(clock).toString()),
                FormField.of("recipient", FormField.Kind.LINE),
                FormField.of("note", FormField.Kind.BLOCK).optional()));
        model.addAttribute("opinion", List.of(FormField.of("opinion", FormField.Kind.BLOCK).optional().hinted()));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("grounds", grounds);
        model.addAttribute("zone", PlatformTime.ZONE);
        return "documents/correction";
    }

    private String form(
            long id,
            MultiValueMap<String, String> typed,
            Map<String, String> errors,
            Map<Integer, Corrections.Fault> faults,
            List<Ground> grounds,
            Model model) {
        var of = corrections.of(id);
        var lines = new ArrayList<>(lines(typed));
        if (lines.isEmpty() || typed.containsKey("more") && lines.size() < LINES) {
            lines.add(new Corrections.Typed("", ""));
        }
        model.addAttribute("of", of);
        model.addAttribute("passages", of.against().isEmpty() ? corrections.passages(id) : List.of());
        model.addAttribute("lines", lines);
        model.addAttribute("mayAdd", lines.size() < LINES);
        model.addAttribute("faults", faults);
        model.addAttribute("fields", List.of(
                FormField.of("fault", Correction.Fault.values(), "documents.fault"),
                FormField.of("reason", FormField.Kind.BLOCK).hinted()));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("grounds", grounds.isEmpty() ? of.against() : grounds);
        return "documents/correct";
    }

    /** The lines of which anything was filled in. */
    private static List<Corrections.Typed> lines(MultiValueMap<String, String> typed) {
        var wrong = typed.getOrDefault("wrong", List.of());
        var right = typed.getOrDefault("right", List.of());
        var lines = new ArrayList<Corrections.Typed>();
        for (int i = 0; i < Math.min(LINES, Math.max(wrong.size(), right.size())); i++) {
            var line = new Corrections.Typed(i < wrong.size() ? wrong.get(i) : "", i < right.size() ? right.get(i) : "");
            if (!line.wrong().isBlank() || !line.right().isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }
}

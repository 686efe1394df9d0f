package org.hengjian.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hengjian.shell.Toast;
import org.hengjian.tables.CsvWriter;
import org.hengjian.tables.Unreadable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choose a file, confirm what its columns mean, watch it run, fetch what was not taken. */
@Controller
@RequestMapping("/imports")
class ImportPages {

    private static final int SHOWN = 200;
    private static final int WRITTEN = 5_000;

    private final Imports imports;
    private final MessageSource messages;

    ImportPages(Imports imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @GetMapping("/new")
    String choose(@RequestParam String target, Model model) {
        return choice(target, "", model);
    }

    @PostMapping
    String receive(
            @RequestParam String target, @RequestParam MultipartFile file, Locale locale, Model model)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        boolean isNone = name.isEmpty() && file.isEmpty(); // what is chosen and empty is told as that
        if (isNone || file.getSize() > Imports.BYTES_MOST) {
            return choice(
                    target,
                    messages.getMessage(
                            isNone ? "imports.fault.none" : "imports.fault.large",
                            new Object[] {Long.toString(Imports.BYTES_MOST >> 20)},
                            locale),
                    model);
        }
        try {
            return "redirect:/imports/" + imports.receive(target, name, file.getBytes());
        } catch (Unreadable unreadable) {
            return choice(target, unreadable.message(locale), model);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        return batch(id, Map.of(), List.of(), model);
    }

    @PostMapping("/{id}/run")
    String run(@PathVariable long id, @RequestParam Map<String, String> form, Model model) {
        var told = new LinkedHashMap<String, String>();
        form.forEach((key, heading) -> {
            if (key.startsWith("column.") && !heading.isEmpty()) {
                told.put(key.substring("column.".length()), heading);
            }
        });
        var missing = imports.start(id, told);
        return missing.isEmpty() ? "redirect:/imports/" + id : batch(id, told, missing, model);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable long id, RedirectAttributes redirect) {
        var batch = imports.find(id);
        if (!imports.withdraw(id)) {
            Toast.of("imports.withdraw.late", batch.fileName()).on(redirect);
            return "redirect:/imports/" + id;
        }
        Toast.of("imports.withdrawn", batch.fileName()).on(redirect);
        return "redirect:/imports/new?target=" + batch.target();
    }

    @PostMapping("/{id}/again")
    String again(@PathVariable long id) {
        imports.again(id);
        return "redirect:/imports/" + id;
    }

    /** The rows as they came, with row, field, reason and remedy behind them: corrected, it can be brought in again. */
    @GetMapping("/{id}/rejects.csv")
    void rejects(@PathVariable long id, Locale locale, HttpServletResponse response) throws IOException {
        var batch = imports.find(id);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"rejects-" + id + ".csv\"");
        try (var csv = new CsvWriter(response.getOutputStream())) {
            var headings = new ArrayList<>(imports.headings(id));
            int width = headings.size();
            for (String column : List.of("row", "field", "reason", "remedy")) {
                headings.add(messages.getMessage("imports.column." + column, null, locale));
            }
            csv.write(headings);
            long after = 0;
            List<Imports.Rejection> rows;
            do {
                rows = imports.rejects(id, after, WRITTEN);
                for (var one : rows) {
                    csv.write(line(batch, one, width, locale));
                    after = one.row();
                }
            } while (rows.size() == WRITTEN);
        }
    }

    /** Reason and remedy of a fault in words. */
    record Words(String field, String reason, String remedy) {}

    private Words words(String target, ImportTarget.Fault fault, Locale locale) {
        String remedy = fault.key().endsWith(".reason")
                ? fault.key().replaceAll("reason$", "remedy")
                : fault.key() + ".remedy";
        return new Words(
                fault.field().isEmpty()
                        ? messages.getMessage("imports.whole-row", null, locale)
                        : messages.getMessage(target + ".field." + fault.field(), null, locale),
                messages.getMessage(fault.key(), fault.arguments().toArray(), locale),
                messages.getMessage(remedy, fault.arguments().toArray(), locale));
    }

    private List<String> line(Imports.Batch batch, Imports.Rejection one, int width, Locale locale) {
        var cells = new ArrayList<>(one.cells().subList(0, Math.min(width, one.cells().size())));
        while (cells.size() < width) {
            cells.add("");
        }
        var said = one.faults().stream().map(fault -> words(batch.target(), fault, locale)).toList();
        cells.add(Long.toString(one.row()));
        cells.add(String.join("；", said.stream().map(Words::field).toList()));
        cells.add(String.join("；", said.stream().map(Words::reason).toList()));
        cells.add(String.join("；", said.stream().map(Words::remedy).toList()));
        return cells;
    }

    private String choice(String target, String fault, Model model) {
        model.addAttribute("target", imports.target(target));
        model.addAttribute("latest", imports.latest(target));
        model.addAttribute("fault", fault);
        return "imports/new";
    }

    private String batch(long id, Map<String, String> told, List<String> missing, Model model) {
        var batch = imports.find(id);
        model.addAttribute("batch", batch);
        model.addAttribute("target", imports.target(batch.target()));
        model.addAttribute("told", told);
        model.addAttribute("missing", missing);
        if (batch.state() == Imports.State.UPLOADED) {
            var proposed = imports.propose(id);
            model.addAttribute("proposed", proposed);
            var chosen = new LinkedHashMap<String, String>();
            proposed.proposal().matches().forEach(match -> chosen.put(match.field(), match.heading()));
            chosen.putAll(told);
            model.addAttribute("chosen", chosen);
        }
        model.addAttribute("rejects", imports.rejects(id, 0, SHOWN));
        model.addAttribute("words", (Say) (fault, locale) -> words(batch.target(), fault, locale));
        return "imports/batch";
    }

    /** For the template: a fault in the reader's language. */
    public interface Say {

        Words of(ImportTarget.Fault fault, Locale locale);
    }
}

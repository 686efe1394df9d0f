package org.hengjian.agencies;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.time.TypedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of agencies: for everyone to look up who someone was on a day, for administrators to keep. */
@Controller
@RequestMapping("/agencies")
class AgencyPages {

    private static final int NAME_LONGEST = 200; // the longest official name has 60 characters

    private final Register register;
    private final Regions regions;
    private final People people;
    private final Viewers viewers;
    private final Clock clock;

    AgencyPages(Register register, Regions regions, People people, Viewers viewers, Clock clock) {
        this.register = register;
        this.regions = regions;
        this.people = people;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        @Bean
        NavEntry agenciesEntry() {
            return NavEntry.of(NavEntry.Group.BASIS, "agencies.title", "building-bank", "/agencies", 40);
        }

        @Bean
        NavEntry peopleEntry() {
            return NavEntry.of(
                    NavEntry.Group.KEEPING, "agencies.people.title", "users", "/people", 10, Role.ADMINISTRATOR);
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        LocalDate on = day(day, errors);
        int within = region.isBlank()
                ? 100_000
                : regions.named(region).map(Regions.Region::code).orElseGet(() -> {
                    errors.put("region", "agencies.error.region");
                    return 100_000;
                });
        model.addAttribute(
                "page",
                register.list(new Register.Filter(q.strip(), type, within, on), Cursor.parse(after, 2)));
        model.addAttribute("types", register.types());
        model.addAttribute("regions", regions);
        model.addAttribute("on", on);
        model.addAttribute("errors", errors);
        return "agencies/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        fill(id, model);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Map.of());
            model.addAttribute("errors", Map.of());
        }
        return "agencies/agency";
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Model model,
            RedirectAttributes redirect) {
        var errors = new LinkedHashMap<String, String>();
        var current = register.history(id).stream().findFirst().orElseThrow(() -> new NotFound("agency " + id));
        LocalDate from = null;
        try {
            from = TypedDay.parse(form.getOrDefault("from", ""));
            if (!from.isAfter(current.fromDay())) {
                errors.put("from", "agencies.error.from");
            }
        } catch (DateTimeParseException e) {
            errors.put("from", "agencies.error.date");
        }
        need(form, errors, "name");
        need(form, errors, "shortName");
        need(form, errors, "ground");
        if (!errors.isEmpty() || from == null) {
            fill(id, model);
            model.addAttribute("form", form);
            model.addAttribute("errors", errors);
            return "agencies/agency";
        }
        register.change(
                id,
                new Register.Change(
                        from,
                        text(form, "name"),
                        form.getOrDefault("nameEn", "").strip(),
                        text(form, "shortName"),
                        form.getOrDefault("parent", "").strip(),
                        form.getOrDefault("powers", "").strip().replaceAll("[\\s,，、|]+", "|"),
                        text(form, "ground"),
                        Integer.parseInt(form.getOrDefault("version", "0"))));
        Toast.of("agencies.changed", text(form, "name"), from).on(redirect);
        return "redirect:/agencies/" + id;
    }

    private void fill(long id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("code", register.code(id));
        model.addAttribute("records", register.history(id));
        model.addAttribute("people", people.of(id));
        model.addAttribute("regions", regions);
        model.addAttribute("mayChange", viewers.require().has(Role.ADMINISTRATOR));
        model.addAttribute("today", LocalDate.now(clock));
    }

    private LocalDate day(@Nullable String text, Map<String, String> errors) {
        if (text == null || text.isBlank()) {
            return LocalDate.now(clock);
        }
        try {
            return TypedDay.parse(text);
        } catch (DateTimeParseException e) {
            errors.put("day", "agencies.error.date");
            return LocalDate.now(clock);
        }
    }

    private static void need(Map<String, String> form, Map<String, String> errors, String field) {
        String text = text(form, field);
        if (text.isEmpty()) {
            errors.put(field, "agencies.error.needed");
        } else if (text.length() > NAME_LONGEST) {
            errors.put(field, "agencies.error.long");
        }
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }
}

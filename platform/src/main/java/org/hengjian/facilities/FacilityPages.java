package org.hengjian.facilities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.imports.ImportTarget.Fault;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 能力名录 on pages: the list for everybody, a form for administrators, every version of a unit. */
@Controller
@RequestMapping("/facilities")
class FacilityPages {

    private static final int REASON_MOST = 500;

    private final Facilities facilities;
    private final Regions regions;
    private final Viewers viewers;
    private final Clock clock;

    FacilityPages(Facilities facilities, Regions regions, Viewers viewers, Clock clock) {
        this.facilities = facilities;
        this.regions = regions;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry facilitiesEntry() {
            return NavEntry.of(
                    NavEntry.Group.BASIS, "facilities.title", "building-warehouse", "/facilities", 60, Role.OFFICER, Role.REVIEWER,
                    Role.HEAD, Role.ANALYST, Role.ADMINISTRATOR, Role.AUDITOR);
        }
    }

    /** A unit with the words that the page shows. */
    record Row(Facility facility, String region, boolean valid) {}

    @ModelAttribute
    void common(Model model) {
        model.addAttribute("signedIn", viewers.current().isPresent());
        model.addAttribute("mayKeep", viewers.current().filter(one -> one.has(Role.ADMINISTRATOR)).isPresent());
        model.addAttribute("methods", Method.all());
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String ability,
            Locale locale,
            Model model) {
        String known = Method.of(ability).map(Method::code).orElse("");
        model.addAttribute("q", q.strip());
        model.addAttribute("ability", known);
        model.addAttribute("rows", facilities.listed(q.strip(), known).stream()
                .map(one -> row(one, locale))
                .toList());
        return "facilities/list";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Locale locale, Model model) {
        viewers.require();
        var facility = facility(id);
        model.addAttribute("row", row(facility, locale));
        model.addAttribute("history", facilities.history(id).stream().map(one -> row(one, locale)).toList());
        model.addAttribute("zone", org.hengjian.time.PlatformTime.ZONE);
        return "facilities/facility";
    }

    @GetMapping("/new")
    String blank(Model model) {
        viewers.require("facilities.enter", Role.ADMINISTRATOR);
        return form(0, 0, Map.of("validFrom", today().toString()), List.of(), model);
    }

    @PostMapping
    String add(@RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes redirect) {
        viewers.require("facilities.enter", Role.ADMINISTRATOR);
        var cells = cells(typed);
        var read = FacilityReading.read(cells, regions);
        if (read.facts().isEmpty()) {
            return form(0, 0, cells, read.faults(), model);
        }
        facilities.enter(read.facts().get(), "");
        Toast.of("facilities.done", read.facts().get().name()).on(redirect);
        return "redirect:/facilities";
    }

    @GetMapping("/{id:\\d{1,18}}/edit")
    String edit(@PathVariable long id, Model model) {
        viewers.require("facilities.change", Role.ADMINISTRATOR);
        var facility = facility(id);
        var facts = facility.facts();
        var typed = new HashMap<String, String>();
        typed.put("name", facts.name());
        typed.put("creditCode", facts.code().text());
        typed.put("region", Integer.toString(facts.region()));
        typed.put("address", facts.address());
        typed.put("abilities", facts.methods().stream().map(Method::code).collect(Collectors.joining("|")));
        typed.put("validFrom", facts.from().toString());
        typed.put("validTo", facts.until().toString());
        typed.put("note", facts.note());
        return form(id, facility.version(), typed, List.of(), model);
    }

    @PostMapping("/{id:\\d{1,18}}/edit")
    String change(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        viewers.require("facilities.change", Role.ADMINISTRATOR);
        var cells = cells(typed);
        cells.put("creditCode", facility(id).facts().code().text());
        var read = FacilityReading.read(cells, regions);
        String reason = cells.getOrDefault("reason", "").strip();
        var faults = new java.util.ArrayList<>(read.faults());
        if (reason.isEmpty() || reason.length() > REASON_MOST) {
            faults.add(new Fault("reason", "facilities.fault." + (reason.isEmpty() ? "needed" : "long"), List.of()));
        }
        if (!faults.isEmpty()) {
            return form(id, version, cells, faults, model);
        }
        var changed = facilities.change(id, version, read.facts().orElseThrow(), reason);
        Toast.of("facilities.done", changed.facts().name()).on(redirect);
        return "redirect:/facilities/" + id;
    }

    private String form(long id, int version, Map<String, String> typed, List<Fault> faults, Model model) {
        var byField = new LinkedHashMap<String, Fault>();
        faults.forEach(fault -> byField.putIfAbsent(fault.field(), fault));
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        model.addAttribute("typed", typed);
        model.addAttribute("chosen", List.of(typed.getOrDefault("abilities", "").split("\\|")));
        model.addAttribute("faults", byField);
        return "facilities/form";
    }

    /** Several ticked boxes of one name are one cell. */
    private static Map<String, String> cells(MultiValueMap<String, String> typed) {
        var cells = new HashMap<String, String>();
        typed.forEach((field, values) -> cells.put(field, String.join("|", values)));
        return cells;
    }

    private Row row(Facility facility, Locale locale) {
        String region = regions.find(facility.facts().region())
                .map(one -> locale.getLanguage().equals("en") ? one.nameEn() : one.name())
                .orElse(Integer.toString(facility.facts().region()));
        return new Row(facility, region, facility.isValidOn(today()));
    }

    private Facility facility(long id) {
        return facilities.find(id).orElseThrow(() -> new NotFound("facility " + id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

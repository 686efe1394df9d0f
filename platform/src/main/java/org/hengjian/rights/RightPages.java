package org.hengjian.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shops;
import org.hengjian.parties.Subject;
import org.hengjian.parties.Subjects;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.time.TypedDay;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;
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

/** The register of rights: everyone looks things up, keepers enter and correct. */
@Controller
@RequestMapping("/rights")
class RightPages {

    private static final int NICE_CLASSES = 45;
    private static final int SELLER_MATCHES = 2; // one is meant, two are not clear

    private final Rights rights;
    private final RightLists lists;
    private final Shops shops;
    private final Subjects subjects;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    RightPages(
            Rights rights,
            RightLists lists,
            Shops shops,
            Subjects subjects,
            Viewers viewers,
            Audit audit,
            Clock clock) {
        this.rights = rights;
        this.lists = lists;
        this.shops = shops;
        this.subjects = subjects;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry rightsEntry() {
            return NavEntry.of(NavEntry.Group.BASIS, "rights.title", "certificate", "/rights", 10);
        }
    }

    @ModelAttribute
    void common(Model model) {
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("kinds", Kind.NAMES);
        model.addAttribute("statuses", Registration.Status.values());
    }

    @GetMapping
    String list(@ModelAttribute RightLists.Wanted wanted, @RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("page", lists.page(wanted, Cursor.parse(after, 2)));
        model.addAttribute("count", lists.count(wanted));
        model.addAttribute("wanted", wanted);
        model.addAttribute(
                "classes", IntStream.rangeClosed(1, NICE_CLASSES).boxed().toList());
        model.addAttribute("mayAdd", mayAdd());
        model.addAttribute("mine", viewers.require().has(Role.RIGHTS_HOLDER));
        model.addAttribute("shippedMissing", mayBringIn() ? rights.shippedMissing() : 0);
        return "rights/list";
    }

    @GetMapping("/export.xlsx")
    void export(@ModelAttribute RightLists.Wanted wanted, Locale locale, HttpServletResponse response)
            throws IOException {
        lists.export(wanted, locale, response);
    }

    @PostMapping("/shipped")
    String shipped(RedirectAttributes redirect) {
        Toast.of("rights.shipped.done", rights.bringInShipped()).on(redirect);
        return "redirect:/rights";
    }

    @GetMapping("/new")
    String blank(Model model) {
        if (!mayAdd()) {
            throw new NotFound("form for a new right");
        }
        return form(0, 0, Map.of("kind", "TRADEMARK", "status", "REGISTERED"), Map.of(), model);
    }

    @PostMapping
    String register(@RequestParam Map<String, String> form, Model model, RedirectAttributes redirect) {
        var viewer = viewers.require();
        Long agency = holdsOwnOnly() ? Long.valueOf(viewer.agency()) : null;
        var read = RightReading.read(form, false, agency, form.containsKey("generic"), List.of());
        if (read.facts().isEmpty()) {
            return form(0, 0, form, read.byField(), model);
        }
        var added = rights.register(
                read.facts().get(), form.getOrDefault("reason", "").strip());
        if (added.isEmpty()) {
            var there = new RightReading.Fault(
                    "number",
                    "rights.fault.number.there",
                    List.of(read.facts().get().number()));
            return form(0, 0, form, Map.of("number", there), model);
        }
        Toast.of("rights.registered", added.get().facts().shown()).on(redirect);
        return "redirect:/rights/" + added.get().id();
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        return detail(id, Map.of(), Map.of(), model);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        var row = kept(id);
        return form(id, row.version(), RightReading.written(row.facts()), Map.of(), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id, @RequestParam Map<String, String> form, Model model, RedirectAttributes redirect) {
        var row = kept(id);
        int version = number(form.get("version"));
        boolean unverified = row.reference().startsWith("ship:");
        var read = RightReading.read(
                form,
                unverified,
                row.facts().holderAgency(),
                form.containsKey("generic"),
                row.facts().prices());
        var faults = new LinkedHashMap<>(read.byField());
        if (form.getOrDefault("reason", "").isBlank()) {
            faults.put("reason", new RightReading.Fault("reason", "rights.fault.reason", List.of()));
        }
        read.facts()
                .filter(facts -> !facts.number().isEmpty())
                .flatMap(facts -> lists.numbered(facts.kind().name(), facts.number()))
                .filter(other -> other.id() != id)
                .ifPresent(other -> faults.put(
                        "number",
                        new RightReading.Fault(
                                "number",
                                "rights.fault.number.there",
                                List.of(other.facts().number()))));
        if (!faults.isEmpty() || read.facts().isEmpty()) {
            return form(id, version, form, faults, model);
        }
        Registration changed;
        try {
            changed = rights.change(
                    id,
                    version,
                    read.facts().get(),
                    form.getOrDefault("reason", "").strip());
        } catch (Conflict conflict) {
            var now = kept(id);
            var differing = new LinkedHashMap<>(RightReading.written(now.facts()));
            differing
                    .entrySet()
                    .removeIf(one -> one.getValue()
                            .equals(form.getOrDefault(one.getKey(), "").strip()));
            model.addAttribute("conflict", conflict);
            model.addAttribute("now", differing);
            return form(id, now.version(), form, Map.of(), model);
        }
        Toast.of("rights.changed", changed.facts().shown(), changed.version()).on(redirect);
        return "redirect:/rights/" + id;
    }

    @PostMapping("/{id}/sellers")
    String authorise(
            @PathVariable long id, @RequestParam Map<String, String> form, Model model, RedirectAttributes redirect) {
        kept(id);
        var faults = new LinkedHashMap<String, RightReading.Fault>();
        LocalDate from = day(form, "from", true, faults);
        LocalDate to = day(form, "to", false, faults);
        if (from != null && to != null && to.isBefore(from)) {
            faults.put(
                    "to",
                    new RightReading.Fault("to", "rights.fault.ends-before", List.of(from.toString(), to.toString())));
        }
        String seller = form.getOrDefault("seller", "").strip();
        Optional<Subject> subject = UnifiedSocialCreditCode.read(seller).flatMap(subjects::byCode);
        List<Shop> found = subject.isPresent() || seller.isEmpty()
                ? List.of()
                : shops.called(form.getOrDefault("platform", "").strip(), seller, SELLER_MATCHES);
        if (seller.isEmpty()) {
            faults.put("seller", new RightReading.Fault("seller", "rights.fault.seller.needed", List.of()));
        } else if (subject.isEmpty() && found.isEmpty()) {
            faults.put("seller", new RightReading.Fault("seller", "rights.fault.seller.unknown", List.of(seller)));
        } else if (found.size() > 1) {
            faults.put("seller", new RightReading.Fault("seller", "rights.fault.seller.several", List.of(seller)));
        }
        if (!faults.isEmpty() || from == null) {
            return detail(id, form, faults, model);
        }
        var given = rights.authorise(
                id,
                subject.isPresent() ? null : found.getFirst(),
                subject.orElse(null),
                from,
                to,
                form.getOrDefault("ground", "").strip());
        if (given.isEmpty()) {
            faults.put("seller", new RightReading.Fault("seller", "rights.fault.seller.there", List.of(seller)));
            return detail(id, form, faults, model);
        }
        Toast.of("rights.authorised", given.get().seller())
                .undoneAt("/rights/sellers/" + given.get().id() + "/withdrawal")
                .on(redirect);
        return "redirect:/rights/" + id + "#sellers";
    }

    @PostMapping("/sellers/{authorisation}/withdrawal")
    String withdraw(
            @PathVariable long authorisation,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes redirect) {
        var one = rights.withdraw(authorisation, why.strip());
        Toast.of("rights.withdrawn", one.seller())
                .undoneAt("/rights/sellers/" + authorisation + "/reinstatement")
                .on(redirect);
        return "redirect:/rights/" + one.registration() + "#sellers";
    }

    @PostMapping("/sellers/{authorisation}/reinstatement")
    String reinstate(@PathVariable long authorisation, RedirectAttributes redirect) {
        var one = rights.reinstate(authorisation);
        Toast.of("rights.authorised", one.seller()).on(redirect);
        return "redirect:/rights/" + one.registration() + "#sellers";
    }

    private String detail(long id, Map<String, String> form, Map<String, RightReading.Fault> faults, Model model) {
        var row = rights.find(id).orElseThrow(() -> new NotFound("right " + id));
        model.addAttribute("right", row);
        model.addAttribute("sellers", lists.sellers(id));
        model.addAttribute("versions", versions(id));
        model.addAttribute("entries", audit.of("right", row.reference()));
        model.addAttribute("platforms", shops.platforms());
        model.addAttribute("mayKeep", rights.mayKeep(row.facts().holderAgency()));
        model.addAttribute(
                "holderSubject",
                UnifiedSocialCreditCode.read(row.facts().holderCode())
                        .flatMap(subjects::byCode)
                        .orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "rights/right";
    }

    /** A version with what it changed against the one before. */
    record Step(RightTable.Version version, Map<String, String> changed) {}

    private List<Step> versions(long id) {
        var versions = lists.versions(id);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < versions.size(); i++) {
            var changed = i + 1 < versions.size()
                    ? Differences.between(
                            versions.get(i + 1).facts(), versions.get(i).facts())
                    : Map.<String, String>of();
            steps.add(new Step(versions.get(i), changed));
        }
        return steps;
    }

    private String form(
            long id, int version, Map<String, String> form, Map<String, RightReading.Fault> faults, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "rights/form";
    }

    private Registration kept(long id) {
        var row = rights.find(id).orElseThrow(() -> new NotFound("right " + id));
        if (!rights.mayKeep(row.facts().holderAgency())) {
            throw new org.hengjian.access.Forbidden("rights.change");
        }
        return row;
    }

    private boolean holdsOwnOnly() {
        return !viewers.require().hasAny(Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR);
    }

    private boolean mayAdd() {
        return viewers.require().hasAny(Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR, Role.RIGHTS_HOLDER);
    }

    private boolean mayBringIn() {
        return viewers.require().hasAny(Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR);
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static @Nullable LocalDate day(
            Map<String, String> form, String field, boolean needed, Map<String, RightReading.Fault> faults) {
        String text = form.getOrDefault(field, "").strip();
        if (text.isEmpty() && !needed) {
            return null;
        }
        try {
            return TypedDay.parse(text);
        } catch (DateTimeParseException e) {
            faults.put(field, new RightReading.Fault(field, "rights.fault.day", List.of(text)));
            return null;
        }
    }
}

package org.hengjian.parties;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.access.RegionSpan;
import org.hengjian.access.Role;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.audit.Audit;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.time.PlatformTime;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.hengjian.tracing.values.IdentityNumber;
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

/** Subjects, shops and persons: look up, register, correct, join shops under a subject and part them again. */
@Controller
@RequestMapping("/parties")
class PartyPages {

    private static final int INVOLVEMENTS = 50;

    private final Subjects subjects;
    private final Shops shops;
    private final NaturalPersons persons;
    private final Joinings joinings;
    private final Openings openings;
    private final Regions regions;
    private final Seal seal;
    private final Viewers viewers;
    private final Audit audit;
    private final List<Involvement.Source> involvements;

    PartyPages(
            Subjects subjects,
            Shops shops,
            NaturalPersons persons,
            Joinings joinings,
            Openings openings,
            Regions regions,
            Seal seal,
            Viewers viewers,
            Audit audit,
            List<Involvement.Source> involvements) {
        this.subjects = subjects;
        this.shops = shops;
        this.persons = persons;
        this.joinings = joinings;
        this.openings = openings;
        this.regions = regions;
        this.seal = seal;
        this.viewers = viewers;
        this.audit = audit;
        this.involvements = involvements;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry partiesEntry() {
            return NavEntry.of(NavEntry.Group.BASIS, "parties.title", "building-store", "/parties", 20);
        }
    }

    @ModelAttribute
    void common(Model model) {
        model.addAttribute("kinds", Subject.Kind.values());
        model.addAttribute("statuses", Subject.Status.values());
        model.addAttribute("regions", regions);
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("mayKeep", viewers.require().hasAny(Shops.KEEPERS));
        model.addAttribute("seesPersons", seesPersons());
    }

    @GetMapping
    String subjects(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "false") boolean unconfirmed,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var within = within(region, model);
        model.addAttribute(
                "page",
                subjects.list(
                        new SubjectTable.Filter(SearchText.sought(q), kind, within.from(), within.to(), unconfirmed),
                        cursor(after)));
        model.addAttribute("filtered", !(q + kind + region).isBlank() || unconfirmed);
        return "parties/list";
    }

    @GetMapping("/shops")
    String shops(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String platform,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "false") boolean unknown,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var within = within(region, model);
        var page = shops.list(
                new ShopTable.Filter(SearchText.sought(q), platform, within.from(), within.to(), unknown),
                cursor(after));
        model.addAttribute("page", page);
        model.addAttribute(
                "owners",
                subjects.find(page.rows().stream()
                        .map(Shop::subject)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        model.addAttribute("platforms", shops.platforms());
        model.addAttribute("filtered", !(q + platform + region).isBlank() || unknown);
        return "parties/shops";
    }

    @GetMapping("/people")
    String people(@RequestParam(defaultValue = "") String q, Model model) {
        if (!seesPersons()) {
            throw new Forbidden("parties.persons");
        }
        model.addAttribute("people", persons.called(q));
        return "parties/people";
    }

    @GetMapping("/new")
    String blankSubject(Model model) {
        return form("subject", 0, 0, Map.of(), Map.of(), model);
    }

    @GetMapping("/shops/new")
    String blankShop(Model model) {
        return form("shop", 0, 0, Map.of(), Map.of(), model);
    }

    @GetMapping("/people/new")
    String blankPerson(Model model) {
        return form("person", 0, 0, Map.of(), Map.of(), model);
    }

    @GetMapping("/{id}")
    String subject(@PathVariable long id, Model model) {
        var subject = subjects.find(id).orElseThrow(() -> new NotFound("subject " + id));
        var own = shops.ofSubject(id);
        model.addAttribute("subject", subject);
        model.addAttribute("shops", own);
        model.addAttribute("joinings", joinings.of(id));
        model.addAttribute("sight", openings.sight("subject", id));
        model.addAttribute("mayOpen", openings.mayOpen());
        model.addAttribute(
                "involvements", involved(List.of(id), own.stream().map(Shop::id).toList()));
        model.addAttribute("entries", audit.of("subject", Long.toString(id)));
        return "parties/subject";
    }

    @GetMapping("/shops/{id}")
    String shop(@PathVariable long id, Model model) {
        var shop = shops.find(id).orElseThrow(() -> new NotFound("shop " + id));
        model.addAttribute("shop", shop);
        model.addAttribute(
                "owner",
                shop.subject() == null ? null : subjects.find(shop.subject()).orElse(null));
        // A person is their agency's secret; others see that one is known, not who.
        model.addAttribute(
                "operator",
                shop.person() == null || !seesPersons()
                        ? null
                        : persons.find(shop.person()).orElse(null));
        model.addAttribute("involvements", involved(List.of(), List.of(id)));
        model.addAttribute("entries", audit.of("shop", Long.toString(id)));
        return "parties/shop";
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable long id, Model model) {
        var person = persons.find(id).orElseThrow(() -> new NotFound("person " + id));
        model.addAttribute("person", person);
        model.addAttribute("sight", openings.sight("person", id));
        model.addAttribute("mayOpen", openings.mayOpen());
        model.addAttribute("shops", shops.ofPerson(id));
        model.addAttribute("entries", audit.of("person", Long.toString(id)));
        return "parties/person";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        var subject = subjects.find(id).orElseThrow(() -> new NotFound("subject " + id));
        return form("subject", id, subject.version(), written(subject), Map.of(), model);
    }

    private Map<String, String> written(Subject subject) {
        var form = new LinkedHashMap<String, String>();
        form.put("name", subject.name());
        form.put("creditCode", subject.creditCode() == null ? "" : subject.creditCode());
        form.put("kind", subject.kind().name());
        form.put("status", subject.status().name());
        form.put("region", subject.region() == null ? "" : regions.path(subject.region()));
        form.put("address", subject.address());
        return form;
    }

    @GetMapping("/shops/{id}/edit")
    String editShop(@PathVariable long id, Model model) {
        var shop = shops.find(id).orElseThrow(() -> new NotFound("shop " + id));
        return form("shop", id, shop.version(), written(shop), Map.of(), model);
    }

    private Map<String, String> written(Shop shop) {
        var form = new LinkedHashMap<String, String>();
        form.put("name", shop.name());
        form.put("url", shop.url());
        form.put("region", shop.region() == null ? "" : regions.path(shop.region()));
        form.put("openedOn", shop.openedOn() == null ? "" : shop.openedOn().toString());
        return form;
    }

    @PostMapping
    String register(@RequestParam Map<String, String> form, Model model, RedirectAttributes redirect) {
        var faults = new LinkedHashMap<String, Words>();
        var entry = subjectOf(form, faults);
        if (faults.isEmpty()) {
            var added = subjects.register(entry);
            if (added.isPresent()) {
                Toast.of("parties.registered", added.get().name()).on(redirect);
                return "redirect:/parties/" + added.get().id();
            }
            faults.put("creditCode", new Words("parties.fault.code.there", List.of()));
        }
        return form("subject", 0, 0, form, faults, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id, @RequestParam Map<String, String> form, Model model, RedirectAttributes redirect) {
        var faults = new LinkedHashMap<String, Words>();
        var entry = subjectOf(form, faults);
        int version = version(form);
        UnifiedSocialCreditCode.read(form.getOrDefault("creditCode", ""))
                .flatMap(subjects::byCode)
                .filter(other -> other.id() != id)
                .ifPresent(_ -> faults.put("creditCode", new Words("parties.fault.code.there", List.of())));
        if (!faults.isEmpty()) {
            return form("subject", id, version, form, faults, model);
        }
        try {
            subjects.change(id, version, entry, "");
        } catch (Conflict conflict) {
            var now = subjects.find(id).orElseThrow(() -> new NotFound("subject " + id));
            meanwhile(conflict, written(now), form, model);
            return form("subject", id, now.version(), form, Map.of(), model);
        }
        Toast.of("parties.changed", entry.name()).on(redirect);
        return "redirect:/parties/" + id;
    }

    /** Who comes second keeps what was typed, and sees beside it what stands there now. */
    private static void meanwhile(Conflict conflict, Map<String, String> now, Map<String, String> form, Model model) {
        var differing = new LinkedHashMap<>(now);
        differing.entrySet().removeIf(one -> one.getValue().equals(text(form, one.getKey())));
        model.addAttribute("conflict", conflict);
        model.addAttribute("now", differing);
    }

    private static int version(Map<String, String> form) {
        String version = form.getOrDefault("version", "0");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    @PostMapping("/shops/{id}")
    String changeShop(
            @PathVariable long id, @RequestParam Map<String, String> form, Model model, RedirectAttributes redirect) {
        var shop = shops.find(id).orElseThrow(() -> new NotFound("shop " + id));
        var faults = new LinkedHashMap<String, Words>();
        String name = needed(form, "name", faults);
        Integer region = region(form, faults);
        LocalDate opened = day(form, "openedOn", faults);
        if (!faults.isEmpty()) {
            return form("shop", id, version(form), form, faults, model);
        }
        try {
            shops.change(
                    id,
                    version(form),
                    new ShopTable.Entry(
                            shop.platform(),
                            SearchText.sought(shop.platform()),
                            shop.account(),
                            Shops.handle(shop.account(), name),
                            name,
                            text(form, "url"),
                            region,
                            opened,
                            shop.subject(),
                            shop.person(),
                            SearchText.of(name, shop.account())));
        } catch (Conflict conflict) {
            var now = shops.find(id).orElseThrow(() -> new NotFound("shop " + id));
            meanwhile(conflict, written(now), form, model);
            return form("shop", id, now.version(), form, Map.of(), model);
        }
        Toast.of("parties.changed", name).on(redirect);
        return "redirect:/parties/shops/" + id;
    }

    /** A person runs a shop (经营者为自然人): told by the shop's number, account or name. */
    @PostMapping("/people/{id}/shops")
    String tie(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String shop,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var person = persons.find(id).orElseThrow(() -> new NotFound("person " + id));
        var faults = new LinkedHashMap<String, String>(); // key of the words; goes through the session
        var found = told(shop.strip());
        if (found.isEmpty()) {
            faults.put("shop", "parties.tie.fault.shop");
        } else if (found.size() > 1) {
            faults.put("shop", "parties.tie.fault.several");
        } else if (found.getFirst().subject() != null) {
            faults.put("shop", "parties.tie.fault.subject");
        } else if (found.getFirst().person() != null) {
            faults.put(
                    "shop", found.getFirst().person() == id ? "parties.tie.fault.there" : "parties.tie.fault.person");
        }
        if (reason.isBlank()) {
            faults.put("reason", "parties.tie.fault.reason");
        }
        if (!faults.isEmpty()) {
            redirect.addFlashAttribute("tieFaults", faults);
            redirect.addFlashAttribute("tieShop", shop);
            redirect.addFlashAttribute("tieReason", reason);
            return "redirect:/parties/people/" + id + "#shops";
        }
        shops.tie(found.getFirst().id(), id, reason.strip());
        Toast.of("parties.tied", found.getFirst().name(), person.name())
                .undoneAt("/parties/people/" + id + "/shops/" + found.getFirst().id() + "/parting")
                .on(redirect);
        return "redirect:/parties/people/" + id + "#shops";
    }

    private List<Shop> told(String shop) {
        if (shop.isEmpty()) {
            return List.of();
        }
        var called = shops.called("", shop, 2);
        return called.isEmpty() && shop.matches("\\d{1,17}")
                ? shops.find(Long.parseLong(shop)).stream().toList()
                : called;
    }

    @PostMapping("/people/{id}/shops/{shop}/parting")
    String untie(
            @PathVariable long id,
            @PathVariable long shop,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        persons.find(id).orElseThrow(() -> new NotFound("person " + id));
        var parted = shops.untie(shop, id, reason.strip());
        Toast.of("parties.untied", parted.name()).on(redirect);
        return "redirect:/parties/people/" + id + "#shops";
    }

    @PostMapping("/shops")
    String registerShop(@RequestParam Map<String, String> form, Model model, RedirectAttributes redirect) {
        var faults = new LinkedHashMap<String, Words>();
        String platform = needed(form, "platform", faults);
        String name = needed(form, "name", faults);
        String account = text(form, "account");
        Integer region = region(form, faults);
        LocalDate opened = day(form, "openedOn", faults);
        String code = text(form, "creditCode");
        Long owner = null;
        if (!code.isEmpty()) {
            owner = UnifiedSocialCreditCode.read(code)
                    .flatMap(subjects::byCode)
                    .map(Subject::id)
                    .orElse(null);
            if (owner == null) {
                faults.put("creditCode", codeFault(code).orElse(new Words("parties.fault.code.unknown", List.of())));
            }
        }
        if (faults.isEmpty()) {
            var added = shops.register(new ShopTable.Entry(
                    platform,
                    SearchText.sought(platform),
                    account,
                    Shops.handle(account, name),
                    name,
                    text(form, "url"),
                    region,
                    opened,
                    owner,
                    null,
                    SearchText.of(name, account)));
            if (added.isPresent()) {
                Toast.of("parties.registered", name).on(redirect);
                return "redirect:/parties/shops/" + added.get().id();
            }
            faults.put("account", new Words("parties.fault.shop.there", List.of()));
        }
        return form("shop", 0, 0, form, faults, model);
    }

    @PostMapping("/people")
    String registerPerson(@RequestParam Map<String, String> form, Model model, RedirectAttributes redirect) {
        var faults = new LinkedHashMap<String, Words>();
        String name = needed(form, "name", faults);
        String identity = text(form, "identityNumber").toUpperCase(Locale.ROOT);
        if (!identity.isEmpty() && !IdentityNumber.isValid(identity)) {
            faults.put("identityNumber", new Words("parties.fault.identity", List.of()));
        }
        if (!faults.isEmpty()) {
            return form("person", 0, 0, form, faults, model);
        }
        var added = persons.register(new NaturalPersons.Told(
                name, identity, text(form, "phone"), text(form, "address"), text(form, "note")));
        Toast.of("parties.registered", added.name()).on(redirect);
        return "redirect:/parties/people/" + added.id();
    }

    @PostMapping("/join")
    String join(
            @RequestParam(name = "shop", defaultValue = "") List<Long> chosen,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var subject = UnifiedSocialCreditCode.read(into).flatMap(subjects::byCode);
        if (subject.isEmpty() && into.strip().matches("\\d{1,17}")) {
            subject = subjects.find(Long.parseLong(into.strip()));
        }
        if (chosen.isEmpty() || subject.isEmpty() || reason.isBlank()) {
            redirect.addFlashAttribute(
                    "joinFault",
                    chosen.isEmpty()
                            ? "parties.join.fault.none"
                            : subject.isEmpty() ? "parties.join.fault.subject" : "parties.join.fault.reason");
            redirect.addFlashAttribute("joinInto", into);
            redirect.addFlashAttribute("joinReason", reason);
            redirect.addFlashAttribute("joinShops", chosen);
            return "redirect:/parties/shops";
        }
        long joining = joinings.join(chosen, subject.get().id(), reason.strip());
        Toast.of("parties.joined", chosen.size(), subject.get().name())
                .undoneAt("/parties/joinings/" + joining + "/parting")
                .on(redirect);
        return "redirect:/parties/" + subject.get().id() + "#shops";
    }

    @PostMapping("/joinings/{id}/parting")
    String part(@PathVariable long id, @RequestParam(defaultValue = "") String why, RedirectAttributes redirect) {
        var subject = joinings.part(id, why.strip());
        Toast.of("parties.parted").on(redirect);
        return subject.map(from -> "redirect:/parties/" + from + "#shops").orElse("redirect:/parties/shops");
    }

    @PostMapping("/{id}/opening")
    String openSubject(
            @PathVariable long id, @RequestParam(defaultValue = "") String purpose, RedirectAttributes redirect) {
        return open("subject", id, purpose, "/parties/" + id, redirect);
    }

    @PostMapping("/people/{id}/opening")
    String openPerson(
            @PathVariable long id, @RequestParam(defaultValue = "") String purpose, RedirectAttributes redirect) {
        return open("person", id, purpose, "/parties/people/" + id, redirect);
    }

    private String open(String object, long id, String purpose, String back, RedirectAttributes redirect) {
        if (purpose.isBlank()) {
            redirect.addFlashAttribute("purposeFault", "parties.open.fault");
        } else {
            openings.open(object, id, purpose.strip());
            Toast.of("parties.opened", Openings.OPEN.toMinutes()).on(redirect);
        }
        return "redirect:" + back + "#sealed";
    }

    /** A sentence about a field. */
    record Words(String key, List<String> arguments) {}

    private SubjectTable.Entry subjectOf(Map<String, String> form, Map<String, Words> faults) {
        String name = needed(form, "name", faults);
        String code = text(form, "creditCode");
        if (!code.isEmpty()) {
            codeFault(code).ifPresent(fault -> faults.put("creditCode", fault));
        }
        Integer region = region(form, faults);
        String representative = text(form, "representative");
        return new SubjectTable.Entry(
                name,
                UnifiedSocialCreditCode.read(code)
                        .map(UnifiedSocialCreditCode::text)
                        .orElse(null),
                choice(Subject.Kind.values(), text(form, "kind"), Subject.Kind.UNKNOWN),
                choice(Subject.Status.values(), text(form, "status"), Subject.Status.UNKNOWN),
                region,
                text(form, "address"),
                representative.isEmpty() ? null : seal.seal(representative),
                true,
                "",
                SearchText.of(name, code));
    }

    static Optional<Words> codeFault(String code) {
        if (UnifiedSocialCreditCode.read(code).isPresent()) {
            return Optional.empty();
        }
        String bare = code.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
        return Optional.of(
                UnifiedSocialCreditCode.hasForm(bare)
                        ? new Words(
                                "parties.fault.code.check",
                                List.of(
                                        String.valueOf(UnifiedSocialCreditCode.checkCharacter(bare)),
                                        bare.substring(bare.length() - 1)))
                        : new Words("parties.fault.code.form", List.of()));
    }

    private List<Involvement> involved(List<Long> subjectIds, List<Long> shopIds) {
        return involvements.stream()
                .flatMap(source -> source.of(subjectIds, shopIds, INVOLVEMENTS).stream())
                .sorted(Comparator.comparing(Involvement::day).reversed())
                .limit(INVOLVEMENTS)
                .toList();
    }

    private String form(
            String what, long id, int version, Map<String, String> form, Map<String, Words> faults, Model model) {
        if (!viewers.require().hasAny(Shops.KEEPERS)) {
            throw new Forbidden("parties.register");
        }
        model.addAttribute("what", what);
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute(
                "fields",
                switch (what) {
                    case "shop" ->
                        id != 0
                                ? List.of("name", "url", "region", "openedOn")
                                : List.of("platform", "name", "account", "url", "region", "openedOn", "creditCode");
                    case "person" -> List.of("name", "identityNumber", "phone", "address", "note");
                    default -> List.of("name", "creditCode", "kind", "status", "region", "address", "representative");
                });
        return "parties/form";
    }

    /** @param from 0 stands for everywhere, unknown places included */
    private record Within(int from, int to) {}

    private Within within(String region, Model model) {
        var found = region.isBlank() ? Optional.<Regions.Region>empty() : regions.named(region);
        if (!region.isBlank() && found.isEmpty()) {
            model.addAttribute("regionFault", "parties.fault.region");
        }
        return found.map(one -> RegionSpan.of(one.code()))
                .map(span -> new Within(span.from(), span.to()))
                .orElse(new Within(0, 0));
    }

    private boolean seesPersons() {
        return viewers.require()
                .hasAny(Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.POLICE, Role.PROSECUTOR, Role.AUDITOR);
    }

    private @Nullable Integer region(Map<String, String> form, Map<String, Words> faults) {
        String text = text(form, "region");
        if (text.isEmpty()) {
            return null;
        }
        var found = regions.named(text);
        if (found.isEmpty()) {
            faults.put("region", new Words("parties.fault.region", List.of()));
        }
        return found.map(Regions.Region::code).orElse(null);
    }

    private static Optional<Cursor> cursor(String after) {
        return Cursor.parse(after, 2).filter(cursor -> cursor.key(1).matches("\\d{1,18}"));
    }

    private static <E extends Enum<E>> E choice(E[] values, String text, E otherwise) {
        for (E value : values) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        return otherwise;
    }

    private static @Nullable LocalDate day(Map<String, String> form, String field, Map<String, Words> faults) {
        String text = text(form, field);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.put(field, new Words("parties.fault.day", List.of()));
            return null;
        }
    }

    private static String needed(Map<String, String> form, String field, Map<String, Words> faults) {
        String text = text(form, field);
        if (text.isEmpty()) {
            faults.put(field, new Words("parties.fault.needed", List.of()));
        }
        return text;
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }
}

package org.hengjian.parties;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.time.PlatformTime;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.hengjian.tracing.values.IdentityNumber;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers subjects, shops and persons and corrects them: the forms. */
@Controller
@RequestMapping("/parties")
class PartyFormPages {

    private final Subjects subjects;
    private final Shops shops;
    private final NaturalPersons persons;
    private final Regions regions;
    private final Seal seal;
    private final Viewers viewers;

    PartyFormPages(
            Subjects subjects,
            Shops shops,
            NaturalPersons persons,
            Regions regions,
            Seal seal,
            Viewers viewers) {
        this.subjects = subjects;
        this.shops = shops;
        this.persons = persons;
        this.regions = regions;
        this.seal = seal;
        this.viewers = viewers;
    }

    @ModelAttribute
    void common(Model model) {
        model.addAttribute("kinds", Subject.Kind.values());
        model.addAttribute("statuses", Subject.Status.values());
        model.addAttribute("regions", regions);
        model.addAttribute("zone", PlatformTime.ZONE);
    }

    @GetMapping("/new")
    String blankSubject(Model model) {
        return form("subject", 0, 0, FilledForm.of(Map.of()), model);
    }

    @GetMapping("/shops/new")
    String blankShop(Model model) {
        return form("shop", 0, 0, FilledForm.of(Map.of()), model);
    }

    @GetMapping("/people/new")
    String blankPerson(Model model) {
        return form("person", 0, 0, FilledForm.of(Map.of()), model);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        var subject = subjects.find(id).orElseThrow(() -> new NotFound("subject " + id));
        return form("subject", id, subject.version(), FilledForm.of(written(subject)), model);
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
        return form("shop", id, shop.version(), FilledForm.of(written(shop)), model);
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
    String register(@RequestParam Map<String, String> fields, Model model, RedirectAttributes redirect) {
        var form = FilledForm.of(fields);
        var entry = subjectOf(form);
        if (form.isSound()) {
            var added = subjects.register(entry);
            if (added.isPresent()) {
                Toast.of("parties.registered", added.get().name()).on(redirect);
                return "redirect:/parties/" + added.get().id();
            }
            form.fault("creditCode", "parties.fault.code.there");
        }
        return form("subject", 0, 0, form, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id, @RequestParam Map<String, String> fields, Model model, RedirectAttributes redirect) {
        var form = FilledForm.of(fields);
        var entry = subjectOf(form);
        UnifiedSocialCreditCode.read(form.text("creditCode"))
                .flatMap(subjects::byCode)
                .filter(other -> other.id() != id)
                .ifPresent(_ -> form.fault("creditCode", "parties.fault.code.there"));
        if (!form.isSound()) {
            return form("subject", id, form.version(), form, model);
        }
        try {
            subjects.change(id, form.version(), entry, "");
        } catch (Conflict conflict) {
            var now = subjects.find(id).orElseThrow(() -> new NotFound("subject " + id));
            meanwhile(conflict, written(now), form, model);
            return form("subject", id, now.version(), form, model);
        }
        Toast.of("parties.changed", entry.name()).on(redirect);
        return "redirect:/parties/" + id;
    }

    @PostMapping("/shops/{id}")
    String changeShop(
            @PathVariable long id, @RequestParam Map<String, String> fields, Model model, RedirectAttributes redirect) {
        var shop = shops.find(id).orElseThrow(() -> new NotFound("shop " + id));
        var form = FilledForm.of(fields);
        String name = form.needed("name");
        Integer region = form.region(regions);
        LocalDate opened = form.day("openedOn");
        if (!form.isSound()) {
            return form("shop", id, form.version(), form, model);
        }
        try {
            shops.change(
                    id,
                    form.version(),
                    new ShopTable.Entry(
                            shop.platform(),
                            SearchText.sought(shop.platform()),
                            shop.account(),
                            Shops.handle(shop.account(), name),
                            name,
                            form.text("url"),
                            region,
                            opened,
                            shop.subject(),
                            shop.person(),
                            SearchText.of(name, shop.account())));
        } catch (Conflict conflict) {
            var now = shops.find(id).orElseThrow(() -> new NotFound("shop " + id));
            meanwhile(conflict, written(now), form, model);
            return form("shop", id, now.version(), form, model);
        }
        Toast.of("parties.changed", name).on(redirect);
        return "redirect:/parties/shops/" + id;
    }

    @PostMapping("/shops")
    String registerShop(@RequestParam Map<String, String> fields, Model model, RedirectAttributes redirect) {
        var form = FilledForm.of(fields);
        String platform = form.needed("platform");
        String name = form.needed("name");
        String account = form.text("account");
        Integer region = form.region(regions);
        LocalDate opened = form.day("openedOn");
        String code = form.text("creditCode");
        Long owner = null;
        if (!code.isEmpty()) {
            owner = UnifiedSocialCreditCode.read(code)
                    .flatMap(subjects::byCode)
                    .map(Subject::id)
                    .orElse(null);
            if (owner == null) {
                form.faults().put("creditCode", FilledForm.codeFault(code).orElse(new FilledForm.Words("parties.fault.code.unknown", List.of())));
            }
        }
        if (form.isSound()) {
            var added = shops.register(new ShopTable.Entry(
                    platform,
                    SearchText.sought(platform),
                    account,
                    Shops.handle(account, name),
                    name,
                    form.text("url"),
                    region,
                    opened,
                    owner,
                    null,
                    SearchText.of(name, account)));
            if (added.isPresent()) {
                Toast.of("parties.registered", name).on(redirect);
                return "redirect:/parties/shops/" + added.get().id();
            }
            form.fault("account", "parties.fault.shop.there");
        }
        return form("shop", 0, 0, form, model);
    }

    @PostMapping("/people")
    String registerPerson(@RequestParam Map<String, String> fields, Model model, RedirectAttributes redirect) {
        var form = FilledForm.of(fields);
        String name = form.needed("name");
        String identity = form.text("identityNumber").toUpperCase(Locale.ROOT);
        if (!identity.isEmpty() && !IdentityNumber.isValid(identity)) {
            form.fault("identityNumber", "parties.fault.identity");
        }
        if (!form.isSound()) {
            return form("person", 0, 0, form, model);
        }
        var added = persons.register(new NaturalPersons.Told(
                name, identity, form.text("phone"), form.text("address"), form.text("note")));
        Toast.of("parties.registered", added.name()).on(redirect);
        return "redirect:/parties/people/" + added.id();
    }

    /** Who comes second keeps what was typed, and sees beside it what stands there now. */
    private static void meanwhile(Conflict conflict, Map<String, String> now, FilledForm form, Model model) {
        var differing = new LinkedHashMap<>(now);
        differing.entrySet().removeIf(one -> one.getValue().equals(form.text(one.getKey())));
        model.addAttribute("conflict", conflict);
        model.addAttribute("now", differing);
    }

    private SubjectTable.Entry subjectOf(FilledForm form) {
        String name = form.needed("name");
        String code = form.text("creditCode");
        if (!code.isEmpty()) {
            FilledForm.codeFault(code).ifPresent(fault -> form.faults().put("creditCode", fault));
        }
        Integer region = form.region(regions);
        String representative = form.text("representative");
        return new SubjectTable.Entry(
                name,
                UnifiedSocialCreditCode.read(code)
                        .map(UnifiedSocialCreditCode::text)
                        .orElse(null),
                choice(Subject.Kind.values(), form.text("kind"), Subject.Kind.UNKNOWN),
                choice(Subject.Status.values(), form.text("status"), Subject.Status.UNKNOWN),
                region,
                form.text("address"),
                representative.isEmpty() ? null : seal.seal(representative),
                true,
                "",
                SearchText.of(name, code));
    }

    private String form(String what, long id, int version, FilledForm form, Model model) {
        if (!viewers.require().hasAny(Shops.KEEPERS)) {
            throw new Forbidden("parties.register");
        }
        model.addAttribute("what", what);
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        model.addAttribute("form", form.fields());
        model.addAttribute("faults", form.faults());
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

    private static <E extends Enum<E>> E choice(E[] values, String text, E otherwise) {
        for (E value : values) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        return otherwise;
    }
}

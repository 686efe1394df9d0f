package org.hengjian.parties;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.access.RegionSpan;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.audit.Audit;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.time.PlatformTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Subjects, shops and persons: the lists of them, and one of them with all that is known of it. */
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
            Viewers viewers,
            Audit audit,
            List<Involvement.Source> involvements) {
        this.subjects = subjects;
        this.shops = shops;
        this.persons = persons;
        this.joinings = joinings;
        this.openings = openings;
        this.regions = regions;
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
                        new SubjectTable.Filter(SearchText.searched(q), kind, within.from(), within.to(), unconfirmed),
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
                new ShopTable.Filter(SearchText.searched(q), platform, within.from(), within.to(), unknown),
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

    private List<Involvement> involved(List<Long> subjectIds, List<Long> shopIds) {
        return involvements.stream()
                .flatMap(source -> source.of(subjectIds, shopIds, INVOLVEMENTS).stream())
                .sorted(Comparator.comparing(Involvement::day).reversed())
                .limit(INVOLVEMENTS)
                .toList();
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

    private static Optional<Cursor> cursor(String after) {
        return Cursor.parse(after, 2).filter(cursor -> cursor.key(1).matches("\\d{1,18}"));
    }
}

package org.hengjian.field;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Role;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.People;
import org.hengjian.cases.HandledCases;
import org.hengjian.goods.Item;
import org.hengjian.goods.Unit;
import org.hengjian.leads.AssignedLeads;
import org.hengjian.shell.NavEntry;
import org.hengjian.time.PlatformTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The page on the phone and what it asks for. The page itself says nothing of anybody, since the phone keeps it and opens
 * it without a network; what is somebody's comes apart from it ({@link #state}) and is kept encrypted there.
 */
@Controller
@RequestMapping("/field")
class FieldPages {

    private static final int CASES_MOST = 100;
    private static final int LEADS_MOST = 50;
    /** How long a field of the phone may be, so that nobody hears of it when the network is back and the shop is shut. */
    private static final Map<String, Integer> MOST = Map.of(
            "item", FieldGoods.NAME_MOST,
            "brand", FieldGoods.NAME_MOST,
            "model", FieldGoods.NAME_MOST,
            "seal", FieldGoods.NAME_MOST,
            "keeper", FieldGoods.NAME_MOST,
            "note", FieldGoods.NOTE_MOST,
            "facts", Inspections.FACTS_MOST,
            "statement", Inspections.FACTS_MOST);

    private static final int ENTRY_MOST = 60_000; // characters: the longest record in full

    private final Field field;
    private final Visits visits;
    private final HandledCases cases;
    private final AssignedLeads leads;
    private final People people;
    private final Viewers viewers;
    private final Seal seal;
    private final Clock clock;
    private final MessageSource messages;
    private final Duration session;

    FieldPages(
            Field field,
            Visits visits,
            HandledCases cases,
            AssignedLeads leads,
            People people,
            Viewers viewers,
            Seal seal,
            Clock clock,
            MessageSource messages,
            @Value("${spring.session.timeout}") Duration session) {
        this.field = field;
        this.visits = visits;
        this.cases = cases;
        this.leads = leads;
        this.people = people;
        this.viewers = viewers;
        this.seal = seal;
        this.clock = clock;
        this.messages = messages;
        this.session = session;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry fieldEntry() {
            return NavEntry.of(NavEntry.Group.MINE, "field.title", "device-mobile", "/field", 30, Role.OFFICER);
        }
    }

    @GetMapping
    String page(Model model) {
        viewers.require("field.open", Role.OFFICER);
        model.addAttribute("most", MOST);
        model.addAttribute("shortMost", FieldGoods.TEXT_MOST);
        model.addAttribute("units", Unit.all());
        model.addAttribute("measures", Item.Measure.values());
        model.addAttribute("parts", Inspection.Part.values());
        return "field/phone";
    }

    /** The worker that opens the page without a network; it must be served from where it is to reign. */
    @GetMapping("/worker.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/javascript"))
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/field")
                .body(new ClassPathResource("static/field-files/worker.js"));
    }

    /** What the phone's home screen shows. */
    @GetMapping(value = "/manifest.webmanifest", produces = "application/manifest+json")
    ResponseEntity<Map<String, Object>> manifest(Locale locale) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(Map.of(
                        "id", "/field",
                        "name", said("field.app", locale),
                        "short_name", said("field.title", locale),
                        "lang", locale.toLanguageTag(),
                        "start_url", "/field",
                        "scope", "/field",
                        "display", "standalone",
                        "background_color", "#f5f6f8",
                        "theme_color", "#1a4f96",
                        "icons", List.of(Map.of("src", "/look/mark.svg", "sizes", "any", "type", "image/svg+xml"))));
    }

    /** A visit as the phone shows it. */
    record Planned(
            String key, long caseId, String lead, String title, String purpose, String place, String startsAt,
            String officers, boolean done) {

        static Planned of(Visit visit) {
            return new Planned(
                    visit.key().toString(), visit.caseId(), visit.lead(), visit.title(), visit.purpose(), visit.place(),
                    local(visit.startsAt()), visit.officerNames(), visit.isInspected());
        }
    }

    record Colleague(long id, String name) {}

    record LeadRow(String number, String title, String seller, @Nullable LocalDate due) {}

    /**
     * What the phone keeps of its owner.
     *
     * @param key   with which it encrypts what it keeps, the same each time for the same person
     * @param hours how long it may keep that key without having been here
     * @param now   of the business clock, in milliseconds
     */
    record State(
            long person, String name, String agency, String key, long hours, long now, String today, String header,
            String token, List<HandledCases.Handled> cases, List<LeadRow> leads, List<Planned> visits,
            List<Colleague> colleagues) {}

    @GetMapping(value = "/state", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<State> state(CsrfToken token) {
        var viewer = viewers.require("field.open", Role.OFFICER);
        var now = Instant.now(clock);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new State(
                        viewer.person(), viewer.name(), viewer.agencyName(),
                        Base64.getEncoder().encodeToString(seal.trace("field key of " + viewer.person())),
                        session.toHours(), now.toEpochMilli(), LocalDate.now(clock).toString(), token.getHeaderName(),
                        token.getToken(), cases.own(CASES_MOST),
                        leads.own(LEADS_MOST).stream()
                                .map(one -> new LeadRow(one.number(), one.title(), one.seller(), one.due()))
                                .toList(),
                        visits.own(viewer).stream().map(Planned::of).toList(),
                        people.of(viewer.agency(), Role.OFFICER).stream()
                                .filter(one -> !one.licence().isEmpty())
                                .map(one -> new Colleague(one.id(), one.name()))
                                .toList()));
    }

    /** A problem in the reader's language. */
    record Said(String field, String what, String remedy) {}

    /** @param name of what it became; empty where it was refused */
    record Result(boolean received, String name, String address, List<Said> problems) {}

    @PostMapping(value = "/entries/{key:[0-9a-f-]{36}}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Result> take(
            @PathVariable String key,
            @RequestParam("entry") String text,
            @RequestParam(value = "file", required = false) @Nullable MultipartFile file,
            Locale locale)
            throws IOException {
        var known = Sent.uuid(key);
        if (known.isEmpty() || text.length() > ENTRY_MOST) {
            return refused(List.of(Problem.of("UNREADABLE")), locale);
        }
        try {
            return switch (field.take(known.get(), text, Optional.ofNullable(file).map(one -> one::getInputStream))) {
                case Answer.Received received ->
                    ResponseEntity.ok(new Result(true, received.name(), received.address(), List.of()));
                case Answer.Refused refused -> refused(refused.problems(), locale);
            };
        } catch (Forbidden e) {
            return refused(List.of(Problem.of("NOT_ALLOWED")), locale);
        }
    }

    private ResponseEntity<Result> refused(List<Problem> problems, Locale locale) {
        var said = problems.stream()
                .map(one -> new Said(
                        one.field(),
                        messages.getMessage(one.ground(), one.arguments().toArray(), locale),
                        one.remedy().isEmpty() ? "" : messages.getMessage(one.remedy(), one.arguments().toArray(), locale)))
                .toList();
        return ResponseEntity.unprocessableContent().body(new Result(false, "", "", said));
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static String local(Instant at) {
        return PlatformTime.minute(at).replace(' ', 'T');
    }
}

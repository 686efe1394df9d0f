package org.hengjian.duties;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hengjian.access.RegionSpan;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.Regions;
import org.hengjian.documents.Documents;
import org.hengjian.law.Law;
import org.hengjian.registers.Registers;
import org.hengjian.shell.Light;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Computed;
import org.hengjian.statutes.Lights;
import org.hengjian.time.PlatformTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 待办: what is due, for a person, an agency or a region, and what was missed. */
@Controller
@RequestMapping("/due")
class DutyPages {

    private static final int COUNTRY = 100_000;
    private static final Role[] READERS = {
        Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.AUDITOR, Role.POLICE, Role.PROSECUTOR
    };

    private final DutyTable table;
    private final Questions questions;
    private final Law law;
    private final Documents documents;
    private final Agencies agencies;
    private final Regions regions;
    private final Lights lights;
    private final Viewers viewers;
    private final Clock clock;
    private final MessageSource messages;
    private final Registers registers;

    DutyPages(
            DutyTable table,
            Questions questions,
            Law law,
            Documents documents,
            Agencies agencies,
            Regions regions,
            Lights lights,
            Viewers viewers,
            Clock clock,
            MessageSource messages,
            Registers registers) {
        this.table = table;
        this.questions = questions;
        this.law = law;
        this.documents = documents;
        this.agencies = agencies;
        this.regions = regions;
        this.lights = lights;
        this.viewers = viewers;
        this.clock = clock;
        this.messages = messages;
        this.registers = registers;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry dutiesEntry(DutyTable table, Clock clock) {
            return NavEntry.of(NavEntry.Group.MINE, "duties.title", "calendar-due", "/due", 20, READERS)
                    .counting(() -> table.mine(LocalDate.now(clock)));
        }
    }

    /** Whose duties. */
    enum Whose {
        MINE,
        AGENCY,
        ALL;

        static Whose of(String word, Viewer viewer) {
            for (Whose whose : values()) {
                if (whose.name().equalsIgnoreCase(word)) {
                    return whose;
                }
            }
            return Duties.isMine(viewer) ? MINE : viewer.hasAny(Role.HEAD, Role.PROSECUTOR) ? AGENCY : ALL;
        }
    }

    /** What was asked for, as it stands in the address. */
    record Asked(String q, String object, String duty, String light, Whose whose, String region, boolean missed) {

        public boolean isNarrowed() {
            return !q.isEmpty() || !object.isEmpty() || !duty.isEmpty() || !light.isEmpty() || !region.isEmpty();
        }
    }

    /** A line with its light. */
    record Lit(DutyTable.Shown row, Light light, String agency) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String light,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "false") boolean missed,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var viewer = viewers.require("duties.list", READERS);
        var asked = asked(q, object, duty, light, whose, region, missed, viewer);
        var page = table.page(filter(asked, viewer), today(), after);
        var names = new HashMap<Long, String>();
        model.addAttribute("asked", asked);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.rows().stream().map(row -> lit(row, names)).toList());
        var kinds = table.kinds();
        model.addAttribute("kinds", kinds.stream()
                .filter(kind -> asked.object().isEmpty() || kind.object().equals(asked.object()))
                .toList());
        model.addAttribute("objects", kinds.stream().map(DutyTable.Kind::object).distinct().toList());
        model.addAttribute("whoses", Whose.values());
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("colours", Light.Colour.values());
        model.addAttribute("regions", regions.children(viewer.region()));
        return "duties/list";
    }

    /** 一项期限: day by day how its last day was worked out, what stopped or lengthened it, before whom it was brought. */
    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        viewers.require("duties.show", READERS);
        var row = table.find(id, today()).orElseThrow(() -> new NotFound("duty " + id));
        model.addAttribute("one", lit(row, new HashMap<>()));
        model.addAttribute("computed", questions.read(row.question())
                .map(law::deadline)
                .map(deadline -> row.doneOn() == null && !row.paused()
                        ? Computed.ofRunning(deadline, today())
                        : Computed.of(deadline, today()))
                .orElse(null));
        model.addAttribute("paper", row.causeNumber().isEmpty()
                ? null
                : documents.of(row.object(), row.objectId()).stream()
                        .filter(issued -> issued.number().equals(row.causeNumber()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("times", table.timesMissed(id));
        model.addAttribute("zone", PlatformTime.ZONE);
        return "duties/duty";
    }

    /** 待办台账、逾期台账: what the list shows under the same filters, as a workbook or as separated values. */
    @GetMapping({"/register.xlsx", "/register.csv"})
    void register(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String light,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "false") boolean missed,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var viewer = viewers.require("duties.register", READERS);
        var asked = asked(q, object, duty, light, whose, region, missed, viewer);
        var rows = table.rows(filter(asked, viewer), today(), Registers.ROWS_ASKED);
        var names = new HashMap<Long, String>();
        var register = registers.of("duties", missed ? "duties.register.title.missed" : "duties.register.title", locale)
                .filter("duties.whose.", asked.whose().name())
                .filter(asked.q())
                .filter("duties.object.", asked.object())
                .filter(nameOf(asked.duty(), locale))
                .filter("duties.light.", asked.light())
                .filter(regions.children(viewer.region()).stream()
                        .filter(one -> Integer.toString(one.code()).equals(asked.region()))
                        .findFirst()
                        .map(Regions.Region::name)
                        .orElse(asked.region()))
                .text("duties.object", 12)
                .text("duties.duty", 24)
                .text("duties.subject", 26)
                .text("duties.name", 44)
                .text("duties.owner", 18)
                .text("duties.agency", 30)
                .day("duties.start")
                .day("duties.due")
                .day("duties.done")
                .text("duties.escalated", 18)
                .day("duties.escalated.on")
                .text("duties.cause", 40)
                .text("duties.law", 60);
        Function<DutyTable.Shown, List<?>> line = row -> line(row, agency(row.agency(), names), locale);
        if (request.getRequestURI().endsWith(".csv")) {
            register.csv(rows, line, response);
        } else {
            register.xlsx(rows, line, response);
        }
    }

    private String nameOf(String duty, Locale locale) {
        return table.kinds().stream()
                .filter(kind -> kind.duty().equals(duty))
                .findFirst()
                .map(kind -> said(kind.nameKey(), locale))
                .orElse("");
    }

    private List<Object> line(DutyTable.Shown row, String agency, Locale locale) {
        return List.of(
                said("duties.object." + row.object(), locale),
                said(row.nameKey(), locale),
                row.subject(),
                row.title(),
                row.owners(),
                agency,
                row.startedOn(),
                Optional.ofNullable(row.missedOn()).orElse(row.dueOn()),
                row.doneOn() == null ? "" : row.doneOn(),
                row.escalatedTo(),
                row.escalatedOn() == null ? "" : row.escalatedOn(),
                (row.cause() + " " + row.causeNumber()).strip(),
                row.instrument() + row.article() + "：" + row.quote());
    }

    private Lit lit(DutyTable.Shown row, Map<Long, String> names) {
        if (row.paused()) {
            return new Lit(row, Light.suspended(), agency(row.agency(), names));
        }
        var left = row.inWorkingDays() ? lights.inWorkingDays(row.dueOn()) : lights.inCalendarDays(row.dueOn());
        // Amber from a share of the term on, whatever its length; the words stay those of the days left.
        boolean over = row.dueAt() != null && row.dueAt().isBefore(Instant.now(clock));
        var colour = left.colour() == Light.Colour.RED || over
                ? Light.Colour.RED
                : row.warnOn().isAfter(today()) ? Light.Colour.GREEN : Light.Colour.AMBER;
        return new Lit(row, new Light(colour, left.days(), left.unit()), agency(row.agency(), names));
    }

    private String agency(long id, Map<Long, String> names) {
        return names.computeIfAbsent(id, _ -> agencies.on(id, today()).map(Agencies.Agency::name).orElse(""));
    }

    private Asked asked(
            String q, String object, String duty, String light, String whose, String region, boolean missed, Viewer viewer) {
        String colour = java.util.Arrays.stream(Light.Colour.values())
                .map(Light.Colour::name)
                .filter(light::equalsIgnoreCase)
                .findFirst()
                .orElse("");
        boolean isRegion = region.matches("[1-9]\\d{5}") && Integer.parseInt(region) >= COUNTRY;
        return new Asked(
                q.strip(), object.strip(), duty.strip(), colour, Whose.of(whose, viewer), isRegion ? region : "", missed);
    }

    private static DutyTable.Filter filter(Asked asked, Viewer viewer) {
        return new DutyTable.Filter(
                asked.q(),
                asked.object(),
                asked.duty(),
                asked.light(),
                asked.whose() == Whose.AGENCY ? viewer.agency() : 0,
                asked.whose() == Whose.MINE ? viewer.person() : 0,
                RegionSpan.of(asked.region().isEmpty() ? COUNTRY : Integer.parseInt(asked.region())),
                asked.missed());
    }

    private String said(String key, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package org.hengjian.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.screening.Kind;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Page;
import org.hengjian.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of leads: filters, side panel, columns and views of one's own, the register as a workbook. */
@Controller
@RequestMapping("/leads")
class LeadListPages {

    private static final int SHOWN = 50; // a screen and a half of dense rows
    private static final int QUERY_CHARS_MAX = 1_000;
    private static final int NAME_CHARS_MAX = 40;

    private static final Role[] EXPORTERS = {Role.OFFICER, Role.HEAD, Role.REVIEWER, Role.ANALYST, Role.AUDITOR};

    private final LeadTable table;
    private final LeadListTable list;
    private final ChunkTable chunks;
    private final LeadViews views;
    private final OwnViews ownViews;
    private final Regions regions;
    private final LeadRegister register;
    private final Viewers viewers;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LeadListPages(
            LeadTable table,
            LeadListTable list,
            ChunkTable chunks,
            LeadViews views,
            OwnViews ownViews,
            Regions regions,
            LeadRegister register,
            Viewers viewers,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.list = list;
        this.chunks = chunks;
        this.views = views;
        this.ownViews = ownViews;
        this.regions = regions;
        this.register = register;
        this.viewers = viewers;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Asked asked,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String open,
            Model model) {
        Viewer viewer = viewers.require();
        Filter filter = asked.filter(regions);
        transaction.executeWithoutResult(_ -> {
            Page<Lead> page = list.list(filter, viewer, Optional.ofNullable(after), SHOWN);
            model.addAttribute("page", page);
            model.addAttribute("rows", page.rows().stream().map(views::row).toList());
            long total = list.count(filter, viewer);
            model.addAttribute("total", Math.min(total, LeadListTable.COUNTED_MAX));
            model.addAttribute("more", total > LeadListTable.COUNTED_MAX);
            model.addAttribute("wider", total == 0 ? wider(asked, filter, viewer) : List.of());
            Tally tally = chunks.ofDay(viewer.agency(), LocalDate.now(clock));
            model.addAttribute("tally", tally);
            model.addAttribute("passed", passed(tally));
            model.addAttribute("views", ownViews.views(viewer.person()));
            model.addAttribute("columns", ownViews.columns(viewer.person()));
            if (!open.isEmpty()) {
                table.find(open).ifPresent(lead -> model.addAttribute("view", views.view(lead)));
            }
        });
        model.addAttribute("filter", filter);
        model.addAttribute("noRegion", filter.region() == null ? Asked.text(asked.region()) : "");
        model.addAttribute("open", open);
        model.addAttribute("allColumns", OwnViews.COLUMNS);
        model.addAttribute("states", Filter.State.values());
        model.addAttribute(
                "kinds",
                java.util.Arrays.stream(Kind.values())
                        .filter(kind -> kind != Kind.NONE)
                        .toList());
        model.addAttribute("regionName", filter.region() == null ? "" : regions.path(filter.region()));
        model.addAttribute("worker", viewer.hasAny(Role.OFFICER, Role.HEAD));
        model.addAttribute("mayExport", viewer.hasAny(EXPORTERS));
        return "leads/list";
    }

    /** A condition by its parameter, and how many there are under it, or without it. */
    record Counted(String parameter, String label, long count) {}

    private List<Counted> wider(Asked asked, Filter filter, Viewer viewer) {
        return conditions(filter).entrySet().stream()
                .map(one -> new Counted(
                        one.getKey(), one.getValue(), list.count(asked.without(one.getKey()).filter(regions), viewer)))
                .filter(one -> one.count() > 0)
                .toList();
    }

    /** What narrows the list, by its parameter, in words. */
    private Map<String, String> conditions(Filter filter) {
        var labels = new LinkedHashMap<String, String>();
        put(labels, "q", filter.text(), "leads.chip.text");
        put(labels, "right", filter.right(), "leads.chip.right");
        put(labels, "platform", filter.platform(), "leads.chip.platform");
        put(labels, "region", filter.region() == null ? "" : regions.path(filter.region()), "leads.chip.region");
        put(labels, "batch", filter.batch() == null ? "" : filter.batch().toString(), "leads.chip.batch");
        if (filter.kind() != null) {
            labels.put("kind", inEnglish() ? filter.kind().en() : filter.kind().zh());
        }
        if (filter.score() > 0) {
            labels.put("score", say("leads.chip.score", "%.2f".formatted(filter.score() / 100.0)));
        }
        if (filter.mine()) {
            labels.put("mine", say("leads.chip.mine"));
        }
        if (filter.due() != Filter.When.ANY) {
            labels.put("due", say(filter.due() == Filter.When.LATE ? "leads.chip.late" : "leads.chip.soon"));
        }
        if (filter.state() != Filter.State.ALL) {
            labels.put("state", say("leads.state." + filter.state()));
        }
        return labels;
    }

    /** What the white lists let go today, by kind, the most frequent first. */
    private static List<Counted> passed(Tally tally) {
        return tally.cleared().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(one -> {
                    var kind = Filter.kind(one.getKey());
                    String name = kind == null ? one.getKey() : inEnglish() ? kind.en() : kind.zh();
                    return new Counted(one.getKey(), name, one.getValue());
                })
                .toList();
    }

    private void put(LinkedHashMap<String, String> labels, String parameter, String value, String key) {
        if (!value.isEmpty()) {
            labels.put(parameter, say(key, value));
        }
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private static boolean inEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    /** The side panel alone, for a list that is already there. */
    @GetMapping("/{number}/panel")
    String panel(
            @PathVariable String number,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "/leads") String listAddress,
            Model model) {
        model.addAttribute(
                "view",
                java.util.Objects.requireNonNull(transaction.execute(
                        _ -> table.find(number).map(views::view).orElseThrow(() -> new NotFound("lead " + number)))));
        model.addAttribute("close", withoutPanel(listAddress));
        return "leads/panel :: panel";
    }

    private static String withoutPanel(String address) {
        try {
            URI from = URI.create(address);
            return UriComponentsBuilder.fromPath("/leads")
                    .query(from.getRawQuery())
                    .replaceQueryParam("open")
                    .build(true)
                    .toUriString();
        } catch (IllegalArgumentException e) {
            return "/leads";
        }
    }

    /** The register (台账) of what the list shows, as a workbook. */
    @GetMapping("/export.xlsx")
    void export(Asked asked, Locale locale, HttpServletResponse response) throws IOException {
        Viewer viewer = viewers.require("leads.export", EXPORTERS);
        Filter filter = asked.filter(regions);
        var conditions = new ArrayList<String>();
        if (filter.scope() != Filter.Scope.OWN) {
            conditions.add(say(filter.scope() == Filter.Scope.SEEN ? "leads.chip.seen" : "leads.chip.gone"));
        }
        conditions.addAll(conditions(filter).values());
        register.send(filter, conditions, viewer, locale, response);
    }

    // ---- one's own

    @PostMapping("/views")
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            RedirectAttributes redirect) {
        String called = Asked.cut(name.strip(), NAME_CHARS_MAX);
        String kept = Asked.cut(query, QUERY_CHARS_MAX);
        if (called.isEmpty()) {
            Toast.of("leads.no.view.name").on(redirect);
            return "redirect:" + ListAddress.inside("/leads?" + kept);
        }
        transaction.executeWithoutResult(_ -> ownViews.save(viewers.require().person(), called, kept));
        Toast.of("leads.done.view", called).on(redirect);
        return "redirect:" + ListAddress.inside("/leads?" + kept);
    }

    @PostMapping("/views/{id}/forget")
    String forget(
            @PathVariable long id, @RequestParam(defaultValue = "/leads") String back, RedirectAttributes redirect) {
        transaction.executeWithoutResult(_ -> ownViews.forget(viewers.require().person(), id));
        Toast.of("leads.done.view-gone").on(redirect);
        return "redirect:" + ListAddress.inside(back);
    }

    @PostMapping("/columns")
    String columns(
            @RequestParam(required = false) @Nullable List<String> columns,
            @RequestParam(defaultValue = "/leads") String back) {
        transaction.executeWithoutResult(
                _ -> ownViews.choose(viewers.require().person(), columns == null ? List.of() : columns));
        return "redirect:" + ListAddress.inside(back);
    }
}

package org.hengjian.leads;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.intake.Intake;
import org.hengjian.intake.Source;
import org.hengjian.screening.Thresholds;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.Toast;
import org.hengjian.time.TypedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From which score on a campaign's offers are looked at: set by heads and analysts, for their own agency. */
@Controller
@RequestMapping("/screening-thresholds")
class CampaignPages {

    private static final Role[] SETTERS = {Role.HEAD, Role.ANALYST};
    private static final int DAYS = 90;
    private static final int STEPS = 20;
    private static final int NAME_MOST = 60;
    private static final int REASON_MOST = 300;

    private final CampaignTable table;
    private final Intake intake;
    private final Viewers viewers;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CampaignPages(
            CampaignTable table,
            Intake intake,
            Viewers viewers,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.intake = intake;
        this.viewers = viewers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry campaignEntry() {
            return NavEntry.of(
                    NavEntry.Group.BASIS, "leads.campaign", "adjustments", "/screening-thresholds", 17, SETTERS);
        }
    }

    /** So many of the latest offers scored this much or more. */
    record Reach(String from, int offers) {}

    @GetMapping
    String show(Model model) {
        return page(Map.of(), Map.of(), model);
    }

    @PostMapping
    String add(@RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect) {
        var viewer = viewers.require("leads.campaign", SETTERS);
        var faults = new LinkedHashMap<String, String>();
        var one = read(typed, faults, viewer.agency());
        if (one == null) {
            return page(typed, faults, model);
        }
        transaction.executeWithoutResult(_ -> {
            long id = table.add(one, viewer, Instant.now(clock));
            audit.enter(Deed.of("leads.campaign", "threshold", Long.toString(id))
                    .because(one.reason())
                    .with(Map.of("name", one.name(), "review", one.review(), "suspect", one.suspect())));
        });
        Toast.of("leads.campaign.added", one.name()).on(redirect);
        return "redirect:/screening-thresholds";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, RedirectAttributes redirect) {
        viewers.require("leads.campaign.end", SETTERS);
        boolean ended = Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean done = table.end(id, LocalDate.now(clock));
            if (done) {
                audit.enter(Deed.of("leads.campaign.end", "threshold", Long.toString(id)));
            }
            return done;
        }));
        if (ended) {
            Toast.of("leads.campaign.ended")
                    .undoneAt("/screening-thresholds/" + id + "/go-on")
                    .on(redirect);
        }
        return "redirect:/screening-thresholds";
    }

    @PostMapping("/{id}/go-on")
    String goOn(@PathVariable long id, RedirectAttributes redirect) {
        viewers.require("leads.campaign.go-on", SETTERS);
        transaction.executeWithoutResult(_ -> {
            if (table.goOn(id, LocalDate.now(clock))) {
                audit.enter(Deed.of("leads.campaign.go-on", "threshold", Long.toString(id)));
            }
        });
        Toast.of("leads.campaign.goes-on").on(redirect);
        return "redirect:/screening-thresholds";
    }

    private String page(Map<String, String> typed, Map<String, String> faults, Model model) {
        var viewer = viewers.require("leads.campaign", SETTERS);
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("today", today);
        model.addAttribute("standard", Thresholds.STANDARD);
        model.addAttribute("sources", intake.sources());
        model.addAttribute("campaigns", transaction.execute(_ -> table.of(viewer.agency())));
        model.addAttribute("reaches", reaches(viewer.agency(), today));
        return "leads/campaigns";
    }

    private List<Reach> reaches(long agency, LocalDate today) {
        List<CampaignTable.Scored> scores = transaction.execute(_ -> table.scores(agency, today.minusDays(DAYS)));
        int[] from = new int[STEPS + 1];
        for (var scored : scores == null ? List.<CampaignTable.Scored>of() : scores) {
            for (int step = 0; step <= Math.min(STEPS, scored.step()); step++) {
                from[step] += scored.offers();
            }
        }
        var reaches = new ArrayList<Reach>();
        for (int step = 3; step < STEPS; step++) {
            reaches.add(new Reach("%.2f".formatted(step / (double) STEPS), from[step]));
        }
        return reaches;
    }

    private @Nullable CampaignThreshold read(Map<String, String> typed, Map<String, String> faults, long agency) {
        String name = text(typed, "name", NAME_MOST, faults);
        String reason = text(typed, "reason", REASON_MOST, faults);
        double review = share(typed, "review", faults);
        double suspect = share(typed, "suspect", faults);
        if (!faults.containsKey("review") && !faults.containsKey("suspect") && review > suspect) {
            faults.put("suspect", "leads.campaign.fault.turned");
        }
        LocalDate from = day(typed, "from", faults);
        LocalDate to = day(typed, "to", faults);
        if (from != null && to != null && to.isBefore(from)) {
            faults.put("to", "leads.campaign.fault.days-turned");
        }
        String wanted = typed.getOrDefault("source", "");
        Source source = intake.sources().stream()
                .filter(one -> Long.toString(one.id()).equals(wanted))
                .findFirst()
                .orElse(null);
        if (!wanted.isEmpty() && source == null) {
            faults.put("source", "leads.campaign.fault.source");
        }
        if (!faults.isEmpty() || from == null || to == null) {
            return null;
        }
        return new CampaignThreshold(
                0,
                name,
                source == null ? null : source.id(),
                source == null ? "" : source.name(),
                review,
                suspect,
                from,
                to,
                reason,
                "",
                null,
                agency);
    }

    private static String text(Map<String, String> typed, String field, int most, Map<String, String> faults) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            faults.put(field, "leads.campaign.fault.missing");
        } else if (text.length() > most) {
            faults.put(field, "leads.campaign.fault.too-long");
        }
        return text;
    }

    private static double share(Map<String, String> typed, String field, Map<String, String> faults) {
        try {
            double share = Double.parseDouble(typed.getOrDefault(field, "").strip());
            if (share >= 0.01 && share <= 0.99) {
                return Math.round(share * 100) / 100.0;
            }
        } catch (NumberFormatException e) {
            // told below, with what is asked for
        }
        faults.put(field, "leads.campaign.fault.share");
        return 0;
    }

    private static @Nullable LocalDate day(Map<String, String> typed, String field, Map<String, String> faults) {
        try {
            return TypedDay.parse(typed.getOrDefault(field, "").strip());
        } catch (DateTimeException e) {
            faults.put(field, "leads.campaign.fault.day");
            return null;
        }
    }
}

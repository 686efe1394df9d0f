package org.hengjian.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.screening.Kind;
import org.hengjian.shell.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How screening fared against what people found: precision, what it let pass, reliability of the score, drift. */
@Controller
@RequestMapping("/screening-quality")
class QualityPages {

    private static final Role[] READERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.ADMINISTRATOR};
    private static final int MONTHS = 12;

    private final QualityTable table;
    private final Grounds grounds;
    private final Viewers viewers;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    QualityPages(
            QualityTable table,
            Grounds grounds,
            Viewers viewers,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.grounds = grounds;
        this.viewers = viewers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry qualityEntry() {
            return NavEntry.of(
                    NavEntry.Group.BASIS, "leads.quality", "chart-histogram", "/screening-quality", 16, READERS);
        }
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String kind, Model model) {
        var viewer = viewers.require("leads.quality", READERS);
        model.addAttribute("mayExport", viewer.hasAny(Role.ANALYST, Role.ADMINISTRATOR));
        model.addAttribute("from", from());
        model.addAttribute("kind", kind);
        model.addAttribute(
                "kinds",
                java.util.Arrays.stream(Kind.values()).filter(one -> !one.honest()).toList());
        model.addAttribute("few", Quality.FEW);
        model.addAttribute("quality", transaction.execute(_ -> table.since(from(), kind, grounds)));
        return "leads/quality";
    }

    /** Each judged lead with what screening said and what people found, for training and for whoever checks. */
    @GetMapping("/labels.csv")
    void labels(@RequestParam(defaultValue = "") String kind, HttpServletResponse response) throws IOException {
        viewers.require("leads.labels", Role.ANALYST, Role.ADMINISTRATOR);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"labels.csv\"");
        try (var out = new PrintWriter(response.getOutputStream(), false, StandardCharsets.UTF_8)) {
            out.print("\uFEFFlead,day,standing,score,kind,right,found,ground,snapshot,title\r\n");
            transaction.executeWithoutResult(_ -> {
                audit.enter(Deed.of("leads.labels", "leads", "labels").with(Map.of("from", from(), "kind", kind)));
                table.each(from(), kind, grounds, label -> out.print(String.join(
                                ",",
                                label.number(),
                                label.day().toString(),
                                label.standing(),
                                Integer.toString(label.score()),
                                label.kind(),
                                quoted(label.right()),
                                Boolean.toString(label.found()),
                                label.ground(),
                                quoted(label.snapshot()),
                                quoted(label.title()))
                        + "\r\n"));
            });
        }
    }

    /** A cell that begins like a formula is shown as text by spreadsheets only with a sign before it. */
    private static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private LocalDate from() {
        return LocalDate.now(clock).withDayOfMonth(1).minusMonths(MONTHS - 1);
    }
}

package org.hengjian.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.Page;
import org.hengjian.time.TypedDay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log, for auditors over their region and for heads and administrators over their agency. */
@Controller
public class AuditPages {

    private static final int PAGE = 100;
    private static final String LIST =
            "select " + Audit.COLUMNS
                    + """
                      from audit.entry
                     where (:person = '' or person = :person)
                       and (:deed = '' or deed = :deed or deed like :deed || '.%')
                       and (:object = '' or object_id = :object)
                       and day between :from and :to
                       and id < :before
                     order by id desc
                     limit :limit
                    """;
    private static final String HEAD =
            "select coalesce(max(sequence), 0) from audit.link";

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Clock clock;

    AuditPages(JdbcClient jdbc, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        @Bean
        NavEntry auditEntry() {
            return NavEntry.of(
                    NavEntry.Group.KEEPING,
                    "audit.title",
                    "shield-check",
                    "/audit",
                    20,
                    Role.AUDITOR,
                    Role.HEAD,
                    Role.ADMINISTRATOR);
        }
    }

    @GetMapping("/audit")
    @Transactional(readOnly = true)
    public String list(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        viewers.require("audit.read", Role.AUDITOR, Role.HEAD, Role.ADMINISTRATOR);
        var rows = jdbc.sql(LIST)
                .param("person", person.strip())
                .param("deed", deed.strip())
                .param("object", object.strip())
                .param("from", day(from, LocalDate.of(2000, 1, 1)))
                .param("to", day(to, LocalDate.now(clock).plusYears(1)))
                .param("before", Cursor.before(after))
                .param("limit", PAGE + 1)
                .query(Entry.class)
                .list();
        model.addAttribute("page", Page.of(rows, PAGE, entry -> Cursor.of(entry.id())));
        model.addAttribute(
                "sealed",
                viewers.require().has(Role.AUDITOR)
                        ? Optional.of(jdbc.sql(HEAD).query(Long.class).single())
                        : Optional.empty());
        return "audit/list";
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return text.isBlank() ? otherwise : TypedDay.parse(text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}

package org.hengjian.leads;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.screening.domain.DomainWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Trying domains: which right each imitates, and which to watch for a name; nothing is stored. */
@Controller
class DomainPages {

    private static final Role[] TRIERS = {Role.OFFICER, Role.HEAD, Role.REVIEWER, Role.ANALYST};
    private static final Role[] CALLERS = {
        Role.OFFICER, Role.HEAD, Role.REVIEWER, Role.ANALYST, Role.PLATFORM, Role.RIGHTS_HOLDER, Role.ADMINISTRATOR
    };
    private static final int LINES_MAX = 1_000;
    private static final int AT_ONCE_MAX = 10_000;
    private static final int NAME_MOST = 40;

    private final CurrentDomains current;
    private final Viewers viewers;

    DomainPages(CurrentDomains current, Viewers viewers) {
        this.current = current;
        this.viewers = viewers;
    }

    /** A domain on the page. @param imitation empty where it imitates nobody */
    record Tried(String domain, Optional<DomainWatch.Imitation> imitation) {}

    @GetMapping("/screen/domains")
    String form(@RequestParam(defaultValue = "") String name, Model model) {
        viewers.require("leads.try", TRIERS);
        String asked = name.strip();
        if (!asked.isEmpty() && asked.length() <= NAME_MOST) {
            model.addAttribute("variants", current.watch().variants(asked));
        }
        return "leads/domains";
    }

    @PostMapping("/screen/domains")
    String match(@RequestParam(defaultValue = "") String domains, Model model) {
        viewers.require("leads.try", TRIERS);
        var asked = new LinkedHashSet<String>();
        domains.lines()
                .map(line -> line.strip().replaceFirst("^https?://", "").replaceFirst("[/?#].*$", ""))
                .filter(line -> line.indexOf('.') > 0)
                .limit(LINES_MAX)
                .forEach(asked::add);
        DomainWatch watch = current.watch();
        model.addAttribute(
                "tried",
                asked.stream().map(domain -> new Tried(domain, watch.match(domain))).toList());
        return "leads/domains";
    }

    /** As a file, one a line. */
    @GetMapping(path = "/screen/domains/watch.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> list(@RequestParam(defaultValue = "") String name) {
        viewers.require("leads.try", TRIERS);
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"watch.txt\"")
                .body(String.join("\n", current.watch().variants(name.strip())) + "\n");
    }

    /** Those of a list of domains that imitate a right; nothing is stored. The shape is that of {@code ./hengjian domains}. */
    @PostMapping(path = "/api/v1/domains:match", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<?> api(@RequestBody List<@Nullable String> domains) {
        viewers.require("leads.try", CALLERS);
        if (domains.size() > AT_ONCE_MAX) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.CONTENT_TOO_LARGE, "at most " + AT_ONCE_MAX + " domains at once");
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(problem);
        }
        for (int i = 0; i < domains.size(); i++) {
            String domain = domains.get(i);
            if (domain == null || domain.isBlank()) {
                var problem = ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, "entry " + (i + 1) + " is no domain; send names such as example.com");
                return ResponseEntity.badRequest()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem);
            }
        }
        DomainWatch watch = current.watch();
        var answers = new ArrayList<Map<String, Object>>();
        for (String domain : domains) {
            if (domain == null) {
                continue; // refused above
            }
            watch.match(domain)
                    .ifPresent(one -> answers.add(Map.of(
                            "domain", domain,
                            "name", one.name(),
                            "right",
                                    Map.of(
                                            "id", one.right().id(),
                                            "name", one.right().name(),
                                            "holder", one.right().holder()),
                            "way", one.way().code(),
                            "zh", one.zh(),
                            "en", one.en())));
        }
        return ResponseEntity.ok(answers);
    }
}

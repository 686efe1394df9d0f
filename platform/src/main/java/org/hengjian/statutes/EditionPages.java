package org.hengjian.statutes;

import java.io.IOException;
import java.util.Objects;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.Toast;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator weighs a new edition of the law, puts it in force without a restart, and takes it back. */
@Controller
@RequestMapping("/law-edition")
class EditionPages {

    private static final String HERE = "redirect:/law-edition";

    private final Editions editions;
    private final Viewers viewers;

    EditionPages(Editions editions, Viewers viewers) {
        this.editions = editions;
        this.viewers = viewers;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        @Bean
        NavEntry editionEntry() {
            return NavEntry.of(
                    NavEntry.Group.KEEPING, "statutes.edition", "versions", "/law-edition", 40, Role.ADMINISTRATOR);
        }
    }

    @GetMapping
    String show(Model model) {
        viewers.require("statutes.edition", Role.ADMINISTRATOR);
        model.addAttribute("asOf", editions.inForce().asOf());
        model.addAttribute("parameters", editions.inForce().parameters().size());
        model.addAttribute("own", editions.own());
        model.addAttribute("mayGoBack", editions.mayGoBack());
        var proposal = editions.proposal();
        model.addAttribute("proposal", proposal);
        model.addAttribute("mayComeIntoForce", proposal.mayComeIntoForce());
        model.addAttribute("changesNothing", proposal.changesNothing());
        return "statutes/edition";
    }

    @PostMapping("/files")
    String propose(@RequestParam MultipartFile file, RedirectAttributes redirect) throws IOException {
        viewers.require("statutes.propose", Role.ADMINISTRATOR);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            editions.propose(name, file.getBytes());
        } catch (Editions.NotAFileOfLaw e) {
            redirect.addFlashAttribute("fault", "statutes.edition.not-a-file");
            return HERE;
        }
        Toast.of("statutes.edition.proposed", name).on(redirect);
        return HERE;
    }

    @PostMapping("/drop")
    String drop(RedirectAttributes redirect) {
        viewers.require("statutes.drop", Role.ADMINISTRATOR);
        editions.drop();
        Toast.of("statutes.edition.dropped").on(redirect);
        return HERE;
    }

    @PostMapping("/in-force")
    String putInForce(
            @RequestParam String digest, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        viewers.require("statutes.put-in-force", Role.ADMINISTRATOR);
        if (reason.isBlank()) {
            redirect.addFlashAttribute("fault", "statutes.edition.reason-missing");
            return HERE;
        }
        try {
            var impact = editions.putInForce(digest, reason.strip());
            Toast.of(
                            "statutes.edition.in-force",
                            impact.added().size()
                                    + impact.altered().size()
                                    + impact.removed().size())
                    .undoneAt("/law-edition/back")
                    .on(redirect);
        } catch (Editions.NotAsWeighed e) {
            redirect.addFlashAttribute("fault", "statutes.edition.not-as-weighed");
        }
        return HERE;
    }

    @PostMapping("/back")
    String goBack(RedirectAttributes redirect) {
        viewers.require("statutes.go-back", Role.ADMINISTRATOR);
        try {
            editions.goBack();
            Toast.of("statutes.edition.back.done").on(redirect);
        } catch (Editions.NotAsWeighed e) {
            redirect.addFlashAttribute("fault", "statutes.edition.nothing-before");
        }
        return HERE;
    }
}

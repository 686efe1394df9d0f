package org.hengjian.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.law.Law;
import org.hengjian.law.Said;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.time.PlatformTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The kinds of case: the list, one version, the form in which the next is added. */
@Controller
@RequestMapping("/case-kinds")
class KindPages {

    private static final Role[] READERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.AUDITOR, Role.ADMINISTRATOR};

    private final Kinds kinds;
    private final Viewers viewers;
    private final Law law;

    KindPages(Kinds kinds, Viewers viewers, Law law) {
        this.kinds = kinds;
        this.viewers = viewers;
        this.law = law;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry kindsEntry() {
            return NavEntry.of(NavEntry.Group.BASIS, "nav.kinds", "folders", "/case-kinds", 60, READERS);
        }
    }

    @GetMapping
    String list(Model model) {
        var viewer = viewers.require("cases.kinds", READERS);
        model.addAttribute("kinds", kinds.current());
        model.addAttribute("mayAdd", java.util.Arrays.stream(Kinds.KEEPERS).anyMatch(viewer::has));
        return "cases/kinds";
    }

    @GetMapping("/{kind:[a-z][a-z0-9-]{1,39}}/{version:\\d{1,4}}")
    String show(@PathVariable String kind, @PathVariable int version, Model model) {
        var viewer = viewers.require("cases.kinds", READERS);
        var pack = kinds.find(new KindOfCase.Ref(kind, version)).orElseThrow(() -> new NotFound("kind " + kind + " " + version));
        model.addAttribute("pack", pack);
        model.addAttribute("kind", pack.kind());
        model.addAttribute("versions", kinds.all().stream()
                .filter(one -> one.kind().ref().kind().equals(kind))
                .toList());
        model.addAttribute("ranges", pack.kind().penalties().stream()
                .filter(law.penaltyBases()::contains)
                .map(id -> new Said(law.parameter(id).en(), law.parameter(id).zh()))
                .toList());
        model.addAttribute("measures", pack.kind().measures().stream().sorted().toList());
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("mayAdd", java.util.Arrays.stream(Kinds.KEEPERS).anyMatch(viewer::has));
        return "cases/kind";
    }

    /** @param of the kind whose next version is begun from its newest file; empty for a blank form */
    @GetMapping("/new")
    String form(@RequestParam(defaultValue = "") String of, Model model) {
        viewers.require("cases.kinds.add", Kinds.KEEPERS);
        String source = kinds.all().stream()
                .filter(pack -> pack.kind().ref().kind().equals(of))
                .findFirst()
                .map(pack -> pack.source().replaceFirst(
                        "(?m)^version: *\\d+", "version: " + (pack.kind().ref().version() + 1)))
                .orElse("");
        return form(model, source, List.of());
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String source,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        String given = file == null || file.isEmpty() ? source : new String(file.getBytes(), StandardCharsets.UTF_8);
        return switch (kinds.add(given)) {
            case Kinds.Adding.Added added -> {
                Toast.of("cases.kinds.added", added.ref().kind(), added.ref().version()).on(redirect);
                yield "redirect:/case-kinds/" + added.ref().kind() + "/" + added.ref().version();
            }
            case Kinds.Adding.Wrong wrong -> form(model, given, wrong.faults());
        };
    }

    private static String form(Model model, String source, List<KindReader.Fault> faults) {
        model.addAttribute("source", source);
        model.addAttribute("faults", faults);
        return "cases/kind-new";
    }
}

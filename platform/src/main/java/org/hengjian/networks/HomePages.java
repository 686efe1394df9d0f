package org.hengjian.networks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.cases.CaseTab;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.Toast;
import org.hengjian.time.PlatformTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where work on networks begins: what came in, who asks and who invites, which operations run; and the door to ask. */
@Controller
@RequestMapping("/networks")
class HomePages {

    private static final Set<String> DECIDED = Set.of("DECIDED", "SERVED", "EXECUTING", "CLOSING", "CLOSED");

    private final Networks networks;
    private final Alerts alerts;
    private final Cooperations cooperations;
    private final Operations operations;
    private final Invitations invitations;
    private final OpenedNodes openings;
    private final Agencies agencies;
    private final Viewers viewers;
    private final Clock clock;

    HomePages(
            Networks networks,
            Alerts alerts,
            Cooperations cooperations,
            Operations operations,
            Invitations invitations,
            OpenedNodes openings,
            Agencies agencies,
            Viewers viewers,
            Clock clock) {
        this.networks = networks;
        this.alerts = alerts;
        this.cooperations = cooperations;
        this.operations = operations;
        this.invitations = invitations;
        this.openings = openings;
        this.agencies = agencies;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry networksEntry(Alerts alerts, Cooperations cooperations, Invitations invitations) {
            return NavEntry.of(NavEntry.Group.WORK, "networks.title", "topology-star", "/networks", 45, Networks.READERS)
                    .counting(() -> new NavEntry.Waiting(
                            alerts.unseen() + cooperations.waiting() + invitations.waiting() + invitations.answered().size(),
                            0));
        }

        @Bean
        @Order(30)
        CaseTab networkTab() {
            return id -> new CaseTab.Shown("networks.title", List.of(), "/networks/case-" + id);
        }
    }

    @GetMapping
    String home(@RequestParam(defaultValue = "") String q, Model model) {
        var viewer = viewers.require("networks.see", Networks.READERS);
        var own = alerts.own();
        var nodes = networks.find(own.stream()
                        .flatMap(alert -> java.util.stream.Stream.of(alert.leadKey(), alert.nearKey()))
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Node::key, node -> node));
        var asked = cooperations.own();
        var invited = invitations.own();
        var answered = invitations.answered();
        var named = new TreeMap<>(cooperations.named(asked));
        named.putAll(invitations.named(java.util.stream.Stream.concat(invited.stream(), answered.stream())
                .flatMap(one -> java.util.stream.Stream.of(one.inviting(), one.asked()))
                .distinct()
                .toList()));
        named.putAll(agencies.on(
                own.stream().map(Alerts.Alert::agency).distinct().toList(), LocalDate.now(clock)));
        model.addAttribute("q", q);
        model.addAttribute("found", q.isBlank() ? List.of() : networks.called(q.strip()));
        model.addAttribute("alerts", own);
        model.addAttribute("nodes", nodes);
        model.addAttribute("asked", asked);
        model.addAttribute("invited", invited);
        model.addAttribute("answered", answered);
        model.addAttribute("agencies", named);
        model.addAttribute("viewer", viewer);
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("operations", operations.own());
        model.addAttribute("mayDecide", viewer.hasAny(Networks.DECIDERS));
        return "networks/home";
    }

    @PostMapping("/alerts/seeing")
    String see(RedirectAttributes redirect) {
        alerts.see();
        invitations.see();
        Toast.of("networks.alerts.done").on(redirect);
        return "redirect:/networks";
    }

    @PostMapping("/" + NetworkPages.KEY + "/cooperation")
    String ask(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") long agency,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        var refused = cooperations.ask(key, agency, words);
        if (refused.isPresent()) {
            redirect.addFlashAttribute("fault", refused.get().why());
            redirect.addFlashAttribute("words", words);
            return "redirect:/networks/" + key + "#others";
        }
        Toast.of("networks.asked").on(redirect);
        return "redirect:/networks";
    }

    @PostMapping("/cooperation/{id}/answer")
    String answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        if (!verdict.matches("accept|decline")) {
            redirect.addFlashAttribute("fault", "networks.answer.fault.verdict");
            return "redirect:/networks";
        }
        var refused = cooperations.answer(id, verdict.equals("accept"), words);
        if (refused.isPresent()) {
            redirect.addFlashAttribute("fault", refused.get().why());
        } else {
            Toast.of("networks.answered." + verdict).on(redirect);
        }
        return "redirect:/networks";
    }

    /** A part of the case's page: what was decided before against the same party, or against whom people hold to be the same. */
    @GetMapping("/case-{id}/repeat")
    String repeat(@PathVariable long id, Model model) {
        var viewer = viewers.require();
        List<Node> earlier = List.of();
        List<String> others = List.of();
        if (viewer.hasAny(Networks.READERS) && networks.find("case-" + id).isPresent()) {
            var network = networks.of("case-" + id, new View(
                    3, Set.of(Node.Kind.FIRM, Node.Kind.CASE), java.util.Optional.empty(), java.util.Optional.empty(), 0,
                    Set.of()));
            // What is open to an operation is for its members' work there, not for another case.
            var opened = openings.opened(network.nodes());
            earlier = network.nodes().stream()
                    .filter(node -> node.kind() == Node.Kind.CASE && !node.equals(network.start()))
                    .filter(node -> !opened.contains(node.key()))
                    .filter(node -> DECIDED.contains(node.state()))
                    .sorted(java.util.Comparator.comparing((Node node) -> node.day()).reversed())
                    .toList();
            others = network.nodes().stream()
                    .filter(node -> node.kind() == Node.Kind.FIRM)
                    .flatMap(node -> network.sealedAt(node).stream())
                    .map(Network.Sealed::agencyName)
                    .distinct()
                    .toList();
        }
        model.addAttribute("earlier", earlier);
        model.addAttribute("others", others);
        model.addAttribute("key", "case-" + id);
        return "networks/repeat";
    }
}

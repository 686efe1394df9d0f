package org.hengjian.networks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.cases.CaseTab;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
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

/** Where work on networks begins: what came in, who asks, which operations run; and the doors to ask and to open. */
@Controller
@RequestMapping("/networks")
class HomePages {

    private static final Set<String> DECIDED = Set.of("DECIDED", "SERVED", "EXECUTING", "CLOSING", "CLOSED");

    private final Networks networks;
    private final Alerts alerts;
    private final Cooperations cooperations;
    private final Operations operations;
    private final Agencies agencies;
    private final Viewers viewers;
    private final Clock clock;

    HomePages(
            Networks networks,
            Alerts alerts,
            Cooperations cooperations,
            Operations operations,
            Agencies agencies,
            Viewers viewers,
            Clock clock) {
        this.networks = networks;
        this.alerts = alerts;
        this.cooperations = cooperations;
        this.operations = operations;
        this.agencies = agencies;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry networksEntry(Alerts alerts, Cooperations cooperations) {
            return NavEntry.of(NavEntry.Group.WORK, "networks.title", "topology-star", "/networks", 45, Networks.READERS)
                    .counting(() -> new NavEntry.Waiting(alerts.unseen() + cooperations.waiting(), 0));
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
        var named = new TreeMap<>(cooperations.named(asked));
        named.putAll(agencies.on(
                own.stream().map(Alerts.Alert::agency).distinct().toList(), LocalDate.now(clock)));
        model.addAttribute("q", q);
        model.addAttribute("found", q.isBlank() ? List.of() : networks.called(q.strip()));
        model.addAttribute("alerts", own);
        model.addAttribute("nodes", nodes);
        model.addAttribute("asked", asked);
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

    @GetMapping("/" + NetworkPages.KEY + "/operation")
    String operationForm(@PathVariable String key, Model model) {
        viewers.require("networks.open-operation", Role.POLICE);
        var network = networks.of(key, View.PLAIN);
        model.addAttribute("network", network);
        model.addAttribute("people", operations.candidates());
        model.addAttribute("viewer", viewers.require());
        model.addAttribute(
                "cases",
                network.nodes().stream().filter(node -> node.kind() == Node.Kind.CASE).toList());
        return "networks/open";
    }

    @PostMapping("/" + NetworkPages.KEY + "/operation")
    String open(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") List<Long> member,
            @RequestParam(defaultValue = "") List<String> file,
            RedirectAttributes redirect) {
        var opened = operations.open(key, name, goal, Set.copyOf(member), Set.copyOf(file));
        if (opened.id().isEmpty()) {
            redirect.addFlashAttribute("fault", opened.why());
            redirect.addFlashAttribute("name", name);
            redirect.addFlashAttribute("goal", goal);
            return "redirect:/networks/" + key + "/operation";
        }
        Toast.of("networks.operation.opened").on(redirect);
        return "redirect:/networks/operations/" + opened.id().get();
    }

    @GetMapping("/operations/{id}")
    String operation(@PathVariable long id, Model model) {
        var operation = operations.find(id).orElseThrow(() -> new NotFound("operation " + id));
        model.addAttribute("operation", operation);
        model.addAttribute("start", networks.find(operation.key()).orElse(null));
        model.addAttribute("cases", operations.cases(id));
        model.addAttribute("mayEnd", operation.leader() == viewers.require().person() && operation.endedOn() == null);
        return "networks/operation";
    }

    @PostMapping("/operations/{id}/ending")
    String end(@PathVariable long id, RedirectAttributes redirect) {
        Toast.of(operations.end(id) ? "networks.operation.ended" : "networks.operation.ended.not").on(redirect);
        return "redirect:/networks/operations/" + id;
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
            earlier = network.nodes().stream()
                    .filter(node -> node.kind() == Node.Kind.CASE && !node.equals(network.start()))
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

package org.hengjian.networks;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.time.PlatformTime;
import org.hengjian.time.TypedDay;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A network: picture, the same as a table, what matters most in it, the way to another thing, decisions. */
@Controller
@RequestMapping("/networks")
class NetworkPages {

    static final String KEY = "{key:(?:person|firm|shop|site|phone|account|address|lead|case|goods|parcel)-.+}";

    private static final int REASON_MOST = 300;
    private static final int IMPORTANT = 8;

    private final Networks networks;
    private final OpenedNodes openings;
    private final Regions regions;
    private final Viewers viewers;

    NetworkPages(Networks networks, OpenedNodes openings, Regions regions, Viewers viewers) {
        this.networks = networks;
        this.openings = openings;
        this.regions = regions;
        this.viewers = viewers;
    }

    /** Faults in what was typed into the filter; what is wrong is left out and named. */
    record Filter(View view, List<String> faults) {}

    static Filter filter(
            Optional<Integer> steps, List<String> kind, String from, String to, String region, List<String> open,
            Regions regions) {
        var faults = new java.util.ArrayList<String>();
        var kinds = Arrays.stream(Node.Kind.values())
                .filter(one -> kind.contains(one.name()))
                .toList();
        var first = day(from, "networks.fault.from", faults);
        var last = day(to, "networks.fault.to", faults);
        int code = 0;
        if (!region.isBlank()) {
            var named = regions.named(region);
            if (named.isEmpty()) {
                faults.add("networks.fault.region");
            }
            code = named.map(Regions.Region::code).orElse(0);
        }
        return new Filter(View.of(steps.orElse(View.STEPS), kinds, first, last, code, open), faults);
    }

    private static Optional<LocalDate> day(String text, String fault, List<String> faults) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(TypedDay.parse(text));
        } catch (DateTimeParseException e) {
            faults.add(fault);
            return Optional.empty();
        }
    }

    @ModelAttribute
    void common(Model model) {
        var viewer = viewers.require("networks.see", Networks.READERS);
        model.addAttribute("regions", regions);
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("mayOpen", viewer.has(org.hengjian.access.Role.POLICE));
        model.addAttribute("mayDecide", viewer.hasAny(Networks.DECIDERS));
    }

    @GetMapping("/" + KEY)
    String network(
            @PathVariable String key,
            @RequestParam Optional<Integer> steps,
            @RequestParam(defaultValue = "") List<String> kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") List<String> open,
            @RequestParam(defaultValue = "") String way,
            Model model) {
        var filter = filter(steps, kind, from, to, region, open, regions);
        var network = networks.of(key, filter.view());
        var links = way.isBlank() ? List.<Link>of() : networks.way(key, way.strip());
        model.addAttribute("start", network.start());
        model.addAttribute("network", network);
        model.addAttribute("opened", openings.opened(network.nodes()));
        model.addAttribute("view", filter.view());
        model.addAttribute("faults", filter.faults());
        model.addAttribute("regionTyped", region);
        model.addAttribute("drawing", Drawing.of(network, links));
        model.addAttribute("kinds", Node.Kind.values());
        model.addAttribute("important", network.important(IMPORTANT));
        model.addAttribute("way", way);
        model.addAttribute("wayLinks", links);
        model.addAttribute("wayNodes", networks.find(ends(links)).stream()
                .collect(java.util.stream.Collectors.toMap(Node::key, node -> node)));
        model.addAttribute("days", network.nodes().stream()
                .filter(node -> node.kind() == Node.Kind.LEAD || node.kind() == Node.Kind.CASE)
                .sorted(Comparator.comparing((Node node) -> node.day()).reversed().thenComparing(node -> node.key()))
                .toList());
        model.addAttribute("decisions", network.start().kind().isSeller() ? networks.decisions(key) : List.of());
        model.addAttribute(
                "others",
                network.nodes().stream()
                        .filter(node -> node.kind().isSeller() && !node.key().equals(key))
                        .toList());
        return "networks/network";
    }

    /** The same network by region. */
    @GetMapping("/" + KEY + "/regions")
    String regions(
            @PathVariable String key,
            @RequestParam Optional<Integer> steps,
            @RequestParam(defaultValue = "") List<String> kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") List<String> open,
            Model model) {
        var filter = filter(steps, kind, from, to, region, open, regions);
        var network = networks.of(key, filter.view());
        model.addAttribute("start", network.start());
        model.addAttribute("network", network);
        model.addAttribute("view", filter.view());
        model.addAttribute("faults", filter.faults());
        model.addAttribute("tiles", Tiles.of(network, regions));
        return "networks/regions";
    }

    private static List<String> ends(List<Link> links) {
        return links.stream()
                .flatMap(link -> java.util.stream.Stream.of(link.source(), link.target()))
                .distinct()
                .toList();
    }

    /** As such addresses were before other things than shops had a network. */
    @GetMapping("/shops/{id}")
    String shop(@PathVariable long id) {
        return "redirect:/networks/shop-" + id;
    }

    @PostMapping("/" + KEY + "/decisions")
    String decide(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        String page = "redirect:/networks/" + key;
        var fault = fault(key, other, verdict, reason);
        if (fault.isPresent()) {
            redirect.addFlashAttribute("fault", fault.get());
            redirect.addFlashAttribute("other", other);
            redirect.addFlashAttribute("reason", reason);
            return page + "#decide";
        }
        long decision = networks.decide(key, other, verdict.equals("same"), reason.strip());
        Toast.of("networks.decided." + verdict)
                .undoneAt("/networks/decisions/" + decision + "/taking-back?of=" + key)
                .on(redirect);
        return page;
    }

    private Optional<String> fault(String key, String other, String verdict, String reason) {
        var both = networks.find(List.of(key, other));
        if (both.stream().noneMatch(node -> node.key().equals(key))) {
            throw new NotFound("network of " + key);
        }
        if (other.equals(key) || both.size() < 2 || both.stream().anyMatch(node -> !node.kind().isSeller())) {
            return Optional.of("networks.fault.other");
        }
        if (networks.haveOneOwner(key, other)) {
            return Optional.of("networks.fault.owner");
        }
        if (!verdict.matches("same|not-same")) {
            return Optional.of("networks.fault.verdict");
        }
        return reason.isBlank() || reason.length() > REASON_MOST
                ? Optional.of("networks.fault.reason")
                : Optional.empty();
    }

    @PostMapping("/decisions/{decision}/taking-back")
    String takeBack(@PathVariable long decision, @RequestParam(defaultValue = "") String of, RedirectAttributes redirect) {
        Toast.of(networks.takeBack(decision).isPresent() ? "networks.taken-back" : "networks.taken-back.not")
                .on(redirect);
        return of.equals("review") ? "redirect:/networks/review" : "redirect:/networks/" + (of.matches("[a-z]+-\\d+") ? of : "review");
    }
}

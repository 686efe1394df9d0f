package org.hengjian.networks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.parties.Involvement;
import org.hengjian.parties.Shop;
import org.hengjian.shell.Toast;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The network of a shop: picture, the same as a table, and decisions. */
@Controller
@RequestMapping("/networks")
class NetworkPages {

    private static final int INVOLVEMENTS = 50;
    private static final int REASON_MOST = 300;

    private final Networks networks;
    private final Regions regions;
    private final Viewers viewers;
    private final List<Involvement.Source> involvements;

    NetworkPages(Networks networks, Regions regions, Viewers viewers, List<Involvement.Source> involvements) {
        this.networks = networks;
        this.regions = regions;
        this.viewers = viewers;
        this.involvements = involvements;
    }

    @GetMapping("/shops/{id}")
    String network(@PathVariable long id, Model model) {
        var network = networks.of(id);
        model.addAttribute("start", network.shops().getFirst());
        model.addAttribute("network", network);
        model.addAttribute("drawing", Drawing.of(network));
        model.addAttribute("decisions", networks.decisions(id));
        model.addAttribute("involvements", involved(network));
        model.addAttribute("regions", regions);
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("mayDecide", viewers.require().hasAny(Networks.DECIDERS));
        return "networks/network";
    }

    @PostMapping("/shops/{id}/decisions")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long other,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        String page = "redirect:/networks/shops/" + id;
        var fault = fault(id, other, verdict, reason);
        if (fault.isPresent()) {
            redirect.addFlashAttribute("fault", fault.get());
            redirect.addFlashAttribute("other", other);
            redirect.addFlashAttribute("reason", reason);
            return page + "#decide";
        }
        long decision = networks.decide(id, other, verdict.equals("same"), reason.strip());
        Toast.of("networks.decided." + verdict).undoneAt("/networks/decisions/" + decision + "/taking-back?of=" + id)
                .on(redirect);
        return page;
    }

    private Optional<String> fault(long id, long other, String verdict, String reason) {
        if (other == id || networks.of(id).shops().stream().noneMatch(shop -> shop.id() == other)) {
            return Optional.of("networks.fault.other");
        }
        if (networks.haveOneOwner(id, other)) {
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
    String takeBack(@PathVariable long decision, @RequestParam long of, RedirectAttributes redirect) {
        Toast.of(networks.takeBack(decision).isPresent() ? "networks.taken-back" : "networks.taken-back.not")
                .on(redirect);
        return "redirect:/networks/shops/" + of;
    }

    private List<Involvement> involved(Network network) {
        var ids = network.shops().stream().map(Shop::id).toList();
        var firms = network.owners().stream()
                .filter(owner -> owner.kind() == Network.Kind.FIRM)
                .map(Network.Owner::id)
                .toList();
        return involvements.stream()
                .flatMap(source -> source.of(firms, ids, INVOLVEMENTS).stream())
                .distinct()
                .sorted(Comparator.comparing(Involvement::day).reversed().thenComparing(Involvement::number))
                .limit(INVOLVEMENTS)
                .toList();
    }
}

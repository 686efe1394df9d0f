package org.hengjian.networks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hengjian.agencies.Regions;
import org.hengjian.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue of proposals: the heaviest in full, side by side, the next below; by keyboard. */
@Controller
@RequestMapping("/networks/review")
class ReviewPages {

    private static final int REASON_MOST = 300;

    private final Review review;
    private final Networks networks;
    private final Regions regions;

    ReviewPages(Review review, Networks networks, Regions regions) {
        this.review = review;
        this.networks = networks;
        this.regions = regions;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String pair, Model model, Locale locale) {
        List<Review.Pair> next = review.next();
        Optional<Review.Pair> current = next.stream()
                .filter(one -> (one.source() + "." + one.target()).equals(pair))
                .findFirst()
                .or(() -> next.stream().findFirst());
        model.addAttribute("next", next);
        model.addAttribute("regions", regions);
        model.addAttribute("grounds", Link.Ground.values());
        current.ifPresent(one -> {
            model.addAttribute("pair", one);
            model.addAttribute(
                    "said",
                    one.proposal().reasons().stream()
                            .filter(reason -> reason.weight() > 0)
                            .map(reason -> reason.name(locale))
                            .toList());
            model.addAttribute("source", review.side(one.source()));
            model.addAttribute("target", review.side(one.target()));
        });
        return "networks/review";
    }

    @PostMapping
    String answer(
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        String here = "redirect:/networks/review?pair=" + encoded(source) + "." + encoded(target);
        var both = networks.find(List.of(source, target));
        if (source.equals(target) || both.size() < 2 || both.stream().anyMatch(node -> !node.kind().isSeller())) {
            redirect.addFlashAttribute("fault", "networks.fault.other");
            return "redirect:/networks/review";
        }
        switch (verdict) {
            case "later" -> {
                review.putOff(source, target);
                Toast.of("networks.review.put-off")
                        .undoneAt("/networks/review/taking-up?source=" + source + "&target=" + target)
                        .on(redirect);
                return "redirect:/networks/review";
            }
            case "same", "not-same" -> {
                if (networks.haveOneOwner(source, target)) {
                    redirect.addFlashAttribute("fault", "networks.fault.owner");
                    return here;
                }
                if (reason.isBlank() || reason.length() > REASON_MOST) {
                    redirect.addFlashAttribute("fault", "networks.fault.reason");
                    return here;
                }
                long decision = networks.decide(source, target, verdict.equals("same"), reason.strip());
                Toast.of("networks.decided." + verdict)
                        .undoneAt("/networks/decisions/" + decision + "/taking-back?of=review")
                        .on(redirect);
                return "redirect:/networks/review";
            }
            default -> {
                redirect.addFlashAttribute("fault", "networks.fault.verdict");
                return here;
            }
        }
    }

    private static String encoded(String key) {
        return java.net.URLEncoder.encode(key, java.nio.charset.StandardCharsets.UTF_8);
    }

    @PostMapping("/taking-up")
    String takeUp(@RequestParam String source, @RequestParam String target, RedirectAttributes redirect) {
        review.takeUp(source, target);
        Toast.of("networks.review.taken-up").on(redirect);
        return "redirect:/networks/review";
    }
}

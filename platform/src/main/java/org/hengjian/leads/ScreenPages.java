package org.hengjian.leads;

import java.math.BigDecimal;
import java.util.List;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.screening.Listing;
import org.hengjian.screening.SellerHistory;
import org.hengjian.screening.Thresholds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Trying a text: the same explanation as a lead's, and nothing is stored. */
@Controller
@RequestMapping("/screen")
class ScreenPages {

    private static final int LINES_MAX = 50;
    private static final int LINE_CHARS_MAX = 500;

    private final CurrentScreening screening;
    private final LeadViews views;
    private final Viewers viewers;

    ScreenPages(CurrentScreening screening, LeadViews views, Viewers viewers) {
        this.screening = screening;
        this.views = views;
        this.viewers = viewers;
    }

    record Tried(String text, Lead.Claimed right, Explanation explanation, LeadView.Explained explained) {}

    @GetMapping
    String form() {
        viewers.require("leads.try", Role.OFFICER, Role.HEAD, Role.REVIEWER, Role.ANALYST);
        return "leads/screen";
    }

    @PostMapping
    String screen(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String seller,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String price,
            Model model) {
        viewers.require("leads.try", Role.OFFICER, Role.HEAD, Role.REVIEWER, Role.ANALYST);
        long fen = price.strip().matches("\\d{1,9}(\\.\\d{1,2})?")
                ? new BigDecimal(price.strip()).movePointRight(2).longValueExact()
                : Listing.UNKNOWN_PRICE;
        var snapshot = screening.now();
        List<Tried> tried = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES_MAX)
                .map(line -> line.length() <= LINE_CHARS_MAX ? line : line.substring(0, LINE_CHARS_MAX))
                .map(line -> {
                    var listing = new Listing(
                            "", line, "", fen, "CNY", category.strip(), "", seller.strip(), "", "", "", List.of());
                    var verdict = snapshot.screening().screen(listing);
                    var explanation = Explanation.of(
                            verdict,
                            snapshot.name(),
                            JudgedBy.of(Thresholds.STANDARD, "", SellerHistory.UNKNOWN, verdict.right()));
                    return new Tried(line, Routing.claimed(verdict.right()), explanation, views.explained(listing, explanation));
                })
                .toList();
        model.addAttribute("tried", tried);
        return "leads/screen";
    }
}

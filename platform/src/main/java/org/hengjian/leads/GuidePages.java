package org.hengjian.leads;

import java.util.Arrays;
import java.util.List;
import org.hengjian.access.Viewers;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.SellerHistory;
import org.hengjian.screening.ShippedClaims;
import org.hengjian.screening.Thresholds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How screening decides (筛查如何判断), with examples that the engine itself screens. */
@Controller
class GuidePages {

    /** An invented name, so that no real one stands accused in a guide. */
    private static final Right INVENTED = Right.of("guide:1", "衡溪", "HENGXI").withClasses(25);

    private final Viewers viewers;
    private final List<Example> examples;

    GuidePages(Viewers viewers) {
        this.viewers = viewers;
        var screening = Screening.of(List.of(INVENTED), ShippedClaims.all());
        this.examples = List.of(
                example(screening, "衡★氵奚 HΕNGXI 卫衣男 1:1复刻 代购级"), example(screening, "适用于HENGXI鞋 鞋垫 减震"));
    }

    record Example(Explanation explanation, LeadView.Explained explained) {}

    private static Example example(Screening screening, String title) {
        var listing = Listing.of("", title);
        var verdict = screening.screen(listing);
        var explanation = Explanation.of(
                verdict, "", JudgedBy.of(Thresholds.STANDARD, "", SellerHistory.UNKNOWN, verdict.right()));
        return new Example(explanation, LeadViews.explained(listing, explanation, List.of()));
    }

    @GetMapping("/screen/guide")
    String guide(Model model) {
        viewers.require(); // how it is done is no secret from anyone who sees a lead
        model.addAttribute("standard", Thresholds.STANDARD);
        model.addAttribute("accusing", Arrays.stream(Kind.values()).filter(kind -> !kind.honest()).toList());
        model.addAttribute(
                "honest",
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.honest() && kind != Kind.NONE)
                        .toList());
        model.addAttribute("examples", examples);
        return "leads/guide";
    }
}

package org.hengjian.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing down a lead that a person saw themselves. */
@Controller
@RequestMapping("/leads/new")
class NewLeadPages {

    private static final int TITLE_CHARS_MAX = 500;
    private static final int TEXT_CHARS_MAX = 4_000;

    private final Leads leads;
    private final Regions regions;
    private final Viewers viewers;

    NewLeadPages(Leads leads, Regions regions, Viewers viewers) {
        this.leads = leads;
        this.regions = regions;
        this.viewers = viewers;
    }

    /** The form as typed; nothing is null for the template. */
    record Typed(
            @Nullable String title,
            @Nullable String seller,
            @Nullable String platform,
            @Nullable String url,
            @Nullable String price,
            @Nullable String category,
            @Nullable String place,
            @Nullable String description) {

        String or(@Nullable String text, int most) {
            String stripped = text == null ? "" : text.strip();
            return stripped.length() <= most ? stripped : stripped.substring(0, most);
        }
    }

    @GetMapping
    String form(@ModelAttribute("typed") Typed typed, Model model) {
        viewers.require("leads.register", Role.OFFICER, Role.HEAD);
        model.addAttribute("faults", List.of());
        return "leads/new";
    }

    @PostMapping
    String register(
            @ModelAttribute("typed") Typed typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var viewer = viewers.require("leads.register", Role.OFFICER, Role.HEAD);
        String title = typed.or(typed.title(), TITLE_CHARS_MAX);
        String place = typed.or(typed.place(), 60);
        String price = typed.or(typed.price(), 20);
        var region = regions.named(place);
        var faults = new ArrayList<String>();
        if (title.isEmpty()) {
            faults.add("title");
        }
        if (!price.matches("|\\d{1,9}(\\.\\d{1,2})?")) {
            faults.add("price");
        }
        if (!place.isEmpty() && region.isEmpty()) {
            faults.add("region");
        }
        if (!faults.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("faults", faults);
            return "leads/new";
        }
        var offer = new Received(
                null,
                null,
                null,
                "",
                title,
                typed.or(typed.description(), TEXT_CHARS_MAX),
                price.isEmpty() ? null : new BigDecimal(price).movePointRight(2).longValueExact(),
                "CNY",
                typed.or(typed.category(), 100),
                "",
                typed.or(typed.seller(), 100),
                "",
                typed.or(typed.platform(), 100),
                typed.or(typed.url(), 1_000),
                region.map(Regions.Region::code).orElse(null),
                List.of(),
                viewer.agency(),
                viewer.region());
        Lead lead = leads.register(offer);
        Toast.of("leads.done.new", lead.number()).on(redirect);
        return "redirect:/leads/" + lead.number();
    }
}

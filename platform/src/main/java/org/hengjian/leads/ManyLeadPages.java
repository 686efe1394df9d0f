package org.hengjian.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.People;
import org.hengjian.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many leads at once: what would be done to whom first, the deed afterwards, and the way back. */
@Controller
@RequestMapping("/leads")
class ManyLeadPages {

    private final LeadTable table;
    private final LeadViews views;
    private final Deeds deeds;
    private final Grounds grounds;
    private final People people;
    private final Viewers viewers;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    ManyLeadPages(
            LeadTable table,
            LeadViews views,
            Deeds deeds,
            Grounds grounds,
            People people,
            Viewers viewers,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.table = table;
        this.views = views;
        this.deeds = deeds;
        this.grounds = grounds;
        this.people = people;
        this.viewers = viewers;
        this.messages = messages;
        this.transaction = transaction;
    }

    /** What would be done to whom, before it is done. */
    @PostMapping("/bulk")
    String preview(
            @RequestParam String deed,
            @RequestParam(required = false) @Nullable List<String> numbers,
            @RequestParam(defaultValue = "/leads") String back,
            Model model,
            RedirectAttributes redirect) {
        Viewer viewer = viewers.require("leads.bulk", Role.OFFICER, Role.HEAD);
        if (numbers == null || numbers.isEmpty() || numbers.size() > Deeds.BULK_MAX) {
            Toast.of("leads.no.bulk", Deeds.BULK_MAX).on(redirect);
            return "redirect:" + ListAddress.inside(back);
        }
        return preview(deed.equals("dismiss") ? Verb.DISMISS : Verb.ASSIGN, numbers, back, viewer, model);
    }

    private String preview(Verb verb, List<String> numbers, String back, Viewer viewer, Model model) {
        transaction.executeWithoutResult(_ -> {
            List<Lead> chosen = table.find(numbers);
            model.addAttribute(
                    "able",
                    chosen.stream()
                            .filter(lead -> lead.agency() == viewer.agency()
                                    && lead.stage().refuses(verb).isEmpty())
                            .map(views::row)
                            .toList());
            model.addAttribute(
                    "unable",
                    chosen.stream()
                            .filter(lead -> lead.agency() != viewer.agency()
                                    || lead.stage().refuses(verb).isPresent())
                            .map(views::row)
                            .toList());
            model.addAttribute("officers", people.of(viewer.agency(), Role.OFFICER));
        });
        model.addAttribute("deed", verb == Verb.DISMISS ? "dismiss" : "assign");
        model.addAttribute("grounds", grounds.all());
        model.addAttribute("back", ListAddress.inside(back));
        if (!model.containsAttribute("why")) {
            model.addAttribute("why", "");
        }
        return "leads/bulk";
    }

    @PostMapping("/bulk/assign")
    String assignAll(
            @RequestParam List<String> numbers,
            @RequestParam long person,
            @RequestParam(defaultValue = "/leads") String back,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var bulk = deeds.assignAll(numbers, person);
        return bulk.done().isEmpty()
                ? again(Verb.ASSIGN, bulk, numbers, back, model, response)
                : many(bulk, "leads.done.assign-all", back, redirect);
    }

    @PostMapping("/bulk/dismiss")
    String dismissAll(
            @RequestParam List<String> numbers,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "/leads") String back,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var bulk = deeds.dismissAll(numbers, ground, reason);
        model.addAttribute("ground", ground);
        model.addAttribute("reason", reason);
        return bulk.done().isEmpty()
                ? again(Verb.DISMISS, bulk, numbers, back, model, response)
                : many(bulk, "leads.done.dismiss-all", back, redirect);
    }

    /** Nothing was done: the preview once more, with what was typed and the reason at the field. */
    private String again(
            Verb verb, Deeds.Bulk bulk, List<String> numbers, String back, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute(
                "why",
                bulk.refused().isEmpty() ? "" : why(bulk.refused().getFirst().why()));
        return preview(verb, numbers, back, viewers.require(), model);
    }

    private static String many(Deeds.Bulk bulk, String key, String back, RedirectAttributes redirect) {
        Toast.of(
                        bulk.refused().isEmpty() ? key : key + ".some",
                        bulk.done().size(),
                        bulk.refused().size(),
                        bulk.done().getFirst().assigneeName())
                .undoneAt("/leads/undo/" + bulk.step())
                .on(redirect);
        return "redirect:" + ListAddress.inside(back);
    }

    @PostMapping("/undo/{step}")
    String undo(
            @PathVariable long step,
            @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "/leads") String from,
            RedirectAttributes redirect) {
        int back = deeds.undo(step);
        Toast.of(back > 0 ? "leads.done.undo" : "leads.done.too-late", back).on(redirect);
        return "redirect:" + ListAddress.inside(from);
    }

    private String why(Answer.Refused refused) {
        return messages.getMessage(
                refused.key(), refused.arguments().toArray(), LocaleContextHolder.getLocale());
    }
}

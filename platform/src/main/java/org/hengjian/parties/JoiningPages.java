package org.hengjian.parties;

import java.util.LinkedHashMap;
import java.util.List;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who runs what: ties a shop to a person, joins shops under a subject, and parts them again. */
@Controller
@RequestMapping("/parties")
class JoiningPages {

    private final Subjects subjects;
    private final Shops shops;
    private final NaturalPersons persons;
    private final Joinings joinings;

    JoiningPages(Subjects subjects, Shops shops, NaturalPersons persons, Joinings joinings) {
        this.subjects = subjects;
        this.shops = shops;
        this.persons = persons;
        this.joinings = joinings;
    }

    /** A person runs a shop (经营者为自然人): told by the shop's number, account or name. */
    @PostMapping("/people/{id}/shops")
    String tie(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String shop,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var person = persons.find(id).orElseThrow(() -> new NotFound("person " + id));
        var faults = new LinkedHashMap<String, String>(); // key of the words; goes through the session
        var found = told(shop.strip());
        if (found.isEmpty()) {
            faults.put("shop", "parties.tie.fault.shop");
        } else if (found.size() > 1) {
            faults.put("shop", "parties.tie.fault.several");
        } else if (found.getFirst().subject() != null) {
            faults.put("shop", "parties.tie.fault.subject");
        } else if (found.getFirst().person() != null) {
            faults.put(
                    "shop", found.getFirst().person() == id ? "parties.tie.fault.there" : "parties.tie.fault.person");
        }
        if (reason.isBlank()) {
            faults.put("reason", "parties.tie.fault.reason");
        }
        if (!faults.isEmpty()) {
            redirect.addFlashAttribute("tieFaults", faults);
            redirect.addFlashAttribute("tieShop", shop);
            redirect.addFlashAttribute("tieReason", reason);
            return "redirect:/parties/people/" + id + "#shops";
        }
        shops.tie(found.getFirst().id(), id, reason.strip());
        Toast.of("parties.tied", found.getFirst().name(), person.name())
                .undoneAt("/parties/people/" + id + "/shops/" + found.getFirst().id() + "/parting")
                .on(redirect);
        return "redirect:/parties/people/" + id + "#shops";
    }

    private List<Shop> told(String shop) {
        if (shop.isEmpty()) {
            return List.of();
        }
        var called = shops.called("", shop, 2);
        return called.isEmpty() && shop.matches("\\d{1,17}")
                ? shops.find(Long.parseLong(shop)).stream().toList()
                : called;
    }

    @PostMapping("/people/{id}/shops/{shop}/parting")
    String untie(
            @PathVariable long id,
            @PathVariable long shop,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        persons.find(id).orElseThrow(() -> new NotFound("person " + id));
        var parted = shops.untie(shop, id, reason.strip());
        Toast.of("parties.untied", parted.name()).on(redirect);
        return "redirect:/parties/people/" + id + "#shops";
    }

    @PostMapping("/join")
    String join(
            @RequestParam(name = "shop", defaultValue = "") List<Long> chosen,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var subject = UnifiedSocialCreditCode.read(into).flatMap(subjects::byCode);
        if (subject.isEmpty() && into.strip().matches("\\d{1,17}")) {
            subject = subjects.find(Long.parseLong(into.strip()));
        }
        if (chosen.isEmpty() || subject.isEmpty() || reason.isBlank()) {
            redirect.addFlashAttribute(
                    "joinFault",
                    chosen.isEmpty()
                            ? "parties.join.fault.none"
                            : subject.isEmpty() ? "parties.join.fault.subject" : "parties.join.fault.reason");
            redirect.addFlashAttribute("joinInto", into);
            redirect.addFlashAttribute("joinReason", reason);
            redirect.addFlashAttribute("joinShops", chosen);
            return "redirect:/parties/shops";
        }
        long joining = joinings.join(chosen, subject.get().id(), reason.strip());
        Toast.of("parties.joined", chosen.size(), subject.get().name())
                .undoneAt("/parties/joinings/" + joining + "/parting")
                .on(redirect);
        return "redirect:/parties/" + subject.get().id() + "#shops";
    }

    @PostMapping("/joinings/{id}/parting")
    String part(@PathVariable long id, @RequestParam(defaultValue = "") String why, RedirectAttributes redirect) {
        var subject = joinings.part(id, why.strip());
        Toast.of("parties.parted").on(redirect);
        return subject.map(from -> "redirect:/parties/" + from + "#shops").orElse("redirect:/parties/shops");
    }
}

package org.hengjian.parties;

import org.hengjian.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens what is under the seal, for a purpose. */
@Controller
@RequestMapping("/parties")
class OpeningPages {

    private final Openings openings;

    OpeningPages(Openings openings) {
        this.openings = openings;
    }

    @PostMapping("/{id}/opening")
    String openSubject(
            @PathVariable long id, @RequestParam(defaultValue = "") String purpose, RedirectAttributes redirect) {
        return open("subject", id, purpose, "/parties/" + id, redirect);
    }

    @PostMapping("/people/{id}/opening")
    String openPerson(
            @PathVariable long id, @RequestParam(defaultValue = "") String purpose, RedirectAttributes redirect) {
        return open("person", id, purpose, "/parties/people/" + id, redirect);
    }

    private String open(String object, long id, String purpose, String back, RedirectAttributes redirect) {
        if (purpose.isBlank()) {
            redirect.addFlashAttribute("purposeFault", "parties.open.fault");
        } else {
            openings.open(object, id, purpose.strip());
            Toast.of("parties.opened", Openings.OPEN.toMinutes()).on(redirect);
        }
        return "redirect:" + back + "#sealed";
    }
}

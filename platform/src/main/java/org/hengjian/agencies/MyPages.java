package org.hengjian.agencies;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hengjian.access.Viewers;
import org.hengjian.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own: who the system thinks one is, password, keys for programs. */
@Controller
@RequestMapping("/me")
class MyPages {

    private static final int PASSWORD_SHORTEST = 12; // length beats rules (NIST SP 800-63B, 3.1.1)
    private static final int PASSWORD_LONGEST = 128;
    private static final int KEY_NAME_LONGEST = 60;

    private final Staff staff;
    private final ApiKeys keys;
    private final Viewers viewers;

    MyPages(Staff staff, ApiKeys keys, Viewers viewers) {
        this.staff = staff;
        this.keys = keys;
        this.viewers = viewers;
    }

    @GetMapping
    String show(Model model) {
        return page(model, Map.of());
    }

    @PostMapping("/password")
    String changePassword(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        if (fresh.length() < PASSWORD_SHORTEST || fresh.length() > PASSWORD_LONGEST) {
            errors.put("fresh", "agencies.error.password-length");
        } else if (fresh.equals(current)) {
            errors.put("fresh", "agencies.error.password-same");
        } else if (!fresh.equals(again)) {
            errors.put("again", "agencies.error.password-again");
        }
        if (errors.isEmpty() && staff.changeOwnPassword(current, fresh).isPresent()) {
            errors.put("current", "agencies.error.password-current");
        }
        if (!errors.isEmpty()) {
            return page(model, errors);
        }
        // Sessions end with the old password, this one too.
        return "redirect:/sign-in?changed";
    }

    @PostMapping("/keys")
    String issue(@RequestParam(defaultValue = "") String name, Model model, RedirectAttributes redirect) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > KEY_NAME_LONGEST) {
            return page(model, Map.of("name", "agencies.error.needed"));
        }
        redirect.addFlashAttribute("key", keys.issue(trimmed));
        return "redirect:/me";
    }

    @PostMapping("/keys/{id}/revoke")
    String revoke(@PathVariable long id, RedirectAttributes redirect) {
        keys.revoke(id);
        Toast.of("agencies.me.key-revoked").on(redirect);
        return "redirect:/me";
    }

    private String page(Model model, Map<String, String> errors) {
        model.addAttribute("me", viewers.require());
        model.addAttribute("keys", keys.mine());
        model.addAttribute("errors", errors);
        return "agencies/me";
    }
}

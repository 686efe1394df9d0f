package org.hengjian.referrals;

import java.util.List;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 并案侦办: the operations of a police office, and what is worked on in each. */
@Controller
@RequestMapping("/referrals/operations")
class JointOperationPages {

    private final JointOperations operations;
    private final Viewers viewers;

    JointOperationPages(JointOperations operations, Viewers viewers) {
        this.operations = operations;
        this.viewers = viewers;
    }

    @ModelAttribute
    void police() {
        viewers.require("referrals.operations", Role.POLICE);
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("page", operations.page(after));
        return "referrals/operations";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(Map.of(), "", "", List.of(), model);
    }

    @PostMapping
    String open(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") List<Long> referrals,
            Model model,
            RedirectAttributes redirect) {
        var done = operations.open(name.strip(), goal.strip(), referrals);
        if (!done.faults().isEmpty()) {
            return form(done.faults(), name, goal, referrals, model);
        }
        Toast.of("referrals.operation.opened", name.strip()).on(redirect);
        return "redirect:/referrals/operations/" + done.id();
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        return page(id, Map.of(), "", model);
    }

    @PostMapping("/{id:\\d{1,18}}/add")
    String add(
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<Long> referrals,
            Model model,
            RedirectAttributes redirect) {
        var done = operations.add(id, referrals);
        if (!done.faults().isEmpty()) {
            return page(id, done.faults(), "", model);
        }
        Toast.of("referrals.operation.joined", referrals.size()).on(redirect);
        return "redirect:/referrals/operations/" + id;
    }

    @PostMapping("/{id:\\d{1,18}}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String result,
            Model model,
            RedirectAttributes redirect) {
        var done = operations.end(id, result.strip());
        if (!done.faults().isEmpty()) {
            return page(id, done.faults(), result, model);
        }
        Toast.of("referrals.operation.ended").on(redirect);
        return "redirect:/referrals/operations/" + id;
    }

    private String form(Map<String, String> faults, String name, String goal, List<Long> chosen, Model model) {
        model.addAttribute("faults", faults);
        model.addAttribute("name", name);
        model.addAttribute("goal", goal);
        model.addAttribute("chosen", chosen);
        model.addAttribute("candidates", operations.candidates());
        return "referrals/operation-new";
    }

    private String page(long id, Map<String, String> faults, String result, Model model) {
        var operation = operations.find(id).orElseThrow(() -> new NotFound("operation " + id));
        boolean mine = operation.agency() == viewers.require().agency() && operation.isOpen();
        model.addAttribute("operation", operation);
        model.addAttribute("members", operations.members(id));
        model.addAttribute("mine", mine);
        model.addAttribute("faults", faults);
        model.addAttribute("result", result);
        model.addAttribute("chosen", List.of());
        model.addAttribute("candidates", mine ? operations.candidates() : List.of());
        return "referrals/operation";
    }
}

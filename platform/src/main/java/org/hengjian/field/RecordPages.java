package org.hengjian.field;

import java.util.List;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.CaseTab;
import org.hengjian.cases.Cases;
import org.hengjian.shell.NotFound;
import org.hengjian.time.PlatformTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came from the field, for reading at a desk: the visits and records of a case, one record with its signatures. */
@Controller
@RequestMapping("/field")
class RecordPages {

    private static final Role[] READERS = {
        Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.AUDITOR, Role.POLICE, Role.PROSECUTOR
    };
    private static final int PURPOSE_MOST = 500;

    private final Field field;
    private final FieldTable table;
    private final Inspections inspections;
    private final Cases cases;
    private final Viewers viewers;
    private final TransactionTemplate transaction;

    RecordPages(
            Field field,
            FieldTable table,
            Inspections inspections,
            Cases cases,
            Viewers viewers,
            TransactionTemplate transaction) {
        this.field = field;
        this.table = table;
        this.inspections = inspections;
        this.cases = cases;
        this.viewers = viewers;
        this.transaction = transaction;
    }

    @Configuration(proxyBeanMethods = false)
    static class Tab {

        @Bean
        @Order(15)
        CaseTab fieldTab(Field field) {
            return id -> new CaseTab.Shown("field.tab", List.of(field.count(id)), "/field/case/" + id);
        }
    }

    @ModelAttribute
    void common(Model model) {
        viewers.require("field.read", READERS);
        model.addAttribute("zone", PlatformTime.ZONE);
    }

    @GetMapping("/case/{id:\\d+}")
    String ofCase(@PathVariable long id, Model model) {
        model.addAttribute("file", file(id));
        model.addAttribute("records", field.inspections(id));
        model.addAttribute("visits", transaction.execute(_ -> table.visits(id)));
        return "field/case";
    }

    @GetMapping("/records/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        var whole = whole(id);
        model.addAttribute("whole", whole);
        model.addAttribute("r", whole.inspection());
        model.addAttribute("file", file(whole.inspection().caseId()));
        return "field/record";
    }

    /** The names of those present are shown to whoever says why: at once, since what is sealed must not lie in a session. */
    @PostMapping("/records/{id:\\d+}/present")
    String present(
            @PathVariable long id, @RequestParam(defaultValue = "") String purpose, Model model, RedirectAttributes redirect) {
        viewers.require("field.unmask", Role.OFFICER, Role.HEAD, Role.REVIEWER);
        var record = whole(id).inspection();
        if (purpose.isBlank() || purpose.length() > PURPOSE_MOST) {
            redirect.addFlashAttribute("purposeMissing", true);
            return masked(id);
        }
        model.addAttribute("present", transaction.execute(_ -> inspections.unmask(record, purpose.strip())));
        return show(id, model);
    }

    @GetMapping("/records/{id:\\d+}/present")
    String masked(@PathVariable long id) {
        return "redirect:/field/records/" + id + "#present";
    }

    private Inspection.Whole whole(long id) {
        return field.inspection(id).orElseThrow(() -> new NotFound("inspection record " + id));
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }
}

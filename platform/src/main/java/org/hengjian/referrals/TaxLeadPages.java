package org.hengjian.referrals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.documents.Documents;
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

/** 涉税线索: the list, the letter to write, one lead with its receipt and answer. */
@Controller
@RequestMapping("/referrals/tax")
class TaxLeadPages {

    private final TaxLeads leads;
    private final Cases cases;
    private final Documents documents;
    private final Viewers viewers;

    TaxLeadPages(TaxLeads leads, Cases cases, Documents documents, Viewers viewers) {
        this.leads = leads;
        this.cases = cases;
        this.documents = documents;
        this.viewers = viewers;
    }

    @ModelAttribute
    void staff() {
        viewers.require("referrals.tax-leads", Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.AUDITOR);
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("page", leads.page(after));
        return "referrals/tax-leads";
    }

    @GetMapping("/new")
    String blank(@RequestParam("case") long caseId, Model model) {
        return form(file(caseId), Map.of(), "", "", model);
    }

    @PostMapping
    String send(
            @RequestParam("case") long caseId,
            @RequestParam(defaultValue = "") String suspicion,
            @RequestParam(defaultValue = "") String materials,
            Model model,
            RedirectAttributes redirect) {
        var file = file(caseId);
        var faults = new LinkedHashMap<String, String>();
        check("suspicion", suspicion, faults);
        check("materials", materials, faults);
        if (!faults.isEmpty()) {
            return form(file, faults, suspicion, materials, model);
        }
        long id = leads.send(caseId, suspicion.strip(), materials.strip());
        Toast.of("referrals.tax.sent").on(redirect);
        return "redirect:/referrals/tax/" + id;
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        return page(id, Map.of(), "", model);
    }

    @PostMapping("/{id:\\d{1,18}}/receive")
    String receive(@PathVariable long id, RedirectAttributes redirect) {
        lead(id);
        Toast.of(leads.receive(id) ? "referrals.tax.received" : "referrals.tax.not-now").on(redirect);
        return "redirect:/referrals/tax/" + id;
    }

    @PostMapping("/{id:\\d{1,18}}/answer")
    String answer(
            @PathVariable long id,
            @RequestParam TaxLeads.Result outcome,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            RedirectAttributes redirect) {
        var faults = new LinkedHashMap<String, String>();
        check("answer", answer, faults);
        if (!faults.isEmpty()) {
            return page(id, faults, answer, model);
        }
        lead(id);
        Toast.of(leads.answer(id, outcome, answer.strip()) ? "referrals.tax.answered" : "referrals.tax.not-now").on(redirect);
        return "redirect:/referrals/tax/" + id;
    }

    private static void check(String field, String text, Map<String, String> faults) {
        if (text.isBlank() || text.length() > TaxLeads.TEXT_MOST) {
            faults.put(field, text.isBlank() ? "referrals.error.empty" : "referrals.error.long");
        }
    }

    private String form(CaseFile file, Map<String, String> faults, String suspicion, String materials, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("tax", leads.authority(viewers.require().region()).map(Office::name).orElse(""));
        model.addAttribute("faults", faults);
        model.addAttribute("suspicion", suspicion);
        model.addAttribute("materials", materials);
        return "referrals/tax-lead-new";
    }

    private String page(long id, Map<String, String> faults, String answer, Model model) {
        var lead = lead(id);
        boolean theirs = lead.tax() == viewers.require().agency() && viewers.require().hasAny(Role.OFFICER, Role.HEAD);
        model.addAttribute("lead", lead);
        model.addAttribute("mayReceive", theirs && lead.receivedOn() == null);
        model.addAttribute("mayAnswer", theirs && lead.receivedOn() != null && lead.answeredOn() == null);
        model.addAttribute("ofTheAgency", lead.agency() == viewers.require().agency());
        model.addAttribute("letters", documents.of(TaxLeads.OBJECT, id));
        model.addAttribute("results", TaxLeads.Result.values());
        model.addAttribute("faults", faults);
        model.addAttribute("answer", answer);
        return "referrals/tax-lead";
    }

    private CaseFile file(long id) {
        return cases.find(id).filter(leads::maySend).orElseThrow(() -> new NotFound("case " + id));
    }

    private TaxLeads.TaxLead lead(long id) {
        return leads.find(id).orElseThrow(() -> new NotFound("tax lead " + id));
    }
}

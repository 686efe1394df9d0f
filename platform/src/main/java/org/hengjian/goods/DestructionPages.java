package org.hengjian.goods;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Paper;
import org.hengjian.facilities.Facilities;
import org.hengjian.facilities.Method;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 销毁 on pages: applied for, decided, executed; and the list of all. */
@Controller
@RequestMapping("/destructions")
class DestructionPages {

    private static final int SIZE = 50;
    private static final int OPINION_MOST = 1000;

    private final Destructions destructions;
    private final Goods goods;
    private final Facilities facilities;
    private final Cases cases;
    private final Audit audit;
    private final Viewers viewers;
    private final Clock clock;

    DestructionPages(
            Destructions destructions,
            Goods goods,
            Facilities facilities,
            Cases cases,
            Audit audit,
            Viewers viewers,
            Clock clock) {
        this.destructions = destructions;
        this.goods = goods;
        this.facilities = facilities;
        this.cases = cases;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry destructionsEntry(Destructions destructions, Viewers viewers) {
            return NavEntry.of(
                            NavEntry.Group.WORK, "goods.destructions", "trash", "/destructions", 41, Role.OFFICER,
                            Role.HEAD, Role.AUDITOR, Role.PROSECUTOR)
                    .counting(() -> new NavEntry.Waiting(
                            viewers.require().has(Role.HEAD) ? destructions.waiting() : 0, 0));
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") long before,
            Model model) {
        String known = List.of("APPLIED", "APPROVED", "REFUSED", "EXECUTED").contains(state) ? state : "";
        var rows = destructions.newest(known, before > 0 ? before : Long.MAX_VALUE, SIZE + 1);
        model.addAttribute("state", known);
        model.addAttribute("rows", rows.subList(0, Math.min(rows.size(), SIZE)));
        model.addAttribute("next", rows.size() > SIZE ? rows.get(SIZE - 1).id() : 0);
        return "goods/destructions";
    }

    @GetMapping("/new")
    String blank(@RequestParam("case") long caseId, Model model) {
        viewers.require("goods.destruction.apply", Role.OFFICER);
        var file = file(caseId);
        var typed = new HashMap<String, String>();
        if (file instanceof CaseFile.Concluded) {
            file.docket().paper(Paper.Decided.class).ifPresent(decision -> {
                typed.put("ground", decision.number().text() + " " + decision.penalty().others());
                goods.ofCase(caseId).stream()
                        .filter(item -> item.balance().custody() > 0)
                        .forEach(item -> typed.put("quantity-" + item.id(), item.quantity(Account.CUSTODY).plain()));
            });
        }
        return form(file, typed, Map.of(), destructions.againstApplying(file), model);
    }

    @PostMapping
    String apply(@RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect) {
        viewers.require("goods.destruction.apply", Role.OFFICER);
        var in = new Typed(typed, today());
        var file = file(in.number("case"));
        if (in.ticked("pick")) { // another method was chosen: its facilities are shown
            return form(file, typed, Map.of(), List.of(), model);
        }
        boolean early = !(file instanceof CaseFile.Concluded);
        var application = DestructionForms.application(in, file.docket().id(), goods.ofCase(file.docket().id()), early);
        if (application.isEmpty()) {
            return form(file, typed, in.errors(), List.of(), model);
        }
        return switch (destructions.apply(application.get(), in.optional("key", 100))) {
            case Destroying.Answer.Refused refused -> form(file, typed, Map.of(), refused.grounds(), model);
            case Destroying.Answer.Done done -> {
                Toast.of("goods.done.destruction.APPLIED", done.destruction().number()).on(redirect);
                yield "redirect:/destructions/" + done.destruction().id();
            }
        };
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        return page(destruction(id), Map.of(), Map.of(), List.of(), model);
    }

    @PostMapping("/{id:\\d{1,18}}/decide")
    String decide(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        viewers.require("goods.destruction.decide", Role.HEAD);
        var destruction = destruction(id);
        var in = new Typed(typed, today());
        boolean approves = in.raw("answer").equals("APPROVE");
        String opinion = in.text("opinion", OPINION_MOST);
        if (!in.isGood()) {
            return page(destruction, typed, in.errors(), List.of(), model);
        }
        return switch (destructions.decide(id, version, approves, opinion)) {
            case Destroying.Answer.Refused refused -> page(destruction, typed, Map.of(), refused.grounds(), model);
            case Destroying.Answer.Done done -> done(done.destruction(), redirect);
        };
    }

    @GetMapping("/{id:\\d{1,18}}/execute")
    String execution(@PathVariable long id, Model model) {
        viewers.require("goods.destruction.execute", Role.OFFICER);
        var destruction = destruction(id);
        var typed = new HashMap<String, String>();
        typed.put("on", today().toString());
        typed.put("site", destruction.facility());
        destruction.lines().forEach(line -> typed.put("quantity-" + line.item().id(), line.quantity().plain()));
        return executionForm(destruction, typed, Map.of(), List.of(), model);
    }

    @PostMapping("/{id:\\d{1,18}}/execute")
    String execute(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        viewers.require("goods.destruction.execute", Role.OFFICER);
        var destruction = destruction(id);
        var in = new Typed(typed, today());
        var executing = DestructionForms.executing(in, destruction);
        if (executing.isEmpty()) {
            return executionForm(destruction, typed, in.errors(), List.of(), model);
        }
        return switch (destructions.execute(id, version, executing.get())) {
            case Destroying.Answer.Refused refused ->
                executionForm(destruction, typed, Map.of(), refused.grounds(), model);
            case Destroying.Answer.Done done -> done(done.destruction(), redirect);
        };
    }

    private static String done(Destruction destruction, RedirectAttributes redirect) {
        Toast.of("goods.done.destruction." + destruction.state().name(), destruction.number()).on(redirect);
        return "redirect:/destructions/" + destruction.id();
    }

    private String form(
            CaseFile file, Map<String, String> typed, Map<String, String> faults, List<Ground> grounds, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("early", !(file instanceof CaseFile.Concluded));
        model.addAttribute("items", goods.ofCase(file.docket().id()).stream()
                .filter(item -> item.balance().custody() > 0)
                .toList());
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("grounds", grounds);
        model.addAttribute("methods", Method.all());
        var method = Method.of(typed.getOrDefault("method", ""));
        model.addAttribute("method", method);
        model.addAttribute("facilities", method.map(one -> facilities.able(one, today())).orElse(List.of()));
        model.addAttribute("key", GoodsForms.key(typed));
        return "goods/destruction-new";
    }

    private String page(
            Destruction destruction,
            Map<String, String> typed,
            Map<String, String> faults,
            List<Ground> grounds,
            Model model) {
        var viewer = viewers.require();
        model.addAttribute("destruction", destruction);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("grounds", grounds);
        model.addAttribute("mayDecide", viewer.has(Role.HEAD));
        boolean gone = cases.find(destruction.caseId()).flatMap(Goods::againstGone).isPresent();
        model.addAttribute("mayExecute", viewer.has(Role.OFFICER) && !gone);
        model.addAttribute("log", audit.of("destruction", destruction.number()));
        return "goods/destruction";
    }

    private String executionForm(
            Destruction destruction,
            Map<String, String> typed,
            Map<String, String> faults,
            List<Ground> grounds,
            Model model) {
        if (!(destruction.state() instanceof Destruction.State.Approved)) {
            throw new NotFound("approved destruction " + destruction.id());
        }
        model.addAttribute("destruction", destruction);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("grounds", grounds);
        return "goods/destruction-execute";
    }

    private Destruction destruction(long id) {
        return destructions.find(id).orElseThrow(() -> new NotFound("destruction " + id));
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

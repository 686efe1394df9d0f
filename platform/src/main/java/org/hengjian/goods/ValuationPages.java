package org.hengjian.goods;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.law.Money;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 价值认定 on pages: what is known of an item's prices, and what the goods of a case are worth by the rule of a day. */
@Controller
@RequestMapping("/goods")
class ValuationPages {

    private static final int TEXT_MOST = 500;

    private final Goods goods;
    private final Cases cases;
    private final Viewers viewers;
    private final Clock clock;

    ValuationPages(Goods goods, Cases cases, Viewers viewers, Clock clock) {
        this.goods = goods;
        this.cases = cases;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GetMapping("/case/{id:\\d+}/value")
    String ofCase(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String measure,
            Model model) {
        var file = cases.find(id).orElseThrow(() -> new NotFound("case " + id));
        var day = day(on);
        var value = goods.valueOfCase(id, PriceRule.Measure.of(measure), day.orElse(today()));
        model.addAttribute("file", file);
        model.addAttribute("value", value);
        model.addAttribute("badDay", day.isEmpty());
        model.addAttribute("measures", PriceRule.Measure.values());
        model.addAttribute("begun", begunUnderAnother(file, value));
        return "goods/case-value";
    }

    /** The act ended before the rule came into force: then the rule of its own day must be looked at too. */
    private Optional<LocalDate> begunUnderAnother(CaseFile file, CaseValue value) {
        var span = file.docket().matter().span();
        var ended = span.to().orElse(today());
        return value.rule().filter(rule -> ended.isBefore(rule.from())).map(_ -> ended);
    }

    @GetMapping("/{id:\\d+}/value")
    String blank(@PathVariable long id, Model model) {
        viewers.require("goods.value", Role.OFFICER);
        return form(item(id), Map.of("on", today().toString()), Map.of(), List.of(), model);
    }

    @PostMapping("/{id:\\d+}/value")
    String value(
            @PathVariable long id, @RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect) {
        viewers.require("goods.value", Role.OFFICER);
        var item = item(id);
        var in = new Typed(typed, today());
        var valuing = read(in);
        if (valuing.isEmpty()) {
            return form(item, typed, in.errors(), List.of(), model);
        }
        return switch (goods.value(id, valuing.get(), in.optional("key", 100))) {
            case Answer.Refused refused -> form(item, typed, Map.of(), refused.grounds(), model);
            case Answer.Done done -> {
                Toast.of("goods.done.value", done.item().code()).on(redirect);
                yield "redirect:/goods/" + id;
            }
        };
    }

    private static Optional<Valuing> read(Typed in) {
        var kind = in.one("kind", Price.class);
        boolean none = in.ticked("none");
        if (none && !in.raw("price").isEmpty()) {
            in.bad("price", "both");
        }
        Optional<Money> price = none ? Optional.empty() : in.money("price");
        var on = in.day("on");
        String basis = in.text("basis", TEXT_MOST);
        String evidence = none ? in.optional("evidence", TEXT_MOST) : in.text("evidence", TEXT_MOST);
        return in.isGood() ? Optional.of(new Valuing(kind, price, on, basis, evidence)) : Optional.empty();
    }

    private String form(
            Item item, Map<String, String> typed, Map<String, String> faults, List<Ground> grounds, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("grounds", grounds);
        model.addAttribute("prices", Price.values());
        model.addAttribute("rule", goods.rule(PriceRule.Measure.INFRINGEMENT, today()));
        model.addAttribute("key", GoodsForms.key(typed));
        return "goods/value";
    }

    private Item item(long id) {
        return goods.find(id).orElseThrow(() -> new NotFound("item " + id));
    }

    /** Empty where what was typed is no day. */
    private Optional<LocalDate> day(String typed) {
        if (typed.isBlank()) {
            return Optional.of(today());
        }
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

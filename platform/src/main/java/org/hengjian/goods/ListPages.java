package org.hengjian.goods;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
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

/** 按清单登记: the list of a measure, line by line, entered into the register of goods in one step. */
@Controller
@RequestMapping("/goods/case/{id:\\d+}/list/{measure:\\d{1,9}}")
class ListPages {

    private static final int NAME_MOST = 100;

    private final Goods goods;
    private final Cases cases;
    private final Viewers viewers;
    private final Clock clock;

    ListPages(Goods goods, Cases cases, Viewers viewers, Clock clock) {
        this.goods = goods;
        this.cases = cases;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable int measure, Model model) {
        var viewer = viewers.require("goods.register", Role.OFFICER);
        var file = file(id);
        var list = list(file, measure);
        var typed = new HashMap<String, String>();
        typed.put("brand", file.docket().matter().rightName());
        typed.put("keeper", viewer.name());
        if (list.kind() == Item.Measure.SEALED) {
            typed.put("place", list.place());
        }
        for (ListLine line : list.lines()) {
            if (line.isOpen() && line.alike().isEmpty()) {
                typed.put("line-" + line.line(), "1");
            }
        }
        return form(file, list, typed, Map.of(), goods.againstRegistering(file), model);
    }

    @PostMapping
    String register(
            @PathVariable long id,
            @PathVariable int measure,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        viewers.require("goods.register", Role.OFFICER);
        var file = file(id);
        var list = list(file, measure);
        var in = new Typed(typed, LocalDate.now(clock));
        var registrations = read(in, file, list);
        if (registrations.isEmpty()) {
            return form(file, list, typed, in.errors(), List.of(), model);
        }
        return switch (goods.registerListed(registrations, in.optional("key", 100))) {
            case Listing.Refused refused -> form(file, list, typed, Map.of(), refused.grounds(), model);
            case Listing.Done done -> {
                Toast.of("goods.done.list", done.items().size()).on(redirect);
                yield "redirect:/goods/case/" + id;
            }
        };
    }

    /** Empty where a fault keeps it from being sent. */
    private static List<Registration> read(Typed in, CaseFile file, MeasureList list) {
        var custody = GoodsForms.custody(in);
        String brand = in.optional("brand", NAME_MOST);
        String lot = in.optional("lot", NAME_MOST);
        var registrations = new ArrayList<Registration>();
        boolean chosen = false;
        for (ListLine line : list.lines()) {
            if (!in.ticked("line-" + line.line())) {
                continue;
            }
            chosen = true;
            var unit = line.unit().or(() -> in.unit("unit-" + line.line()));
            if (unit.isEmpty()) {
                continue; // said at its field
            }
            var quantity = Quantity.parse(line.thing().quantity().toPlainString(), unit.get().scale());
            if (quantity.isEmpty()) {
                in.bad("line-" + line.line(), "finer");
                continue;
            }
            registrations.add(new Registration(
                    file.docket().id(), lot, line.thing().name(), brand, line.thing().model(), unit.get(), quantity.get(),
                    list.kind(), list.number(), list.since(), list.place(), custody, "",
                    Optional.of(new Registration.Line(list.measure(), line.line()))));
        }
        if (!chosen) {
            in.bad("lines", "line");
        }
        return in.isGood() ? registrations : List.of();
    }

    private String form(
            CaseFile file,
            MeasureList list,
            Map<String, String> typed,
            Map<String, String> faults,
            List<Ground> grounds,
            Model model) {
        model.addAttribute("file", file);
        model.addAttribute("list", list);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("grounds", grounds);
        model.addAttribute("units", Unit.all());
        model.addAttribute("key", GoodsForms.key(typed));
        return "goods/from-list";
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }

    private MeasureList list(CaseFile file, int measure) {
        return goods.lists(file).stream()
                .filter(one -> one.measure() == measure)
                .findFirst()
                .orElseThrow(() -> new NotFound("measure " + measure + " in force in case " + file.name()));
    }
}

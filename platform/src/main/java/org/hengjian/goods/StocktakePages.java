package org.hengjian.goods;

import java.io.Serial;
import java.io.Serializable;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
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

/** 盘点 on pages: begun for a place, scanned code after code, closed by the head with what is booked. */
@Controller
@RequestMapping("/goods/counts")
class StocktakePages {

    private static final int PLACE_MOST = 200;
    private static final int REASON_MOST = 1000;

    private final Stocktakes stocktakes;
    private final Goods goods;
    private final Viewers viewers;
    private final Clock clock;

    StocktakePages(Stocktakes stocktakes, Goods goods, Viewers viewers, Clock clock) {
        this.stocktakes = stocktakes;
        this.goods = goods;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** One scanned code and what came of it, for the page after. */
    record Said(String code, String key, List<String> arguments) implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        public Object[] getArray() {
            return arguments.toArray();
        }
    }

    @GetMapping
    String list(Model model) {
        return list(Map.of(), Map.of(), model);
    }

    private String list(Map<String, String> typed, Map<String, String> faults, Model model) {
        model.addAttribute("rows", stocktakes.newest());
        model.addAttribute("mayCount", viewers.require().hasAny(Role.OFFICER, Role.HEAD));
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        return "goods/counts";
    }

    @PostMapping
    String start(@RequestParam Map<String, String> typed, Model model) {
        viewers.require("goods.stocktake.start", Role.OFFICER, Role.HEAD);
        var in = new Typed(typed, LocalDate.now(clock));
        String place = in.text("place", PLACE_MOST);
        return in.isGood()
                ? "redirect:/goods/counts/" + stocktakes.start(place).id()
                : list(typed, in.errors(), model);
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        return page(stocktake(id), Map.of(), Map.of(), List.of(), model);
    }

    @PostMapping("/{id:\\d{1,18}}/scan")
    String scan(
            @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        viewers.require("goods.stocktake.scan", Role.OFFICER, Role.HEAD);
        stocktake(id);
        redirect.addFlashAttribute("said", said(id, new Typed(typed, LocalDate.now(clock))));
        return "redirect:/goods/counts/" + id;
    }

    private Said said(long id, Typed in) {
        String code = in.raw("code");
        var item = ItemCode.parse(code).flatMap(goods::byCode);
        if (item.isEmpty()) {
            return new Said(code, ItemCode.parse(code).isEmpty() ? "goods.scan.no-code" : "goods.scan.unknown", List.of());
        }
        Optional<Quantity> quantity = Optional.empty();
        if (!in.raw("quantity").isEmpty()) {
            quantity = Normalizer.normalize(in.raw("quantity"), Normalizer.Form.NFKC).matches("0+(\\.0+)?") // nothing of it is there
                    ? Optional.of(new Quantity(0, item.get().unit().scale()))
                    : in.quantity("quantity", item.get().unit());
            if (quantity.isEmpty()) {
                return new Said(code, "goods.count.fault", List.of(in.raw("quantity"), String.valueOf(item.get().unit().scale())));
            }
        }
        return switch (stocktakes.scan(id, item.get(), quantity)) {
            case Stocktakes.Scanned.Refused refused ->
                new Said(code, "goods.ground." + refused.ground().code(), refused.ground().arguments());
            case Stocktakes.Scanned.Found found -> new Said(
                    found.item().code(),
                    found.elsewhere() ? "goods.count.elsewhere" : "goods.count.found",
                    List.of(found.item().name(), found.quantity().text(), found.item().custody().place()));
        };
    }

    @PostMapping("/{id:\\d{1,18}}/close")
    String close(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        viewers.require("goods.stocktake.close", Role.HEAD);
        var stocktake = stocktake(id);
        var in = new Typed(typed, LocalDate.now(clock));
        String reason = in.text("reason", REASON_MOST);
        if (!in.isGood()) {
            return page(stocktake, typed, in.errors(), List.of(), model);
        }
        var book = stocktake.lines().stream()
                .map(line -> line.item().id())
                .filter(item -> in.ticked("book-" + item))
                .collect(Collectors.toSet());
        return switch (stocktakes.close(id, version, book, reason)) {
            case Stocktakes.Closing.Refused refused -> page(stocktake, typed, Map.of(), refused.grounds(), model);
            case Stocktakes.Closing.Done done -> {
                Toast.of("goods.count.closed", done.stocktake().place()).on(redirect);
                yield "redirect:/goods/counts/" + id;
            }
        };
    }

    private String page(
            Stocktake stocktake,
            Map<String, String> typed,
            Map<String, String> faults,
            List<Ground> grounds,
            Model model) {
        var viewer = viewers.require();
        model.addAttribute("stocktake", stocktake);
        model.addAttribute("mayScan", stocktake.end().isEmpty() && viewer.hasAny(Role.OFFICER, Role.HEAD));
        model.addAttribute("mayClose", stocktake.end().isEmpty() && viewer.has(Role.HEAD));
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("grounds", grounds);
        return "goods/count";
    }

    private Stocktake stocktake(long id) {
        return stocktakes.find(id).orElseThrow(() -> new NotFound("stocktake " + id));
    }
}

package org.hengjian.goods;

import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** A form for each movement of an item, for its place and seal, and the page on which a scanner moves many. */
@Controller
@RequestMapping("/goods")
class MovePages {

    private static final int NOTE_MOST = 1000;

    private final Goods goods;
    private final GoodsList list;
    private final Viewers viewers;
    private final Clock clock;

    MovePages(Goods goods, GoodsList list, Viewers viewers, Clock clock) {
        this.goods = goods;
        this.list = list;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** One scanned code and what came of it, for the page after. */
    record Scanned(String code, String key, String name) implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;
    }

    @GetMapping("/{id:\\d+}/{move:[a-z-]+}")
    String move(@PathVariable long id, @PathVariable String move, Model model) {
        var item = item(id);
        if (move.equals("place")) {
            viewers.require("goods.place", Role.OFFICER);
            var custody = item.custody();
            return placeForm(
                    item, Map.of("place", custody.place(), "seal", custody.seal(), "keeper", custody.keeper()), Map.of(),
                    List.of(), model);
        }
        var kind = kind(move);
        return moveForm(item, kind, Map.of("on", today().toString()), Map.of(), List.of(), model);
    }

    @PostMapping("/{id:\\d+}/place")
    String place(
            @PathVariable long id, @RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect) {
        var item = item(id);
        var in = new Typed(typed, today());
        var custody = GoodsForms.custody(in);
        String note = in.optional("note", NOTE_MOST);
        if (!in.isGood()) {
            return placeForm(item, typed, in.errors(), List.of(), model);
        }
        return switch (goods.place(id, custody, note, false, in.optional("key", 100))) {
            case Answer.Refused refused -> placeForm(item, typed, Map.of(), refused.grounds(), model);
            case Answer.Done done -> {
                Toast.of("goods.done.place", done.item().code(), custody.place()).on(redirect);
                yield "redirect:/goods/" + id;
            }
        };
    }

    @PostMapping("/{id:\\d+}/{move:[a-z-]+}")
    String take(
            @PathVariable long id,
            @PathVariable String move,
            @RequestParam int movements,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        var item = item(id);
        var kind = kind(move);
        var in = new Typed(typed, today());
        var moving = GoodsForms.moving(in, kind, item);
        if (moving.isEmpty()) {
            return moveForm(item, kind, typed, in.errors(), List.of(), model);
        }
        return switch (goods.move(id, movements, moving.get(), in.optional("key", 100))) {
            case Answer.Refused refused -> moveForm(item, kind, typed, Map.of(), refused.grounds(), model);
            case Answer.Done done -> {
                Toast.of("goods.done." + kind, done.item().code(), moving.get().quantity()).on(redirect);
                yield "redirect:/goods/" + id;
            }
        };
    }

    /** 扫码移库: a scanner types the code and Enter; each code is moved at once. */
    @GetMapping("/scan")
    String scan(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String keeper,
            Model model) {
        var viewer = viewers.require("goods.place", Role.OFFICER);
        return scanPage(place, keeper.isEmpty() ? viewer.name() : keeper, Map.of(), model);
    }

    @PostMapping("/scan")
    String scanned(@RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect) {
        viewers.require("goods.place", Role.OFFICER);
        var in = new Typed(typed, today());
        String place = in.text("place", 200);
        String keeper = in.text("keeper", 100);
        String code = in.text("code", 40);
        if (!in.isGood()) {
            return scanPage(in.raw("place"), in.raw("keeper"), in.errors(), model);
        }
        redirect.addFlashAttribute("scanned", moveTo(place, keeper, code, in.optional("key", 100)));
        redirect.addAttribute("place", place);
        redirect.addAttribute("keeper", keeper);
        return "redirect:/goods/scan";
    }

    private Scanned moveTo(String place, String keeper, String typed, String key) {
        var item = ItemCode.parse(typed).flatMap(goods::byCode);
        if (item.isEmpty()) {
            return new Scanned(typed, ItemCode.parse(typed).isEmpty() ? "goods.scan.no-code" : "goods.scan.unknown", "");
        }
        var custody = new Item.Custody(place, item.get().custody().seal(), keeper);
        return switch (goods.place(item.get().id(), custody, "", true, key)) {
            case Answer.Refused refused ->
                new Scanned(item.get().code(), "goods.ground." + refused.grounds().getFirst().code(), item.get().name());
            case Answer.Done done -> new Scanned(done.item().code(), "goods.scan.moved", done.item().name());
        };
    }

    private String scanPage(String place, String keeper, Map<String, String> faults, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("keeper", keeper);
        model.addAttribute("faults", faults);
        model.addAttribute("here", place.isEmpty() ? List.of()
                : list.rows(new GoodsList.Filter("", "CUSTODY", place, GoodsList.Sort.NEWEST), GoodsList.SIZE));
        return "goods/scan";
    }

    private String moveForm(
            Item item, Move kind, Map<String, String> typed, Map<String, String> faults, List<Ground> grounds, Model model) {
        viewers.require("goods.move", kind.isCorrection() ? Role.HEAD : Role.OFFICER);
        model.addAttribute("item", item);
        model.addAttribute("kind", kind);
        model.addAttribute("held", item.quantity(kind.from() == Account.OUTSIDE ? Account.CUSTODY : kind.from()));
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("grounds", grounds);
        model.addAttribute("key", GoodsForms.key(typed));
        return "goods/move";
    }

    private String placeForm(
            Item item, Map<String, String> typed, Map<String, String> faults, List<Ground> grounds, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("grounds", grounds);
        model.addAttribute("key", GoodsForms.key(typed));
        return "goods/place";
    }

    private Item item(long id) {
        return goods.find(id).orElseThrow(() -> new NotFound("item " + id));
    }

    private static Move kind(String path) {
        return Move.at(path)
                .filter(Move::isFree)
                .orElseThrow(() -> new NotFound("movement " + path));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package org.hengjian.goods;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.CaseTab;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Paper;
import org.hengjian.registers.Registers;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Goods on pages: all of them, those of a case, one item with its ledger; labels and the register. */
@Controller
@RequestMapping("/goods")
class GoodsPages {

    private static final int LABELS_MOST = 480; // twenty sheets

    private final Goods goods;
    private final GoodsPhotos photos;
    private final Destructions destructions;
    private final GoodsList list;
    private final Labels labels;
    private final Cases cases;
    private final Audit audit;
    private final Viewers viewers;
    private final Clock clock;
    private final Registers registers;

    GoodsPages(
            Goods goods,
            GoodsPhotos photos,
            Destructions destructions,
            GoodsList list,
            Labels labels,
            Cases cases,
            Audit audit,
            Viewers viewers,
            Clock clock,
            Registers registers) {
        this.goods = goods;
        this.photos = photos;
        this.destructions = destructions;
        this.list = list;
        this.labels = labels;
        this.cases = cases;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
        this.registers = registers;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry goodsEntry() {
            return NavEntry.of(NavEntry.Group.WORK, "goods.title", "packages", "/goods", 40, GoodsCommon.READERS);
        }

        @Bean
        @Order(10)
        CaseTab goodsTab(Goods goods) {
            return id -> {
                var items = goods.ofCase(id);
                int left = goods.leftBehind(items).size();
                return left == 0
                        ? new CaseTab.Shown("goods.tab", List.of(items.size()), "/goods/case/" + id)
                        : new CaseTab.Shown("goods.tab.left", List.of(items.size(), left), "/goods/case/" + id);
            };
        }
    }

    /** Labels that go into one file, counted from one. */
    record LabelPart(int from, int to) {}

    /** A stretch of the bar, in thousandths of what was seized. */
    record Part(Account account, long from, long width) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String where,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var filter = GoodsList.Filter.of(q, where, place, sort);
        model.addAttribute("filter", filter);
        model.addAttribute("page", list.page(filter, after));
        return "goods/list";
    }

    /** 物品台账: what the list shows under the same filters. */
    @GetMapping("/register.xlsx")
    void register(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String where,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String sort,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var filter = GoodsList.Filter.of(q, where, place, sort);
        var accounts = Arrays.stream(Account.values()).filter(account -> account != Account.OUTSIDE).toList();
        var register = registers.of("goods", "goods.register.title", locale)
                .filter(filter.words())
                .filter("goods.account.", filter.where())
                .filter(filter.place())
                .text("goods.field.code", 16)
                .text("goods.field.name", 36)
                .text("goods.field.brand", 20)
                .text("goods.field.case", 28)
                .day("goods.field.takenOn")
                .text("goods.field.unit", 8)
                .text("goods.seized", 12);
        accounts.forEach(account -> register.text("goods.account." + account, 12));
        register.text("goods.field.place", 20)
                .text("goods.field.seal", 14)
                .text("goods.field.keeper", 12)
                .xlsx(
                        list.rows(filter, Registers.ROWS_ASKED),
                        item -> {
                            var cells = new ArrayList<Object>(List.of(
                                    item.code(), item.name(), item.brand(), item.caseNumber(), item.takenOn(),
                                    item.unit().name(locale), item.seized().plain()));
                            accounts.forEach(account -> cells.add(item.quantity(account).plain()));
                            cells.addAll(List.of(item.place(), item.custody().seal(), item.custody().keeper()));
                            return cells;
                        },
                        response);
    }

    @GetMapping("/case/{id:\\d+}")
    String ofCase(@PathVariable long id, Model model) {
        var file = file(id);
        model.addAttribute("file", file);
        var items = goods.ofCase(id);
        model.addAttribute("items", items);
        model.addAttribute("photos", photos.ofCase(id));
        model.addAttribute("lists", goods.lists(file));
        model.addAttribute("labelParts", labelParts(items.size()));
        model.addAttribute("value", goods.valueOfCase(id, PriceRule.Measure.INFRINGEMENT, today()));
        model.addAttribute("destructions", destructions.ofCase(id));
        model.addAttribute("grounds", goods.againstRegistering(file));
        model.addAttribute("isGone", Goods.againstGone(file).isPresent());
        model.addAttribute("left", goods.leftBehind(items).size());
        model.addAttribute("mayHandOver", viewers.require().hasAny(Role.OFFICER, Role.HEAD));
        model.addAttribute("gone", file.docket().paper(Paper.HandedOver.class).orElse(null));
        model.addAttribute("key", GoodsForms.key(Map.of()));
        return "goods/case";
    }

    /** 随案移交 of what a case that was handed over left behind. */
    @PostMapping("/case/{id:\\d+}/follow")
    String follow(@PathVariable long id, @RequestParam(defaultValue = "") String key, RedirectAttributes redirect) {
        int moved = goods.follow(id, key).size();
        Toast.of("goods.done.follow", moved).on(redirect);
        return "redirect:/goods/case/" + id;
    }

    @GetMapping("/new")
    String blank(@RequestParam("case") long caseId, Model model) {
        viewers.require("goods.register", Role.OFFICER);
        var file = file(caseId);
        var typed = new HashMap<String, String>();
        typed.put("takenOn", today().toString());
        typed.put("takenAtPlace", file.docket().matter().place());
        typed.put("brand", file.docket().matter().rightName());
        typed.put("keeper", viewers.require().name());
        typed.put("unit", "piece");
        return form(file, typed, Map.of(), goods.againstRegistering(file), model);
    }

    @PostMapping
    String register(@RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect) {
        var in = new Typed(typed, today());
        var file = file(in.number("case"));
        var registration = GoodsForms.registration(in, file.docket().id());
        if (registration.isEmpty()) {
            return form(file, typed, in.errors(), List.of(), model);
        }
        return switch (goods.register(registration.get(), in.optional("key", 100))) {
            case Answer.Refused refused -> form(file, typed, Map.of(), refused.grounds(), model);
            case Answer.Done done -> {
                Toast.of("goods.done.REGISTER", done.item().code()).on(redirect);
                yield typed.containsKey("another")
                        ? "redirect:/goods/new?case=" + file.docket().id()
                        : "redirect:/goods/case/" + file.docket().id();
            }
        };
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        var item = item(id);
        model.addAttribute("item", item);
        model.addAttribute("parts", parts(item.balance()));
        model.addAttribute("movements", goods.movements(item));
        model.addAttribute("photos", photos.of(item));
        model.addAttribute("mayPhotograph", viewers.require().has(Role.OFFICER));
        model.addAttribute("placings", goods.placings(item));
        model.addAttribute("valuations", goods.valuations(item).reversed());
        boolean isGone = cases.find(item.caseId()).flatMap(Goods::againstGone).isPresent();
        model.addAttribute("mayValue", viewers.require().has(Role.OFFICER) && !isGone);
        model.addAttribute("value", goods.valueOf(item, PriceRule.Measure.INFRINGEMENT, today()));
        model.addAttribute("offers", offers(item, isGone));
        model.addAttribute("mayPlace", viewers.require().has(Role.OFFICER) && !item.balance().isSettled());
        model.addAttribute("log", audit.of("goods", item.code()));
        return "goods/item";
    }

    /** Labels of a case's goods, or of one item. */
    @GetMapping("/labels.pdf")
    ResponseEntity<byte[]> labels(
            @RequestParam(name = "case", defaultValue = "0") long caseId,
            @RequestParam(defaultValue = "0") long item,
            @RequestParam(defaultValue = "1") int from) {
        var items = caseId == 0 ? List.of(item(item)) : goods.ofCase(file(caseId).docket().id());
        if (from < 1 || from > items.size()) {
            throw new NotFound("label " + from + " of case " + caseId);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "inline; filename=\"labels.pdf\"")
                .body(labels.pdf(items, from, LABELS_MOST));
    }

    private String form(
            CaseFile file, Map<String, String> typed, Map<String, String> faults, List<Ground> grounds, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("grounds", grounds);
        model.addAttribute("units", Unit.all());
        model.addAttribute("measures", Item.Measure.values());
        model.addAttribute("key", GoodsForms.key(typed));
        return "goods/register";
    }

    /** The movements that make sense now and that the viewer's role may make. */
    private List<Move> offers(Item item, boolean isGone) {
        var viewer = viewers.require();
        return Arrays.stream(Move.values())
                .filter(Move::isFree)
                .filter(kind -> viewer.has(kind.isCorrection() ? Role.HEAD : Role.OFFICER))
                .filter(kind -> item.balance().of(kind.from()) > 0)
                .filter(kind -> !isGone || kind.goesOnWithoutTheCase())
                .toList();
    }

    private static List<Part> parts(Balance balance) {
        var parts = new ArrayList<Part>();
        long before = 0;
        for (Account account : Account.values()) {
            if (account != Account.OUTSIDE && balance.of(account) > 0) {
                long after = before + balance.of(account);
                long from = thousandths(before, balance.seized());
                parts.add(new Part(account, from, Math.max(1, thousandths(after, balance.seized()) - from)));
                before = after;
            }
        }
        return parts;
    }

    private static List<LabelPart> labelParts(int items) {
        var parts = new ArrayList<LabelPart>();
        for (int from = 1; from <= items; from += LABELS_MOST) {
            parts.add(new LabelPart(from, Math.min(items, from - 1 + LABELS_MOST)));
        }
        return parts;
    }

    private static long thousandths(long part, long whole) {
        return Math.round(1000.0 * part / whole); // for the eye alone
    }

    private Item item(long id) {
        return goods.find(id).orElseThrow(() -> new NotFound("item " + id));
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package org.hengjian.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.People;
import org.hengjian.cases.CaseForms.Field;
import org.hengjian.cases.CaseForms.Kind;
import org.hengjian.documents.Documents;
import org.hengjian.shell.Masked;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.statutes.Ground;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of penalties decided on the spot: the list, the form, one penalty with its payment and handing in. */
@Controller
@RequestMapping("/cases/spot")
class SpotPages {

    private static final int SIZE = 50;
    static final int LINE = 200;
    private static final int BLOCK = 2_000;
    static final Role[] READERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.AUDITOR};

    private final SpotPenalties penalties;
    private final SpotRules rules;
    private final Clocks clocks;
    private final Documents documents;
    private final People people;
    private final Viewers viewers;
    private final Clock clock;

    SpotPages(
            SpotPenalties penalties,
            SpotRules rules,
            Clocks clocks,
            Documents documents,
            People people,
            Viewers viewers,
            Clock clock) {
        this.penalties = penalties;
        this.rules = rules;
        this.clocks = clocks;
        this.documents = documents;
        this.people = people;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        var viewer = viewers.require("cases.spot-list", READERS);
        var rows = penalties.newest(before, SIZE + 1);
        boolean more = rows.size() > SIZE;
        var shown = more ? rows.subList(0, SIZE) : rows;
        model.addAttribute("rows", shown);
        model.addAttribute("next", more ? shown.getLast().id() : null);
        model.addAttribute("due", shown.stream()
                .filter(one -> one.handedInOn().isEmpty())
                .collect(Collectors.toMap(SpotPenalty::id, one -> rules.handIn(one.on()))));
        model.addAttribute("lights", shown.stream()
                .filter(one -> one.handedInOn().isEmpty())
                .collect(Collectors.toMap(
                        SpotPenalty::id, one -> clocks.light(SpotRules.HAND_IN, rules.handIn(one.on()), today()))));
        model.addAttribute("mayDecide", viewer.has(Role.OFFICER));
        return "cases/spot-list";
    }

    @GetMapping("/new")
    String decide(Model model) {
        viewers.require("cases.spot-decide", Role.OFFICER);
        return form(model, null, new LinkedMultiValueMap<>(), Map.of(), List.of());
    }

    @PostMapping
    String decide(@RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes redirect) {
        viewers.require("cases.spot-decide", Role.OFFICER);
        var in = new Inputs(typed, today());
        var request = request(in);
        if (!in.isGood()) {
            return form(model, null, typed, in.faults(), List.of());
        }
        return switch (penalties.decide(request)) {
            case SpotPenalty.Outcome.Done done -> {
                Toast.of("cases.done.SPOT", done.penalty().number().text()).on(redirect);
                yield "redirect:/cases/spot/" + done.penalty().id();
            }
            case SpotPenalty.Outcome.Refused refused -> form(model, null, typed, Map.of(), refused.grounds());
        };
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        var viewer = viewers.require("cases.spot-show", READERS);
        var penalty = penalty(id);
        model.addAttribute("penalty", penalty);
        model.addAttribute("documents", documents.of(SpotDocuments.OBJECT, id));
        model.addAttribute("handIn", rules.handIn(penalty.on()));
        model.addAttribute("light", clocks.light(SpotRules.HAND_IN, rules.handIn(penalty.on()), today()));
        model.addAttribute("payment", rules.payment(penalty.on()));
        model.addAttribute("handOver", rules.handOver(penalty.on()));
        model.addAttribute("mayAct", viewer.has(Role.OFFICER) && penalty.isHandledBy(viewer.person()));
        return "cases/spot";
    }

    @GetMapping("/{id:\\d+}/pay")
    String pay(@PathVariable long id, Model model) {
        viewers.require("cases.spot-pay", Role.OFFICER);
        return form(model, penalty(id), new LinkedMultiValueMap<>(), Map.of(), List.of());
    }

    @PostMapping("/{id:\\d+}/pay")
    String pay(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        viewers.require("cases.spot-pay", Role.OFFICER);
        var in = new Inputs(typed, today());
        var on = in.day("on");
        String receipt = in.text("receipt", LINE);
        if (!in.isGood()) {
            return form(model, penalty(id), typed, in.faults(), List.of());
        }
        return switch (penalties.pay(id, version, on, receipt)) {
            case SpotPenalty.Outcome.Done done -> {
                Toast.of("cases.done.SPOT_PAY", done.penalty().number().text()).on(redirect);
                yield "redirect:/cases/spot/" + id;
            }
            case SpotPenalty.Outcome.Refused refused -> form(model, penalty(id), typed, Map.of(), refused.grounds());
        };
    }

    @PostMapping("/{id:\\d+}/hand-in")
    String handIn(@PathVariable long id, @RequestParam int version, RedirectAttributes redirect) {
        viewers.require("cases.spot-hand-in", Role.OFFICER);
        switch (penalties.handIn(id, version)) {
            case SpotPenalty.Outcome.Done done -> Toast.of("cases.done.SPOT_HAND_IN", done.penalty().number().text()).on(redirect);
            case SpotPenalty.Outcome.Refused refused -> redirect.addFlashAttribute("grounds", refused.grounds());
        }
        return "redirect:/cases/spot/" + id;
    }

    /** As typed, on the page or over HTTP. */
    static SpotPenalty.Request request(Inputs in) {
        var kind = in.one("partyKind", Party.Kind.class);
        String name = in.text("partyName", LINE);
        String code = kind == Party.Kind.FIRM ? in.optional("partyCode", LINE).toUpperCase(java.util.Locale.ROOT) : "";
        if (!code.isEmpty() && !UnifiedSocialCreditCode.isValid(code)) {
            in.bad("partyCode", "code");
        }
        String address = in.text("partyAddress", LINE);
        var personal = new Party.Personal(
                kind == Party.Kind.PERSON ? name : in.optional("personName", LINE),
                kind == Party.Kind.PERSON ? in.text("personIdentity", LINE) : in.optional("personIdentity", LINE),
                in.optional("personPhone", LINE));
        String shown = kind == Party.Kind.PERSON ? Masked.name(name) : name;
        var sanction = in.one("sanction", SpotPenalty.Sanction.class);
        return new SpotPenalty.Request(
                in.text("token", 100),
                new Party(kind, shown, code, address),
                personal,
                in.text("act", BLOCK),
                in.text("place", LINE),
                in.text("spotBasis", LINE),
                in.text("evidence", BLOCK),
                "true".equals(in.raw("told")),
                in.optional("spotDefence", BLOCK),
                sanction,
                in.money("fine"),
                in.one("collected", SpotPenalty.Collection.class),
                in.optional("receipt", LINE),
                in.numbers("officers"));
    }

    private String form(
            Model model,
            @Nullable SpotPenalty penalty,
            MultiValueMap<String, String> typed,
            Map<String, Inputs.Fault> errors,
            List<Ground> grounds) {
        model.addAttribute("file", null);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("grounds", grounds);
        model.addAttribute("previews", false);
        if (penalty == null) {
            model.addAttribute("verb", "SPOT");
            model.addAttribute("path", "/cases/spot");
            model.addAttribute("back", "/cases/spot");
            model.addAttribute("fields", fields());
            model.addAttribute("token", Optional.ofNullable(typed.getFirst("token")).orElseGet(() -> UUID.randomUUID().toString()));
            model.addAttribute("officers", people.of(viewers.require().agency(), Role.OFFICER));
            model.addAttribute("me", viewers.require().person());
        } else {
            model.addAttribute("verb", "SPOT_PAY");
            model.addAttribute("path", "/cases/spot/" + penalty.id() + "/pay");
            model.addAttribute("back", "/cases/spot/" + penalty.id());
            model.addAttribute("version", penalty.version());
            model.addAttribute("fields", List.of(
                    Field.of("on", Kind.DAY, true).from(today().toString()), Field.of("receipt", Kind.LINE, true)));
        }
        return "cases/form";
    }

    private static List<Field> fields() {
        var fields = new ArrayList<Field>();
        fields.add(CaseForms.choice("partyKind", CaseForms.names(Party.Kind.values())));
        fields.add(Field.of("partyName", Kind.LINE, true));
        fields.add(Field.of("partyCode", Kind.LINE, false));
        fields.add(Field.of("partyAddress", Kind.LINE, true));
        fields.add(Field.of("personName", Kind.LINE, false));
        fields.add(Field.of("personIdentity", Kind.LINE, false));
        fields.add(Field.of("personPhone", Kind.LINE, false));
        fields.add(Field.of("act", Kind.BLOCK, true));
        fields.add(Field.of("place", Kind.LINE, true));
        fields.add(Field.of("spotBasis", Kind.LINE, true));
        fields.add(Field.of("evidence", Kind.BLOCK, true));
        fields.add(Field.of("told", Kind.CHECK, true));
        fields.add(Field.of("spotDefence", Kind.BLOCK, false));
        fields.add(CaseForms.choice("sanction", CaseForms.names(SpotPenalty.Sanction.values())));
        fields.add(Field.of("fine", Kind.MONEY, false));
        fields.add(CaseForms.choice("collected", CaseForms.names(SpotPenalty.Collection.values())));
        fields.add(Field.of("receipt", Kind.LINE, false));
        return fields;
    }

    private SpotPenalty penalty(long id) {
        return penalties.find(id).orElseThrow(() -> new NotFound("spot penalty " + id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

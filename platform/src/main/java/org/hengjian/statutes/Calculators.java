package org.hengjian.statutes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hengjian.law.Competence;
import org.hengjian.law.CrimeAssessment;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Exclusion;
import org.hengjian.law.Law;
import org.hengjian.law.MissingFact;
import org.hengjian.law.Money;
import org.hengjian.law.Parameter;
import org.hengjian.law.PenaltyQuestion;
import org.hengjian.law.Said;
import org.hengjian.time.PlatformTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The calculators (计算器): a question of law asked by hand. The question stands in the address, so that an answer can be
 * passed on; nothing is kept.
 */
@Controller
@RequestMapping("/calculators")
class Calculators {

    private static final int SPANS = 3; // exclusions that the form has room for
    private static final int MOST_EXTENSIONS = 9;

    private final Law law;
    private final Clock clock;

    Calculators(Law law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    /** A period or a legal basis to choose. @param key of a parameter that holds several, empty otherwise */
    record Choice(String id, String zh, String en, String key) {}

    /** One crime's answer: what the library said, the same as every page shows it, and the facts that would decide. */
    record Weighed(CrimeAssessment.Result result, Computed computed, List<Said> missing) {}

    @GetMapping
    String first() {
        return "redirect:/calculators/deadline";
    }

    @GetMapping("/deadline")
    String deadline(@RequestParam Map<String, String> typed, Model model) {
        var asked = begin(typed, "deadline", model);
        model.addAttribute("periods", periods());
        model.addAttribute(
                "reasons",
                Arrays.stream(Exclusion.Reason.values())
                        .map(Exclusion.Reason::word)
                        .toList());
        model.addAttribute("spans", SPANS);
        if (typed.containsKey("duty")) {
            String duty = asked.text("duty").filter(law::isDuty).orElse("");
            if (duty.isEmpty()) {
                asked.fault("duty", "statutes.fault.missing");
            }
            LocalDate start = asked.needDay("start");
            LocalDate on = asked.day("on").orElse(start);
            OffsetDateTime moment = duty.isEmpty() || !law.runsInHours(duty, on) ? null : moment(asked, start);
            long extensions = asked.count("extensions").orElse(0L);
            if (extensions > MOST_EXTENSIONS) {
                asked.fault("extensions", "statutes.fault.count");
            }
            Boolean party = asked.text("party").map("party"::equals).orElse(null);
            var excluded = exclusions(asked);
            if (asked.holds()) {
                var answer =
                        law.deadline(new DeadlineQuestion(duty, start, moment, (int) extensions, excluded, on, party));
                model.addAttribute("computed", Computed.of(answer, LocalDate.now(clock)));
                model.addAttribute("answer", answer);
                model.addAttribute("consequence", law.dutyOf(duty).orElse(null));
            }
        }
        return "statutes/calculate-deadline";
    }

    private static @Nullable OffsetDateTime moment(Answers asked, LocalDate start) {
        try {
            return start.atTime(LocalTime.parse(asked.text("time").orElse("")))
                    .atZone(PlatformTime.ZONE)
                    .toOffsetDateTime();
        } catch (DateTimeParseException e) {
            asked.fault("time", "statutes.fault.time");
            return null;
        }
    }

    private static List<Exclusion> exclusions(Answers asked) {
        var spans = new ArrayList<Exclusion>();
        for (int i = 0; i < SPANS; i++) {
            if (!asked.ticked("from" + i) && !asked.ticked("to" + i)) {
                continue;
            }
            LocalDate from = asked.needDay("from" + i);
            LocalDate to = asked.needDay("to" + i);
            var reason =
                    asked.text("reason" + i).flatMap(Exclusion.Reason::ofWord).orElse(Exclusion.Reason.TESTING);
            Boolean told = asked.ticked("told" + i) ? Boolean.TRUE : null;
            if (to.isBefore(from)) {
                asked.fault("to" + i, "statutes.fault.turned");
            } else {
                spans.add(new Exclusion(from, to, reason, told));
            }
        }
        return spans;
    }

    @GetMapping("/crimes")
    String crimes(@RequestParam Map<String, String> typed, Model model) {
        var asked = begin(typed, "crimes", model);
        var form = new CrimeForm(asked);
        model.addAttribute("codes", law.crimeCodes());
        model.addAttribute("roles", CrimeFacts.Role.values());
        model.addAttribute("objects", CrimeFacts.ObjectKind.values());
        model.addAttribute("harms", CrimeFacts.Harm.values());
        model.addAttribute("money", CrimeForm.MONEY);
        model.addAttribute("pieces", CrimeForm.PIECES);
        model.addAttribute("mostActs", CrimeForm.MOST_ACTS);
        model.addAttribute("acts", form.acts());
        if (typed.containsKey("begun")) {
            var facts = form.facts(law.crimeCodes());
            if (asked.holds()) {
                var assessment = law.crimes(facts);
                model.addAttribute("assessment", assessment);
                model.addAttribute(
                        "weighed",
                        assessment.results().stream()
                                .map(result -> new Weighed(
                                        result,
                                        Computed.of(result),
                                        result.missing().stream()
                                                .map(MissingFact::said)
                                                .toList()))
                                .toList());
            }
        }
        return "statutes/calculate-crimes";
    }

    @GetMapping("/penalty")
    String penalty(@RequestParam Map<String, String> typed, Model model) {
        var asked = begin(typed, "penalty", model);
        model.addAttribute("bases", law.penaltyBases().stream().map(this::basis).toList());
        model.addAttribute(
                "amounts",
                Arrays.stream(PenaltyQuestion.Base.values())
                        .map(PenaltyQuestion.Base::word)
                        .toList());
        model.addAttribute("channels", PenaltyQuestion.Channel.values());
        model.addAttribute("harms", PenaltyQuestion.Harm.values());
        if (typed.containsKey("basis")) {
            String basis =
                    asked.text("basis").filter(law.penaltyBases()::contains).orElse("");
            if (basis.isEmpty()) {
                asked.fault("basis", "statutes.fault.missing");
            }
            LocalDate actOn = asked.needDay("actOn");
            LocalDate decidedOn = asked.day("decidedOn").orElse(null);
            LocalDate receivedOn = asked.day("receivedOn").orElse(null);
            LocalDate paidOn = asked.day("paidOn").orElse(null);
            if (decidedOn != null && decidedOn.isBefore(actOn)) {
                asked.fault("decidedOn", "statutes.fault.turned");
            }
            if (paidOn != null && (receivedOn == null || paidOn.isBefore(receivedOn))) {
                asked.fault("paidOn", "statutes.fault.turned");
            }
            Map<PenaltyQuestion.Base, Money> amounts = new EnumMap<>(PenaltyQuestion.Base.class);
            for (var base : PenaltyQuestion.Base.values()) {
                asked.money(base.word()).ifPresent(amount -> amounts.put(base, amount));
            }
            var channel = asked.word("channel", PenaltyQuestion.Channel.class).orElse(null);
            var harm = asked.word("harm", PenaltyQuestion.Harm.class).orElse(null);
            Money fine = asked.money("fine").orElse(null);
            if (asked.holds()) {
                var range = law.penalty(new PenaltyQuestion(
                        basis,
                        actOn,
                        decidedOn,
                        amounts,
                        channel,
                        harm,
                        fine,
                        List.of(),
                        asked.ticked("repeat"),
                        asked.ticked("serious"),
                        receivedOn,
                        paidOn));
                model.addAttribute("range", range);
                model.addAttribute("computed", Computed.of(range));
            }
        }
        return "statutes/calculate-penalty";
    }

    @GetMapping("/competence")
    String competence(@RequestParam Map<String, String> typed, Model model) {
        var asked = begin(typed, "competence", model);
        model.addAttribute(
                "rights", law.competenceWords().rights().stream().sorted().toList());
        model.addAttribute(
                "products", law.competenceWords().products().stream().sorted().toList());
        model.addAttribute(
                "channels", law.competenceWords().channels().stream().sorted().toList());
        if (typed.containsKey("right")) {
            LocalDate on = asked.day("on").orElse(LocalDate.now(clock));
            String right = asked.text("right")
                    .filter(law.competenceWords().rights()::contains)
                    .orElse(null);
            var question = new Competence.Question(
                    right,
                    null,
                    asked.text("product")
                            .filter(law.competenceWords().products()::contains)
                            .orElse(null),
                    asked.text("channel")
                            .filter(law.competenceWords().channels()::contains)
                            .orElse(null),
                    asked.region("act").orElse(null),
                    asked.region("seller").orElse(null),
                    asked.region("platform").orElse(null),
                    on);
            if (asked.holds()) {
                model.addAttribute("answer", law.competence(question));
            }
        }
        return "statutes/calculate-competence";
    }

    private Answers begin(Map<String, String> typed, String calculator, Model model) {
        var asked = new Answers(typed);
        model.addAttribute("calculator", calculator);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", asked.faults());
        return asked;
    }

    private Choice basis(String id) {
        var parameter = law.parameter(id);
        return new Choice(id, parameter.zh(), parameter.en(), "");
    }

    /** The periods by topic; of a parameter with several, each with its key. */
    private Map<String, List<Choice>> periods() {
        var periods = new TreeMap<String, List<Choice>>();
        for (String id : law.duties()) {
            Parameter owner = law.parameters().stream()
                    .filter(parameter -> id.equals(parameter.id()) || id.startsWith(parameter.id() + "."))
                    .max((a, b) -> Integer.compare(a.id().length(), b.id().length()))
                    .orElseThrow();
            String key = id.equals(owner.id()) ? "" : id.substring(owner.id().length() + 1);
            periods.computeIfAbsent(owner.topic(), _ -> new ArrayList<>())
                    .add(new Choice(id, owner.zh(), owner.en(), key));
        }
        return periods;
    }
}

package org.hengjian.statutes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.Metric;
import org.hengjian.law.Money;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a case as typed for the question of crimes. The fields of the first act bear plain names, those of the
 * others the act's number behind ({@code sales2}); an act of which nothing was typed is none.
 */
class CrimeForm {

    static final int MOST_ACTS = 20;
    static final List<String> MONEY =
            List.of("illegalTurnover", "illegalGain", "sales", "unsoldValue", "goodsValue", "loss", "directLoss");
    static final List<String> PIECES =
            List.of("copies", "copiesUnsold", "items", "downloads", "clicks", "members", "labels", "labelsUnsold");
    private static final List<String> WORDS =
            List.of("begun", "until", "role", "object", "harm", "conduct", "kinds", "profit", "punished", "ownGoods");

    private final Answers asked;

    CrimeForm(Answers asked) {
        this.asked = asked;
    }

    /** What is put behind the names of each act's fields that the form has room for: empty, 2, 3… */
    List<String> acts() {
        long room = Math.clamp(asked.count("acts").orElse(1L), 1, MOST_ACTS);
        var ends = new ArrayList<String>(List.of(""));
        for (int act = 2; act <= room; act++) {
            ends.add(Integer.toString(act));
        }
        return ends;
    }

    /** @param codes of the crimes that may be asked for */
    CrimeFacts facts(Collection<String> codes) {
        LocalDate decided = asked.day("decided").orElse(null);
        var acts = new ArrayList<CrimeFacts.Act>();
        for (String end : acts()) {
            if (end.isEmpty() || isTyped(end)) {
                acts.add(act(end, decided));
            }
        }
        return new CrimeFacts(
                decided,
                asked.word("offender", CrimeFacts.Offender.class).orElse(CrimeFacts.Offender.INDIVIDUAL),
                asked.text("crime").filter(codes::contains).map(List::of).orElse(List.of()),
                acts,
                prior(),
                asked.ticked("suspicion"));
    }

    private boolean isTyped(String end) {
        return Stream.of(WORDS, MONEY, PIECES)
                .flatMap(List::stream)
                .anyMatch(name -> asked.ticked(name + end));
    }

    private CrimeFacts.Act act(String end, @Nullable LocalDate decided) {
        LocalDate on = asked.needDay("begun" + end);
        LocalDate until = asked.day("until" + end).orElse(null);
        if (until != null && until.isBefore(on)) {
            asked.fault("until" + end, "statutes.fault.turned");
            until = null;
        }
        if (decided != null && decided.isBefore(on)) {
            asked.fault("decided", "statutes.fault.turned");
        }
        Map<Metric, Long> amounts = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (MONEY.contains(metric.word())) {
                asked.money(metric.word() + end).map(Money::fen).ifPresent(fen -> amounts.put(metric, fen));
            } else if (PIECES.contains(metric.word())) {
                asked.count(metric.word() + end).ifPresent(pieces -> amounts.put(metric, pieces));
            }
        }
        return new CrimeFacts.Act(
                on,
                until,
                asked.word("role" + end, CrimeFacts.Role.class).orElse(null),
                asked.word("object" + end, CrimeFacts.ObjectKind.class).orElse(null),
                asked.text("conduct" + end).orElse(null),
                amounts,
                asked.count("kinds" + end).map(Long::intValue).orElse(null),
                List.of(),
                asked.ticked("ownGoods" + end) ? Boolean.TRUE : null,
                asked.text("profit" + end).map("YES"::equals).orElse(null),
                asked.word("harm" + end, CrimeFacts.Harm.class).orElse(null),
                asked.day("punished" + end)
                        .map(day -> new CrimeFacts.Prior(asked.ticked("punishedCriminal" + end), day, List.of()))
                        .orElse(null));
    }

    /** Nothing typed says nothing of earlier punishments, not that there were none; that is ticked. */
    private @Nullable List<CrimeFacts.Prior> prior() {
        if (asked.ticked("noPrior")) {
            if (asked.ticked("prior")) {
                asked.fault("prior", "statutes.fault.none-and-one");
            }
            return List.of();
        }
        return asked.day("prior")
                .map(day -> List.of(new CrimeFacts.Prior(
                        asked.ticked("priorCriminal"),
                        day,
                        asked.text("priorCrime").map(List::of).orElse(List.of()))))
                .orElse(null);
    }
}

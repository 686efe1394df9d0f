package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.Said;
import org.hengjian.statutes.Ground;
import org.hengjian.tables.RuleTable;

/** What makes a penalty lighter or heavier (裁量情节), each with its sentence, from {@code cases/factors.csv}. */
final class Factors {

    private static final String FILE = "cases/factors.csv";

    private final List<Factor> all;

    private Factors(List<Factor> all) {
        this.all = List.copyOf(all);
    }

    /**
     * One circumstance.
     *
     * @param towards where it leads; {@link Severity#REDUCED} leads to lighter or below the range
     * @param only    prefix of the legal bases that it holds for; empty for all
     * @param text    the stored text that the sentence stands in
     */
    record Factor(
            String code,
            Severity towards,
            LocalDate from,
            Optional<LocalDate> to,
            String only,
            Ground.Provision provision,
            String text,
            Said words) {

        boolean holds(String basis, LocalDate day) {
            return !day.isBefore(from) && to.filter(day::isAfter).isEmpty() && basis.startsWith(only);
        }
    }

    static Factors load() {
        var factors = new ArrayList<Factor>();
        for (var row : RuleTable.of(FILE)) {
            factors.add(new Factor(
                    row.get("factor"),
                    Severity.valueOf(row.get("towards")),
                    LocalDate.parse(row.get("from")),
                    row.get("to").isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(row.get("to"))),
                    row.get("only"),
                    new Ground.Provision(row.get("instrument"), row.get("article"), row.get("quote")),
                    row.get("text"),
                    new Said(row.get("en"), row.get("zh"))));
        }
        return new Factors(factors);
    }

    List<Factor> all() {
        return all;
    }

    /** Those that can be ticked for that legal basis on that day. */
    List<Factor> of(String basis, LocalDate day) {
        return all.stream().filter(factor -> factor.holds(basis, day)).toList();
    }
}

package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.Law;
import org.hengjian.law.Metric;
import org.hengjian.law.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of thresholds.csv: facts on both sides of each line. */
class WeighingFactsTest {

    private static final LocalDate ACT = LocalDate.of(2026, 6, 1);
    private static final CrimeThresholds THRESHOLDS = new CrimeThresholds(Law.load());

    @ParameterizedTest(name = "{0}, prior {1}: {2} {3}")
    @CsvFileSource(resources = "/cases/thresholds.csv", useHeadersInDisplayName = true)
    void facts_stand_to_each_threshold_as_the_table_says(
            String facts, @Nullable String prior, String crime, CrimeVerdict.Standing standing) {
        var found = found(facts, prior == null ? "" : prior);

        var verdicts = THRESHOLDS.verdicts(THRESHOLDS.weigh(found.on(CaseFiles.DAY)), CaseFiles.DAY);

        assertThat(verdicts).filteredOn(verdict -> verdict.crime().equals(crime)).singleElement()
                .extracting(CrimeVerdict::standing).isEqualTo(standing);
    }

    @Test
    void what_was_not_looked_up_is_asked_as_unknown_and_what_was_as_none() {
        assertThat(found("sales=1", "").on(CaseFiles.DAY).prior()).isNull();
        assertThat(found("sales=1", "none").on(CaseFiles.DAY).prior()).isEmpty();
    }

    @Test
    void facts_without_an_act_a_figure_without_its_basis_and_a_party_punished_and_not_cannot_be() {
        var facts = found("sales=1", "2025-06-02 214");

        assertThatThrownBy(() -> new FoundFacts(facts.offender(), List.of(), List.of(), false, false, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FoundFacts(facts.offender(), facts.acts(), facts.priors(), true, false, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FoundFacts.Figure(Metric.SALES, 1, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FoundFacts.Figure(Metric.SALES, -1, "账册")).isInstanceOf(IllegalArgumentException.class);
    }

    /** @param facts {@code name=value;…}, by the names of the fields @param prior as in the table */
    static FoundFacts found(String facts, String prior) {
        Optional<CrimeFacts.Role> role = Optional.empty();
        Optional<CrimeFacts.ObjectKind> object = Optional.empty();
        Optional<Integer> kinds = Optional.empty();
        String conduct = "";
        var figures = new ArrayList<FoundFacts.Figure>();
        for (String fact : facts.split(";")) {
            String value = fact.substring(fact.indexOf('=') + 1);
            switch (fact.substring(0, fact.indexOf('='))) {
                case "role" -> role = Optional.of(CrimeFacts.Role.valueOf(value));
                case "object" -> object = Optional.of(CrimeFacts.ObjectKind.valueOf(value));
                case "kinds" -> kinds = Optional.of(Integer.valueOf(value));
                case "conduct" -> conduct = value;
                default -> {
                    var metric = Metric.ofWord(fact.substring(0, fact.indexOf('='))).orElseThrow();
                    figures.add(new FoundFacts.Figure(
                            metric,
                            metric.isMoney() ? Money.ofYuan(new BigDecimal(value)).fen() : Long.parseLong(value),
                            "账册第3页"));
                }
            }
        }
        var act = new FoundFacts.Act(
                ACT, Optional.empty(), role, object, conduct, Optional.of(CrimeFacts.Harm.NONE), Optional.of(true), false,
                kinds, figures, Optional.empty(), false);
        boolean none = prior.equals("none");
        var priors = prior.isEmpty() || none
                ? List.<FoundFacts.Prior>of()
                : List.of(new FoundFacts.Prior(
                        LocalDate.parse(prior.substring(0, 10)), false, List.of(prior.substring(11)), "某罚〔2025〕1号"));
        return new FoundFacts(CrimeFacts.Offender.UNIT, List.of(act), priors, none, false, "");
    }
}

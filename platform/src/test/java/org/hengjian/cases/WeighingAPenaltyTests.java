package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The table of discretion.csv, and what a weighing on file asks of the proposal and the decision. */
@OnThePlatform
class WeighingAPenaltyTests {

    private static final String TRADEMARK = "fine.trademark.infringement";

    @Autowired
    CaseWork work;

    @Autowired
    CaseFacts facts;

    @Autowired
    Discretions discretions;

    @Autowired
    Persons persons;

    @Autowired
    Law law;

    @ParameterizedTest(name = "{0}, {1}, {2}: {3} {4} {5}")
    @CsvFileSource(resources = "/cases/discretion.csv", useHeadersInDisplayName = true)
    void a_figure_is_held_against_its_range_and_a_step_against_what_was_ticked(
            String basis, String found, @Nullable String factors, Severity severity, BigDecimal fine, String answer) {
        var outcome = weigh(established(found), basis, severity, ticked(factors), Money.ofYuan(fine));

        assertThat(outcome instanceof Outcome.Refused refused
                        ? refused.grounds().stream().map(Ground::code).toList()
                        : List.of("yes"))
                .containsExactly(answer);
    }

    @Test
    void a_fine_above_the_range_quotes_the_article_of_the_range() {
        var outcome = weigh(established("illegalTurnover=60000"), TRADEMARK, Severity.ORDINARY, List.of(), Money.ofYuan(400_000));

        assertThat(((Outcome.Refused) outcome).grounds()).singleElement().satisfies(ground -> {
            assertThat(ground.arguments()).containsExactly("300,000.00");
            assertThat(ground.provision().article()).isEqualTo("第六十条第二款");
            assertThat(ground.provision().quote()).contains("可以处违法经营额五倍以下的罚款");
        });
    }

    @Test
    void what_is_proposed_is_held_against_the_newest_weighing_and_facts_found_later_ask_for_another() {
        var weighed = CaseWork.done(weigh(
                established("illegalTurnover=20000"), TRADEMARK, Severity.ORDINARY, List.of(), Money.ofYuan(60_000)));
        assertThat(codes(finish(weighed, 250_001))).containsExactly("FINE_ABOVE");

        var anew = CaseWork.done(persons.as(CaseWork.OFFICER, () -> facts.establish(
                new Step(weighed.docket().id(), weighed.docket().version()), WeighingFactsTest.found("illegalTurnover=90000", "none"))));
        assertThat(codes(finish(anew, 60_000))).containsExactly("WEIGHED_BEFORE_FACTS");

        var again = CaseWork.done(weigh(anew, TRADEMARK, Severity.ORDINARY, List.of(), Money.ofYuan(300_000)));
        assertThat(finish(again, 450_000)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void without_a_weighing_nothing_is_asked_of_the_figure() {
        assertThat(finish(work.investigating(), 9_999_999)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void what_is_ticked_leads_to_a_proposal_and_both_ways_to_none() {
        var all = Factors.load().all();
        var range = persons.as(CaseWork.OFFICER, () -> discretions.range(established("illegalTurnover=60000"), TRADEMARK, List.of()));

        assertThat(Discretions.proposed(List.of(), range)).contains(Severity.ORDINARY);
        assertThat(Discretions.proposed(all.stream().filter(one -> one.code().equals("UNDONE")).toList(), range)).contains(Severity.LIGHTER);
        assertThat(Discretions.proposed(all, range)).isEqualTo(Optional.empty());
        assertThat(discretions.bands(range, work.today())).extracting(Discretions.Band::to)
                .containsExactly(Money.ofYuan(90_000), Money.ofYuan(210_000), Money.ofYuan(300_000));
        assertThat(discretions.repeatYears(TRADEMARK, work.today())).contains(5);
        assertThat(discretions.repeatYears("fine.patent.counterfeit", work.today())).isEmpty();
    }

    @Test
    void every_factor_quotes_a_sentence_of_the_law_word_for_word() {
        Factors.load().all().forEach(factor -> assertThat(law.instruments().body(factor.text()))
                .as("quote of %s", factor.code()).contains(factor.provision().quote()));
    }

    private CaseFile established(String found) {
        var file = work.investigating();
        return CaseWork.done(persons.as(CaseWork.OFFICER, () -> facts.establish(
                new Step(file.docket().id(), file.docket().version()), WeighingFactsTest.found(found, "none"))));
    }

    private Outcome weigh(CaseFile file, String basis, Severity severity, List<String> factors, Money fine) {
        return persons.as(CaseWork.OFFICER, () -> discretions.weigh(
                new Step(file.docket().id(), file.docket().version()),
                new Discretions.Weighing(basis, severity, factors, fine, "情节和危害程度")));
    }

    private Outcome finish(CaseFile file, long fine) {
        return work.attempt(CaseWork.OFFICER, file, (room, step) -> room.finish(
                step, "事实", "意见", new Penalty(Money.ofYuan(fine), Money.ZERO, "", "商标法第六十条")));
    }

    private static List<String> ticked(@Nullable String factors) {
        return factors == null ? List.of() : Arrays.asList(factors.split(" "));
    }

    private static List<String> codes(Outcome outcome) {
        return ((Outcome.Refused) outcome).grounds().stream().map(Ground::code).toList();
    }
}

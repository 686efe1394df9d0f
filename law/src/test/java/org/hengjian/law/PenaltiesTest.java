package org.hengjian.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hengjian.law.CrimeAssessment.Applied;
import org.hengjian.law.PenaltyQuestion.Base;
import org.junit.jupiter.api.Test;

class PenaltiesTest {

    private static final Law LAW = Law.load();

    private static PenaltyRange range(String basis, String actOn, String decidedOn, Base base, long yuan) {
        return LAW.penalty(PenaltyQuestion.of(basis, LocalDate.parse(actOn), LocalDate.parse(decidedOn))
                .with(base, Money.ofYuan(yuan)));
    }

    private static PenaltyRange fixed(String basis, String actOn, String decidedOn) {
        return LAW.penalty(PenaltyQuestion.of(basis, LocalDate.parse(actOn), LocalDate.parse(decidedOn)));
    }

    @Test
    void five_times_the_turnover_from_fifty_thousand_on() {
        assertThat(range("fine.trademark.infringement", "2025-05-01", "2025-06-01", Base.ILLEGAL_TURNOVER, 60000)
                        .max())
                .isEqualTo(Money.ofYuan(300000));
        assertThat(range("fine.trademark.infringement", "2025-05-01", "2025-06-01", Base.ILLEGAL_TURNOVER, 50000)
                        .max())
                .isEqualTo(Money.ofYuan(250000));
        assertThat(range("fine.trademark.infringement", "2025-05-01", "2025-06-01", Base.ILLEGAL_TURNOVER, 49999)
                        .max())
                .isEqualTo(Money.ofYuan(250000));
    }

    @Test
    void the_patent_law_counts_exactly_fifty_thousand_as_little() {
        assertThat(range("fine.patent.counterfeit", "2025-05-01", "2025-06-01", Base.ILLEGAL_GAIN, 50000)
                        .max())
                .isEqualTo(Money.ofYuan(250000));
        assertThat(range("fine.patent.counterfeit", "2025-05-01", "2025-06-01", Base.ILLEGAL_GAIN, 50001)
                        .max())
                .isEqualTo(Money.ofYuan(250005));
        assertThat(range("fine.patent.counterfeit", "2021-05-31", "2021-07-01", Base.ILLEGAL_GAIN, 30000)
                        .max())
                .isEqualTo(Money.ofYuan(120000));
    }

    @Test
    void a_fake_drug_of_small_value_counts_as_a_hundred_thousand() {
        PenaltyRange range = range("fine.drug.fake", "2025-05-01", "2025-06-01", Base.GOODS_VALUE, 8000);
        assertThat(range.min()).isEqualTo(Money.ofYuan(1500000));
        assertThat(range.max()).isEqualTo(Money.ofYuan(3000000));
        assertThat(range.hearing().must()).isTrue();
        assertThat(range("fine.drug.fake", "2019-11-30", "2020-06-01", Base.GOODS_VALUE, 8000)
                        .max())
                .isEqualTo(Money.ofYuan(40000));
    }

    @Test
    void the_lighter_rule_of_the_day_of_decision_serves_the_older_act() {
        PenaltyRange range = fixed("fine.ucl.false-publicity", "2025-10-01", "2025-10-15");
        assertThat(range.min()).isEqualTo(Money.ZERO);
        assertThat(range.applied()).isEqualTo(Applied.LATER_LENIENT);
        assertThat(fixed("fine.ucl.false-publicity", "2025-10-01", "2025-10-14").min())
                .isEqualTo(Money.ofYuan(200000));
        assertThat(fixed("fine.trademark.well-known-advertising", "2026-12-31", "2027-01-01")
                        .min())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void an_unknown_turnover_is_named() {
        PenaltyRange range = fixed("fine.trademark.infringement", "2025-05-01", "2025-06-01");
        assertThat(range.missing()).containsExactly("illegalTurnover");
        assertThat(range.uncertain()).asString().contains("illegalTurnover is not known");
        assertThat(fixed("fine.drug.fake", "2025-05-01", "2025-06-01").max()).isNull();
    }

    @Test
    void the_bond_has_three_bands() {
        assertThat(range("customs.bond.exofficio", "2025-05-01", "2025-06-01", Base.GOODS_VALUE, 19999)
                        .min())
                .isEqualTo(Money.ofYuan(19999));
        assertThat(range("customs.bond.exofficio", "2025-05-01", "2025-06-01", Base.GOODS_VALUE, 30000)
                        .min())
                .isEqualTo(Money.ofYuan(20000));
        assertThat(range("customs.bond.exofficio", "2025-05-01", "2025-06-01", Base.GOODS_VALUE, 200000)
                        .max())
                .isEqualTo(Money.ofYuan(100000));
        assertThat(range("customs.bond.exofficio", "2025-05-01", "2025-06-01", Base.GOODS_VALUE, 900000)
                        .max())
                .isEqualTo(Money.ofYuan(100000));
    }

    @Test
    void lateness_costs_three_percent_a_day_up_to_the_fine_itself() {
        assertThat(paid("2025-06-25", List.of()))
                .isEqualTo(new PenaltyRange.Payment(LocalDate.parse("2025-06-16"), 9, Money.ofYuan(5400)));
        assertThat(paid("2025-09-25", List.of()))
                .isEqualTo(new PenaltyRange.Payment(LocalDate.parse("2025-06-16"), 101, Money.ofYuan(20000)));
        assertThat(paid(
                        "2025-06-25",
                        List.of(new PenaltyQuestion.Span(
                                LocalDate.parse("2025-06-18"), LocalDate.parse("2025-06-20")))))
                .isEqualTo(new PenaltyRange.Payment(LocalDate.parse("2025-06-16"), 6, Money.ofYuan(3600)));
    }

    private static PenaltyRange.@org.jspecify.annotations.Nullable Payment paid(
            String on, List<PenaltyQuestion.Span> stayed) {
        return LAW.penalty(new PenaltyQuestion(
                        "fine.trademark.infringement",
                        LocalDate.parse("2025-05-01"),
                        LocalDate.parse("2025-06-01"),
                        Map.of(),
                        null,
                        null,
                        Money.ofYuan(20000),
                        stayed,
                        false,
                        false,
                        LocalDate.parse("2025-05-30"),
                        LocalDate.parse(on)))
                .payment();
    }

    @Test
    void repetition_makes_it_heavier_and_harm_to_health_makes_it_last_five_years() {
        PenaltyRange range = LAW.penalty(new PenaltyQuestion(
                "fine.trademark.infringement",
                LocalDate.parse("2022-05-01"),
                LocalDate.parse("2025-06-01"),
                Map.of(),
                null,
                PenaltyQuestion.Harm.LIFE_HEALTH,
                null,
                List.of(),
                true,
                false,
                null,
                null));
        assertThat(range.shallBe()).isEqualTo("heavier");
        assertThat(range.limitation()).isEqualTo(new PenaltyRange.Limitation(5, LocalDate.parse("2027-05-01"), false));
    }

    @Test
    void a_bond_is_no_penalty_and_older_harm_keeps_the_shorter_limitation_with_doubt() {
        PenaltyRange bond = range("customs.bond.exofficio", "2025-05-01", "2025-06-01", Base.GOODS_VALUE, 30000);
        assertThat(bond.hearing().must()).isFalse();
        assertThat(bond.limitation()).isNull();
        PenaltyRange older = LAW.penalty(new PenaltyQuestion(
                "fine.trademark.infringement",
                LocalDate.parse("2021-07-14"),
                LocalDate.parse("2024-06-01"),
                Map.of(),
                null,
                PenaltyQuestion.Harm.LIFE_HEALTH,
                null,
                List.of(),
                false,
                false,
                null,
                null));
        assertThat(older.limitation()).isEqualTo(new PenaltyRange.Limitation(2, LocalDate.parse("2023-07-14"), true));
        assertThat(older.uncertain()).asString().contains("not settled");
    }
}

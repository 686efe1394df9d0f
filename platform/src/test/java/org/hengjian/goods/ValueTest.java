package org.hengjian.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.junit.jupiter.api.Test;

/** Which price of the goods counts, by the interpretation in force on the day. */
class ValueTest {

    private static final Law LAW = Law.load();
    private static final LocalDate OLD = LocalDate.of(2025, 4, 25);
    private static final LocalDate NEW = LocalDate.of(2025, 4, 26);

    private final List<Valuation> entries = new ArrayList<>();

    @Test
    void from_the_new_interpretation_on_the_average_goes_before_the_mark() {
        enter(Price.MARKED, 11_900);
        enter(Price.AVERAGE, 6_850);

        assertThat(value(NEW, "430").chosen().orElseThrow().kind()).isEqualTo(Price.AVERAGE);
        assertThat(value(NEW, "430").why()).isEqualTo(Value.Why.FIRST);
        assertThat(value(NEW, "430").amount()).contains(Money.ofFen(430 * 6_850));
    }

    @Test
    void before_it_the_two_stand_side_by_side_and_a_person_gives_one_up() {
        enter(Price.MARKED, 11_900);
        enter(Price.AVERAGE, 6_850);

        assertThat(value(OLD, "430").why()).isEqualTo(Value.Why.UNDECIDED);
        assertThat(value(OLD, "430").amount()).isEmpty();

        enter(Price.MARKED, 0);
        assertThat(value(OLD, "430").chosen().orElseThrow().kind()).isEqualTo(Price.AVERAGE);
    }

    @Test
    void a_later_price_is_provisional_until_somebody_says_that_those_before_cannot_be_ascertained() {
        enter(Price.MARKET, 29_900);
        assertThat(value(NEW, "2").why()).isEqualTo(Value.Why.PROVISIONAL);
        assertThat(value(NEW, "2").open()).containsExactly(Price.AVERAGE, Price.MARKED);

        enter(Price.AVERAGE, 0);
        assertThat(value(NEW, "2").open()).containsExactly(Price.MARKED);
        enter(Price.MARKED, 0);
        assertThat(value(NEW, "2").why()).isEqualTo(Value.Why.AFTER);
        assertThat(value(NEW, "2").amount()).contains(Money.ofFen(59_800));
    }

    @Test
    void what_was_sold_counts_at_the_price_that_was_paid() {
        enter(Price.MARKED, 11_900);
        enter(Price.AVERAGE, 6_850);
        enter(Price.ACTUAL, 5_000);

        for (LocalDate on : List.of(OLD, NEW)) {
            assertThat(value(on, "3").sold()).isTrue();
            assertThat(value(on, "3").amount()).contains(Money.ofFen(15_000));
        }
    }

    @Test
    void a_correction_takes_the_place_of_what_was_entered_before() {
        enter(Price.AVERAGE, 6_850);
        enter(Price.AVERAGE, 6_580);

        assertThat(value(NEW, "1").amount()).contains(Money.ofFen(6_580));
    }

    @Test
    void a_fraction_of_a_fen_is_cut_off() {
        enter(Price.AVERAGE, 333);

        assertThat(value(NEW, kilograms("1.005")).amount()).contains(Money.ofFen(334));
    }

    @Test
    void without_any_price_there_is_no_amount_but_the_kinds_that_are_missing() {
        assertThat(value(NEW, "1").why()).isEqualTo(Value.Why.MISSING);
        assertThat(value(NEW, "1").open()).containsExactly(Price.AVERAGE, Price.MARKED, Price.MARKET);
        assertThat(LAW.parameter(PriceRule.Measure.INFRINGEMENT.parameter()).on(LocalDate.of(2004, 12, 21))).isEmpty();
    }

    @Test
    void shoddy_products_count_at_the_mark_and_then_at_the_market() {
        enter(Price.AVERAGE, 6_850);
        enter(Price.MARKET, 9_900);
        var parameter = LAW.parameter(PriceRule.Measure.QUALITY.parameter());
        var rule = new PriceRule(parameter, parameter.on(NEW).orElseThrow());

        assertThat(Value.of(pieces("1"), entries, rule).chosen().orElseThrow().kind()).isEqualTo(Price.MARKET);
    }

    private void enter(Price kind, long fen) {
        entries.add(new Valuation(
                entries.size() + 1, kind, Optional.of(Money.ofFen(fen)).filter(price -> fen > 0), NEW, "台账", "证据1",
                Instant.EPOCH, "沈知遥"));
    }

    private Value value(LocalDate on, String quantity) {
        return value(on, pieces(quantity));
    }

    private Value value(LocalDate on, Item item) {
        var parameter = LAW.parameter(PriceRule.Measure.INFRINGEMENT.parameter());
        return Value.of(item, entries, new PriceRule(parameter, parameter.on(on).orElseThrow()));
    }

    private static Item pieces(String quantity) {
        return item(Unit.of("piece").orElseThrow(), quantity);
    }

    private static Item kilograms(String quantity) {
        return item(Unit.of("kilogram").orElseThrow(), quantity);
    }

    private static Item item(Unit unit, String quantity) {
        long steps = Quantity.parse(quantity, unit.scale()).orElseThrow().steps();
        return new Item(
                1, "W26-0000001-8", 1, "案", "", "卫衣", "", "", unit, Item.Measure.SEIZED, "", NEW, "仓前路8号", "",
                new Item.Custody("A库", "", "周屿"), "沈知遥", Instant.EPOCH, 1,
                new Balance(1, steps, steps, 0, 0, 0, 0, 0));
    }
}

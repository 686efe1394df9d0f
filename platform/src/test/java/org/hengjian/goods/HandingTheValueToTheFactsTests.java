package org.hengjian.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.cases.CaseWork;
import org.hengjian.cases.FigureSource;
import org.hengjian.law.Metric;
import org.hengjian.law.Money;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goods are worth is proposed for the facts of their case; a person takes it over, or does not. */
@OnThePlatform
class HandingTheValueToTheFactsTests {

    @Autowired
    CaseWork caseWork;

    @Autowired
    GoodsWork work;

    @Autowired
    Goods goods;

    @Autowired
    ValueForFacts values;

    @Autowired
    Persons persons;

    private Item valued(long caseId, String quantity, Price kind, long yuan) {
        var item = work.register(work.hoodies(caseId, quantity));
        price(item, kind, Optional.of(Money.ofYuan(yuan)));
        return item;
    }

    private void price(Item item, Price kind, Optional<Money> price) {
        var valuing = new Valuing(kind, price, work.today(), "吊牌", "照片3");
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.value(item.id(), valuing, ""))).isInstanceOf(Answer.Done.class);
    }

    private List<FigureSource.Proposed> proposed(long caseId, LocalDate day) {
        return persons.as(GoodsWork.OFFICER, () -> values.of(caseId, day));
    }

    private static String yuan(List<FigureSource.Proposed> proposed, Metric metric) {
        return proposed.stream()
                .filter(one -> one.metric() == metric)
                .map(FigureSource.Proposed::shown)
                .findFirst()
                .orElse("");
    }

    @Test
    void goods_without_a_price_propose_nothing() {
        long id = caseWork.filedId();
        work.register(work.hoodies(id, "430"));

        assertThat(proposed(id, work.today())).isEmpty();
    }

    @Test
    void sold_and_unsold_goods_are_proposed_apart_and_together_with_the_article() {
        long id = caseWork.filedId();
        valued(id, "100", Price.ACTUAL, 119);
        valued(id, "430", Price.MARKED, 100);

        var proposed = proposed(id, work.today());

        assertThat(yuan(proposed, Metric.SALES)).isEqualTo("11,900.00");
        assertThat(yuan(proposed, Metric.UNSOLD_VALUE)).isEqualTo("43,000.00");
        assertThat(yuan(proposed, Metric.ILLEGAL_TURNOVER)).isEqualTo("54,900.00");
        assertThat(proposed).filteredOn(one -> one.metric() == Metric.UNSOLD_VALUE).singleElement().satisfies(one -> {
            assertThat(one.basis()).contains("1 项").contains("第二十八条第一款");
            assertThat(one.isSettled()).as("the average price was not yet said to be unknown").isFalse();
        });
    }

    @Test
    void an_amount_is_settled_when_the_prices_before_it_were_said_to_be_unknown() {
        long id = caseWork.filedId();
        var item = valued(id, "430", Price.MARKED, 100);
        price(item, Price.AVERAGE, Optional.empty());

        assertThat(proposed(id, work.today()))
                .filteredOn(one -> one.metric() == Metric.UNSOLD_VALUE)
                .singleElement()
                .satisfies(one -> assertThat(one.isSettled()).isTrue());
    }

    @Test
    void a_foreign_officer_is_proposed_nothing() {
        long id = caseWork.filedId();
        valued(id, "430", Price.MARKED, 100);

        assertThat(persons.as(GoodsWork.FOREIGN, () -> values.of(id, work.today()))).isEmpty();
    }
}

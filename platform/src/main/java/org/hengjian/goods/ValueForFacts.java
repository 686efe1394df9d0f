package org.hengjian.goods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hengjian.cases.FigureSource;
import org.hengjian.law.Metric;
import org.hengjian.law.Money;
import org.springframework.stereotype.Component;

/** What the goods of a case are worth, proposed for its facts: each amount with the items and the rule that it rests on. */
@Component
class ValueForFacts implements FigureSource {

    private final Goods goods;

    ValueForFacts(Goods goods) {
        this.goods = goods;
    }

    @Override
    public List<Proposed> of(long caseId, LocalDate day) {
        var infringement = goods.valueOfCase(caseId, PriceRule.Measure.INFRINGEMENT, day);
        var proposed = new ArrayList<Proposed>();
        propose(proposed, infringement, caseId, Metric.ILLEGAL_TURNOVER, _ -> true);
        propose(proposed, infringement, caseId, Metric.SALES, Value::sold);
        propose(proposed, infringement, caseId, Metric.UNSOLD_VALUE, value -> !value.sold());
        propose(
                proposed, goods.valueOfCase(caseId, PriceRule.Measure.QUALITY, day), caseId, Metric.GOODS_VALUE, _ -> true);
        return proposed;
    }

    private static void propose(
            List<Proposed> into, CaseValue value, long caseId, Metric metric, Predicate<Value> counted) {
        var items = value.items().stream().filter(counted).toList();
        var valued = items.stream().filter(item -> item.amount().isPresent()).toList();
        if (valued.isEmpty() || value.rule().isEmpty()) {
            return;
        }
        var amount = valued.stream().flatMap(item -> item.amount().stream()).reduce(Money.ZERO, Money::plus);
        var source = value.rule().get().value().sources().getFirst();
        String basis = "物品货值认定，%d 项；%s%s".formatted(valued.size(), shortened(source.instrument()), source.article());
        long open = items.stream().filter(item -> !item.isSettled()).count();
        into.add(new Proposed(
                metric, amount, basis, open == 0, open == 0 ? "" : "goods.value.open-for-facts", List.of(open),
                "/goods/case/" + caseId + "/value" + (metric == Metric.GOODS_VALUE ? "?measure=QUALITY" : "")));
    }

    /** By its number where it has one: a basis is one line. */
    private static String shortened(String instrument) {
        int from = instrument.lastIndexOf('（');
        return from > 0 && instrument.endsWith("）")
                ? instrument.substring(from + 1, instrument.length() - 1)
                : "《" + instrument + "》";
    }
}

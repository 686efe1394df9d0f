package org.hengjian.goods;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.Money;

/**
 * What the goods of a case are worth by the rule of a day (货值金额).
 *
 * @param rule empty where the law's data hold none for that day
 */
record CaseValue(LocalDate on, PriceRule.Measure measure, Optional<PriceRule> rule, List<Value> items) {

    CaseValue {
        items = List.copyOf(items);
    }

    /** Of those items that have a value. */
    public Money total() {
        return items.stream().flatMap(item -> item.amount().stream()).reduce(Money.ZERO, Money::plus);
    }

    public long missing() {
        return items.stream().filter(item -> item.amount().isEmpty()).count();
    }

    public long provisional() {
        return items.stream().filter(item -> item.why() == Value.Why.PROVISIONAL).count();
    }

    public boolean isSettled() {
        return !items.isEmpty() && items.stream().allMatch(Value::isSettled);
    }
}

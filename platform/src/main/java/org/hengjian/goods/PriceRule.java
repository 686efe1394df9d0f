package org.hengjian.goods;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hengjian.law.DatedValue;
import org.hengjian.law.Parameter;

/** Which price counts (货值金额的计算): the ranks that the interpretation in force on a day gives, from the law's data. */
record PriceRule(Parameter parameter, DatedValue value) {

    /** What the value is asked for. */
    enum Measure {
        /** 非法经营数额: infringing goods. */
        INFRINGEMENT("crime.ip.metric.illegal-turnover"),
        /** 货值金额: fake and shoddy products. */
        QUALITY("crime.art140.goods-value");

        private final String parameter;

        Measure(String parameter) {
            this.parameter = parameter;
        }

        String parameter() {
            return parameter;
        }

        static Measure of(String word) {
            return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst().orElse(INFRINGEMENT);
        }
    }

    /** From the first to be taken to the last; where the sentence gives no order between two, they share a rank. */
    List<List<Price>> ranks(boolean sold) {
        return value.value().need(sold ? "sold_ranks" : "unsold_ranks").list().stream()
                .map(rank -> rank.texts().stream()
                        .map(word -> Price.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList())
                .toList();
    }

    public LocalDate from() {
        return value.from();
    }
}

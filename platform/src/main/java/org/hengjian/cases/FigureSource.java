package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import org.hengjian.law.Metric;
import org.hengjian.law.Money;

/**
 * A room that reckons an amount of a case (货值…) contributes a bean of this: the amount is proposed where the facts are
 * established, and counts only when a person has taken it over.
 */
public interface FigureSource {

    /**
     * An amount with what it rests on.
     *
     * @param basis     as it would stand beside the figure: what was added up, by which rule
     * @param isSettled false where something it rests on is still open, which {@code open} tells
     * @param open      message key with {@code arguments} of what is still open; empty where nothing is
     * @param href      where the sum is shown
     */
    record Proposed(
            Metric metric, Money amount, String basis, boolean isSettled, String open, List<Object> arguments, String href) {

        public Proposed {
            arguments = List.copyOf(arguments);
            if (!metric.isMoney()) {
                throw new IllegalArgumentException("no amount of money: " + metric);
            }
        }

        /** As it is typed. */
        public String shown() {
            return Amounts.plain(amount);
        }

        public Object[] getArray() {
            return arguments.toArray();
        }
    }

    /** @param day by whose law it is reckoned */
    List<Proposed> of(long caseId, LocalDate day);
}

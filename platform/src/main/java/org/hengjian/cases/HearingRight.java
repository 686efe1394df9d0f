package org.hengjian.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.hengjian.law.DatedValue;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.law.Status;

/**
 * From which amount on the party must be told of the right to a hearing (较大数额), by the law library. What other penalties
 * call for one (吊销许可证件、责令停产停业…) only people can tell; a lower local figure is theirs to know as well.
 *
 * @param fine         from which fine on
 * @param confiscation from which confiscation on
 * @param certain      whether the sentences behind the figures were checked
 */
record HearingRight(Money fine, Money confiscation, boolean certain) {

    private static final String FINE = "procedure.hearing.large-fine";
    private static final String CONFISCATION = "procedure.hearing.large-confiscation";

    /** The figures of that day for such a party; none where the law library has none. */
    static Optional<HearingRight> of(Law law, Party.Kind kind, LocalDate day) {
        return law.parameter(FINE).on(day).flatMap(fine -> law.parameter(CONFISCATION)
                .on(day)
                .map(confiscation -> new HearingRight(
                        amount(fine, kind),
                        amount(confiscation, kind),
                        fine.status() == Status.VERIFIED && confiscation.status() == Status.VERIFIED)));
    }

    boolean isOwedFor(Penalty penalty) {
        return penalty.fine().compareTo(fine) >= 0 || penalty.confiscation().compareTo(confiscation) >= 0;
    }

    private static Money amount(DatedValue value, Party.Kind kind) {
        return Money.ofYuan(value.value()
                .need(kind == Party.Kind.PERSON ? "natural_person" : "organisation")
                .number());
    }
}

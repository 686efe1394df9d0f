package org.hengjian.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.Deadline;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Law;
import org.hengjian.law.Money;

/** The execution of a decision that was served: what is due when, what is added for delay, when a court may be asked. */
final class Execution {

    static final String SURCHARGE = "procedure.late-surcharge";
    static final String DEMAND_WAIT = "procedure.court-enforcement.demand-wait";
    static final String APPLY_WITHIN = "procedure.court-enforcement.apply-within";
    private static final String LITIGATION = "procedure.litigation";

    private final CaseFile.Concluded file;
    private final Docket docket;
    private final Law law;
    private final LocalDate served;

    private Execution(CaseFile.Concluded file, Law law, LocalDate served) {
        this.file = file;
        this.docket = file.docket();
        this.law = law;
        this.served = served;
    }

    /** None before the decision has reached the party, or when it costs the party nothing. */
    static Optional<Execution> of(CaseFile file, Law law) {
        return file instanceof CaseFile.Concluded concluded && concluded.penalty().total().fen() > 0
                ? concluded.served().map(delivery -> new Execution(concluded, law, delivery.effective()))
                : Optional.empty();
    }

    /**
     * What delay has added so far (加处罚款).
     *
     * @param amount  never more than the cap
     * @param days    counted, each of them at the rate on what was then overdue
     * @param paused  days that do not count, for a remedy ran
     * @param rate    a day
     * @param cap     the fine itself
     */
    record Surcharge(Money amount, int days, int paused, BigDecimal rate, Money cap) {

        boolean isCapped() {
            return amount.equals(cap);
        }
    }

    Money fine() {
        return file.penalty().fine();
    }

    /** What is left of the fine; what was paid is taken off it first. */
    Money fineOwed() {
        return fine().minus(fine().min(file.paid()));
    }

    /** When how much of the fine is due: all of it by the term of payment, or as granted. */
    List<Paper.Instalment> schedule() {
        return granted().map(Paper.InstalmentsGranted::schedule)
                .orElseGet(() -> List.of(new Paper.Instalment(paymentDue(), fine())));
    }

    boolean isGranted() {
        return granted().isPresent();
    }

    private Optional<Paper.InstalmentsGranted> granted() {
        return docket.since(Paper.Decided.class, Paper.InstalmentsGranted.class).stream().reduce((_, last) -> last);
    }

    private LocalDate paymentDue() {
        return law.deadline(DeadlineQuestion.of(Clocks.PAYMENT, served).forParty(true)).dueDay().orElseThrow();
    }

    /** The last day of the term of payment, or of the last instalment. */
    LocalDate due() {
        return schedule().stream().map(Paper.Instalment::on).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** What of the fine is overdue on that day. */
    Money overdue(LocalDate day) {
        // Instalments are of what was left when they were granted; what had been paid by then is none of them.
        Money before = isGranted() ? fine().minus(schedule().stream()
                .map(Paper.Instalment::amount)
                .reduce(Money.ZERO, Money::plus)) : Money.ZERO;
        Money due = schedule().stream()
                .filter(one -> one.on().isBefore(day))
                .map(Paper.Instalment::amount)
                .reduce(before, Money::plus);
        Money paid = docket.since(Paper.Decided.class, Paper.Paid.class).stream()
                .filter(one -> !one.on().isAfter(day))
                .map(Paper.Paid::amount)
                .reduce(Money.ZERO, Money::plus);
        return due.minus(due.min(paid));
    }

    /** What delay has added up to and including that day, by the law of the day of service. */
    Surcharge surcharge(LocalDate today) {
        var value = law.parameter(SURCHARGE, served).value();
        var rate = new BigDecimal(value.need("rate_per_day").text());
        boolean pauses = value.at("suspended_during").isPresent();
        var remedies = Remedy.of(docket);
        var sum = BigDecimal.ZERO;
        int days = 0;
        int paused = 0;
        var first = schedule().stream().map(Paper.Instalment::on).min(Comparator.naturalOrder()).orElseThrow();
        for (var day = first.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            var overdue = overdue(day);
            var on = day;
            if (overdue.fen() == 0) {
                continue;
            }
            if (pauses && remedies.stream().anyMatch(one -> one.covers(on))) {
                paused++;
                continue;
            }
            if (sum.compareTo(BigDecimal.valueOf(fine().fen())) < 0) {
                days++;
                sum = sum.add(BigDecimal.valueOf(overdue.fen()).multiply(rate));
            }
        }
        return new Surcharge(Money.ofFen(sum.longValue()).min(fine()), days, paused, rate, fine());
    }

    /** The day on which the party can no longer go to law; not before what was granted or brought has ended. */
    LocalDate remediesOver() {
        var litigation = law.deadline(DeadlineQuestion.of(LITIGATION, served).forParty(true)).dueDay().orElseThrow();
        var ended = Remedy.of(docket).stream()
                .flatMap(one -> one.ended().stream())
                .map(Paper.RemedyEnded::on)
                .max(Comparator.naturalOrder())
                .orElse(litigation);
        var granted = isGranted() ? due() : litigation;
        return java.util.stream.Stream.of(litigation, ended, granted).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Until when a court can be asked to enforce. */
    Deadline applyWithin() {
        return law.deadline(DeadlineQuestion.of(APPLY_WITHIN, remediesOver()));
    }

    /** Until when the party may still pay after the demand reached it; none before. */
    Optional<Deadline> demandWait() {
        return demandServed().map(delivery -> law.deadline(DeadlineQuestion.of(DEMAND_WAIT, delivery.effective()).forParty(true)));
    }

    Optional<Paper.Delivery> demandServed() {
        int demanded = docket.last(Paper.Demanded.class).map(Entry::n).orElse(0);
        int decided = docket.last(Paper.Decided.class).map(Entry::n).orElse(0);
        return docket.last(Paper.DemandServed.class)
                .filter(entry -> demanded > decided && entry.n() > demanded)
                .map(entry -> ((Paper.DemandServed) entry.paper()).delivery());
    }

    boolean isDemandUnserved() {
        return !docket.since(Paper.Decided.class, Paper.Demanded.class).isEmpty() && demandServed().isEmpty();
    }
}

package org.hengjian.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hengjian.statutes.Ground;
import org.hengjian.statutes.Provisions;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;

/** What may be done to a measure 先行登记保存、查封、扣押 that was asked for, taken or runs; who may do it is asked of {@link Procedure}. */
@Component
class MeasureRules {

    private final Provisions provisions = Provisions.of("cases");
    private final Clocks clocks;

    MeasureRules(Clocks clocks) {
        this.clocks = clocks;
    }

    /** What stands against doing this to that measure now, beyond who does it. */
    List<Ground> against(Verb verb, CaseFile file, int n, Instant now) {
        var docket = file.docket();
        var measure = Measure.of(docket).stream().filter(one -> one.n() == n).findFirst();
        return switch (verb) {
            case IMPOSE_MEASURE, REFUSE_MEASURE ->
                measure.filter(Measure.Asked.class::isInstance).isPresent() ? List.of() : notSo(verb);
            case CONFIRM_MEASURE -> measure.filter(Measure.Urgent.class::isInstance)
                    .map(Measure.Urgent.class::cast)
                    .map(urgent -> clocks.term(urgent, docket).dueMoment())
                    .map(last -> now.isAfter(last.toInstant())
                            ? List.of(provisions.ground("APPROVAL_LATE", PlatformTime.minute(last.toInstant())))
                            : List.<Ground>of())
                    .orElseGet(() -> notSo(verb));
            case EXTEND_MEASURE -> measure.filter(Measure.Running.class::isInstance)
                    .map(Measure.Running.class::cast)
                    .filter(running -> running.kind().isCompulsory())
                    .map(running -> againstExtending(running, docket, now))
                    .orElseGet(() -> notSo(verb));
            case SETTLE_REGISTRATION -> measure.filter(Measure.Running.class::isInstance)
                    .map(Measure.Running.class::cast)
                    .filter(running -> !running.kind().isCompulsory())
                    .map(running -> againstSettling(running, docket, now))
                    .orElseGet(() -> notSo(verb));
            case LIFT_MEASURE -> measure.filter(Measure.Standing.class::isInstance).isPresent() ? List.of() : notSo(verb);
            default -> throw new IllegalArgumentException("not about a measure: " + verb);
        };
    }

    private List<Ground> againstExtending(Measure.Running running, Docket docket, Instant now) {
        var last = clocks.term(running, docket).dueDay().orElseThrow();
        if (day(now).isAfter(last)) {
            return List.of(provisions.ground("MEASURE_OVER", last));
        }
        return clocks.extendable(running, docket) ? List.of() : List.of(provisions.ground("MEASURE_EXTENDED"));
    }

    private List<Ground> againstSettling(Measure.Running running, Docket docket, Instant now) {
        var last = clocks.term(running, docket).dueDay().orElseThrow();
        return day(now).isAfter(last) ? List.of(provisions.ground("REGISTRATION_LAPSED", last)) : List.of();
    }

    private List<Ground> notSo(Verb verb) {
        return List.of(provisions.ground("ORDER." + verb.name()));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, PlatformTime.ZONE);
    }
}

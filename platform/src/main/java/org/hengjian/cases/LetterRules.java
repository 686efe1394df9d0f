package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.statutes.Earliest;
import org.hengjian.statutes.Ground;
import org.hengjian.statutes.Provisions;
import org.springframework.stereotype.Component;

/** What stands against serving an order, looking after it, noting an answer, serving in this way; who does so is asked of {@link Procedure}. */
@Component
class LetterRules {

    private final Provisions provisions = Provisions.of("cases");

    List<Ground> againstServing(Docket docket, int order, LocalDate on) {
        return CorrectionOrder.of(docket).stream()
                .filter(one -> one.n() == order && one.isUnserved())
                .findFirst()
                .map(one -> new Earliest("SERVED_BEFORE", one.on()).against(on, provisions))
                .orElseGet(() -> List.of(provisions.ground("NO_SUCH_ORDER")));
    }

    /** Nobody has failed to put things right before the time for it is over. */
    List<Ground> againstChecking(Docket docket, int order, LocalDate on, Paper.Corrected corrected) {
        var found = CorrectionOrder.of(docket).stream().filter(one -> one.n() == order && one.isUnchecked()).findFirst();
        if (found.isEmpty()) {
            return List.of(provisions.ground("NO_SUCH_ORDER"));
        }
        var served = found.get().served();
        if (served.isEmpty()) {
            return List.of(provisions.ground("CORRECTION_UNSERVED"));
        }
        if (on.isBefore(served.get().on())) {
            return List.of(provisions.ground("CHECKED_BEFORE", served.get().on()));
        }
        return corrected != Paper.Corrected.DONE && on.isBefore(found.get().due())
                ? List.of(provisions.ground("CORRECTION_RUNNING", found.get().due()))
                : List.of();
    }

    /** @param until for how long the other agency says that it needs more */
    List<Ground> againstNoting(Docket docket, int letter, LocalDate on, Optional<LocalDate> until) {
        return Assistance.of(docket).stream()
                .filter(one -> one.n() == letter && one.isOpen())
                .findFirst()
                .map(one -> until.filter(day -> !day.isAfter(on)).isPresent()
                        ? List.of(provisions.ground("ASSISTANCE_BACKWARDS", on))
                        : new Earliest("ANSWERED_BEFORE", one.sent()).against(on, provisions))
                .orElseGet(() -> List.of(provisions.ground("NO_SUCH_LETTER")));
    }

    /** By electronic means only who agreed to them and signed so. */
    List<Ground> againstWay(Docket docket, Paper.Way way) {
        boolean agreed = docket.paper(Paper.AddressConfirmed.class)
                .filter(address -> address.electronic() != Paper.Electronic.NONE)
                .isPresent();
        return way == Paper.Way.ELECTRONIC && !agreed ? List.of(provisions.ground("ELECTRONIC_UNCONFIRMED")) : List.of();
    }
}

package org.hengjian.leads;

import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.rights.RightChanged;
import org.hengjian.rights.Rights;
import org.hengjian.rights.RightsBroughtIn;
import org.hengjian.time.DayHasPassed;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of the register of rights, and has offers screened with it as it stands. */
@Component
class RegisterChanging {

    private final Rights rights;
    private final CurrentScreening screening;
    private final Viewers viewers;

    RegisterChanging(Rights rights, CurrentScreening screening, Viewers viewers) {
        this.rights = rights;
        this.screening = screening;
        this.viewers = viewers;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0) // before anything is handed in
    void begin() {
        screening.read(viewers.as(Viewer.machine(), () -> rights.forScreening()));
    }

    @ApplicationModuleListener
    void on(RightChanged event) {
        screening.read(rights.forScreening());
    }

    @ApplicationModuleListener
    void on(RightsBroughtIn event) {
        screening.read(rights.forScreening());
    }

    /** Rights and authorisations begin and end by their day. */
    @ApplicationModuleListener
    void on(DayHasPassed event) {
        screening.read(rights.forScreening());
    }
}

package org.hengjian.leads;

import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.claims.Claims;
import org.hengjian.claims.ClaimsChanged;
import org.hengjian.rights.RightChanged;
import org.hengjian.rights.Rights;
import org.hengjian.rights.RightsBroughtIn;
import org.hengjian.time.DayHasPassed;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of the register of rights and of the claims, and has offers screened with it as it stands. */
@Component
class RegisterChanging {

    private final Rights rights;
    private final Claims claims;
    private final CurrentScreening screening;
    private final Viewers viewers;

    RegisterChanging(Rights rights, Claims claims, CurrentScreening screening, Viewers viewers) {
        this.rights = rights;
        this.claims = claims;
        this.screening = screening;
        this.viewers = viewers;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0) // before anything is handed in
    void begin() {
        viewers.as(Viewer.machine(), this::read);
    }

    @ApplicationModuleListener
    void on(RightChanged event) {
        read();
    }

    @ApplicationModuleListener
    void on(RightsBroughtIn event) {
        read();
    }

    @ApplicationModuleListener
    void on(ClaimsChanged event) {
        read();
    }

    /** Rights, authorisations and claims begin and end by their day. */
    @ApplicationModuleListener
    void on(DayHasPassed event) {
        read();
    }

    private void read() {
        screening.read(rights.forScreening(), claims.inForce());
    }
}

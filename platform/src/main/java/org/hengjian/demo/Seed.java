package org.hengjian.demo;

import org.hengjian.agencies.Founding;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Fills an empty installation for the demonstration; on one that is filled it finds nothing to do. */
@Component
@Profile({"demo", "test"})
class Seed {

    private final Founding founding;
    private final Accounts accounts;

    Seed(Founding founding, Accounts accounts) {
        this.founding = founding;
        this.accounts = accounts;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void fill() {
        founding.found();
        founding.people(new ClassPathResource("seed/demo/people.csv"), accounts.password());
    }
}

package org.hengjian.demo;

import jakarta.annotation.PostConstruct;
import org.hengjian.agencies.Founding;
import org.springframework.context.annotation.Profile;
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

    @PostConstruct // people first: who opens the page at once can sign in
    void people() {
        founding.agencies("demo-agencies", new ClassPathResource("seed/demo/agencies.csv"));
        founding.people(new ClassPathResource("seed/demo/people.csv"), accounts.password());
    }
}

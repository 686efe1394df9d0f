package org.hengjian.demo;

import jakarta.annotation.PostConstruct;
import org.hengjian.agencies.Founding;
import org.hengjian.parties.PartiesFounding;
import org.hengjian.rights.RightsFounding;
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
    private final PartiesFounding parties;
    private final RightsFounding rights;

    Seed(Founding founding, Accounts accounts, PartiesFounding parties, RightsFounding rights) {
        this.founding = founding;
        this.accounts = accounts;
        this.parties = parties;
        this.rights = rights;
    }

    @PostConstruct // people first: who opens the page at once can sign in
    void people() {
        founding.agencies("demo-agencies", new ClassPathResource("seed/demo/agencies.csv"));
        founding.people(new ClassPathResource("seed/demo/people.csv"), accounts.password());
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(-10) // listings are screened against the rights, so these come first
    void partiesAndRights() {
        parties.bringIn(
                new ClassPathResource("seed/parties/subjects.csv"), new ClassPathResource("seed/parties/shops.csv"));
        rights.bringIn(
                new ClassPathResource("seed/rights/rights.csv"),
                new ClassPathResource("seed/rights/sellers.csv"),
                "demonstration");
        rights.bringInShipped();
    }
}

package org.hengjian.leads;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.testing.Persons;
import org.springframework.stereotype.Component;

/** Leads for the tests of rooms that go on from them. */
@Component
public class LeadWork {

    private final Leads leads;
    private final Deeds deeds;
    private final Persons persons;
    private final Viewers viewers;
    private final Clock clock;

    LeadWork(Leads leads, Deeds deeds, Persons persons, Viewers viewers, Clock clock) {
        this.leads = leads;
        this.deeds = deeds;
        this.persons = persons;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Suspected, and looked at by nobody yet. */
    public Lead received(String seller) {
        var offer = Offers.of(Offers.batch(), persons.viewer("shen.zhiyao").agency(), "衡溪A货 代购级 卫衣", seller);
        return viewers.as(Viewer.machine(), () -> {
            leads.receive(List.of(offer));
            return leads.ofListing(Objects.requireNonNull(offer.listing())).orElseThrow();
        });
    }

    /** One whose offer says more than the usual. */
    public Lead received(String seller, String title) {
        var offer = Offers.of(
                Offers.batch(), persons.viewer("shen.zhiyao").agency(), "衡溪A货 代购级 " + title, seller);
        return viewers.as(Viewer.machine(), () -> {
            leads.receive(List.of(offer));
            return leads.ofListing(Objects.requireNonNull(offer.listing())).orElseThrow();
        });
    }

    public void dismissed(String number) {
        persons.as("jiang.lin", () -> deeds.dismiss(number, Deeds.ANY_VERSION, "slight", "数量很少，已下架"));
    }

    public Lead verified(String seller) {
        return verify(received(seller));
    }

    public Lead verified(String seller, String title) {
        return verify(received(seller, title));
    }

    private Lead verify(Lead lead) {
        persons.as("shen.zhiyao", () -> {
            deeds.start(lead.number(), lead.version());
            deeds.record(lead.number(), Deeds.ANY_VERSION,
                    new Visit(Outcome.CONFIRMED, "网店", "店铺在售，主图有商标", LocalDate.now(clock), List.of()));
        });
        return now(lead.number());
    }

    public Lead now(String number) {
        return viewers.as(Viewer.machine(), () -> leads.find(number).orElseThrow());
    }
}

package org.hengjian.leads;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.intake.Aftermath;
import org.hengjian.intake.Intake;
import org.hengjian.intake.Source;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way on from a file, from one of its listings or parcels: to the leads that screening made of them, and to those it let go. */
@Component
@Transactional(readOnly = true)
class WhatBecameOfListings implements Aftermath {

    private final ChunkTable chunks;
    private final LeadTable leads;
    private final LeadParcelTable parcels;
    private final Intake intake;

    WhatBecameOfListings(ChunkTable chunks, LeadTable leads, LeadParcelTable parcels, Intake intake) {
        this.chunks = chunks;
        this.leads = leads;
        this.parcels = parcels;
        this.intake = intake;
    }

    @Override
    public List<Link> ofBatch(long batch) {
        Tally tally = chunks.ofBatch(batch);
        var links = new ArrayList<Link>();
        if (tally.screened() > 0) {
            String list = "/leads?scope=seen&state=all&batch=" + batch;
            // Several parcels of one sender are one lead: of them the suspected ones are counted.
            boolean ofParcels = intake.batch(batch)
                    .filter(one -> one.kind() == Source.Kind.PARCELS)
                    .isPresent();
            links.add(new Link(
                    ofParcels ? "leads.became.parcels" : "leads.became.leads", List.of(Long.toString(tally.screened()), Long.toString(tally.leads())), list));
            if (tally.passed() > 0) {
                links.add(new Link("leads.became.passed", List.of(Long.toString(tally.passed())), list + "&cleared=1"));
            }
        }
        return links;
    }

    @Override
    public List<Link> ofListing(long listing) {
        return leads.ofListing(listing).stream()
                .map(lead -> new Link(
                        lead.isSuspected() ? "leads.became.lead" : "leads.became.cleared",
                        List.of(lead.number()),
                        "/leads/" + lead.number()))
                .toList();
    }

    @Override
    public List<Link> ofParcel(long first) {
        return parcels.leadsOf(List.of(first)).getOrDefault(first, List.of()).stream()
                .map(number -> new Link("leads.became.lead", List.of(number), "/leads/" + number))
                .toList();
    }
}
